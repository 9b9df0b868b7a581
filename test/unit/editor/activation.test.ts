import assert from 'node:assert/strict';
import { build } from 'esbuild';

/** The sources that are loaded when the extension starts: all that `src/extension.ts` imports but for what is imported later. */
async function loadedAtStart(): Promise<readonly string[]> {
	const { metafile } = await build({
		entryPoints: ['src/extension.ts'],
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		outdir: 'out',
		write: false,
		metafile: true,
		external: ['vscode', 'libxml2-wasm'],
		logLevel: 'silent',
	});
	const loaded = new Set(['src/extension.ts']);
	for (const file of loaded) {
		const imports = metafile.inputs[file]?.imports ?? [];
		imports
			.filter(({ kind, path }) => kind === 'import-statement' && path in metafile.inputs)
			.forEach(({ path }) => loaded.add(path));
	}
	return [...loaded];
}

/** What a first XML document does not need before it has been checked. */
const heavy =
	/^(?:node_modules|l10n\/nl\/about|src\/(?:certificates|schema|onboarding)\/|src\/documents\/(?:registry|.+\/rules)|src\/validation\/explain)/;

describe('the start of the extension', () => {
	it('loads no rules, no words of findings, no library and no feature before it is used', async () => {
		assert.deepEqual(
			(await loadedAtStart()).filter((file) => heavy.test(file)),
			// They only say where a folder is, and how files are called.
			['src/certificates/authorityFolder.ts', 'src/certificates/fileExtensions.ts'],
		);
	});
});
