import assert from 'node:assert/strict';
import type { Certificate } from '../../../../src/certificates/certificate';
import {
	createPool,
	withCertificates,
	type PooledCertificate,
} from '../../../../src/certificates/certificatePool';
import { anchorOf, buildChain, hierarchyOf, type Chain } from '../../../../src/certificates/chain';
import { authorities } from '../../../../src/certificates/pkioverheid';
import { issue, type CertificateSpec, type Issued } from '../pki/issue';
import { makePki, type Hierarchy } from '../pki/makePki';

const pki = makePki();
const { g1, g4 } = pki;

const named = (commonName: string, key: CertificateSpec['key']): CertificateSpec => ({
	...g4.root.spec,
	subject: [['CN', commonName]],
	key,
});

/** The chain of the first certificate, with the others in the same file. */
function chainOf(
	[leaf, ...others]: readonly [Certificate, ...Certificate[]],
	elsewhere: readonly PooledCertificate[] = [],
): Chain {
	const file = [leaf, ...others].map((certificate): PooledCertificate => ({ certificate, origin: 'file' }));
	return buildChain({ certificate: leaf, origin: 'file' }, createPool([...elsewhere, ...file]));
}

const certificatesOf = (issued: readonly Issued[]): Certificate[] =>
	issued.map(({ certificate }) => certificate);

const trusted = (certificate: Certificate): PooledCertificate => ({ certificate, origin: 'trust' });

