import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const start = resolve('src/extension.ts');

/** Modules of ours that are loaded by `import()` from the editor's side. */
function lazyModules() {
	const sources = readdirSync('src/editor', { recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join('src/editor', name));
	return new Set(
		sources.flatMap((source) =>
			[...readFileSync(source, 'utf8').matchAll(/\bimport\(\s*'(\.[^']+)'\s*\)/g)].map(
				([, path]) => `${resolve(dirname(source), path)}.ts`,
			),
		),
	);
}

/**
 * Tells esbuild that what the editor loads later is never there without what it loads at its start. It makes a chunk for each set of
 * entry points that share a module; without this the start is spread over twice as many files, and VS Code takes about half a
 * millisecond for each. See docs/decisions/0016.
 *
 * @type {import('esbuild').Plugin}
 */
export const startFirst = {
	name: 'start-first',
	setup({ onLoad }) {
		const lazy = lazyModules();
		onLoad({ filter: /[\\/]src[\\/]editor[\\/].*\.ts$/ }, ({ path }) => {
			if (!lazy.has(path)) {
				return undefined;
			}
			const from = relative(dirname(path), start).replaceAll('\\', '/').replace(/\.ts$/, '');
			return { contents: `${readFileSync(path, 'utf8')}\nimport '${from}';\n`, loader: 'ts' };
		});
	},
};
