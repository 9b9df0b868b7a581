// `npm run test:nodes`: what differs from one Node to another (workers and their memory limits, the ESM loader, TLS) on the versions that the
// product supports beside the one that runs us. The tests of `npm test -- unit` have run on that one already.
import { join } from 'node:path';
import process from 'node:process';
import { ensureNode, runsHere } from '../../scripts/otherNode.mjs';
import { root } from '../../scripts/project.mjs';
import { runCommand } from '../../scripts/runCommand.mjs';

/** The versions of Node that the product supports (package.json). */
const nodes = [20, 22, 24];

const suites = ['validation/checkerPool', 'validation/remoteEngine', 'cli/validate', 'cli/ping'].map(
	(name) => `test/unit/${name}.test.ts`,
);

let isRight = true;
for (const major of nodes.filter((one) => !runsHere(one))) {
	if (process.platform === 'linux') {
		await run(major);
	} else {
		console.log(`Skipped: Node ${major}. Run \`npm test\` with Node ${major} to run the tests on it.`);
	}
}
process.exitCode = isRight ? 0 : 1;

async function run(major) {
	console.log(`\nNode ${major}`);
	const { status } = await runCommand(
		await ensureNode(major),
		[
			join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
			...suites,
			...['--forbid-pending', '--reporter', './scripts/mochaCounts.mjs'],
		],
		{ cwd: root, timeoutSeconds: 120 },
	);
	isRight &&= status === 0;
}
