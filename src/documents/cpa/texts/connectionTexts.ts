import type { FindingTexts } from '../../../finding';
import { cppa, practice, profile, security } from './sources';

/** What can be wrong with channels, transports and reliability. */
export interface ConnectionFindings {
	'cpa.endpoint-not-https': { readonly value: string; readonly reason: 'unreadable' | 'scheme' };
	'cpa.endpoint-port': { readonly port: string };
	'cpa.endpoint-local': { readonly host: string; readonly reason: 'address' | 'name' };
	'cpa.endpoint-loopback': { readonly host: string };
	'cpa.no-endpoint': { readonly channelId: string };
	/** `missing`: the names of the elements. */
	'cpa.one-way-exchange': { readonly exchangeId: string; readonly missing: string };
	'cpa.one-way-transport': { readonly transportId: string; readonly missing: string };
	'cpa.tls-version': { readonly protocol: string };
	'cpa.sync-reply': {
		readonly mode: string;
		/** By `ackRequested` and `duplicateElimination`. */
		readonly profile: 'best-effort' | 'any';
	};
	'cpa.profile-mixed': { readonly ackRequested: string; readonly duplicateElimination: string };
	'cpa.persist-duration': {
		readonly persistDuration: string;
		readonly retries: string;
		readonly retryInterval: string;
	};
}

