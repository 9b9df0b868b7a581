import { constants, createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import {
	bitString,
	context,
	implicit,
	integer,
	nil,
	octetString,
	oid,
	printableString,
	sequence,
	set,
	truth,
	utcTime,
	utf8String,
} from './writeDer';

/** The attributes of a name that PKIoverheid G4 uses, in the order of the name. */
export type NameParts = readonly (readonly [type: keyof typeof nameTypes, value: string])[];

const nameTypes = {
	C: '2.5.4.6',
	O: '2.5.4.10',
	organizationIdentifier: '2.5.4.97',
	serialNumber: '2.5.4.5',
	CN: '2.5.4.3',
} as const;

/** Who issues, with the private key that signs. */
export interface Issuer {
	readonly name: NameParts;
	readonly privateKey: KeyObject;
}

/** What stands in a certificate. */
export interface Subject {
	readonly name: NameParts;
	/** Its own key: only the public half of it goes into the certificate. */
	readonly privateKey: KeyObject;
	readonly notBefore: Date;
	/** Before 2050. */
	readonly notAfter: Date;
	/** Of an organisation, with the host names of its server; `null` for a CA. */
	readonly hostNames: readonly string[] | null;
}

/**
 * Issues a certificate in the profile of PKIoverheid G4 Private TLS SYS under names of a test (profile G4TRIALEEPrivGTLSSYS2025):
 * RSASSA-PSS with SHA-512 in every layer, and no addresses of CRLs, as there are none.
 *
 * @returns The DER.
 */
export async function issueCertificate(issuer: Issuer, subject: Subject): Promise<Uint8Array> {
	const body = sequence(
		context(0, integer(Buffer.from([2]))),
		integer(serialNumber()),
		signatureAlgorithm,
		distinguishedName(issuer.name),
		sequence(utcTime(subject.notBefore), utcTime(subject.notAfter)),
		distinguishedName(subject.name),
		publicKeyOf(subject.privateKey),
		context(3, sequence(...extensions(issuer, subject))),
	);
	const key = {
		key: issuer.privateKey,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: hashLength,
	};
	const signature = await promisify(sign)('sha512', body, key);
	return sequence(body, signatureAlgorithm, bitString(signature));
}

/** Bytes of SHA-512, which is also the length of the salt. */
const hashLength = 64;

const sha512 = sequence(oid('2.16.840.1.101.3.4.2.3'), nil);

/** RSASSA-PSS with its parameters (RFC 4055 §3.1). */
const signatureAlgorithm = sequence(
	oid('1.2.840.113549.1.1.10'),
	sequence(
		context(0, sha512),
		context(1, sequence(oid('1.2.840.113549.1.1.8'), sha512)),
		context(2, integer(Buffer.from([hashLength]))),
	),
);

/** Positive, and unpredictable (CA/Browser Forum asks for 64 bits at random). */
function serialNumber(): Uint8Array {
	return Buffer.concat([Buffer.from([0x5a]), randomBytes(15)]);
}

function distinguishedName(parts: NameParts): Uint8Array {
	return sequence(
		...parts.map(([type, value]) =>
			set(
				sequence(
					oid(nameTypes[type]),
					type === 'C' || type === 'serialNumber' ? printableString(value) : utf8String(value),
				),
			),
		),
	);
}

function publicKeyOf(privateKey: KeyObject): Uint8Array {
	return createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
}

/** A name for the key by which chains are found (RFC 5280 §4.2.1.2 lets the issuer choose it). */
function keyIdentifier(privateKey: KeyObject): Uint8Array {
	return createHash('sha256').update(publicKeyOf(privateKey)).digest().subarray(0, 20);
}

function extensions(issuer: Issuer, { hostNames, privateKey }: Subject): readonly Uint8Array[] {
	return [
		...(hostNames === null ? authorityExtensions : organisationExtensions(hostNames)),
		extension('2.5.29.14', octetString(keyIdentifier(privateKey))),
		extension('2.5.29.35', sequence(implicit(0, keyIdentifier(issuer.privateKey)))),
	];
}

/** KeyUsage keyCertSign and cRLSign: bits 5 and 6. */
const authorityExtensions: readonly Uint8Array[] = [
	criticalExtension('2.5.29.19', sequence(truth)),
	criticalExtension('2.5.29.15', bitString(Buffer.from([0b0000_0110]), 1)),
];

/** KeyUsage digitalSignature and keyEncipherment: bits 0 and 2. */
function organisationExtensions(hostNames: readonly string[]): readonly Uint8Array[] {
	const names = hostNames.map((name) => implicit(2, Buffer.from(name, 'latin1')));
	return [
		criticalExtension('2.5.29.19', sequence()),
		criticalExtension('2.5.29.15', bitString(Buffer.from([0b1010_0000]), 5)),
		extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'), oid('1.3.6.1.5.5.7.3.2'))),
		extension('2.5.29.17', sequence(...names)),
		// NCP, and the policy of TRIAL for servers and systems.
		extension(
			'2.5.29.32',
			sequence(sequence(oid('0.4.0.2042.1.1')), sequence(oid('2.16.528.1.1003.1.2.41.15.35.11'))),
		),
		// The OIN in serialNumber is of a legal person (ETSI EN 319 412-1).
		extension(
			'1.3.6.1.5.5.7.1.3',
			sequence(sequence(oid('1.3.6.1.5.5.7.11.2'), sequence(oid('0.4.0.194121.1.2')))),
		),
	];
}

function extension(id: string, value: Uint8Array): Uint8Array {
	return sequence(oid(id), octetString(value));
}

function criticalExtension(id: string, value: Uint8Array): Uint8Array {
	return sequence(oid(id), truth, octetString(value));
}
