// Has Node load our TypeScript as it was compiled before: the compiler that the tests use elsewhere does not run in Wine.
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

const root = fileURLToPath(new URL('../../', import.meta.url));

if (isMainThread) {
	// What follows runs in a thread of its own.
	register(import.meta.url, { data: process.env.COMPILED_TESTS });
}

let compiled = '';

/** @param {string} folder With the compiled files, in folders as those here. */
export function initialize(folder) {
	compiled = folder;
}

/** Our imports leave the ending of a file away, as the bundler wants it. */
export function resolve(specifier, context, next) {
	if (context.parentURL?.endsWith('.ts')) {
		const ours = new URL(`${specifier}.ts`, context.parentURL);
		if (specifier.startsWith('.') && existsSync(ours)) {
			return { url: ours.href, shortCircuit: true };
		}
		if (/^node-forge\/lib\/\w+$/.test(specifier)) {
			return next(`${specifier}.js`, context);
		}
	}
	return next(specifier, context);
}

export function load(url, context, next) {
	const source = sourceOf(url);
	return source === undefined ? next(url, context) : { format: 'module', shortCircuit: true, source };
}

function sourceOf(url) {
	if (url.endsWith('.ts')) {
		const file = relative(root, fileURLToPath(url)).replace(/\.ts$/, '.js');
		return readFileSync(join(compiled, file), 'utf8');
	}
	if (url.endsWith('.json')) {
		// The bundler gives a name to each member; of package.json one is used.
		const json = readFileSync(fileURLToPath(url), 'utf8');
		return `const all = ${json};\nexport default all;\nexport const version = all.version;\n`;
	}
	return undefined;
}
