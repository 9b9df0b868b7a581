import { findingsOf, type FindingTexts } from '../../../finding';
import type { Translate } from '../../../text';
import { practice, profile, security } from '../texts/sources';

/** What is compared. */
export type ComparedSubject = 'name' | 'party-id' | 'endpoint' | 'client-certificate' | 'server-certificate';

/** In the order in which they are told. */
export const comparedSubjects: readonly ComparedSubject[] = [
	'name',
	'party-id',
	'endpoint',
	'client-certificate',
	'server-certificate',
];

/** How a Consumerspecificatie and a CPA can differ. Values are as they are written. */
export interface ComparisonFindings {
	'comparison.name': { readonly specification: string; readonly cpa: string };
	'comparison.party-id': { readonly specification: string; readonly cpa: string };
	'comparison.party-suffix': { readonly specification: string; readonly cpa: string };
	'comparison.endpoint': {
		readonly specification: string;
		readonly cpa: string;
		/** The first part of the address that differs. */
		readonly part: 'scheme' | 'host' | 'port' | 'path' | 'whole';
	};
	/** `relation`: `renewed` when subject is the same and only the certificate is another. */
	'comparison.client-certificate': { readonly relation: 'renewed' | 'other' };
	'comparison.server-certificate': { readonly relation: 'renewed' | 'other' };
	'comparison.missing': { readonly subject: ComparedSubject; readonly side: 'specification' | 'cpa' };
	'comparison.unreadable': { readonly subject: ComparedSubject; readonly side: 'specification' | 'cpa' };
}

const manual = 'Handleiding Aansluiten Lopende Zaken §4.4.4';

/** The name of a subject, for a heading or in a sentence. */
export function subjectWords(subject: ComparedSubject, t: Translate): string {
	const words: Readonly<Record<ComparedSubject, string>> = {
		name: t('Name'),
		'party-id': 'OIN',
		endpoint: t('Endpoint'),
		'client-certificate': t('Client certificate'),
		'server-certificate': t('Server certificate'),
	};
	return words[subject];
}

const newCpa = (t: Translate): string =>
	t(
		'If the Consumerspecificatie is right, have a new CPA made of it and loaded on both sides. If the CPA is right, correct the Consumerspecificatie and your adapter.',
	);

