import type { FindingData, FindingText, FindingTexts } from '../../finding';
import type { Translate } from '../../text';
import { extensionWords } from '../certificateWords';
import type { ChainFindings } from './chainTexts';
import type { NameFindings } from './nameTexts';
import type { UsageFindings } from './usageTexts';
import type { ValidityFindings } from './validityTexts';

type Findings = ValidityFindings & UsageFindings & NameFindings & ChainFindings;

/** Words for a request where those for a certificate do not fit; what is absent is said in the same words. */
type RequestTexts = {
	readonly [C in keyof Findings]?: Partial<Pick<FindingText<Findings[C]>, 'problem' | 'cure'>>;
};

/** In the data of a finding: it is about a request, which can still be corrected. */
const mark = { request: true } as const;

/** The data of a finding about a request. */
export function ofRequest<D extends FindingData>(data: D): D & typeof mark {
	return { ...data, ...mark };
}

const correctOin = {
	cure: (_: unknown, t: Translate) =>
		t('Check the OIN in the OIN register, and correct it in the request before you send it.'),
};

const largerKey = {
	cure: (_: unknown, t: Translate) =>
		t('Make a new RSA key pair of at least 3072 bits, and make the request again with it.'),
};

const fullNames = {
	cure: (_: unknown, t: Translate) =>
		t('Ask for the full domain name of each server; they cannot be added later.'),
};

const rightUsage = {
	cure: (_: unknown, t: Translate) =>
		t('Ask for digitalSignature and keyEncipherment, and for serverAuth and clientAuth, in the request.'),
};

const requestTexts: RequestTexts = {
	'certificate.is-ca': {
		problem: (_, t) => t('This request asks for a CA certificate, not for that of an organisation.'),
		cure: (_, t) => t('Make the request again with CA:FALSE in its basic constraints.'),
	},
	'certificate.key-usage': {
		problem: ({ missing }, t) =>
			t('This request asks for a key usage without {0}, which Digikoppeling needs.', missing.join(', ')),
		...rightUsage,
	},
	'certificate.key-usage-extra': rightUsage,
	'certificate.extended-key-usage': {
		problem: ({ missing }, t) =>
			t(
				'This request asks for an extended key usage without {0}: the certificate could not be used in that role.',
				missing.join(', '),
			),
		...rightUsage,
	},
	'certificate.oin-missing': {
		problem: (_, t) =>
			t('This request has no serialNumber in its subject, so the certificate would have no OIN or HRN.'),
		cure: (_, t) =>
			t(
				'Put your OIN (or HRN) in the request as serialNumber, and ask your certificate provider explicitly for it; it cannot be added later.',
			),
	},
	'certificate.oin-malformed': {
		cure: (_, t) =>
			t('Correct the serialNumber in the request before you send it; in a certificate it cannot be changed.'),
	},
	'certificate.oin-mismatch': {
		problem: ({ value, expected }, t) =>
			t('This request is for OIN or HRN {0}, but {1} is expected here.', value, expected),
		cure: (_, t) =>
			t('Correct the serialNumber in the request before you send it; in a certificate it cannot be changed.'),
	},
	'certificate.oin-unknown-prefix': correctOin,
	'certificate.oin-check-digit': {
		problem: ({ value }, t) =>
			t('The RSIN or Fi-nummer in the OIN {0} of this request fails the 11-proef.', value),
		...correctOin,
	},
	'certificate.oin-number': correctOin,
	'certificate.oin-suffix': {
		problem: ({ value, suffix }, t) =>
			t('The OIN {0} of this request ends in {1} instead of zeros.', value, suffix),
		...correctOin,
	},
	'certificate.san-missing': {
		problem: (_, t) =>
			t(
				'This request asks for no domain names (Subject Alternative Name), so the certificate could not be that of a server.',
			),
		...fullNames,
	},
	'certificate.san-ip-address': {
		problem: ({ addresses }, t) =>
			t('This request asks for IP addresses ({0}); G4 only allows domain names.', addresses.join(', ')),
		...fullNames,
	},
	'certificate.host-mismatch': {
		problem: ({ host, names }, t) =>
			t('This request is not for `{0}`, but for: {1}.', host, names.join(', ')),
		cure: (_, t) => t('Put this name in the request too; it cannot be added to the certificate later.'),
	},
	'certificate.wildcard': {
		problem: ({ names }, t) =>
			t('This request asks for a wildcard: {0}. PKIoverheid G4 forbids that.', names.join(', ')),
		...fullNames,
	},
	'certificate.organizational-unit': {
		cure: (_, t) => t('Make the request again without it.'),
	},
	'certificate.key-too-small': {
		problem: ({ bits, minimum, reason }, t) =>
			reason === 'insufficient'
				? t('The key has {0} bits; fewer than {1} is insufficient for TLS.', bits, minimum)
				: t(
						'The key has {0} bits; since 2026 an RSA key in a new certificate must have over 3000 bits.',
						bits,
					),
		...largerKey,
	},
	'certificate.key-phase-out': largerKey,
	'certificate.key-type': largerKey,
	'certificate.weak-signature': {
		problem: ({ hash }, t) => t('The signature of this request uses {0}, which is no longer safe.', hash),
		cure: (_, t) => t('Make the request again, signed with SHA-256 or SHA-512.'),
	},
	'certificate.extension-damaged': {
		problem: ({ extensions }, t) =>
			t(
				'Extensions in this request are damaged and cannot be read: {0}.',
				extensions.map(extensionWords).join(', '),
			),
		cure: (_, t) => t('Make the request again.'),
	},
};

/** The texts with, for findings about a request, the words that fit one. */
export function withRequestWords(texts: FindingTexts<Findings>): FindingTexts<Findings> {
	return Object.fromEntries(
		Object.entries(texts).map(([code, text]) => {
			const own = requestTexts[code as keyof Findings] as Partial<FindingText<FindingData>> | undefined;
			return [code, own === undefined ? text : withOwnWords(text as FindingText<FindingData>, own)];
		}),
	) as unknown as FindingTexts<Findings>;
}

function withOwnWords(
	text: FindingText<FindingData>,
	own: Partial<FindingText<FindingData>>,
): FindingText<FindingData> {
	const choose = (data: FindingData): FindingText<FindingData> =>
		data['request'] === true ? { ...text, ...own } : text;
	return {
		...text,
		problem: (data, t) => choose(data).problem(data, t),
		cure: (data, t) => choose(data).cure(data, t),
	};
}
