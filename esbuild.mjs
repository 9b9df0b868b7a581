// Builds the three bundles that the product ships: the extension, the engine worker (with the WebAssembly of libxml2) and the command line.
import { writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { libxmlWasm } from './scripts/libxmlWasm.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	sourcemap: !production,
	metafile: true,
	minify: production,
	logLevel: 'warning',
	legalComments: 'none',
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
	{
		...shared,
		entryPoints: ['src/extension.ts'],
		outfile: 'dist/extension.cjs',
		format: 'cjs',
		external: ['vscode'],
	},
	// libxml2-wasm uses top-level await, so the worker is the one bundle in ESM form.
	{
		...shared,
		entryPoints: ['src/validation/engine.worker.ts'],
		outfile: 'dist/engine.worker.mjs',
		format: 'esm',
		plugins: [libxmlWasm],
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
	},
	{
		...shared,
		entryPoints: ['src/cli/main.ts'],
		outfile: 'dist/cli.cjs',
		format: 'cjs',
		banner: { js: '#!/usr/bin/env node' },
	},
];

if (watch) {
	for (const options of bundles) {
		const bundle = await context(options);
		await bundle.watch();
	}
} else {
	const results = await Promise.allSettled(bundles.map((options) => build(options)));
	if (results.some(({ status }) => status === 'rejected')) {
		// What is wrong has been logged; the stack of esbuild itself helps nobody.
		process.exit(1);
	}
	// Which files of which packages went in: scripts/thirdPartyNotices.mjs names their licences.
	const inputs = Object.assign({}, ...results.map(({ value }) => value.metafile.inputs));
	writeFileSync('dist/metafile.json', JSON.stringify({ inputs }));
}
