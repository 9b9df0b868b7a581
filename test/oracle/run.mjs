// `npm run test:oracle`: installs libxmljs2 outside the clone, then compares verdicts (compare.ts).
import { copyFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { cachedFolder } from '../../scripts/cacheFolder.mjs';
import { ensurePrerequisites } from '../../scripts/prerequisites.mjs';
import { root } from '../../scripts/project.mjs';
import { runCommand, runNpm } from '../../scripts/runCommand.mjs';
import { ensureNode } from '../../scripts/otherNode.mjs';

const source = join(root, 'test', 'oracle');

const missing = await ensurePrerequisites(['xmllint']);
if (missing.length > 0) {
	console.error(missing.join('\n'));
	process.exit(1);
}
const node = await nodeWithHeaders();
const { status } = await runCommand(node, ['--import', 'tsx', join(source, 'compare.ts')], {
	cwd: root,
	env: { LOPENDE_ZAKEN_LIBXMLJS2: await installLibxmljs2(node) },
});
process.exitCode = status;

/** libxmljs2 is compiled against the headers of the Node that loads it: this Node when its headers are beside it. */
async function nodeWithHeaders() {
	return headersBeside(process.execPath) || process.platform !== 'linux' ? process.execPath : ensureNode(24);
}

/** @returns {string | undefined} The folder that node-gyp calls `nodedir`; without it, node-gyp downloads headers. */
function headersBeside(executable) {
	const folder = dirname(dirname(executable));
	return existsSync(join(folder, 'include', 'node', 'node_version.h')) ? folder : undefined;
}

/** @returns {Promise<string | undefined>} Where it is; undefined, and the reason printed, when it cannot be built. */
async function installLibxmljs2(node) {
	const { output } = await runCommand(node, ['-p', 'process.versions.modules'], { quiet: true });
	const nodedir = headersBeside(node);
	try {
		return await cachedFolder(`libxmljs2-for-node-abi-${output.trim()}`, async (folder) => {
			console.log('Compiling libxmljs2 (once) ...');
			for (const file of ['package.json', 'package-lock.json']) {
				copyFileSync(join(source, file), join(folder, file));
			}
			const installed = await runNpm(
				['ci', '--no-audit', '--no-fund', '--engine-strict=false', '--foreground-scripts'],
				{
					cwd: folder,
					quiet: true,
					timeoutSeconds: 400,
					// The Node that compiles is the one that will load it.
					env: {
						PATH: `${dirname(node)}:${process.env.PATH}`,
						...(nodedir && { npm_config_nodedir: nodedir }),
					},
				},
			);
			const loaded = await runCommand(node, ['-e', "require('libxmljs2')"], { cwd: folder, quiet: true });
			if (installed.status !== 0 || loaded.status !== 0) {
				throw new Error((installed.status === 0 ? loaded : installed).output);
			}
		});
	} catch (error) {
		console.error(
			`${error.message.split('\n').slice(-25).join('\n')}\nlibxmljs2 cannot be built here; most often a C++ compiler, ` +
				'make or Python is missing (Debian: `apt-get install g++ make python3`). Verdicts are compared with xmllint only.',
		);
		return undefined;
	}
}
