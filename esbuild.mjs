// Builds what the product ships: the extension, the workers (with the WebAssembly of libxml2), the web view and the command line.
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
	// libxml2-wasm uses top-level await, so the workers are in ESM form. What both need (XML, the kinds of document) is there once.
	{
		...shared,
		entryPoints: ['src/validation/engine.worker.ts', 'src/editor/certificates/worker/certificates.worker.ts'],
		entryNames: '[name]',
		chunkNames: 'workers',
		outdir: 'dist',
		outExtension: { '.js': '.mjs' },
		splitting: true,
		format: 'esm',
		plugins: [libxmlWasm],
		banner: {
			js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
		},
	},
	{
		...shared,
		entryPoints: ['src/editor/certificates/view/main.ts'],
		outfile: 'dist/certificateView.js',
		platform: 'browser',
		target: 'chrome132',
		format: 'iife',
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
