import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { fixed, freePort, rawPeer, securePeer } from './peers';
import { pingTo, send, serverCertificate } from './pingTesting';

/** What keeps a process alive, besides what tests themselves have. */
function active(): readonly string[] {
	return process
		.getActiveResourcesInfo()
		.filter((kind) => /TCP|TLS|Timeout|GetAddrInfo|Pipe|Listen/.test(kind))
		.sort();
}

/** Peers close in their own time. */
async function settled(expected: readonly string[]): Promise<readonly string[]> {
	for (let turn = 0; turn < 200 && active().join() !== expected.join(); turn++) {
		await setImmediate();
	}
	return active();
}

describe('After a Ping nothing is left open', () => {
	const own = serverCertificate();
	const peers = {
		'that is answered': () => securePeer(own, fixed(204)),
		'that gets ten megabytes': () => securePeer(own, fixed(200, Buffer.alloc(10_000_000, 'x'))),
		'that gets no answer': () => securePeer(own, () => undefined),
		'that gets half an answer': () =>
			securePeer(own, (_, __, response) => {
				response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy());
			}),
		'that gets no handshake': () => rawPeer('https', () => undefined),
		'that is refused in the handshake': () =>
			rawPeer('https', (socket) =>
				socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 48]))),
			),
		'to a server that is not trusted': () =>
			securePeer(serverCertificate({ notAfter: new Date('2026-07-01') }), fixed(204)),
	} as const;
	for (const [name, start] of Object.entries(peers)) {
		it(`${name}, with a listener and without`, async () => {
			// The time limit of the test itself begins after its first turn.
			await setImmediate();
			const before = active();
			const peer = await start();
			for (const listen of [null, `127.0.0.1:${await freePort()}`]) {
				await send(pingTo(peer.url, { timeout: 0.3, listen }));
			}
			await peer.close();
			assert.deepEqual(await settled(before), before);
		});
	}
});
