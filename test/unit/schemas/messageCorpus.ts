import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledSchemaId } from '../../../src/schema/bundled';

const repository = join(import.meta.dirname, '../../..');

/** The folder of our own schemas. */
export const schemaFolder = join(repository, 'schemas');

/** A file of `test/fixtures/messages`. */
export interface CorpusFile {
	/** The file name without `.xml`. */
	readonly name: string;
	readonly path: string;
	/** The schema of the message, by the first word of the file name. */
	readonly schema: BundledSchemaId;
	/** Decoded; of a file in a SOAP envelope only the message. */
	readonly text: string;
	readonly inEnvelope: boolean;
}

const schemas: readonly (readonly [start: string, schema: BundledSchemaId])[] = [
	['zakL', 'stuf-zkn-0310'],
	['Bv', 'stuf-0301'],
	['Fo', 'stuf-0301'],
	['consumerspecificatie', 'consumerspecificatie'],
	['ping-opdracht', 'ping-opdracht'],
	['cpa', 'cpa'],
	['ebms', 'ebms'],
];

const envelopeName = /^soap-1[12]-/;

/** Reads the valid or the invalid half of the corpus, in the order of the names. */
export function readCorpus(half: 'valid' | 'invalid'): readonly CorpusFile[] {
	const folder = join(repository, 'test/fixtures/messages', half);
	const names = readdirSync(folder).map((file) => file.replace(/\.xml$/, ''));
	return names.sort().map((name) => {
		const path = join(folder, `${name}.xml`);
		const inEnvelope = envelopeName.test(name);
		const text = decode(readFileSync(path));
		return {
			name,
			path,
			schema: schemaOf(name.replace(envelopeName, '')),
			text: inEnvelope ? bodyOf(text) : text,
			inEnvelope,
		};
	});
}

function schemaOf(name: string): BundledSchemaId {
	const schema = schemas.find(([start]) => name.startsWith(start))?.[1];
	if (!schema) {
		throw new Error(`The name of ${name}.xml does not start with that of a message.`);
	}
	return schema;
}

/** The corpus declares its encodings honestly, so that a look at the first bytes is enough. */
function decode(bytes: Buffer): string {
	const start = bytes.subarray(0, 2).toString('hex');
	if (start === 'fffe' || start === 'feff') {
		return new TextDecoder(start === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
	}
	const declared = /^<\?xml[^>]*encoding="([^"]+)"/.exec(bytes.toString('latin1'))?.[1];
	return new TextDecoder(declared ?? 'utf-8').decode(bytes);
}

function bodyOf(envelope: string): string {
	const body = /<soap:Body>(.*)<\/soap:Body>/s.exec(envelope)?.[1];
	if (body === undefined) {
		throw new Error('The envelope has no Body.');
	}
	return body.trim();
}
