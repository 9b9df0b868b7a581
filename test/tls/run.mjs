// `npm run test:tls`: what rests on the TLS library (the outcomes of a Ping, real servers on loopback) on another Node, on BoringSSL as in
// desktop VS Code (by way of bun; there the certificates too), and against nginx. The tests of `npm test -- unit` have run on this Node already.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureNginx } from '../../scripts/nginx.mjs';
import { ensureNode, runsHere } from '../../scripts/otherNode.mjs';
import { root } from '../../scripts/project.mjs';
import { runCommand } from '../../scripts/runCommand.mjs';

const suites = ['outcomes', 'oddServers', 'wus', 'tlsErrors', 'readIdentity', 'pongListener'].map(
	(name) => `test/unit/ebms/${name}.test.ts`,
);

/** Signatures, keys and keystores are read with the same library. */
const certificateSuites = ['test/unit/certificates/**/*.test.ts'];

/** The oldest and the newest Node that the product supports (README, decision 0008). */
const nodes = [20, 24];

/**
 * For an address without a route bun says that the connection was refused: it is not about TLS. BoringSSL takes a client certificate that
 * OpenSSL finds too weak, and leaves it to the server to refuse it. The HTTPS server of bun, which is not that of Node, does not tell of a
 * handshake that failed.
 */
const notOnBun = ['--grep', 'network-unreachable|too weak for TLS|broke off', '--invert'];

const nginx = await ensureNginx();
const withNginx = 'path' in nginx ? ['test/tls/nginx.test.ts'] : [];
if ('missing' in nginx) {
	console.log(`Skipped: ${nginx.missing}`);
}

let isRight = true;
if (withNginx.length > 0) {
	await run(`Node ${process.versions.node}`, process.execPath, withNginx);
}
for (const major of nodes.filter((one) => !runsHere(one))) {
	if (process.platform === 'linux') {
		await run(`Node ${major}`, await ensureNode(major), [...suites, ...withNginx]);
	} else {
		console.log(`Skipped: Node ${major}. Run \`npm test\` with Node ${major} to run the tests on it.`);
	}
}
const bun = join(root, 'node_modules', '@oven', `bun-${process.platform}-${process.arch}`, 'bin', 'bun');
if (existsSync(bun)) {
	await run('BoringSSL (bun)', bun, [
		...suites,
		...certificateSuites,
		...withNginx,
		...notOnBun,
		'--no-config',
		'--timeout',
		'20000',
	]);
} else {
	console.log(`Skipped: npm installed no bun for ${process.platform} ${process.arch}.`);
}
process.exitCode = isRight ? 0 : 1;

async function run(name, runtime, args) {
	console.log(`\n${name}`);
	const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
	const { status } = await runCommand(
		runtime,
		[mocha, ...args, '--forbid-pending', '--reporter', './scripts/mochaCounts.mjs'],
		{ cwd: root, env: 'path' in nginx ? { NGINX: nginx.path } : {}, timeoutSeconds: 240 },
	);
	isRight &&= status === 0;
}