const subjects = ({ steps }: Chain): readonly (string | undefined)[] =>
	steps.map(({ certificate }) => certificate.subject.attributes.at(-1)?.value);

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
	return items.length < 2
		? [items]
		: items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('A chain', () => {
	for (const [name, hierarchy] of Object.entries(pki) as [keyof typeof pki, Hierarchy][]) {
		it(`of ${name} is built from certificates in any order`, () => {
			const leaf = hierarchy.leaf().certificate;
			const expected = [leaf, ...certificatesOf(hierarchy.authorities)].map(({ sha256 }) => sha256);
			for (const order of permutations(certificatesOf(hierarchy.authorities))) {
				const chain = chainOf([leaf, ...order]);
				assert.deepEqual(
					chain.steps.map(({ certificate }) => certificate.sha256),
					expected,
				);
				assert.deepEqual(chain.end, { state: 'root' });
			}
		});
	}

	it('takes the first origin of each certificate, and knows what is trusted besides', () => {
		const leaf = g1.leaf().certificate;
		const chain = buildChain(
			{ certificate: leaf, origin: 'file' },
			createPool([
				{ certificate: leaf, origin: 'file' },
				{ certificate: g1.tsp.certificate, origin: 'workspace' },
				{ certificate: g1.domain.certificate, origin: 'known' },
				{ certificate: g1.root.certificate, origin: 'known' },
				trusted(g1.root.certificate),
			]),
		);
		assert.deepEqual(
			chain.steps.map(({ origin, trusted: isTrusted }) => [origin, isTrusted]),
			[
				['file', false],
				['workspace', false],
				['known', false],
				['known', true],
			],
		);
	});

	it('names the issuer that is missing, with the CA of that name', () => {
		const leaf = g4.leaf().certificate;
		const { end } = chainOf([leaf, g4.root.certificate, g4.domain.certificate]);
		assert.ok(end.state === 'missing');
		assert.equal(end.issuer.text, 'C=NL, O=KPN B.V., CN=KPN - G4 PKIo Priv G-TLS SYS - 2025');
		assert.equal(end.authority?.download, 'http://cert.pkioverheid.nl/KPNG4PKIoPrivGTLSSYS2025.cer');
	});

	it('compares names without case and surplus white space', () => {
		const issuer = issue('self', named('Eigen  CA', 'rsa-2048-4'), 'rsa-sha256');
		const leaf = issue(issuer, g1.leaf().spec, 'rsa-sha256').certificate;
		const spelled = issue('self', named('EIGEN CA', 'rsa-2048-4'), 'rsa-sha256').certificate;
		assert.deepEqual(subjects(chainOf([leaf, spelled])), ['digikoppeling.voorbeeld.nl', 'EIGEN CA']);
	});

	it('takes the CA with the right key when two have the same name', () => {
		const other = issue(g1.domain, { ...g1.tsp.spec, key: 'rsa-2048-6' }, 'rsa-sha256').certificate;
		const leaf = g1.leaf().certificate;
		for (const pair of [
			[other, g1.tsp.certificate],
			[g1.tsp.certificate, other],
		]) {
			const chain = chainOf([leaf, ...pair]);
			assert.equal(chain.steps[1]?.certificate.sha256, g1.tsp.certificate.sha256);
		}
	});

	it('is missing its issuer when another CA of the same name lies elsewhere, and broken when it is in the file', () => {
		const other = issue(g1.domain, { ...g1.tsp.spec, key: 'rsa-2048-6' }, 'rsa-sha256').certificate;
		const leaf = g1.leaf().certificate;
		assert.equal(chainOf([leaf], [{ certificate: other, origin: 'workspace' }]).end.state, 'missing');
		const { end } = chainOf([leaf, other]);
		assert.ok(end.state === 'broken');
		assert.equal(end.reason, 'key');
	});

	it('is broken where a signature is, wherever the right CA comes from', () => {
		const leaf = g1.leaf({ signatureDamaged: true }).certificate;
		const { end } = chainOf([leaf], [{ certificate: g1.tsp.certificate, origin: 'known' }]);
		assert.ok(end.state === 'broken');
		assert.equal(end.reason, 'signature');
	});

	it('is broken at a root whose signature on itself is', () => {
		const root = issue('self', { ...g1.root.spec, signatureDamaged: true }, 'rsa-sha256').certificate;
		assert.equal(chainOf([root]).end.state, 'broken');
	});

	it('is one certificate long when it signed itself', () => {
		const chain = chainOf([issue('self', g4.leaf().spec, 'pss-sha512').certificate]);
		assert.deepEqual([chain.steps.length, chain.end], [1, { state: 'root' }]);
	});

	it('takes the way to the root that is trusted when a CA is cross-signed', () => {
		const elsewhere = issue('self', named('Andere root', 'rsa-2048-4'), 'rsa-sha256');
		const cross = issue(elsewhere, g1.domain.spec, 'rsa-sha256');
		const leaf = g1.leaf().certificate;
		const [tsp, domain, root] = certificatesOf(g1.authorities);
		assert.ok(tsp && domain && root);
		for (const order of permutations([tsp, domain, root, cross.certificate, elsewhere.certificate])) {
			assert.equal(
				subjects(chainOf([leaf, ...order], [trusted(root)])).at(-1),
				'Staat der Nederlanden Private Root CA - G1',
			);
			assert.equal(
				subjects(chainOf([leaf, ...order], [trusted(elsewhere.certificate)])).at(-1),
				'Andere root',
			);
		}
	});

	it('takes the renewed CA of the same key: the one that is valid longest', () => {
		const renewed = issue(
			g1.domain,
			{ ...g1.tsp.spec, notAfter: new Date('2028-11-12T23:00:01Z') },
			'rsa-sha256',
		).certificate;
		const chain = chainOf([g1.leaf().certificate, g1.tsp.certificate, renewed, g1.domain.certificate]);
		assert.equal(chain.steps[1]?.certificate.sha256, renewed.sha256);
	});

	it('takes the CA that is valid at the moment, and of two such the one in the file', () => {
		const until = (notAfter: string): Certificate =>
			issue(g1.domain, { ...g1.tsp.spec, notAfter: new Date(notAfter) }, 'rsa-sha256').certificate;
		const [old, renewed] = [until('2025-12-31T00:00:00Z'), until('2028-11-12T00:00:00Z')];
		const leaf = g1.leaf().certificate;
		const pool = createPool([
			{ certificate: leaf, origin: 'file' },
			{ certificate: old, origin: 'file' },
			{ certificate: renewed, origin: 'known' },
			...certificatesOf([g1.domain, g1.root]).map(trusted),
		]);
		for (const [first, moment, expected] of [
			[old, '2026-11-24', renewed],
			[old, '2024-11-24', old],
			[renewed, '2026-11-24', renewed],
		] as const) {
			const all = withCertificates(pool, [{ certificate: first, origin: 'file' }]);
			const chain = buildChain({ certificate: leaf, origin: 'file' }, all, new Date(moment));
			assert.equal(chain.steps[1]?.certificate.sha256, expected.sha256);
			assert.equal(chain.steps.length, 4);
		}
	});

	it('ends where two CAs issued one another', () => {
		const first = issue('self', named('Een', 'rsa-2048-4'), 'rsa-sha256');
		const second = issue(first, named('Twee', 'rsa-2048-5'), 'rsa-sha256');
		const firstBySecond = issue(second, named('Een', 'rsa-2048-4'), 'rsa-sha256');
		const leaf = issue(second, g1.leaf().spec, 'rsa-sha256');
		const chain = chainOf([leaf.certificate, second.certificate, firstBySecond.certificate]);
		assert.deepEqual(subjects(chain), ['digikoppeling.voorbeeld.nl', 'Twee', 'Een']);
		assert.deepEqual(chain.end, { state: 'loop' });
	});

	it('is found in reasonable time among many CAs with the same name and key', () => {
		const copies = Array.from({ length: 40 }, () =>
			issue(g1.root, named('Kring', 'rsa-2048-4'), 'rsa-sha256'),
		);
		const [some] = copies;
		assert.ok(some);
		const crossed = copies.map(() => issue(some, named('Kring', 'rsa-2048-4'), 'rsa-sha256').certificate);
		const leaf = issue(some, g1.leaf().spec, 'rsa-sha256').certificate;
		const started = performance.now();
		const chain = chainOf([leaf, ...crossed, ...certificatesOf(copies), g1.root.certificate]);
		assert.ok(performance.now() - started < 10_000);
		assert.equal(chain.end.state, 'root');
	});

	it('says so when this machine cannot verify a signature', () => {
		const leaf = g1.leaf().certificate;
		const unknown: Certificate = {
			...leaf,
			signature: { name: '1.2.3', oid: '1.2.3', hash: null, saltLength: null, maskHash: null },
		};
		assert.equal(chainOf([unknown, g1.tsp.certificate]).end.state, 'unverifiable');
	});
});

