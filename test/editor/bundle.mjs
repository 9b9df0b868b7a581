import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/project.mjs';

/** The folder of the development extension that carries the tests into the extension host. */
export const developmentExtension = join(root, 'test', 'editor', 'host');

/** What VS Code loads in the extension host to run the tests, once {@link bundleSuites} has made it. */
export const testsEntry = join(root, 'out', 'editor', 'host', 'index.cjs');

/** The folders with suites for the extension host: in a workspace that is trusted, in one that is not, and in a host that has loaded nothing of us. */
export const hostSuites = /** @type {const} */ (['suite', 'virtual', 'restricted', 'speed']);

/** Bundles the suites and what runs them. They stay inside the clone, so that `mocha` is found. */
export async function bundleSuites() {
	const source = join(root, 'test', 'editor');
	const target = join(root, 'out', 'editor');
	rmSync(target, { recursive: true, force: true });
	const suites = hostSuites.flatMap((folder) =>
		readdirSync(join(source, folder))
			.filter((file) => file.endsWith('.test.ts'))
			.map((file) => join(source, folder, file)),
	);
	await build({
		entryPoints: [...['index.ts', 'extension.ts'].map((file) => join(source, 'host', file)), ...suites],
		outbase: source,
		outdir: target,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		external: ['vscode', 'mocha'],
		sourcemap: 'inline',
		logLevel: 'warning',
	});
}
