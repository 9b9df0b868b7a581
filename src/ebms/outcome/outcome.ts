import type { Certificate } from '../../certificates/certificate';
import type { SyncReplyMode } from '../connection';
import type { IdentityFault } from '../credentials/readIdentity';
import type { PongDifference } from '../message/checkPong';
import type { EbmsError, MessageHeader } from '../message/message';
import type { DistrustReason } from '../tls/tlsErrors';
import type { EndpointFault } from '../transport/endpoint';
import type { UnreadableHttp } from '../transport/failure';
import type { Phase } from '../transport/phase';

/** What a response that is no answer holds, by its content. */
export type ContentKind =
	| 'empty'
	| 'html'
	| 'json'
	/** XML that is no SOAP. */
	| 'xml'
	/** A SOAP envelope without ebMS. */
	| 'soap'
	| 'ebms'
	| 'text'
	| 'binary'
	/** Looks like XML but has a DOCTYPE: it was not read. */
	| 'doctype'
	/** Looks like XML but is not well-formed. */
	| 'broken-xml'
	/** `multipart/…` in which no parts are found. */
	| 'broken-multipart'
	/** What is left of a message that is longer than its `Content-Length` says. */
	| 'overrun'
	/** More than is read. */
	| 'too-large';

/**
 * What the connection under an answer shows of who is at both ends.
 * - `none`: nothing, it is without TLS.
 * - `mutual`: the server asked for our certificate and went on with it.
 * - `not-asked`: only who the server is; it did not ask who we are.
 * - `not-shown`: it asked, but there is no certificate to show.
 * - `unknown`: who the server is; whether it asked could not be seen.
 */
export type Proof = 'none' | 'mutual' | 'not-asked' | 'not-shown' | 'unknown';

/**
 * Where a redirect leads, seen from what was asked.
 * - `same`: to the same address again.
 * - `slash`: to the same with a slash behind it.
 * - `plain-http`: to HTTP without TLS.
 * - `path`, `host`: elsewhere on the same host and port, or on another.
 */
export type RedirectTarget = 'same' | 'slash' | 'plain-http' | 'path' | 'host';

/** Why a handshake failed that no other outcome tells. */
export type TlsFailureReason =
	/** No cipher, curve or signature that both sides have. */
	| 'no-common-cipher'
	/** The server finds what we offer too weak. */
	| 'insufficient-security'
	/** The server does not know the host name (SNI). */
	| 'unrecognized-name'
	/** What answers does not speak TLS. */
	| 'not-tls'
	/** A key of the server is too weak for us. */
	| 'weak'
	/** The server broke off with another alert. */
	| 'alert'
	| 'protocol';

/** What stops a Ping before anything is sent. */
export type NotSentReason =
	| { readonly reason: 'endpoint'; readonly fault: EndpointFault; readonly url: string }
	| { readonly reason: 'no-trust' }
	/** A PartyId, or the id of the CPA, is empty or holds characters that XML cannot have. */
	| {
			readonly reason: 'value';
			readonly name: 'from' | 'to' | 'cpa-id';
			readonly fault: 'empty' | 'characters';
	  }
	| { readonly reason: 'identity'; readonly fault: IdentityFault }
	| {
			readonly reason: 'client-certificate';
			readonly fault: 'expired' | 'not-yet-valid';
			readonly certificate: Certificate;
	  }
	/** `address` as given; `code` is the system's name of the error, or `plain-http`, `no-certificate`, `not-an-address`. */
	| { readonly reason: 'listener'; readonly address: string; readonly code: string }
	| { readonly reason: 'untrusted-workspace' };

