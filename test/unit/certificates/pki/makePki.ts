import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, randomSerial, type CertificateSpec, type Issued, type NameParts } from './issue';
import type { SignatureKind } from './signing';

/** Four layers, as PKIoverheid has them. */
export interface Hierarchy {
	readonly root: Issued;
	/** The domain CA of G1, the Intm CA of G4. */
	readonly domain: Issued;
	readonly tsp: Issued;
	/** The three CA certificates as they go with a leaf: TSP, domain, root. */
	readonly authorities: readonly [Issued, Issued, Issued];
	/** An end-entity certificate that is right in all respects, but for what is given. */
	readonly leaf: (overrides?: Partial<CertificateSpec>) => Issued;
}

/**
 * Hierarchies with the names and profiles of PKIoverheid, made for a test run: their fingerprints are those of no known
 * root, so a test says itself which root is trusted.
 */
export interface Pki {
	/** PKCS#1 v1.5 with SHA-256; names as in production. */
	readonly g1: Hierarchy;
	/** The same under names that begin with TEST. */
	readonly g1Test: Hierarchy;
	/** RSASSA-PSS with SHA-512 and a salt of 64; names as in production. */
	readonly g4: Hierarchy;
	/** The same under names that begin with TRIAL, and the TRIAL policy. */
	readonly g4Trial: Hierarchy;
}

interface HierarchyNames {
	readonly root: NameParts;
	readonly domain: NameParts;
	readonly tsp: NameParts;
}

interface Profile {
	readonly signs: SignatureKind;
	readonly names: HierarchyNames;
	readonly caNotBefore: Date;
	readonly caNotAfter: Date;
	readonly leaf: Omit<CertificateSpec, 'serialNumber'>;
}

const utc = (text: string): Date => new Date(`${text}Z`);

function caName(organisation: string, commonName: string): NameParts {
	return [
		['C', 'NL'],
		['O', organisation],
		['CN', commonName],
	];
}

function g1Profile(prefix: string, oin: string): Profile {
	return {
		signs: 'rsa-sha256',
		names: {
			root: caName(`${prefix}Staat der Nederlanden`, `${prefix}Staat der Nederlanden Private Root CA - G1`),
			domain: caName(
				`${prefix}Staat der Nederlanden`,
				`${prefix}Staat der Nederlanden Private Services CA - G1`,
			),
			tsp: caName(`${prefix}KPN B.V.`, `${prefix}KPN PKIoverheid Private Services CA - G1`),
		},
		caNotBefore: utc('2013-11-15T09:00:00'),
		caNotAfter: utc('2028-11-12T23:00:00'),
		leaf: {
			...leafBasis,
			subject: [
				['C', 'NL'],
				['O', 'Gemeente Voorbeeld'],
				['L', 'Voorbeeld'],
				['serialNumber', oin],
				['CN', 'digikoppeling.voorbeeld.nl'],
			],
			policies: [
				{
					oid: '2.16.528.1.1003.1.2.8.6',
					cps: ['https://certificaat.kpn.com/pkioverheid/cps'],
					notices: ['Op dit certificaat is het CPS PKIoverheid van KPN van toepassing.'],
				},
			],
			ocsp: ['http://ocsp.example.org/g1'],
			crlDistributionPoints: ['http://crl.example.org/g1.crl'],
		},
	};
}

