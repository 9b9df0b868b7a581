import { build } from 'esbuild';

/** The sources that are loaded with an entry: all that it imports but for what is imported later. Paths are relative to the product. */
export async function loadedAtStart(entry: string): Promise<readonly string[]> {
	const { metafile } = await build({
		entryPoints: [entry],
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
	const loaded = new Set([entry]);
	for (const file of loaded) {
		const imports = metafile.inputs[file]?.imports ?? [];
		imports
			.filter(({ kind, path }) => kind === 'import-statement' && path in metafile.inputs)
			.forEach(({ path }) => loaded.add(path));
	}
	return [...loaded];
}
