import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { temporaryFolder } from '../unit/certificates/pki/tools';
import { freePort } from '../unit/ebms/peers';
import { clientIdentity, hierarchy, pingTo, pki, send, serverCertificate } from '../unit/ebms/pingTesting';

/** Where run.mjs found it. */
const nginx = process.env['NGINX'] ?? 'nginx';

interface Nginx {
	readonly url: string;
	readonly stop: () => Promise<void>;
}

async function startNginx(protocol: string): Promise<Nginx> {
	const folder = temporaryFolder();
	const port = await freePort();
	const { cert, key } = serverCertificate();
	mkdirSync(join(folder, 'logs'));
	writeFileSync(join(folder, 'cert.pem'), cert);
	writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
	writeFileSync(join(folder, 'ca.pem'), hierarchy.root.pem);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	writeFileSync(
		join(folder, 'nginx.conf'),
		`daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/logs/error.log; events {}
		http {
			access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
			server {
				listen 127.0.0.1:${port} ssl; ssl_protocols ${protocol};
				ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
				ssl_client_certificate ${folder}/ca.pem; ssl_verify_client on; ssl_verify_depth 5;
				location / { return 204; }
			}
		}`,
	);
	const child = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
	await accepting(port);
	return {
		url: `https://localhost:${port}/ebms`,
		stop: async () => {
			const closed = once(child, 'close');
			child.kill();
			await closed;
		},
	};
}

/** nginx does not say when it listens. */
async function accepting(port: number): Promise<void> {
	for (let attempt = 0; attempt < 100; attempt++) {
		const socket = connect(port, '127.0.0.1');
		try {
			await once(socket, 'connect');
			return;
		} catch {
			await setTimeout(20);
		} finally {
			socket.destroy();
		}
	}
	throw new Error('nginx does not listen');
}

describe('nginx with ssl_verify_client on', () => {
	for (const protocol of ['TLSv1.2', 'TLSv1.3']) {
		it(`is recognised whatever it says of our certificate, ${protocol}`, async () => {
			const server = await startNginx(protocol);
			const clients = [{}, { identity: null }, { identity: clientIdentity({}, pki.g1Test) }];
			const outcomes = [];
			for (const client of clients) {
				outcomes.push((await send(pingTo(server.url, client))).outcome.kind);
			}
			await server.stop();
			assert.deepEqual(outcomes, [
				'accepted',
				'tls-client-certificate-missing',
				'tls-client-certificate-rejected',
			]);
		});
	}
});
