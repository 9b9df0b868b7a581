/**
 * The floor under our figures: libxml2-wasm alone, in a process of its own, without rules, places, words or output.
 * `node bareEngine.mjs THREADS SCHEMA FILE...`; ends with an error when a file is not valid.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** The part of this thread; the others are on their way before the engine is loaded here. */
const { schema, files } = isMainThread ? handOut(process.argv.slice(2)) : workerData;
const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
xmlRegisterFsInputProviders();
const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }));
for (const file of files) {
	const document = XmlDocument.fromBuffer(readFileSync(file));
	validator.validate(document);
	document.dispose();
}

/** Starts a thread for each part but the first, which is given back. What fails in a thread ends the process with its error. */
function handOut([threads, schema, ...files]) {
	const size = Math.ceil(files.length / Number(threads));
	for (let start = size; start < files.length; start += size) {
		new Worker(new URL(import.meta.url), { workerData: { schema, files: files.slice(start, start + size) } });
	}
	return { schema, files: files.slice(0, size) };
}