describe('The hierarchy of a chain', () => {
	/** The certificate as if it were the CA of the table: nobody can make one with that fingerprint. */
	function posing({ certificate }: Issued, commonName: string): Certificate {
		const authority = authorities.find((one) => one.commonName === commonName);
		assert.ok(authority);
		return { ...certificate, sha256: authority.sha256 };
	}

	it('is told by a fingerprint, also when the root is missing', () => {
		const tsp = posing(g4.tsp, 'KPN - G4 PKIo Priv G-TLS SYS - 2025');
		const chain = chainOf([g4.leaf().certificate, tsp]);
		assert.equal(hierarchyOf(chain), 'G4');
		assert.equal(anchorOf(chain)?.authority?.commonName, 'KPN - G4 PKIo Priv G-TLS SYS - 2025');
	});

	it('is public by the fingerprint of a public root, whatever the names', () => {
		const root = posing(g1.root, 'Staat der Nederlanden Root CA - G3');
		const chain = chainOf([g1.leaf().certificate, g1.tsp.certificate, g1.domain.certificate, root]);
		assert.equal(hierarchyOf(chain), 'public');
	});

	const rows: readonly (readonly [string, () => Chain, string])[] = [
		['G1 by the name of its issuer', () => chainOf([g1.leaf().certificate]), 'G1'],
		['G4 by the name of its issuer', () => chainOf([g4.leaf().certificate]), 'G4'],
		['TRIAL by the name of its issuer', () => chainOf([pki.g4Trial.leaf().certificate]), 'TRIAL'],
		['TRIAL by a name that begins with TEST', () => chainOf([pki.g1Test.leaf().certificate]), 'TRIAL'],
		[
			'unknown when it ends in another root of that name',
			() => chainOf([g4.leaf().certificate, ...certificatesOf(g4.authorities)]),
			'unknown',
		],
		[
			'G4 when the user trusts that root',
			() =>
				chainOf([g4.leaf().certificate, ...certificatesOf(g4.authorities)], [trusted(g4.root.certificate)]),
			'G4',
		],
		[
			'unknown without any sign',
			() => chainOf([issue('self', named('Eigen', 'rsa-2048-4'), 'rsa-sha256').certificate]),
			'unknown',
		],
	];
	for (const [about, chain, expected] of rows) {
		it(`is ${about}`, () => {
			assert.equal(hierarchyOf(chain()), expected);
		});
	}
});

describe('The table of CAs', () => {
	it('has whole fingerprints, each once', () => {
		assert.ok(authorities.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)));
		assert.equal(new Set(authorities.map(({ sha256 }) => sha256)).size, authorities.length);
	});

	it('has the addresses that the reference gives, and that of G4 by the same rule', () => {
		assert.deepEqual(
			authorities.flatMap(({ download }) => (download === null ? [] : [download.split('/').at(-1)])),
			[
				'PrivateRootCA-G1.cer',
				'DomPrivateServicesCA-G1.cer',
				'StaatderNederlandenG4RootPrivGTLS2024.cer',
				'StaatderNederlandenG4IntmPrivGTLSSYS2024.cer',
				'KPNG4PKIoPrivGTLSSYS2025.cer',
				'DigidentityG4PKIoPrivGTLSSYS2025.cer',
				'DigiCertG4PKIoPrivGTLSSYS2025.cer',
				'UZIServerG4PKIoPrivGTLSSYS2025.cer',
			],
		);
	});
});
