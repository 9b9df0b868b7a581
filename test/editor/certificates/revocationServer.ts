import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makePki } from '../../unit/certificates/pki/makePki';
import { revocationList } from '../../unit/certificates/pki/revocationList';
import { inDays } from './certificateFolder';

/**
 * Starts a server with the revocation list of a CA, and writes `ingetrokken.pem`: a certificate that stands in it, with its chain.
 *
 * @param use Afterwards the server is stopped and the file removed.
 */
export async function withRevokedCertificate(folder: string, use: () => Promise<void>): Promise<void> {
	const { g4 } = makePki();
	const server = createServer((_, response) => {
		response.end(list);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const leaf = g4.leaf({
		notBefore: inDays(-30),
		notAfter: inDays(700),
		crlDistributionPoints: [`http://127.0.0.1:${port}/g4.crl`],
	});
	const list = revocationList(g4.tsp, {
		revoked: [{ serialNumber: leaf.spec.serialNumber, at: inDays(-3) }],
		thisUpdate: inDays(-1),
		nextUpdate: inDays(1),
	});
	const file = join(folder, 'ingetrokken.pem');
	writeFileSync(file, [leaf, ...g4.authorities].map(({ pem }) => pem).join(''));
	try {
		await use();
	} finally {
		server.close();
		rmSync(file);
	}
}
