// Our engine, xmllint and libxmljs2 give the same verdict on every message of the fixtures and on seeded mutations of them.
// Started by run.mjs, which installs libxmljs2 and says where (LOPENDE_ZAKEN_LIBXMLJS2; absent when it cannot be had).
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { recognise } from '../../src/documents/registry';
import { bundledSchemaIds, type BundledSchemaId } from '../../src/schema/bundled';
import { decodeXml } from '../../src/xml/decode';
import { parseXml } from '../../src/xml/parse';
import { createLibxmljs2Judge, createOurJudge, createXmllintJudge, type Judge } from './judges';
import { createRandom, mutate } from './mutate';

const mutants = 500;
const seed = 2025;

interface Document {
	readonly name: string;
	readonly text: string;
	readonly schema: BundledSchemaId;
}

const root = process.cwd();
const schemas = join(root, 'schemas');
const messages = join(root, 'test', 'fixtures', 'messages');
const valid = readMessages(join(messages, 'valid'));
const invalid = readMessages(join(messages, 'invalid'));
const mutated = makeMutants(valid);
const documents = [...valid, ...invalid, ...mutated];
console.log(
	`${valid.length} valid and ${invalid.length} invalid messages; ${mutated.length} mutations (seed ${seed})`,
);

const libxmljs2 = process.env['LOPENDE_ZAKEN_LIBXMLJS2'];
const peers: ReadonlyMap<string, Judge> = new Map([
	['xmllint', createXmllintJudge(schemas)],
	...(libxmljs2 === undefined ? [] : [['libxmljs2', createLibxmljs2Judge(schemas, libxmljs2)] as const]),
]);

const judge = await createOurJudge(schemas);
let passed = 0;
let failed = 0;
for (const schema of bundledSchemaIds) {
	const group = documents.filter((document) => document.schema === schema);
	const texts = group.map(({ text }) => text);
	const ours = await judge(schema, texts);
	console.log(`${schema}: ${ours.filter((verdict) => verdict === 'valid').length} of ${texts.length} valid`);
	for (const [peer, judgeOfPeer] of peers) {
		const theirs = await judgeOfPeer(schema, texts);
		for (const [index, { name, text }] of group.entries()) {
			if (ours[index] === theirs[index]) {
				passed += 1;
			} else {
				failed += 1;
				console.error(`\n${name}: ${ours[index]} by us, ${theirs[index]} by ${peer}:\n${text}`);
			}
		}
	}
}
console.log(`${passed} passed, ${failed} failed`);
const counts = process.env['LOPENDE_ZAKEN_COUNTS'];
if (counts !== undefined) {
	appendFileSync(counts, `${JSON.stringify({ passed, failed })}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;

/**
 * The messages whose root our schemas know. Text in UTF-8 without an encoding in its declaration: what is compared is the
 * verdict, not the reading of bytes.
 */
function readMessages(folder: string): readonly Document[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.xml'))
		.sort()
		.flatMap((file) => {
			const text = decodeXml(readFileSync(join(folder, file))).text.replace(
				/^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/,
				'$1',
			);
			const document = parseXml(text);
			const recognised = recognise(document);
			// xmllint cannot judge a message inside an envelope that it has no schema for.
			return recognised && recognised.root === document.root
				? [{ name: join(basename(folder), file), text, schema: recognised.kind.schema }]
				: [];
		});
}

/** Of valid messages: a second fault in an invalid one would teach nothing. */
function makeMutants(messages: readonly Document[]): readonly Document[] {
	const random = createRandom(seed);
	const rounds = Math.ceil(mutants / Math.max(messages.length, 1));
	return Array.from({ length: rounds }, () => messages)
		.flat()
		.slice(0, mutants)
		.map(({ name, text, schema }) => {
			const mutant = mutate(text, random);
			return { name: `${name}, ${mutant.name}`, text: mutant.text, schema };
		});
}
