import { createHash, randomBytes } from 'node:crypto';
import type {
	Certificate,
	CertificatePolicy,
	Extensions,
	GeneralName,
} from '../../../../src/certificates/certificate';
import { isReadable, readCertificate } from '../../../../src/certificates/readCertificate';
import {
	bitString,
	boolean,
	context,
	ia5String,
	implicit,
	integer,
	namedBits,
	octetString,
	oid,
	pem,
	printableString,
	sequence,
	set,
	time,
	utf8String,
} from './derWriter';
import { keyNamed, type KeyName, type KeyPair } from './keys';
import { algorithmIdentifier, signatureOf, type SignatureKind } from './signing';

/** Attributes in order, by OID. */
export type NameParts = readonly (readonly [type: NameType, value: string])[];

export type NameType = keyof typeof nameTypes;

const nameTypes = {
	C: '2.5.4.6',
	O: '2.5.4.10',
	OU: '2.5.4.11',
	L: '2.5.4.7',
	ST: '2.5.4.8',
	CN: '2.5.4.3',
	serialNumber: '2.5.4.5',
	organizationIdentifier: '2.5.4.97',
} as const;

const keyUsages = [
	'digitalSignature',
	'nonRepudiation',
	'keyEncipherment',
	'dataEncipherment',
	'keyAgreement',
	'keyCertSign',
	'cRLSign',
];

const purposes: Readonly<Record<string, string>> = {
	serverAuth: '1.3.6.1.5.5.7.3.1',
	clientAuth: '1.3.6.1.5.5.7.3.2',
	emailProtection: '1.3.6.1.5.5.7.3.4',
	anyExtendedKeyUsage: '2.5.29.37.0',
};

/** All that can be chosen about a certificate. `null` leaves an extension out. */
export interface CertificateSpec extends Pick<
	Extensions,
	| 'subjectAlternativeNames'
	| 'basicConstraints'
	| 'keyUsage'
	| 'extendedKeyUsage'
	| 'policies'
	| 'ocsp'
	| 'caIssuers'
	| 'crlDistributionPoints'
> {
	readonly subject: NameParts;
	readonly serialNumber: bigint;
	readonly notBefore: Date;
	readonly notAfter: Date;
	readonly key: KeyName;
	/** How the issuer signs; default as it signs all its certificates. */
	readonly signature?: SignatureKind;
	/** Others, at the end. `value` is the DER inside the OCTET STRING. */
	readonly otherExtensions?: readonly {
		readonly oid: string;
		readonly critical: boolean;
		readonly value: Uint8Array;
	}[];
	/** One bit of the signature is wrong. */
	readonly signatureDamaged?: boolean;
}

/** A certificate of the tests, with its key: it can issue others. */
export interface Issued {
	readonly spec: CertificateSpec;
	readonly der: Uint8Array;
	readonly pem: string;
	/** As our own reader reads it. */
	readonly certificate: Certificate;
	readonly key: KeyPair;
	/** PKCS#8. */
	readonly keyPem: string;
	/** Signs with this, unless a spec says otherwise. */
	readonly signs: SignatureKind;
}

/**
 * Makes a certificate.
 *
 * @param issuer `self` for a root.
 * @param signs How the new certificate signs those that it issues.
 */
export function issue(issuer: Issued | 'self', spec: CertificateSpec, signs: SignatureKind): Issued {
	const key = keyNamed(spec.key);
	const signer = issuer === 'self' ? key : issuer.key;
	const kind = spec.signature ?? (issuer === 'self' ? signs : issuer.signs);
	const body = sequence(
		context(0, integer(2)),
		integer(spec.serialNumber),
		algorithmIdentifier(kind),
		nameOf(issuer === 'self' ? spec.subject : issuer.spec.subject),
		sequence(time(spec.notBefore), time(spec.notAfter)),
		nameOf(spec.subject),
		spkiOf(key),
		context(3, sequence(...extensionsOf(spec, key, signer))),
	);
	const signature = Buffer.from(signatureOf(kind, signer, body));
	if (spec.signatureDamaged === true) {
		signature.writeUInt8(signature.readUInt8(9) ^ 1, 9);
	}
	const der = new Uint8Array(sequence(body, algorithmIdentifier(kind), bitString(signature)));
	const certificate = readCertificate(der);
	if (!isReadable(certificate)) {
		throw new Error(`The test made a certificate that cannot be read: ${certificate.unreadable}`);
	}
	return {
		spec,
		der,
		pem: pem('CERTIFICATE', der),
		certificate,
		key,
		keyPem: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		signs,
	};
}