export const comparisonTexts: FindingTexts<ComparisonFindings> = {
	'comparison.name': {
		severity: 'warning',
		problem: ({ specification, cpa }, t) =>
			t(
				'The organisation is `{0}` in the Consumerspecificatie and `{1}` in the CPA. No message breaks on it, but people find the connection by this name.',
				specification,
				cpa,
			),
		cure: (_, t) => t('Agree on one name, and use it when the CPA is made again.'),
		source: manual,
		about:
			'The PartyName of the Consumerspecificatie and the partyName of the CPA differ, white space aside. Messages do not carry it.',
	},
	'comparison.party-id': {
		severity: 'error',
		problem: ({ specification, cpa }, t) =>
			t(
				'The Consumerspecificatie is of {0}, this party of the CPA is {1}. Messages in the name of {0} are refused: a receiver looks the sender up in the CPA.',
				specification,
				cpa,
			),
		cure: (_, t) =>
			t(
				'Check whether this is the CPA of your organisation, and which of the two OINs is in the OIN register.',
			),
		source: `${manual}; ${practice} EB014`,
		about:
			'The PartyId of the Consumerspecificatie and that of the CPA are different OINs. A receiver takes a message only when the PartyIds in it are those of the CPA, type and suffix included.',
	},
	'comparison.party-suffix': {
		severity: 'info',
		problem: ({ specification, cpa }, t) =>
			t(
				'The same OIN, but the PartyId is `{0}` in the Consumerspecificatie and `{1}` in the CPA. A message whose PartyId is not exactly that of the CPA is refused.',
				specification,
				cpa,
			),
		cure: ({ cpa }, t) =>
			t(
				'Set your adapter to `{0}`. A suffix such as _T belongs in test environments, never in production.',
				cpa,
			),
		source: `${profile} §5; ${practice} EB004`,
		about:
			'The OINs are equal, but one has a suffix of a test environment, or another. Makers of a CPA may add it; messages then have to carry it.',
	},
	'comparison.endpoint': {
		severity: 'error',
		problem: ({ specification, cpa, part }, t) => {
			const parts: Readonly<Record<typeof part, string>> = {
				scheme: t('The protocol differs.'),
				host: t('The host differs.'),
				port: t('The port differs.'),
				path: t('The path differs.'),
				whole: t('The addresses differ.'),
			};
			return `${parts[part]} ${t(
				'The other party sends messages, acknowledgments and separate Pongs to {1}. An adapter that only listens at {0} never gets them.',
				specification,
				cpa,
			)}`;
		},
		cure: (_, t) => `${newCpa(t)} ${t('A URL mapping in the adapter of the other party may explain it.')}`,
		source: `${manual}; ${practice} §3`,
		about:
			'The endpoint of the Consumerspecificatie is not that of a channel of the party in the CPA. Case of the host, a port 443 that is written out, and an empty path do not count.',
	},
	'comparison.client-certificate': {
		severity: 'error',
		problem: ({ relation }, t) =>
			relation === 'renewed'
				? t(
						'The client certificate was renewed: same subject, another certificate. An adapter that holds your certificate against the CPA refuses everything that you send, mostly with a SOAP Fault about the client certificate.',
					)
				: t(
						'The CPA holds another client certificate. An adapter that holds your certificate against the CPA refuses everything that you send, mostly with a SOAP Fault about the client certificate.',
					),
		cure: (_, t) => newCpa(t),
		source: `${manual}; ${security} TLS001, PKI001`,
		about:
			'The certificates are compared byte for byte. Some adapters only look at the chain, others compare the client certificate with that of the ClientCertificateRef of the channel of the message. With a gateway in between the CPA may rightly name that of the gateway.',
	},
	'comparison.server-certificate': {
		severity: 'warning',
		problem: ({ relation }, t) =>
			relation === 'renewed'
				? t(
						'The server certificate was renewed: same subject, another certificate. Who only trusts the certificate in the CPA does not connect to you any more, so no message and no Pong comes in.',
					)
				: t(
						'The CPA holds another server certificate. Who only trusts the certificate in the CPA does not connect to you, so no message and no Pong comes in.',
					),
		cure: (_, t) => newCpa(t),
		source: `${manual}; ${security} TLS001; ${practice} §3`,
		about:
			'The certificates are compared byte for byte. Most senders only check the chain and the host name, so this is a warning.',
	},
	'comparison.missing': {
		severity: 'warning',
		problem: ({ subject, side }, t) =>
			side === 'cpa'
				? t('{0}: the CPA does not name one, so nobody can hold yours against it.', subjectWords(subject, t))
				: t(
						'{0}: missing in the Consumerspecificatie, so it could not be compared.',
						subjectWords(subject, t),
					),
		cure: ({ side }, t) =>
			side === 'cpa'
				? t('Have it put in when the CPA is made again.')
				: t('Complete the Consumerspecificatie and compare again.'),
		source: manual,
		about: 'One of the two documents does not have what is compared, or it is still to be filled in.',
	},
	'comparison.unreadable': {
		severity: 'warning',
		problem: ({ subject, side }, t) =>
			side === 'cpa'
				? t(
						'{0}: what stands in the CPA is no certificate, so it could not be compared.',
						subjectWords(subject, t),
					)
				: t(
						'{0}: what stands in the Consumerspecificatie is no certificate, so it could not be compared.',
						subjectWords(subject, t),
					),
		cure: (_, t) => t('Copy the base64 of the certificate (the middle part of a PEM file) once more, whole.'),
		source: 'XML Signature §4.4.4 (X509Data)',
		about: 'An X509Certificate of one of the two documents cannot be read.',
	},
};

export const comparisonFinding = findingsOf(comparisonTexts);
