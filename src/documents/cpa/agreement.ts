import type { Certificate } from '../../certificates/certificate';
import type { UnreadableReason } from '../../certificates/readCertificate';
import type { Span } from '../../finding';

/** A value of the document and where it stands. */
export interface Placed {
	readonly value: string;
	readonly span: Span;
}

export interface PlacedMoment extends Placed {
	/** `null` when the value is no xsd:dateTime. One without zone is taken as UTC. */
	readonly moment: Date | null;
}

/** What a CPA says (ebXML CPPA 2.0), as far as people and a Ping need it. Plain data; what is missing is `null` or not listed. */
export interface Cpa {
	/** Of the root element. */
	readonly nameSpan: Span;
	readonly cpaId: Placed | null;
	readonly status: Placed | null;
	readonly start: PlacedMoment | null;
	readonly end: PlacedMoment | null;
	/** Two, when the CPA is right. */
	readonly parties: readonly CpaParty[];
	/** `Packaging/@id`. */
	readonly packageIds: readonly string[];
}

export interface CpaParty {
	/** Of the element PartyInfo. */
	readonly nameSpan: Span;
	readonly name: string | null;
	readonly partyIds: readonly CpaPartyId[];
	readonly roles: readonly CpaRole[];
	readonly certificates: readonly CpaCertificate[];
	readonly channels: readonly CpaChannel[];
	readonly transports: readonly CpaTransport[];
	readonly exchanges: readonly CpaExchange[];
	/** `defaultMshChannelId`: the channel of the signals, such as Ping. */
	readonly defaultChannelId: Placed | null;
	/** `OverrideMshActionBinding`: signals that have a channel of their own. */
	readonly overrides: readonly { readonly action: string; readonly channelId: string }[];
}

export interface CpaPartyId {
	/** Exactly as written: messages have to have the same. */
	readonly value: string;
	readonly type: Placed | null;
	/** Of the value, or of the element's name when it is empty. */
	readonly span: Span;
	/** Of the element's name. */
	readonly nameSpan: Span;
}

export interface CpaRole {
	readonly name: string | null;
	readonly service: { readonly name: string; readonly type: string | null } | null;
	/** In document order, those inside others included. */
	readonly actions: readonly CpaAction[];
}

export interface CpaAction {
	readonly direction: 'send' | 'receive';
	readonly action: string;
	readonly channelIds: readonly string[];
	readonly packageId: string | null;
}

/** A `DeliveryChannel` with its `MessagingCharacteristics`; an attribute that is absent has the default of the schema. */
export interface CpaChannel {
	readonly channelId: string;
	/** Of `channelId`. */
	readonly span: Span;
	readonly transportId: string | null;
	readonly exchangeId: string | null;
	readonly syncReplyMode: Placed;
	readonly ackRequested: Placed;
	readonly ackSignatureRequested: Placed;
	readonly duplicateElimination: Placed;
	readonly actor: string | null;
}

export interface CpaTransport {
	readonly transportId: string;
	/** Of the element's name. */
	readonly nameSpan: Span;
	/** Whether the party sends over it. */
	readonly sends: boolean;
	/** Whether the party receives over it. */
	readonly receives: boolean;
	readonly endpoints: readonly CpaEndpoint[];
	/** `TransportSecurityProtocol` of sender and receiver. */
	readonly securityProtocols: readonly CpaSecurityProtocol[];
	/** `ClientCertificateRef`. */
	readonly clientCertificateId: string | null;
	/** `ServerCertificateRef`. */
	readonly serverCertificateId: string | null;
}

export interface CpaEndpoint {
	/** Without the white space around it. */
	readonly uri: Placed;
	/** `allPurpose` by default. */
	readonly type: string;
}

export interface CpaSecurityProtocol {
	/** Such as `TLS`. */
	readonly name: Placed;
	readonly version: Placed | null;
}

/** A `DocExchange`. */
export interface CpaExchange {
	readonly exchangeId: string;
	/** Of the element's name. */
	readonly nameSpan: Span;
	/** `ebXMLSenderBinding`. */
	readonly sender: CpaBinding | null;
	/** `ebXMLReceiverBinding`. */
	readonly receiver: CpaBinding | null;
}

/** How a party handles messages, as sender or as receiver. */
export interface CpaBinding {
	/** It has `SenderNonRepudiation` or `ReceiverNonRepudiation`: messages are signed. */
	readonly signs: boolean;
	/** It has `SenderDigitalEnvelope` or `ReceiverDigitalEnvelope`: messages are encrypted. */
	readonly encrypts: boolean;
	readonly retries: Placed | null;
	readonly retryInterval: Placed | null;
	readonly persistDuration: Placed | null;
}

/** What a certificate is for, by the references to it. */
export type CertificateUse = 'client' | 'server' | 'signing' | 'encryption' | 'application' | 'anchor';

export interface CpaCertificate {
	readonly certId: string | null;
	/** Of the name of the element Certificate. */
	readonly nameSpan: Span;
	/** In the order of {@link CertificateUse}; empty when nothing refers to it. */
	readonly uses: readonly CertificateUse[];
	/** Each `X509Certificate` in it; the first is that of the party, others are of its chain. */
	readonly contents: readonly CertificateContent[];
	/** `X509SerialNumber`, in decimal. */
	readonly serialNumber: Placed | null;
}

/** What stands in one `X509Certificate`. */
export type CertificateContent =
	| { readonly state: 'read'; readonly span: Span; readonly certificate: Certificate }
	| {
			readonly state: 'unreadable';
			readonly span: Span;
			readonly reason: 'empty' | 'pem' | 'base64' | UnreadableReason;
	  };