/** A serial number as authorities give them: positive, 16 bytes at random. */
export function randomSerial(): bigint {
	return BigInt(`0x5${randomBytes(16).toString('hex').slice(1)}`);
}

/** The Name as DER: PrintableString for the country and the serial number, UTF8String for the others. */
export function nameOf(parts: NameParts): Uint8Array {
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

function spkiOf(key: KeyPair): Uint8Array {
	return key.publicKey.export({ type: 'spki', format: 'der' });
}

function keyIdentifier(key: KeyPair): Uint8Array {
	return createHash('sha1').update(spkiOf(key)).digest();
}

/** One Extension. */
export function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
	return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

type ExtensionSpec = Pick<
	CertificateSpec,
	'subjectAlternativeNames' | 'basicConstraints' | 'keyUsage' | 'extendedKeyUsage' | 'policies'
>;

/** The extensions that a request may ask for too. */
export function requestedExtensions(spec: ExtensionSpec): readonly Uint8Array[] {
	const { basicConstraints, keyUsage, extendedKeyUsage, subjectAlternativeNames, policies } = spec;
	return [
		basicConstraints &&
			extension(
				'2.5.29.19',
				basicConstraints.critical,
				sequence(
					...(basicConstraints.ca ? [boolean(true)] : []),
					...(basicConstraints.pathLength === null ? [] : [integer(basicConstraints.pathLength)]),
				),
			),
		keyUsage &&
			extension(
				'2.5.29.15',
				keyUsage.critical,
				namedBits(keyUsage.usages.map((usage) => keyUsages.indexOf(usage))),
			),
		extendedKeyUsage &&
			extension(
				'2.5.29.37',
				extendedKeyUsage.critical,
				sequence(...extendedKeyUsage.usages.map((usage) => oid(purposes[usage] ?? usage))),
			),
		subjectAlternativeNames &&
			extension('2.5.29.17', false, sequence(...subjectAlternativeNames.map(generalName))),
		policies && extension('2.5.29.32', false, sequence(...policies.map(policy))),
	].filter((written) => written !== null);
}

function extensionsOf(spec: CertificateSpec, key: KeyPair, signer: KeyPair): readonly Uint8Array[] {
	const access = [
		...spec.ocsp.map((uri) => ['1.3.6.1.5.5.7.48.1', uri] as const),
		...spec.caIssuers.map((uri) => ['1.3.6.1.5.5.7.48.2', uri] as const),
	].map(([method, uri]) => sequence(oid(method), generalName({ type: 'uri', value: uri })));
	const points = spec.crlDistributionPoints.map((uri) =>
		sequence(context(0, context(0, generalName({ type: 'uri', value: uri })))),
	);
	return [
		...requestedExtensions(spec),
		...(access.length > 0 ? [extension('1.3.6.1.5.5.7.1.1', false, sequence(...access))] : []),
		...(points.length > 0 ? [extension('2.5.29.31', false, sequence(...points))] : []),
		extension('2.5.29.14', false, octetString(keyIdentifier(key))),
		extension('2.5.29.35', false, sequence(implicit(0, keyIdentifier(signer)))),
		...(spec.otherExtensions ?? []).map(({ oid: id, critical, value }) => extension(id, critical, value)),
	];
}

/** IPv4 only; `other` is a name of the form `OID:text`; a directory name has one CN. */
function generalName({ type, value }: GeneralName): Uint8Array {
	switch (type) {
		case 'email':
			return implicit(1, Buffer.from(value, 'latin1'));
		case 'dns':
			return implicit(2, Buffer.from(value, 'latin1'));
		case 'uri':
			return implicit(6, Buffer.from(value, 'latin1'));
		case 'ip':
			return implicit(7, Buffer.from(value.split('.').map(Number)));
		case 'directory':
			return context(4, nameOf([['CN', value]]));
		case 'other': {
			const [id = '', text = ''] = value.split(':');
			return context(0, oid(id), context(0, utf8String(text)));
		}
	}
}

function policy({ oid: id, cps, notices }: CertificatePolicy): Uint8Array {
	const qualifiers = [
		...cps.map((uri) => sequence(oid('1.3.6.1.5.5.7.2.1'), ia5String(uri))),
		...notices.map((text) => sequence(oid('1.3.6.1.5.5.7.2.2'), sequence(utf8String(text)))),
	];
	return sequence(oid(id), ...(qualifiers.length > 0 ? [sequence(...qualifiers)] : []));
}
