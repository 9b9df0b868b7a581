/**
 * The floor under our figures: libxml2-wasm alone, in a process of its own, without rules, places, words or output.
 * `node bareEngine.mjs SCHEMA FILE...`; ends with 1 when a file is not valid.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const [schema, ...files] = process.argv.slice(2);
xmlRegisterFsInputProviders();
const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }));
for (const file of files) {
	const document = XmlDocument.fromBuffer(readFileSync(file));
	validator.validate(document);
	document.dispose();
}
