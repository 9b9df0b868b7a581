import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundledSchema, type BundledSchemaId } from '../../src/schema/bundled';
import { createLibxmlEngine } from '../../src/schema/libxmlEngine';

/**
 * Valid is what a judge accepts without any complaint. The peers are lenient to a document that is well-formed but breaks
 * Namespaces in XML (the same attribute by two prefixes): they name the error, and go on to "validates".
 */
export type Verdict = 'valid' | 'invalid';

/** Gives a verdict on each document, in their order, by one of our schemas. */
export type Judge = (schema: BundledSchemaId, documents: readonly string[]) => Promise<readonly Verdict[]>;

/** Ours: libxml2 2.15 in WebAssembly. */
export async function createOurJudge(schemas: string): Promise<Judge> {
	const engine = await createLibxmlEngine();
	return async (schema, documents) => {
		const set = readBundledSchema(schemas, schema);
		const verdicts: Verdict[] = [];
		for (const document of documents) {
			const verdict = await engine.validate(document, set, { maxErrors: 1, at: [] });
			if (verdict.status === 'schema-unusable') {
				throw new Error(`Our engine cannot use ${schema}: ${JSON.stringify(verdict.errors)}`);
			}
			verdicts.push(verdict.status === 'checked' && verdict.errors.length === 0 ? 'valid' : 'invalid');
		}
		return verdicts;
	};
}

/**
 * The namespace name is no URI. libxml2 2.9 says so and calls the document good all the same; we do not judge the form of a
 * namespace name, which identifies and is never looked up.
 */
const notUri = 'is not a valid URI';

/** The system's xmllint, one process for all documents. */
export function createXmllintJudge(schemas: string): Judge {
	return async (schema, documents) => {
		const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-oracle-'));
		try {
			const files = documents.map((document, index) => {
				const file = join(folder, `${index}.xml`);
				writeFileSync(file, document);
				return file;
			});
			const entry = join(schemas, readBundledSchema(schemas, schema).entry);
			const output = await stderrOf('xmllint', ['--noout', '--nonet', '--schema', entry, ...files]);
			if (output.includes('failed to compile')) {
				throw new Error(`xmllint cannot use ${schema}:\n${output}`);
			}
			const lines = output.split('\n');
			const accepted = new Set(lines.filter((line) => line.endsWith(' validates')));
			const blamed = new Set(
				lines
					.filter((line) => !line.endsWith(notUri))
					.map((line) => /^(.+?):\d+: .* error : /.exec(line)?.[1]),
			);
			return files.map((file) =>
				accepted.has(`${file} validates`) && !blamed.has(file) ? 'valid' : 'invalid',
			);
		} finally {
			rmSync(folder, { recursive: true });
		}
	};
}

function stderrOf(command: string, args: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		execFile(command, args, { maxBuffer: 2 ** 28 }, (error, _stdout, stderr) => {
			// A numeric status only says that some document is invalid.
			if (error && typeof error.code === 'string') {
				reject(new Error(`${command} cannot be started: ${error.code}`));
			} else {
				resolve(stderr);
			}
		});
	});
}

/** libxml2's lowest level of complaint: the document is good all the same. */
const warningLevel = 1;

/** What we use of libxmljs2, which is not installed in the clone. */
interface Libxmljs2 {
	readonly parseXml: (
		text: string,
		options?: { readonly baseUrl?: string; readonly nonet?: boolean },
	) => {
		readonly errors: readonly { readonly level: number; readonly message: string }[];
		readonly validate: (schema: unknown) => boolean;
	};
}

/**
 * libxmljs2 with its own libxml2 2.9.9.
 *
 * @param folder Where it is installed.
 */
export function createLibxmljs2Judge(schemas: string, folder: string): Judge {
	const { parseXml } = createRequire(join(folder, 'package.json'))('libxmljs2') as Libxmljs2;
	return (schema, documents) => {
		const entry = join(schemas, readBundledSchema(schemas, schema).entry);
		const xsd = parseXml(readFileSync(entry, 'utf8'), { baseUrl: entry, nonet: true });
		const judge = (document: string): Verdict => {
			try {
				const parsed = parseXml(document, { nonet: true });
				// `validate` replaces the errors of the parser.
				const isGood = parsed.errors.every(
					({ level, message }) => level <= warningLevel || message.trim().endsWith(notUri),
				);
				return isGood && parsed.validate(xsd) ? 'valid' : 'invalid';
			} catch {
				// It throws for a document that is not well-formed.
				return 'invalid';
			}
		};
		return Promise.resolve(documents.map(judge));
	};
}
