import { bitString, context, integer, oid, sequence, set } from './derWriter';
import { nameOf, requestedExtensions, type CertificateSpec, type NameParts } from './issue';
import { keyNamed, type KeyName } from './keys';
import { algorithmIdentifier, signatureOf, type SignatureKind } from './signing';

export interface RequestSpec extends Partial<
	Pick<
		CertificateSpec,
		'subjectAlternativeNames' | 'basicConstraints' | 'keyUsage' | 'extendedKeyUsage' | 'policies'
	>
> {
	readonly subject: NameParts;
	readonly key: KeyName;
	readonly signature: SignatureKind;
	/** One bit of the signature is wrong. */
	readonly signatureDamaged?: boolean;
}

/** Makes a certificate request (PKCS#10, RFC 2986), in DER. */
export function certificateRequest(spec: RequestSpec): Uint8Array {
	const key = keyNamed(spec.key);
	const extensions = requestedExtensions({
		subjectAlternativeNames: null,
		basicConstraints: null,
		keyUsage: null,
		extendedKeyUsage: null,
		policies: null,
		...spec,
	});
	const body = sequence(
		integer(0),
		nameOf(spec.subject),
		key.publicKey.export({ type: 'spki', format: 'der' }),
		context(
			0,
			...(extensions.length > 0
				? [sequence(oid('1.2.840.113549.1.9.14'), set(sequence(...extensions)))]
				: []),
		),
	);
	const signature = Buffer.from(signatureOf(spec.signature, key, body));
	if (spec.signatureDamaged === true) {
		signature.writeUInt8(signature.readUInt8(9) ^ 1, 9);
	}
	return new Uint8Array(sequence(body, algorithmIdentifier(spec.signature), bitString(signature)));
}
