import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../../../src/certificates/certificate';
import { environments, type ConnectionEnvironment } from '../../../src/ebms/connection';
import { curlTrustOf } from '../../../src/ebms/ping/curlCommand';
import { serverWarnings } from '../../../src/ebms/ping/warnings';
import { gatherTrust } from '../../../src/ebms/trust/gatherTrust';
import { readFetchedAuthorities, readTrustFile } from '../../../src/ebms/trust/readTrustFile';
import { serverPathOf } from '../../../src/ebms/trust/serverPath';
import type { TrustAnchor, TrustOrigin } from '../../../src/ebms/trust/trustAnchor';
import { temporaryFolder } from '../certificates/pki/tools';
import { fixed, securePeer } from './peers';
import { anchor, hierarchy, loopbackNames, pingTo, pki, send, serverCertificate } from './pingTesting';

const now = new Date('2026-11-24T12:00:00Z');
const { g1, g4Trial } = pki;

function from(origin: TrustOrigin, certificate: Certificate): TrustAnchor {
	return { certificate, origin, file: `${origin}.pem`, isDer: false };
}

describe('What a connection may trust', () => {
	const trial = g4Trial.root.certificate;
	const real = g1.root.certificate;

	const cases: readonly (readonly [ConnectionEnvironment | null, readonly string[]])[] = [
		['local', ['connection trial', 'setting real']],
		['test', ['connection trial', 'setting real', 'pkioverheid tsp']],
		['preproduction', ['connection trial', 'setting real', 'pkioverheid tsp']],
		['production', ['connection trial', 'setting real', 'pkioverheid tsp']],
		[null, ['connection trial', 'setting real', 'pkioverheid tsp']],
	];
	const names = new Map([
		[trial.sha256, 'trial'],
		[real.sha256, 'real'],
		[g1.tsp.certificate.sha256, 'tsp'],
	]);
	for (const [environment, expected] of cases) {
		it(`is what it names, the setting and, but for the local partner, what was fetched: ${environment ?? 'nobody said'}`, () => {
			const trust = gatherTrust(environment, {
				connection: [from('connection', trial)],
				setting: [from('setting', trial), from('setting', real)],
				pkioverheid: [from('pkioverheid', g1.tsp.certificate), from('pkioverheid', real)],
			});
			assert.deepEqual(
				trust.map(({ origin, certificate }) => `${origin} ${names.get(certificate.sha256) ?? ''}`),
				expected,
			);
		});
	}

	for (const environment of [...environments, null]) {
		const isForTests = environment === 'local' || environment === 'test';
		it(`${isForTests ? 'takes' : 'does not take'} a test root of the setting for all connections in ${environment ?? 'an environment that nobody named'}`, () => {
			const setting = [from('setting', trial)];
			const trust = gatherTrust(environment, { connection: [], setting, pkioverheid: [] });
			assert.deepEqual(trust, isForTests ? setting : []);
		});
	}

	it('is read from PEM and DER, and from nothing else', () => {
		const read = (bytes: Uint8Array): readonly (readonly [string, boolean])[] =>
			readTrustFile('a', bytes, 'setting').map(({ certificate, isDer }) => [certificate.sha256, isDer]);
		assert.deepEqual(read(Buffer.from(g1.root.pem)), [[real.sha256, false]]);
		assert.deepEqual(read(g1.root.der), [[real.sha256, true]]);
		assert.deepEqual(read(Buffer.from('no certificate')), []);
	});

	it('is not what somebody laid among the fetched CA certificates', () => {
		const folder = join(temporaryFolder(), 'pkioverheid');
		mkdirSync(folder);
		writeFileSync(join(folder, `${trial.sha256}.cer`), g4Trial.root.der);
		assert.deepEqual(readFetchedAuthorities(folder), []);
	});
});

describe('The server that a Ping meets', () => {
	const leaf = g4Trial.leaf({ subjectAlternativeNames: loopbackNames });
	const sent = [leaf.certificate, g4Trial.tsp.certificate, g4Trial.domain.certificate] as const;
	const root = anchor(g4Trial.root.certificate);

	it('is trusted by the root that its chain leads to', () => {
		const path = serverPathOf(sent, [from('setting', g1.root.certificate), root]);
		assert.equal(path.anchor, root);
		assert.deepEqual(path.unsent, []);
	});

	it('is trusted by nothing when only another root, or no root, is at hand', () => {
		for (const trust of [[anchor(g1.root.certificate)], [anchor(g4Trial.domain.certificate)], []]) {
			assert.equal(serverPathOf(sent, trust).anchor, null);
		}
	});

	const target = pingTo('https://localhost/').target;
	const codes = (
		chain: readonly [Certificate, ...Certificate[]],
		environment: ConnectionEnvironment,
		trust: readonly TrustAnchor[],
	): readonly string[] =>
		serverWarnings({ ...target, environment }, serverPathOf(chain, trust), now).map(({ code }) => code);
	const realLeaf = g1.leaf({ subjectAlternativeNames: loopbackNames });
	const realSent = [realLeaf.certificate, g1.tsp.certificate, g1.domain.certificate] as const;
	const realRoot = anchor(g1.root.certificate);

	it('gives a warning when a test certificate stands at (pre-)production, trusted or not', () => {
		for (const trust of [[root], []]) {
			assert.deepEqual(codes(sent, 'production', trust), ['ping.test-server']);
			assert.deepEqual(codes(sent, 'preproduction', trust), ['ping.test-server']);
			assert.deepEqual(codes(sent, 'test', trust), []);
			assert.deepEqual(codes(sent, 'local', trust), []);
		}
	});

	it('gives a warning when a certificate of production stands at a test', () => {
		assert.deepEqual(codes(realSent, 'test', [realRoot]), ['ping.production-server']);
		assert.deepEqual(codes(realSent, 'production', [realRoot]), []);
	});

	it('gives a warning when only our own CA certificates complete its chain', () => {
		const [server] = sent;
		const trust = [root, anchor(g4Trial.domain.certificate), anchor(g4Trial.tsp.certificate)];
		assert.deepEqual(codes([server], 'test', trust), ['ping.server-chain-incomplete']);
		assert.deepEqual(codes([server], 'test', [root]), []);
	});

	it('is believed with a fetched CA certificate, as with one that the connection names', async () => {
		const peer = await securePeer(serverCertificate(), fixed(204));
		const trust = [from('pkioverheid', hierarchy.root.certificate)];
		const { outcome, trustedBy } = await send(pingTo(peer.url, { trust }));
		await peer.close();
		assert.deepEqual([outcome.kind, trustedBy?.origin], ['accepted', 'pkioverheid']);
	});

	it('is trusted by nothing when nothing was sent to it', async () => {
		const peer = await securePeer(serverCertificate(), fixed(204));
		const { outcome, trustedBy } = await send(pingTo(peer.url, { trust: [realRoot] }));
		await peer.close();
		assert.deepEqual([outcome.kind, trustedBy], ['tls-untrusted-server', null]);
	});
});

describe('What curl is to trust', () => {
	it('is each file once, and of the fetched CA certificates the roots only', () => {
		assert.deepEqual(
			curlTrustOf([
				from('connection', hierarchy.root.certificate),
				from('connection', hierarchy.domain.certificate),
				{ ...from('pkioverheid', g1.root.certificate), file: 'root.cer', isDer: true },
				{ ...from('pkioverheid', g1.domain.certificate), file: 'domain.cer', isDer: true },
			]),
			[
				{ file: 'connection.pem', isDer: false },
				{ file: 'root.cer', isDer: true },
			],
		);
	});
});
