import type { NoData } from '../documents/texts';
import { findingsOf, type FindingTexts } from '../finding';

/** What is doubtful about a connection, told with each Ping. None of it stops the Ping. */
export interface PingFindings {
	'ping.cpa-not-agreed': {
		/** `''` when it is missing. */
		readonly status: string;
	};
	'ping.cpa-not-started': { readonly start: string };
	'ping.cpa-expired': { readonly end: string };
	'ping.endpoint-differs': { readonly url: string; readonly cpa: string };
	'ping.port': { readonly port: number };
	'ping.plain-http': NoData;
	'ping.party-type': {
		readonly value: string;
		/** `''` when there is none. */
		readonly type: string;
	};
	'ping.party-suffix': { readonly value: string };
	'ping.sync-differs': { readonly mode: string; readonly asked: boolean };
	'ping.no-client-certificate': NoData;
	'ping.client-certificate-differs': { readonly found: string; readonly cpa: string };
	'ping.server-certificate-differs': { readonly found: string; readonly cpa: string };
	'ping.oin-differs': {
		/** `''` when there is none. */
		readonly found: string;
		readonly partyId: string;
	};
	'ping.chain-incomplete': { readonly issuer: string };
	'ping.test-certificate': { readonly subject: string };
	'ping.production-certificate': { readonly subject: string };
	'ping.test-server': { readonly subject: string };
	'ping.production-server': { readonly subject: string };
	'ping.server-chain-incomplete': { readonly issuer: string };
}

const standard = 'Digikoppeling Koppelvlakstandaard ebMS2 3.3.2';
const practices = 'Digikoppeling Best Practices ebMS2 3.2.2';
const security = 'Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1';
const msh = 'ebXML Message Service 2.0';

