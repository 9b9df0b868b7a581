import { decodeText } from '../../certificates/containers/decodeText';
import type { TlsFacts } from '../tls/tlsFacts';
import type { HttpResponse } from '../transport/sendRequest';
import type { Outcome, Proof } from './outcome';

/** The outcomes about our own certificate. */
export type CertificateOutcome = Outcome & {
	readonly kind: 'tls-client-certificate-missing' | 'tls-client-certificate-rejected';
};

/** The status that servers answer without or with a wrong client certificate; 495 and 496 are those of nginx. */
const certificateStatuses: ReadonlySet<number> = new Set([400, 401, 403, 495, 496]);

/** The title of the page with which nginx answers a certificate that it does not trust: it ends the handshake and then says no. */
const nginxTitle = '<title>400 The SSL certificate error</title>';

/**
 * A server may finish the handshake and then refuse the client certificate in HTTP, as nginx does.
 *
 * @returns `undefined` when the response is about something else, as far as can be told.
 */
export function certificateOutcomeOf(
	{ status, body }: HttpResponse,
	tls: TlsFacts | null,
): CertificateOutcome | undefined {
	if (tls?.clientCertificateRequested !== true || !certificateStatuses.has(status)) {
		return undefined;
	}
	if (tls.clientCertificate === null) {
		return { kind: 'tls-client-certificate-missing', alert: null, status, isConfigured: false };
	}
	const isRefused = status === 495 || (status === 400 && (decodeText(body) ?? '').includes(nginxTitle));
	return isRefused ? rejected(tls, null, status) : undefined;
}

/** The client certificate was refused, by an alert or by the status of a response. */
export function rejected(tls: TlsFacts, alert: number | null, status: number | null): CertificateOutcome {
	return {
		kind: 'tls-client-certificate-rejected',
		alert,
		status,
		certificate: tls.clientCertificate,
		isOfOtherAuthority: isOfOtherAuthority(tls),
		isAlone: isAlone(tls),
	};
}

/** One that signed itself has no issuers to be sent. */
function isAlone({ clientChain: [own, issuer] }: TlsFacts): boolean {
	return own !== undefined && issuer === undefined && own.issuer.text !== own.subject.text;
}

/** No client certificate came in, as the alert tells or the way in which the server hung up. */
export function missing({ clientCertificate }: TlsFacts, alert: number | null): CertificateOutcome {
	return {
		kind: 'tls-client-certificate-missing',
		alert,
		status: null,
		isConfigured: clientCertificate !== null,
	};
}

/** Whether the server named CAs and the chain that we send comes from none of them. */
export function isOfOtherAuthority({ acceptedAuthorities, clientChain }: TlsFacts): boolean {
	return (
		acceptedAuthorities !== null &&
		acceptedAuthorities.length > 0 &&
		clientChain.length > 0 &&
		!clientChain.some(({ issuer }) => acceptedAuthorities.some(({ text }) => text === issuer.text))
	);
}

/** What a connection that was made shows of who is at both ends. */
export function proofOf(tls: TlsFacts | null): Proof {
	if (tls === null) {
		return 'none';
	}
	switch (tls.clientCertificateRequested) {
		case null:
			return 'unknown';
		case false:
			return 'not-asked';
		case true:
			return tls.clientCertificate === null ? 'not-shown' : 'mutual';
	}
}
