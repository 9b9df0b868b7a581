// Builds what the product ships: the extension, the workers (with the WebAssembly of libxml2), the web views and the command line.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { libxmlWasm } from './scripts/libxmlWasm.mjs';
import { shortTexts } from './scripts/shortTexts.mjs';
import { startFirst } from './scripts/startFirst.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** What the API of VS Code has at run time; the rest are types. */
const vscodeNames = [
	...readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8').matchAll(
		/^\texport (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm,
	),
].map(([, name]) => name);

/**
 * The API of VS Code is no file: VS Code answers to `require`, in every version that we support. As a module with names: esbuild copies all of
 * a CommonJS module for each file that imports it, which took a third of the start.
 *
 * @type {import('esbuild').Plugin}
 */
const vscodeByRequire = {
	name: 'vscode-by-require',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^vscode$/ }, ({ kind }) =>
			kind === 'require-call' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode' },
		);
		onLoad({ filter: /.*/, namespace: 'vscode' }, () => ({
			contents: `export const { ${[...new Set(vscodeNames)].join(', ')} } = require('vscode');`,
		}));
	},
};

/** Packages in CommonJS form ask for `require`, which a module does not have. */
const requireBanner =
	"import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Most of the chunks hold no such package, and do without: in some 150 files it takes 8 kB. */
function removeNeedlessBanners() {
	for (const name of readdirSync('dist/chunks')) {
		const file = `dist/chunks/${name}`;
		const text = readFileSync(file, 'utf8');
		const body = text.slice(requireBanner.length + 1);
		if (text.startsWith(requireBanner) && !/\brequire\b/.test(body)) {
			writeFileSync(file, body);
		}
	}
}

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
	// libxml2-wasm uses top-level await, so its worker is in ESM form, and the rest with it: what they share (XML, the kinds of
	// document, their words) is in the package once. See docs/decisions/0007.
	{
		...shared,
		entryPoints: {
			cli: 'src/cli/main.ts',
			extension: 'src/extension.ts',
			'engine.worker': 'src/validation/engine.worker.ts',
			'certificates.worker': 'src/editor/certificates/worker/certificates.worker.ts',
		},
		entryNames: '[name]',
		chunkNames: 'chunks/[hash]',
		outdir: 'dist',
		outExtension: { '.js': '.mjs' },
		splitting: true,
		format: 'esm',
		plugins: [libxmlWasm, shortTexts, vscodeByRequire, startFirst],
		banner: { js: requireBanner },
	},
	{
		...shared,
		entryPoints: ['src/editor/certificates/view/main.ts'],
		outfile: 'dist/certificateView.js',
		platform: 'browser',
		target: 'chrome132',
		format: 'iife',
	},
];

// Chunks carry a hash in their names: those of an earlier build would stay.
rmSync('dist/chunks', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });

/** The names by which VS Code and people call what is in ESM form. */
const doors = {
	'extension.cjs': `exports.activate = async (context) => (await import('./extension.mjs')).activate(context);\n`,
	'cli.cjs': `#!/usr/bin/env node\nimport('./cli.mjs');\n`,
};
for (const [name, text] of Object.entries(doors)) {
	writeFileSync(`dist/${name}`, text);
}

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
	// In other builds the source maps count on the line of the banner.
	if (production) {
		removeNeedlessBanners();
	}
	// Which files of which packages went in: scripts/thirdPartyNotices.mjs names their licences.
	const inputs = Object.assign({}, ...results.map(({ value }) => value.metafile.inputs));
	writeFileSync('dist/metafile.json', JSON.stringify({ inputs }));
}
