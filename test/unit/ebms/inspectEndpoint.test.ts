import assert from 'node:assert/strict';
import type { Identity } from '../../../src/ebms/credentials/readIdentity';
import { inspectEndpoint, type EndpointInspection } from '../../../src/ebms/inspection/inspectEndpoint';
import { readEndpoint } from '../../../src/ebms/transport/endpoint';
import { fixed, freePort, plainPeer, rawPeer, securePeer, type Peer } from './peers';
import { clientIdentity, hierarchy, pki, serverCertificate } from './pingTesting';

async function inspect(url: string, identity: Identity | null = null): Promise<EndpointInspection> {
	const endpoint = readEndpoint(url);
	assert.ok(!('fault' in endpoint));
	return inspectEndpoint(endpoint, {
		identity,
		proxy: null,
		timeout: 2000,
		signal: new AbortController().signal,
		onPhase: () => undefined,
	});
}

async function withPeer<T>(peer: Promise<Peer>, use: (peer: Peer) => Promise<T>): Promise<T> {
	const started = await peer;
	try {
		return await use(started);
	} finally {
		await started.close();
	}
}

const own = serverCertificate();
const wantsCertificate = {
	...own,
	requestCert: true,
	rejectUnauthorized: true,
	ca: [hierarchy.root.pem],
};

describe('Inspecting an endpoint', () => {
	for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
		it(`tells with ${maxVersion} the chain as the server sends it, and sends no request`, async () => {
			await withPeer(securePeer({ ...own, maxVersion }, fixed(204)), async ({ url, bodies }) => {
				const { tls, failure } = await inspect(url);
				assert.equal(failure, null);
				assert.equal(tls?.protocol, maxVersion);
				assert.match(tls.cipher ?? '', /^TLS_/);
				assert.equal(tls.clientCertificateRequested, false);
				assert.deepEqual(
					tls.chain.slice(1).map(({ sha256 }) => sha256),
					[hierarchy.tsp, hierarchy.domain].map(({ certificate }) => certificate.sha256),
				);
				assert.deepEqual(bodies, []);
			});
		});

		it(`tells with ${maxVersion} that a certificate is wanted, of whom, and that there is none`, async () => {
			await withPeer(securePeer({ ...wantsCertificate, maxVersion }, fixed(204)), async ({ url }) => {
				const { tls, failure } = await inspect(url);
				assert.equal(tls?.clientCertificateRequested, true);
				assert.deepEqual(
					tls.acceptedAuthorities?.map(({ text }) => text),
					[hierarchy.root.certificate.subject.text],
				);
				assert.equal(tls.chain.length, 3);
				assert.equal(failure?.kind, 'tls-client-certificate-missing');
			});
		});

		it(`shows with ${maxVersion} a certificate that is accepted`, async () => {
			await withPeer(securePeer({ ...wantsCertificate, maxVersion }, fixed(204)), async ({ url, bodies }) => {
				const identity = clientIdentity();
				const { tls, failure } = await inspect(url, identity);
				assert.equal(failure, null);
				assert.equal(tls?.clientCertificate?.sha256, identity.certificate.sha256);
				assert.deepEqual(bodies, []);
			});
		});

		it(`tells with ${maxVersion} that a certificate of another CA is refused`, async () => {
			const foreign = clientIdentity({}, pki.g1Test);
			await withPeer(securePeer({ ...wantsCertificate, maxVersion }, fixed(204)), async ({ url }) => {
				const { failure } = await inspect(url, foreign);
				assert.equal(failure?.kind, 'tls-client-certificate-rejected');
			});
		});
	}

	for (const ecdhCurve of ['P-256', 'P-384', 'P-521']) {
		it(`sees the whole handshake with a server that only wants ${ecdhCurve}, and so asks for another key first`, async () => {
			const server = securePeer({ ...wantsCertificate, ecdhCurve, minVersion: 'TLSv1.3' }, fixed(204));
			await withPeer(server, async ({ url }) => {
				const { tls, failure } = await inspect(url, clientIdentity());
				assert.equal(failure, null);
				assert.equal(tls?.protocol, 'TLSv1.3');
				assert.equal(tls.chain.length, 3);
				assert.equal(tls.clientCertificateRequested, true);
				assert.equal(tls.acceptedAuthorities?.length, 1);
			});
		});
	}

	it('judges nothing: it also shows a certificate that has expired and is for another host', async () => {
		const bad = serverCertificate({
			notAfter: new Date('2026-07-01T00:00:00Z'),
			subjectAlternativeNames: [{ type: 'dns', value: 'elders.example' }],
		});
		await withPeer(securePeer(bad, fixed(204)), async ({ url }) => {
			const { tls, failure } = await inspect(url);
			assert.equal(failure, null);
			assert.equal(tls?.chain.length, 3);
		});
	});

	it('tells when a server that wants a certificate hangs up without a word', async () => {
		const wants = { ...wantsCertificate, rejectUnauthorized: false };
		const peer = securePeer(wants, fixed(204), (socket) => socket.destroy());
		await withPeer(peer, async ({ url }) => {
			const { failure } = await inspect(url);
			assert.equal(failure?.kind, 'tls-client-certificate-missing');
		});
	});

	const silent: readonly (readonly [title: string, start: () => Promise<Peer>, kind: string])[] = [
		['speaks no TLS', () => plainPeer(fixed(200)), 'tls-failed'],
		['says nothing', () => rawPeer('https', () => undefined), 'timeout'],
		['hangs up', () => rawPeer('https', (socket) => socket.destroy()), 'connection-reset'],
	];
	for (const [title, start, kind] of silent) {
		it(`tells when the other side ${title}`, async () => {
			await withPeer(start(), async ({ url }) => {
				const { failure } = await inspect(url.replace('http:', 'https:'));
				assert.equal(failure?.kind, kind);
			});
		});
	}

	it('tells when nobody listens', async () => {
		const { tls, failure } = await inspect(`https://localhost:${await freePort()}/`);
		assert.equal(tls, null);
		assert.equal(failure?.kind, 'connection-refused');
	});
});