export const pingTexts: FindingTexts<PingFindings> = {
	'ping.cpa-not-agreed': {
		severity: 'warning',
		problem: ({ status }, t) =>
			status === ''
				? t('The CPA has no status.')
				: t('The status of the CPA is "{0}", not "agreed".', status),
		cure: (_, t) =>
			t(
				'A Ping may still succeed, but business messages are refused: have the CPA agreed before you send any.',
			),
		source: 'ebXML CPPA 2.0, Status; eluinstra/ebms-core 2.20.2',
		about:
			'An MSH such as ebms-core does not look at the status of the CPA for a Ping, but takes business messages only when it is exactly "agreed". A Ping that succeeds does not show this.',
	},
	'ping.cpa-not-started': {
		severity: 'warning',
		problem: ({ start }, t) => t('The CPA is only valid from {0}.', start),
		cure: (_, t) => t('A Ping may succeed already, but business messages are refused before that day.'),
		source: 'ebXML CPPA 2.0, Start and End; eluinstra/ebms-core 2.20.2',
		about: 'The Start of the CPA lies in the future. An MSH does not look at it for a Ping.',
	},
	'ping.cpa-expired': {
		severity: 'warning',
		problem: ({ end }, t) => t('The CPA is no longer valid since {0}.', end),
		cure: (_, t) => t('A Ping may still succeed, but business messages are refused: have a new CPA made.'),
		source: 'ebXML CPPA 2.0, Start and End; eluinstra/ebms-core 2.20.2',
		about: 'The End of the CPA lies in the past. An MSH does not look at it for a Ping.',
	},
	'ping.endpoint-differs': {
		severity: 'warning',
		problem: ({ url, cpa }, t) => t('The Ping goes to {0}, but the endpoint in the CPA is {1}.', url, cpa),
		cure: (_, t) => t('Check which of the two is right. With a URL mapping in the adapter both can be.'),
		source: 'ebXML CPPA 2.0, Endpoint',
		about:
			'The URL of the connection is another one than the first Endpoint of the other party in the CPA. Adapters can map the URL of a CPA to another one, so this is not always wrong.',
	},
	'ping.port': {
		severity: 'warning',
		problem: ({ port }, t) => t('The endpoint uses port {0}; Digikoppeling uses port 443.', port),
		cure: (_, t) =>
			t('Check the URL. A firewall between the two organisations often only lets port 443 through.'),
		source: `${security}, TLS005`,
		about: 'Digikoppeling prescribes port 443. Another port is fine for trying out on your own machine.',
	},
	'ping.plain-http': {
		severity: 'warning',
		problem: (_, t) => t('The connection is plain HTTP, without TLS.'),
		cure: (_, t) => t('Use this only to try things out on this machine; Digikoppeling always uses HTTPS.'),
		source: `${standard} §4`,
		about: 'http: is only allowed to this machine itself. It proves nothing about certificates.',
	},
	'ping.party-type': {
		severity: 'warning',
		problem: ({ value, type }, t) =>
			type === ''
				? t('PartyId {0} has no type.', value)
				: t(
						'PartyId {0} has the type "{1}", as in the example of the manual; no CPA has that type.',
						value,
						type,
					),
		cure: (_, t) =>
			t(
				'Take the type from the CPA, exactly; for Digikoppeling it is urn:osb:oin. The other side compares it.',
			),
		source: `${standard} §5; ${practices}, EB014`,
		about:
			'The receiver looks for the PartyId, value and type, in its CPA. Without the right type the party is not found there, and the Ping is refused with Inconsistent.',
	},
	'ping.party-suffix': {
		severity: 'warning',
		problem: ({ value }, t) =>
			t('PartyId {0} has the suffix of a test environment, but this connection is for production.', value),
		cure: (_, t) => t('Check whether you chose the CPA of production.'),
		source: `${practices}, EB004`,
		about: 'A PartyId has a suffix such as _T or _OTA only outside production.',
	},
	'ping.sync-differs': {
		severity: 'warning',
		problem: ({ mode, asked }, t) =>
			asked
				? t('The Ping asks for its answer in the response, but the CPA says syncReplyMode "{0}".', mode)
				: t(
						'The Ping does not ask for its answer in the response, but the CPA says syncReplyMode "{0}".',
						mode,
					),
		cure: (_, t) =>
			t(
				'Leave the choice to the CPA, unless you want to see how the other side takes it: it may answer Inconsistent.',
			),
		source: `${msh} §4.3, §6.4`,
		about:
			'The syncReplyMode of the CPA decides whether the Pong comes in the response. A SyncReply element that says something else is an error for the receiver, though not every MSH looks at it.',
	},
	'ping.no-client-certificate': {
		severity: 'warning',
		problem: (_, t) => t('No client certificate is configured.'),
		cure: (_, t) => t('Name the certificate and its private key: with Digikoppeling the server asks for it.'),
		source: `${security}, TLS001`,
		about: 'Digikoppeling always uses two-way TLS. Without a client certificate the handshake mostly fails.',
	},
	'ping.client-certificate-differs': {
		severity: 'warning',
		problem: ({ found, cpa }, t) =>
			t(
				'The client certificate is not the one in the CPA: SHA-256 {0}, in the CPA {1}.',
				fingerprint(found),
				fingerprint(cpa),
			),
		cure: (_, t) =>
			t('Use the certificate of the CPA, or have the CPA renewed after a renewal of the certificate.'),
		source: 'ebXML CPPA 2.0, ClientCertificateRef; eluinstra/ebms-core 2.20.2',
		about:
			'Some MSHs compare the certificate of the connection with the ClientCertificateRef of the CPA and refuse another one. Others only look at the OIN, or have a mapping of certificates.',
	},
	'ping.server-certificate-differs': {
		severity: 'warning',
		problem: ({ found, cpa }, t) =>
			t(
				'The certificate of the server is not the one in the CPA: SHA-256 {0}, in the CPA {1}.',
				fingerprint(found),
				fingerprint(cpa),
			),
		cure: (_, t) =>
			t(
				'This is normal after a renewal, or behind a load balancer; ask the other side when you are not sure.',
			),
		source: 'ebXML CPPA 2.0, ServerCertificateRef',
		about:
			'The server showed another certificate than that of the ServerCertificateRef in the CPA. It is trusted and for the right host, or else the outcome of the Ping says so.',
	},
	'ping.oin-differs': {
		severity: 'warning',
		problem: ({ found, partyId }, t) =>
			found === ''
				? t('The client certificate has no OIN; the PartyId is {0}.', partyId)
				: t('The OIN in the client certificate is {0}, but the PartyId is {1}.', found, partyId),
		cure: (_, t) =>
			t(
				'Check whether this is the right certificate. With an intermediary who sends for you the two may differ.',
			),
		source: `${practices}, EB014; ${security}, PKI001`,
		about:
			'The PartyId of the sender, without a suffix such as _T, is another OIN than the one in the certificate (Subject.serialNumber). That is only right when a gateway of another organisation does the transport.',
	},
	'ping.chain-incomplete': {
		severity: 'warning',
		problem: ({ issuer }, t) =>
			t('The chain of the client certificate is not complete: {0} is missing.', issuer),
		cure: (_, t) =>
			t(
				'Add the certificates of the issuers to the file of the client certificate: a client must send its full chain.',
			),
		source: security,
		about:
			'The file of the client certificate, and the trusted certificates, do not hold all issuers. A server that does not have them itself refuses the certificate.',
	},
	'ping.test-certificate': {
		severity: 'warning',
		problem: ({ subject }, t) => t('A test certificate goes to production: {0}.', subject),
		cure: (_, t) => t('Choose the certificate of production; a test certificate is refused there.'),
		source: `${security}, PKI005`,
		about:
			'The connection is for production, but the hierarchy, policy or OIN of the client certificate is one for tests.',
	},
	'ping.production-certificate': {
		severity: 'warning',
		problem: ({ subject }, t) => t('A certificate of production is used for a test: {0}.', subject),
		cure: (_, t) =>
			t(
				'Check whether you chose the right certificate; use a test certificate where the other side takes one.',
			),
		source: 'Digikoppeling Gebruik en achtergrond certificaten §7',
		about:
			'The connection is not for production, but the client certificate is of the real hierarchy. Test systems should not use such certificates, though in practice they do.',
	},
	'ping.test-server': {
		severity: 'warning',
		problem: ({ subject }, t) =>
			t('The server shows a test certificate, which nobody has to vouch for: {0}.', subject),
		cure: (_, t) =>
			t(
				'Check the URL and the environment of the connection. A test root only counts for (pre-)production when the connection itself names it.',
			),
		source: `${security}, PKI005`,
		about:
			'The connection is for pre-production or production, but the hierarchy, policy or OIN of the certificate of the server is one for tests. Anybody can have a TRIAL certificate in any name.',
	},
	'ping.production-server': {
		severity: 'warning',
		problem: ({ subject }, t) =>
			t('The server of this test connection shows a certificate of production: {0}.', subject),
		cure: (_, t) => t('Check the URL: it may be that of production.'),
		source: 'Digikoppeling Gebruik en achtergrond certificaten §7',
		about:
			'The connection is for tests, but the certificate of the server is of the real hierarchy. Test systems should not use such certificates, though in practice they do; so look whether the URL is the right one.',
	},
	'ping.server-chain-incomplete': {
		severity: 'warning',
		problem: ({ issuer }, t) =>
			t('The server does not send its whole chain: {0} only was at hand on this machine.', issuer),
		cure: (_, t) =>
			t(
				'Ask the other side to have the server send its chain: an adapter that does not have it refuses the server.',
			),
		source: `${security}; RFC 8446 §4.4.2`,
		about:
			'The certificate of the server leads to a trusted root only with the help of a CA certificate that the server did not send, and that was found among the trusted ones. Other clients may not have it.',
	},
};

export const pingFinding = findingsOf(pingTexts);

/** The first part of a fingerprint: enough to tell two apart. */
function fingerprint(sha256: string): string {
	return `${sha256.slice(0, 16)}…`;
}
