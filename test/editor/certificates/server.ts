import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { createPrivateKey } from 'node:crypto';
import { makePki } from '../../unit/certificates/pki/makePki';
import { inDays } from './certificateFolder';

/**
 * Starts a server on this machine as there are many: it asks for a client certificate, takes connections without one, and forgets to send a
 * part of its chain.
 *
 * @param use Gets its port; afterwards the server is stopped.
 */
export async function withServer(use: (port: number) => Promise<void>): Promise<void> {
	const { g4 } = makePki();
	const leaf = g4.leaf({ notBefore: inDays(-30), notAfter: inDays(700) });
	const server = createServer({
		cert: [leaf, g4.tsp].map(({ pem }) => pem).join(''),
		key: leaf.keyPem,
		ca: g4.root.pem,
		requestCert: true,
		rejectUnauthorized: false,
	});
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => sockets.add(socket));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		await use((server.address() as AddressInfo).port);
	} finally {
		sockets.forEach((socket) => socket.destroy());
		server.close();
	}
}

/** Writes a client certificate with its private key, which needs the passphrase: `client.pem`. */
export function writeClientIdentity(folder: string, passphrase: string): void {
	const { g4 } = makePki();
	const { pem, keyPem } = g4.leaf({ notBefore: inDays(-30), notAfter: inDays(700) });
	const key = createPrivateKey(keyPem).export({
		type: 'pkcs8',
		format: 'pem',
		cipher: 'aes-256-cbc',
		passphrase,
	});
	writeFileSync(join(folder, 'client.pem'), [pem, g4.tsp.pem, g4.domain.pem, key].join(''));
}
