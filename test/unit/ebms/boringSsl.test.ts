import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bun = `${root}node_modules/@oven/bun-${process.platform}-${process.arch}/bin/bun`;

/** Suites that depend on the TLS library. */
const suites = ['outcomes', 'wus', 'tlsErrors', 'readIdentity', 'pongListener'].map(
	(name) => `test/unit/ebms/${name}.test.ts`,
);

/**
 * For an address without a route bun says that the connection was refused: it is not about TLS. BoringSSL takes a client certificate that
 * OpenSSL finds too weak, and leaves it to the server to refuse it.
 */
const excluded = 'network-unreachable|too weak for TLS';

const isBun = 'bun' in process.versions;

if (!isBun && existsSync(bun)) {
	describe('On BoringSSL, as in the desktop VS Code (here by way of bun)', () => {
		it('every outcome is recognised as on OpenSSL', function () {
			this.timeout(120_000);
			const mocha = 'node_modules/mocha/bin/mocha.js';
			const args = ['--no-config', '--timeout', '20000', '--grep', excluded, '--invert', ...suites];
			const { status, stdout, stderr } = spawnSync(bun, [mocha, ...args], { cwd: root, encoding: 'utf8' });
			assert.equal(status, 0, `${stdout.slice(-3000)}${stderr.slice(-1000)}`);
			assert.match(stdout, /\d{3} passing/);
		});
	});
}
