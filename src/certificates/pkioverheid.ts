import type { Certificate, DistinguishedName } from './certificate';

/** The branches of PKIoverheid that matter here; `public` holds what browsers used to trust. */
export type Branch = 'G1' | 'G4' | 'public';

export type Layer = 'root' | 'domain' | 'tsp';

/** A CA of PKIoverheid, known by the SHA-256 of its certificate. */
export interface Authority {
	readonly commonName: string;
	readonly branch: Branch;
	readonly layer: Layer;
	/** Of the DER; lower-case hex. */
	readonly sha256: string;
	/** Where the certificate can be downloaded; `null` when no address is published that we know. */
	readonly download: string | null;
}

const repository = 'http://cert.pkioverheid.nl';

function authority(
	branch: Branch,
	layer: Layer,
	commonName: string,
	sha256: string,
	fileName: string | null = branch === 'G4' ? g4FileName(commonName) : null,
): Authority {
	return {
		commonName,
		branch,
		layer,
		sha256,
		download: fileName === null ? null : `${repository}/${fileName}.cer`,
	};
}

/** `KPN - G4 PKIo Priv G-TLS SYS - 2025` is published as `KPNG4PKIoPrivGTLSSYS2025.cer`, and so are all of G4. */
function g4FileName(commonName: string): string {
	return commonName.replace(/[ -]/g, '');
}

/**
 * The CAs whose fingerprint is known (reference: roots computed from the certificates; private TLS intermediates as in
 * production trust stores of 2026). G2, G3 and EV are here to recognise what PKI005 forbids.
 */
export const authorities: readonly Authority[] = [
	authority(
		'G1',
		'root',
		'Staat der Nederlanden Private Root CA - G1',
		'0257ce27b52408e24ee2c0945640b723c5bc66ddbda4ada58c60357604f0e675',
		'PrivateRootCA-G1',
	),
	authority(
		'G1',
		'domain',
		'Staat der Nederlanden Private Services CA - G1',
		'2eaaf678e645dc26ea82c016ef3960935659cf81b4c44d9b2d0fb1a142666c98',
		'DomPrivateServicesCA-G1',
	),
	authority(
		'G1',
		'tsp',
		'KPN PKIoverheid Private Services CA - G1',
		'bdb68500aaae2563c57b4525784360436d3e3fd8df974b25a77f132cecc2a49d',
	),
	authority(
		'G1',
		'tsp',
		'Digidentity BV PKIoverheid Private Services CA - G1',
		'bfe8f634772b0ec2cd2a41a17fc7612577d7e24f934073dec89a991b6169687e',
	),
	authority(
		'G1',
		'tsp',
		'QuoVadis PKIoverheid Private Services CA - G1',
		'69df8d18c54503f83dc239c3dcf8115b2a447efc5defca6119d18e988c12276d',
	),
	authority(
		'G1',
		'tsp',
		'DigiCert QuoVadis PKIoverheid Private Services CA - 2023',
		'b63a82ce98e9fe704dc42b7cb4b63d4bf0646b1d0754f9a4c696a4afb39436bc',
	),
	authority(
		'G1',
		'tsp',
		'UZI-register Private Server CA G1',
		'bdd860ef8e87e2b2c7ebb34dd6e9e1771a3a3c5dec850ba7080e3e2904dbd897',
	),
	authority(
		'G4',
		'root',
		'Staat der Nederlanden - G4 Root Priv G-TLS - 2024',
		'4411f67d3d7f4f49d34ff8862249de0d6692adc92df0855fb1dd67a169800484',
	),
	authority(
		'G4',
		'domain',
		'Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024',
		'a24f6f2fa192dd96ceeaf8d4c380d8663426f95858956a5adff5cfd36b30554f',
	),
	authority(
		'G4',
		'tsp',
		'KPN - G4 PKIo Priv G-TLS SYS - 2025',
		'2b4ee93832a4b2ca349e86c21caf8f959b106c2d0aa6fd49a983fca00574d1a6',
	),
	authority(
		'G4',
		'tsp',
		'Digidentity - G4 PKIo Priv G-TLS SYS - 2025',
		'fc6b0573c096991e59e886e28e314dfd74d96a8ea3976e197f23c2e5c49acd87',
	),
	authority(
		'G4',
		'tsp',
		'DigiCert - G4 PKIo Priv G-TLS SYS - 2025',
		'a3234374ce91c000c929c66daade6c85457d61850e6fb388e349fd710a9bb305',
	),
	authority(
		'G4',
		'tsp',
		'UZI Server - G4 PKIo Priv G-TLS SYS - 2025',
		'b034cbfffcafe784edaef49fefad354edbc7823d8d6522d3da6f8e91ff28aa42',
	),
	authority(
		'public',
		'root',
		'Staat der Nederlanden Root CA - G2',
		'668c83947da63b724bece1743c31a0e6aed0db8ec5b31be377bb784f91b6716f',
	),
	authority(
		'public',
		'root',
		'Staat der Nederlanden Root CA - G3',
		'3c4fb0b95ab8b30032f432b86f535fe172c185d0fd39865837cf36187fa6f428',
	),
	authority(
		'public',
		'root',
		'Staat der Nederlanden EV Root CA',
		'4d2491414cfe956746ec4cefa6cf6f72e28a1329432f9d8a907ac4cb5dadc15a',
	),
];