export const connectionTexts: FindingTexts<ConnectionFindings> = {
	'cpa.endpoint-not-https': {
		severity: 'error',
		problem: ({ value, reason }, t) =>
			reason === 'unreadable'
				? t('`{0}` is no complete address.', value)
				: t('The endpoint does not begin with https://.'),
		cure: (_, t) => t('Write the whole address of the ebMS adapter, beginning with https://.'),
		source: `${profile} §4`,
		about: 'Digikoppeling carries ebMS over HTTPS only, with two-way TLS.',
	},
	'cpa.endpoint-port': {
		severity: 'warning',
		problem: ({ port }, t) => t('The endpoint uses port {0}; Digikoppeling uses port 443.', port),
		cure: (_, t) => t('Use port 443, or make sure that the other party can reach this port.'),
		source: `${security} TLS005`,
		about:
			'The port of Digikoppeling is 443. Another one works only when firewalls on both sides let it through.',
	},
	'cpa.endpoint-local': {
		severity: 'warning',
		problem: ({ host, reason }, t) =>
			reason === 'address'
				? t('The endpoint is an IP address ({0}) instead of the name in the server certificate.', host)
				: t('Others cannot find `{0}`: this name only exists in one network.', host),
		cure: (_, t) =>
			t('Write the name under which the adapter is known outside, as in its server certificate.'),
		source: `${practice} §3`,
		about:
			'The other party calls the endpoint by this name, which has to be that of the server certificate. An IP address, a name without a dot, and names under local, internal, lan and the like do not work from outside.',
	},
	'cpa.endpoint-loopback': {
		severity: 'info',
		problem: ({ host }, t) =>
			t('The endpoint ({0}) can only be reached on this machine: fine to practise with.', host),
		cure: (_, t) => t('For a real connection, write the name under which the adapter is known outside.'),
		source: `${practice} §3`,
		about:
			'localhost and 127.0.0.1 lead back to the machine itself, as in the CPA of the local ebMS partner. The port is not judged then.',
	},
	'cpa.no-endpoint': {
		severity: 'warning',
		problem: ({ channelId }, t) =>
			t(
				'Channel `{0}` has no TransportReceiver: this party cannot receive a Ping or any other signal.',
				channelId,
			),
		cure: (_, t) => t('Point to a channel whose Transport has a TransportReceiver with an Endpoint.'),
		source: `${cppa} (defaultMshChannelId)`,
		about:
			'The default channel of a party carries the signals of ebMS: Ping, Pong, acknowledgments and errors. Without an endpoint nobody can send them.',
	},
	'cpa.one-way-exchange': {
		severity: 'warning',
		problem: ({ exchangeId, missing }, t) =>
			t(
				'DocExchange `{0}` has no {1}. CPPA allows that, but a widely used Java adapter then refuses to import the CPA.',
				exchangeId,
				missing,
			),
		cure: ({ missing }, t) =>
			t('Have a CPA made with {0} in it, also when the party only sends or only receives.', missing),
		source: `${cppa} (DocExchange); ebms-core (CPAValidator)`,
		about:
			'The schema of CPPA lets ebXMLSenderBinding and ebXMLReceiverBinding be absent. The CPAValidator of ebms-core reads both of the DocExchange of every channel without asking whether they are there, by its public source: a CPA without one is refused with a fault of the program instead of a reason. Only asked of an exchange that a channel uses.',
	},
	'cpa.one-way-transport': {
		severity: 'warning',
		problem: ({ transportId, missing }, t) =>
			t(
				'Transport `{0}` has no {1}. CPPA allows that, but a widely used Java adapter then refuses to import the CPA.',
				transportId,
				missing,
			),
		cure: ({ missing }, t) =>
			t('Have a CPA made with {0} in it, also when the party only sends or only receives.', missing),
		source: `${cppa} (Transport); ebms-core (CPAValidator)`,
		about:
			'The schema of CPPA lets TransportSender and TransportReceiver be absent. The CPAValidator of ebms-core reads both of every Transport without asking whether they are there, by its public source: a CPA without one is refused with a fault of the program instead of a reason. A missing TransportReceiver of the default channel is told as cpa.no-endpoint.',
	},
	'cpa.tls-version': {
		severity: 'warning',
		problem: ({ protocol }, t) =>
			t(
				'The CPA names {0}, which Digikoppeling forbids: TLS 1.2 is required, TLS 1.3 recommended.',
				protocol,
			),
		cure: (_, t) => t('Write TLS with version 1.2, and check which version the adapters really use.'),
		source: `${security} TLS003, TLS004`,
		about:
			'TransportSecurityProtocol names SSL, or TLS before 1.2. Most adapters do not look at it, but the CPA then says something else than what happens.',
	},
	'cpa.sync-reply': {
		severity: 'warning',
		problem: ({ mode, profile: ofProfile }, t) =>
			ofProfile === 'best-effort'
				? t(
						'The channel is best effort (osb-be), for which Digikoppeling has no synchronous replies: `{0}`.',
						mode,
					)
				: t('Digikoppeling has no synchronous replies of the kind `{0}`.', mode),
		cure: ({ profile: ofProfile }, t) =>
			ofProfile === 'best-effort'
				? t('Write syncReplyMode="none".')
				: t(
						'Write syncReplyMode="none", or for reliable messaging mshSignalsOnly when both parties support it.',
					),
		source: `${profile} §3, §5; ${practice} EB015`,
		about:
			'Best effort: no synchronous replies. Reliable messaging: none, or since 3.3 mshSignalsOnly when both parties support it. A channel that only carries signals is not judged as best effort.',
	},
	'cpa.profile-mixed': {
		severity: 'warning',
		problem: ({ ackRequested, duplicateElimination }, t) =>
			t(
				'The channel is neither best effort nor reliable messaging: ackRequested is `{0}`, duplicateElimination is `{1}`.',
				ackRequested,
				duplicateElimination,
			),
		cure: (_, t) => t('Write always for both (osb-rm), or never for both (osb-be).'),
		source: `${profile} §3, §5`,
		about:
			'Reliable messaging (osb-rm) always asks for an acknowledgment and always eliminates duplicates; best effort (osb-be) does neither. perMessage is not judged.',
	},
	'cpa.persist-duration': {
		severity: 'warning',
		problem: ({ persistDuration, retries, retryInterval }, t) =>
			t(
				'Messages are kept for {0}, but resent {1} times with {2} in between: the last ones may be taken for new messages.',
				persistDuration,
				retries,
				retryInterval,
			),
		cure: (_, t) =>
			t('Make PersistDuration at least Retries times RetryInterval; the advice is 8 times PT3H, and P1D.'),
		source: `${practice} §3; ${cppa} (PersistDuration)`,
		about:
			'A receiver only recognises a message that it has had for as long as it keeps it. The retries are those of the same binding, or those with which the other party sends an action that is received here. Months and years are counted in favour of the CPA.',
	},
};
