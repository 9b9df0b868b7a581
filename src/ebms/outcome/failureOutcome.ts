import type { Certificate } from '../../certificates/certificate';
import { authorityNamed } from '../../certificates/pkioverheid';
import type { TlsFacts } from '../tls/tlsFacts';
import type { DistrustReason, TlsError } from '../tls/tlsErrors';
import type { Exchange } from '../transport/exchange';
import type { Failure } from '../transport/failure';
import type { Phase } from '../transport/phase';
import type { HttpResponse } from '../transport/sendRequest';
import { challengeIn } from './challengeIn';
import { isOfOtherAuthority, missing, rejected } from './certificateOutcome';
import type { ConnectionOutcome, TlsFailureReason } from './outcome';
import type { Question } from './question';

/** What a failure needs to know of the question. */
type Asked = Pick<Question, 'endpoint' | 'timeout'>;

/** Tells what a failed exchange means. */
export function failureOutcome(failure: Failure, exchange: Exchange, question: Asked): ConnectionOutcome {
	const { phase, isAtProxy: isProxy } = exchange;
	switch (failure.kind) {
		case 'timeout':
			return timedOut(exchange, question, question.timeout);
		case 'cancelled':
			return { kind: 'cancelled', phase };
		case 'system':
			return systemOutcome(failure.code, exchange, question);
		case 'tls':
			return tlsOutcome(failure, exchange, question);
		case 'not-http':
			return unreadable(failure, exchange);
		case 'proxy':
			return {
				kind: 'http-error',
				status: failure.status,
				content: 'empty',
				isProxy,
				challenge: challengeIn(failure.challenge),
				proof: 'none',
			};
	}
}

/** What breaks off after a header was read is HTTP. */
function unreadable(
	{ isHttp, firstLine, code }: Failure & { readonly kind: 'not-http' },
	{ response, isAtProxy: isProxy }: Exchange,
): ConnectionOutcome {
	return {
		kind: 'unexpected-response',
		status: response?.status ?? 0,
		content: isHttp || response !== null ? 'broken-http' : 'not-http',
		isProxy,
		firstLine: response === null ? firstLine : null,
		code,
	};
}

function timedOut(
	{ phase, isAtProxy: isProxy, response }: Exchange,
	{ endpoint }: Asked,
	seconds: number,
): ConnectionOutcome {
	const begun = response === null ? null : { status: response.status, missing: missingOf(response) };
	return { kind: 'timeout', phase, seconds, begun, host: endpoint.host, isProxy, failedHandshake: null };
}

/** How much of a response did not come; `null` when it did not say how much it has. */
function missingOf({ headers, body }: HttpResponse): number | null {
	const announced = /^\d+$/.exec(headers['content-length'] ?? '')?.[0];
	return announced === undefined ? null : Math.max(0, Number(announced) - body.length);
}

/** How long an exchange took, in whole seconds: the system may lose its patience before we do. */
function secondsOf({ timings }: Exchange): number {
	const milliseconds = Object.values(timings).reduce((sum: number, one) => sum + (one ?? 0), 0);
	return Math.round(milliseconds / 1000);
}

type SystemMeaning =
	'host-not-found' | 'connection-refused' | 'connection-reset' | 'network-unreachable' | 'timeout';

/** The system's errors; those that begin with `EAI_` or `DNS_` are of the look-up too. */
const systemMeanings: ReadonlyMap<string, SystemMeaning> = new Map<string, SystemMeaning>([
	['ENOTFOUND', 'host-not-found'],
	['ENODATA', 'host-not-found'],
	['ESERVFAIL', 'host-not-found'],
	['ECONNREFUSED', 'connection-refused'],
	['ECONNRESET', 'connection-reset'],
	['ECONNABORTED', 'connection-reset'],
	['EPIPE', 'connection-reset'],
	['ERR_STREAM_PREMATURE_CLOSE', 'connection-reset'],
	['ERR_STREAM_WRITE_AFTER_END', 'connection-reset'],
	['ERR_STREAM_DESTROYED', 'connection-reset'],
	['ETIMEDOUT', 'timeout'],
	['ENETUNREACH', 'network-unreachable'],
	['EHOSTUNREACH', 'network-unreachable'],
	['ENETDOWN', 'network-unreachable'],
	['EHOSTDOWN', 'network-unreachable'],
	['EADDRNOTAVAIL', 'network-unreachable'],
	['EACCES', 'network-unreachable'],
	['EPERM', 'network-unreachable'],
]);

function meaningOf(code: string, phase: Phase): SystemMeaning {
	const isLookup = code.startsWith('EAI_') || code.startsWith('DNS_');
	const isConnecting = phase === 'lookup' || phase === 'connect';
	return (
		systemMeanings.get(code) ??
		(isLookup ? 'host-not-found' : isConnecting ? 'network-unreachable' : 'connection-reset')
	);
}

function systemOutcome(code: string, exchange: Exchange, question: Asked): ConnectionOutcome {
	const { endpoint } = question;
	const { isAtProxy: isProxy } = exchange;
	const { host, port } = endpoint;
	const kind = meaningOf(code, exchange.phase);
	switch (kind) {
		case 'host-not-found':
		case 'network-unreachable':
			return { kind, host, code, isProxy };
		case 'connection-refused':
			return { kind, host, port, isProxy };
		case 'timeout':
			return timedOut(exchange, question, secondsOf(exchange));
		case 'connection-reset':
			return hungUp(code, exchange);
	}
}