/** What came of a Ping: one of a closed set. Plain data. */
export type Outcome =
	/** The right Pong came in the response. */
	| {
			readonly kind: 'pong';
			readonly pong: MessageHeader;
			/** What the Pong says that is not quite right; mostly nothing. */
			readonly warnings: readonly EbmsError[];
			readonly proof: Proof;
	  }
	/** The right Pong came to our listener. `isSenderKnown`: with a certificate that we trust; `null` without TLS. */
	| {
			readonly kind: 'pong-async';
			readonly pong: MessageHeader;
			readonly warnings: readonly EbmsError[];
			readonly isSenderKnown: boolean | null;
	  }
	/** Received, without an answer: that goes elsewhere, or does not come at all. */
	| {
			readonly kind: 'accepted';
			readonly status: number;
			readonly proof: Proof;
			readonly syncReplyMode: SyncReplyMode | null;
			/** The Ping itself asked for an answer in the response. */
			readonly isSyncRequested: boolean;
			/** Where the CPA says that the Pong goes; `null` when it is not known. */
			readonly pongEndpoint: string | null;
	  }
	| {
			readonly kind: 'pong-mismatch';
			/** At least one. */
			readonly differences: readonly PongDifference[];
			/** It came to our listener. */
			readonly isAsync: boolean;
	  }
	| {
			readonly kind: 'ebms-error';
			readonly errors: readonly EbmsError[];
			/** The other message that it is about; `null` when it is about ours, or does not say. */
			readonly refersTo: string | null;
			readonly isAsync: boolean;
	  }
	| {
			readonly kind: 'soap-fault';
			readonly status: number;
			readonly code: string;
			readonly text: string;
			/** Those that were found in it. */
			readonly errors: readonly EbmsError[];
			readonly proof: Proof;
	  }
	| { readonly kind: 'empty-error'; readonly status: number; readonly proof: Proof }
	/** `isProxy`: it is the answer of the proxy between, not of the endpoint. */
	| {
			readonly kind: 'http-error';
			readonly status: number;
			readonly content: ContentKind;
			readonly isProxy: boolean;
			/** The ways to log in that it asks for, such as `Negotiate, NTLM`; `null` when it does not. */
			readonly challenge: string | null;
			/** Of the connection with the endpoint: `none` when it is the proxy's answer. */
			readonly proof: Proof;
	  }
	/** `location`: where to; `null` when it does not say. */
	| {
			readonly kind: 'redirected';
			readonly status: number;
			readonly location: string | null;
			readonly target: RedirectTarget | null;
	  }
	| { readonly kind: 'unexpected-response'; readonly status: number; readonly content: ContentKind }
	/** What came is no HTTP, or HTTP that cannot be read. `status`: 0 when it did not come that far. `isProxy`: it came from the proxy. */
	| ({
			readonly kind: 'unexpected-response';
			readonly status: number;
			readonly content: 'not-http' | 'broken-http';
			readonly isProxy: boolean;
	  } & Omit<UnreadableHttp, 'isHttp'>)
	/** `chain`: what the server sent, so that the issuer of the last may be what is missing. */
	| {
			readonly kind: 'tls-untrusted-server';
			readonly reason: DistrustReason;
			readonly chain: readonly Certificate[];
	  }
	| { readonly kind: 'tls-host-mismatch'; readonly host: string; readonly chain: readonly Certificate[] }
	/**
	 * `certificate`: the first of the chain that is not valid; `null` when it could not be seen, or was not sent.
	 * `whose`: it is that of the server (or that is not known), of an issuer that the server sent along, or one of those that we trust.
	 */
	| {
			readonly kind: 'tls-server-expired';
			readonly reason: 'expired' | 'not-yet-valid';
			readonly certificate: Certificate | null;
			readonly whose: 'server' | 'issuer' | 'trusted';
	  }
	/** `alert`: `null` when the server hung up without one. `status`: of the response that said so; `null` when TLS did. */
	| {
			readonly kind: 'tls-client-certificate-missing';
			readonly alert: number | null;
			readonly status: number | null;
			/** There is one, but it was not used: its kind of key or signature was not asked for. */
			readonly isConfigured: boolean;
	  }
	| {
			readonly kind: 'tls-client-certificate-rejected';
			readonly alert: number | null;
			readonly status: number | null;
			/** The number with which IIS tells the status more exactly: 13 of 403.13; `null` without. */
			readonly substatus: number | null;
			readonly certificate: Certificate | null;
			/** Whether the server named CAs that it takes, and none of them is in our chain. */
			readonly isOfOtherAuthority: boolean;
			/** Whether it was sent without any of its issuers. */
			readonly isAlone: boolean;
	  }
	/** `version`: what the server chose; `null` when it only said no. */
	| { readonly kind: 'tls-version'; readonly version: string | null }
	| {
			readonly kind: 'tls-failed';
			readonly reason: TlsFailureReason;
			readonly alert: number | null;
			/** The code of the TLS library, such as `ERR_SSL_WRONG_VERSION_NUMBER`. */
			readonly code: string;
	  }
	| {
			readonly kind: 'connection-refused';
			readonly host: string;
			readonly port: number;
			readonly isProxy: boolean;
	  }
	/** The connection was broken off. `isCertificateAsked`: after the server asked for a client certificate. */
	| {
			readonly kind: 'connection-reset';
			readonly phase: Phase;
			readonly code: string;
			readonly isProxy: boolean;
			/** Part of a response had come. */
			readonly isCut: boolean;
			/** Bytes that did not come, though the response announced them; `null` when it did not say how many it has. */
			readonly missing: number | null;
			readonly isCertificateAsked: boolean;
	  }
	| {
			readonly kind: 'host-not-found';
			readonly host: string;
			readonly code: string;
			readonly isProxy: boolean;
	  }
	| {
			readonly kind: 'network-unreachable';
			readonly host: string;
			readonly code: string;
			readonly isProxy: boolean;
	  }
	| {
			readonly kind: 'timeout';
			readonly phase: Phase;
			/** How long was waited. */
			readonly seconds: number;
			/** What had come of a response by then; `null` when nothing had. */
			readonly begun: { readonly status: number; readonly missing: number | null } | null;
			/** Of whom; `''` for a Pong, which may come from anywhere. */
			readonly host: string;
			readonly isProxy: boolean;
			/** Phase `pong`: somebody did connect to our endpoint, but the TLS handshake failed; `null` when nobody did. */
			readonly failedHandshake: { readonly alert: number | null } | null;
	  }
	| { readonly kind: 'cancelled'; readonly phase: Phase }
	| ({ readonly kind: 'not-sent' } & NotSentReason);

export type OutcomeKind = Outcome['kind'];

/** The outcomes that only a Ping can have, as they are about what an MSH answers. */
export type AnswerKind =
	'pong' | 'pong-async' | 'accepted' | 'pong-mismatch' | 'ebms-error' | 'soap-fault' | 'empty-error';

/** The outcomes of any request to an endpoint. */
export type ConnectionOutcome = Exclude<Outcome, { readonly kind: AnswerKind }>;

const successes: ReadonlySet<OutcomeKind> = new Set<OutcomeKind>(['pong', 'pong-async', 'accepted']);

/** Whether nothing is wrong, as far as can be seen: a Ping that was accepted may still get no Pong. */
export function isSuccess({ kind }: Outcome): boolean {
	return successes.has(kind);
}
