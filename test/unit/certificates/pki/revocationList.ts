import { bitString, context, integer, sequence, time } from './derWriter';
import { extension, nameOf, type Issued } from './issue';
import { algorithmIdentifier, signatureOf } from './signing';

export interface RevocationListSpec {
	readonly revoked: readonly { readonly serialNumber: bigint; readonly at: Date }[];
	readonly thisUpdate: Date;
	readonly nextUpdate: Date;
	readonly number?: number;
	/** One bit of the signature is wrong. */
	readonly signatureDamaged?: boolean;
}

/** Makes a CRL (RFC 5280 §5), signed as the issuer signs. */
export function revocationList(issuer: Issued, spec: RevocationListSpec): Uint8Array {
	const algorithm = algorithmIdentifier(issuer.signs);
	const revoked = spec.revoked.map(({ serialNumber, at }) => sequence(integer(serialNumber), time(at)));
	const body = sequence(
		integer(1),
		algorithm,
		nameOf(issuer.spec.subject),
		time(spec.thisUpdate),
		time(spec.nextUpdate),
		...(revoked.length > 0 ? [sequence(...revoked)] : []),
		context(0, sequence(extension('2.5.29.20', false, integer(spec.number ?? 1)))),
	);
	const signature = Buffer.from(signatureOf(issuer.signs, issuer.key, body));
	if (spec.signatureDamaged === true) {
		signature.writeUInt8(signature.readUInt8(9) ^ 1, 9);
	}
	return new Uint8Array(sequence(body, algorithm, bitString(signature)));
}