/** A server that does not like our certificate, or misses it, may hang up without a word, above all with TLS 1.3. */
function hungUp(code: string, { phase, tls, response, isAtProxy: isProxy }: Exchange): ConnectionOutcome {
	if (response === null && tls?.clientCertificateRequested === true) {
		if (tls.clientCertificate === null) {
			return missing(tls, null);
		}
		if (isOfOtherAuthority(tls)) {
			return rejected(tls, null);
		}
	}
	return {
		kind: 'connection-reset',
		phase,
		code,
		isProxy,
		isCut: response !== null,
		missing: response === null ? null : missingOf(response),
		isCertificateAsked: tls?.clientCertificateRequested === true,
	};
}

function tlsOutcome(
	{ error, code }: Failure & { readonly kind: 'tls' },
	{ tls }: Exchange,
	{ endpoint }: Asked,
): ConnectionOutcome {
	if (tls === null) {
		throw new Error('TLS failed before it began');
	}
	const { chain } = tls;
	switch (error.kind) {
		case 'untrusted':
			return { kind: 'tls-untrusted-server', reason: distrustReason(error.reason, chain), chain };
		case 'host-mismatch':
			return { kind: 'tls-host-mismatch', host: endpoint.host, chain };
		case 'validity':
			return notValid(chain, error.reason, new Date());
		case 'alert':
			return alertOutcome(tls.alert ?? error.alert, tls, code);
		case 'version':
		case 'fault':
			// What the server said itself tells more than what the TLS library made of it.
			return tls.alert === null ? faultOutcome(error, tls, code) : alertOutcome(tls.alert, tls, code);
	}
}

/**
 * TLS libraries differ in what they say of a chain that they cannot complete, as servers do not send the root. The certificates tell
 * more: one that names itself as its issuer, or a CA that is known to be a root.
 */
function distrustReason(reason: DistrustReason, chain: readonly Certificate[]): DistrustReason {
	const last = chain.at(-1);
	if (reason !== 'issuer-missing' || last === undefined) {
		return reason;
	}
	if (last.issuer.text === last.subject.text) {
		return chain.length === 1 ? 'self-signed' : 'unknown-root';
	}
	return authorityNamed(last.issuer)?.layer === 'root' ? 'unknown-root' : reason;
}

function notValid(
	chain: readonly Certificate[],
	reason: 'expired' | 'not-yet-valid',
	now: Date,
): ConnectionOutcome {
	const found = chain.find(({ notBefore, notAfter }) =>
		reason === 'expired' ? notAfter < now : notBefore > now,
	);
	// What the server sent is valid: then the fault is in what it leads to, which is ours.
	const isOurs = found === undefined && chain.length > 0;
	return {
		kind: 'tls-server-expired',
		reason,
		certificate: found ?? null,
		whose: isOurs ? 'trusted' : found === undefined || found === chain[0] ? 'server' : 'issuer',
	};
}

function faultOutcome(
	error: TlsError & { readonly kind: 'version' | 'fault' },
	tls: TlsFacts,
	code: string,
): ConnectionOutcome {
	return error.kind === 'version'
		? { kind: 'tls-version', version: tls.protocol }
		: { kind: 'tls-failed', reason: error.reason, alert: null, code };
}

/** What an alert is about. */
type AlertMeaning =
	/** Our certificate. */
	| 'certificate'
	/** A certificate was wanted and did not come. */
	| 'no-certificate'
	/** Nothing in common, or (TLS 1.2) no certificate. */
	| 'handshake'
	| 'version'
	| Extract<TlsFailureReason, 'insufficient-security' | 'unrecognized-name'>;

const alertMeanings: ReadonlyMap<number, AlertMeaning> = new Map<number, AlertMeaning>([
	[40, 'handshake'],
	[41, 'no-certificate'],
	[42, 'certificate'],
	[43, 'certificate'],
	[44, 'certificate'],
	[45, 'certificate'],
	[46, 'certificate'],
	[48, 'certificate'],
	[49, 'certificate'],
	[70, 'version'],
	[71, 'insufficient-security'],
	[112, 'unrecognized-name'],
	[116, 'no-certificate'],
]);

function alertOutcome(alert: number, tls: TlsFacts, code: string): ConnectionOutcome {
	const { clientCertificateRequested: isAsked, clientCertificate } = tls;
	const failed = (reason: TlsFailureReason): ConnectionOutcome => ({
		kind: 'tls-failed',
		reason,
		alert,
		code,
	});
	const meaning = alertMeanings.get(alert);
	switch (meaning) {
		case undefined:
			return failed('alert');
		case 'no-certificate':
			return missing(tls, alert);
		case 'certificate':
			// A server that did not ask for a certificate, or has said nothing yet, means something else.
			return isAsked === false || tls.protocol === null
				? failed('alert')
				: clientCertificate === null
					? missing(tls, alert)
					: rejected(tls, alert);
		case 'handshake':
			return isAsked !== true
				? failed('no-common-cipher')
				: clientCertificate === null
					? missing(tls, alert)
					: rejected(tls, alert);
		case 'version':
			return { kind: 'tls-version', version: tls.protocol };
		case 'insufficient-security':
		case 'unrecognized-name':
			return failed(meaning);
	}
}