const byFingerprint: ReadonlyMap<string, Authority> = new Map(authorities.map((one) => [one.sha256, one]));

/** The CA of PKIoverheid that a certificate is, by its fingerprint. */
export function knownAuthority({ sha256 }: Certificate): Authority | undefined {
	return byFingerprint.get(sha256);
}

/** The CA of PKIoverheid that bears this name. A name proves nothing: it tells where to look. */
export function authorityNamed(name: DistinguishedName): Authority | undefined {
	const commonName = commonNameOf(name);
	return authorities.find((one) => one.commonName === commonName);
}

export function commonNameOf(name: DistinguishedName): string | undefined {
	return name.attributes.find(({ oid }) => oid === '2.5.4.3')?.value;
}

/** Names of CAs that the table may not have yet, or no longer: each TSP gets a new one now and then. */
const branchPatterns: readonly (readonly [Branch, RegExp])[] = [
	['G4', / - G4 (?:Root|Intm|PKIo) Priv (?:G-TLS|G-Other|S-CIBG)(?: [A-Z]+)? - 20\d\d$/],
	['G1', /^Staat der Nederlanden Private (?:Root|Services) CA - G1$/],
	['G1', /PKIoverheid Private Services CA\b/],
	['public', /^Staat der Nederlanden (?:EV )?Root CA\b/],
	['public', /\b(?:PKIoverheid|Staat der Nederlanden)\b.*\b(?:Organisatie|Burger|EV|Server)\b.*\bCA\b/],
];

/** The branch that a CA with this name would stand in. A name proves nothing. */
export function branchNamed(name: DistinguishedName): Branch | undefined {
	const commonName = commonNameOf(name) ?? '';
	return authorityNamed(name)?.branch ?? branchPatterns.find(([, pattern]) => pattern.test(commonName))?.[0];
}

/**
 * Whether a name is that of a private root of G4 whose fingerprint is not known here: those for other things than TLS servers
 * (reference §2.1), such as certificates that only authenticate a client.
 */
export function isUnlistedRoot(name: DistinguishedName): boolean {
	return /^Staat der Nederlanden - G4 Root Priv (?:G-Other|S-CIBG) - 2024$/.test(commonNameOf(name) ?? '');
}

/**
 * Whether a name is that of a G4 TSP CA of 2024. Those were revoked and followed by CAs of 2025 (reference §2.2; the
 * published date, 29 October 2025, is that of the UZI Server one).
 */
export function isRevokedAuthority(name: DistinguishedName): boolean {
	return (commonNameOf(name) ?? '').endsWith(' - G4 PKIo Priv G-TLS SYS - 2024') && !isTestName(name);
}

/** Whether a name says that it is of a test hierarchy: an attribute that begins with `TRIAL ` or `TEST `. */
export function isTestName({ attributes }: DistinguishedName): boolean {
	return attributes.some(({ value }) => /^(?:TRIAL|TEST) /.test(value));
}