function g4Profile(prefix: string, arc: 41 | 44, oin: string): Profile {
	const state = prefix === '' ? 'Staat der Nederlanden' : `${prefix}PKIoverheid`;
	const owner = prefix === '' ? state : `${state} - not for Production use`;
	return {
		signs: 'pss-sha512',
		names: {
			root: caName(owner, `${state} - G4 Root Priv G-TLS - 2024`),
			domain: caName(owner, `${state} - G4 Intm Priv G-TLS SYS - 2024`),
			tsp: caName(`${prefix}KPN B.V.`, `${prefix}KPN - G4 PKIo Priv G-TLS SYS - 2025`),
		},
		caNotBefore: utc('2024-06-27T09:00:00'),
		caNotAfter: utc('2039-05-19T09:00:00'),
		leaf: {
			...leafBasis,
			subject: [
				['C', 'NL'],
				['O', 'Gemeente Voorbeeld'],
				['organizationIdentifier', 'NTRNL-99999991'],
				['serialNumber', oin],
				['CN', 'Gemeente Voorbeeld'],
			],
			policies: [
				{ oid: '0.4.0.2042.1.1', cps: [], notices: [] },
				{ oid: `2.16.528.1.1003.1.2.${arc}.15.35.11`, cps: [], notices: [] },
			],
			caIssuers: ['http://cert.example.org/g4.cer'],
			crlDistributionPoints: ['http://crl.example.org/g4.crl'],
		},
	};
}

const leafBasis = {
	notBefore: utc('2026-06-01T00:00:00'),
	notAfter: utc('2028-05-31T23:59:59'),
	key: 'rsa-3072-0',
	basicConstraints: { critical: true, ca: false, pathLength: null },
	keyUsage: { critical: true, usages: ['digitalSignature', 'keyEncipherment'] },
	extendedKeyUsage: { critical: false, usages: ['serverAuth', 'clientAuth'] },
	subjectAlternativeNames: [{ type: 'dns', value: 'digikoppeling.voorbeeld.nl' }],
	ocsp: [],
	caIssuers: [],
} satisfies Partial<CertificateSpec>;

/**
 * Makes the hierarchies; keys come from {@link keyNamed}, so that this is quick but for the first time in a run.
 *
 * @param folder When given, the certificates of the hierarchies are written there: `g4-root.pem`, `g4-domain.pem`,
 *   `g4-tsp.pem`, `g4-leaf.pem`, `g4-leaf.key`, and so on.
 */
export function makePki(folder?: string): Pki {
	const pki: Pki = {
		g1: hierarchy(g1Profile('', '00000003999999910000')),
		g1Test: hierarchy(g1Profile('TEST ', '00000099999999910000')),
		g4: hierarchy(g4Profile('', 44, '00000003999999910000')),
		g4Trial: hierarchy(g4Profile('TRIAL ', 41, '00000099999999910000')),
	};
	if (folder !== undefined) {
		write(folder, pki);
	}
	return pki;
}

function hierarchy(profile: Profile): Hierarchy {
	const { names, signs } = profile;
	const root = issue('self', authority(profile, names.root, 'rsa-2048-0'), signs);
	const domain = issue(root, authority(profile, names.domain, 'rsa-2048-1'), signs);
	const tsp = issue(domain, authority(profile, names.tsp, 'rsa-2048-2'), signs);
	return {
		root,
		domain,
		tsp,
		authorities: [tsp, domain, root],
		leaf: (overrides = {}) =>
			issue(tsp, { ...profile.leaf, serialNumber: randomSerial(), ...overrides }, signs),
	};
}

/** The spec of a CA certificate. */
function authority(profile: Profile, subject: NameParts, key: CertificateSpec['key']): CertificateSpec {
	return {
		subject,
		serialNumber: randomSerial(),
		notBefore: profile.caNotBefore,
		notAfter: profile.caNotAfter,
		key,
		basicConstraints: { critical: true, ca: true, pathLength: null },
		keyUsage: { critical: true, usages: ['keyCertSign', 'cRLSign'] },
		extendedKeyUsage: null,
		subjectAlternativeNames: null,
		policies: null,
		ocsp: [],
		caIssuers: [],
		crlDistributionPoints: profile.leaf.crlDistributionPoints,
	};
}

function write(folder: string, pki: Pki): void {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	for (const [name, { root, domain, tsp, leaf }] of Object.entries(pki) as [string, Hierarchy][]) {
		const end = leaf();
		for (const [part, issued] of Object.entries({ root, domain, tsp, leaf: end })) {
			writeFileSync(join(folder, `${name}-${part}.pem`), issued.pem);
		}
		writeFileSync(join(folder, `${name}-leaf.key`), end.keyPem, { mode: 0o600 });
	}
}
