import { decodeText } from '../../certificates/containers/decodeText';
import type { TlsFacts } from '../tls/tlsFacts';
import type { HttpResponse } from '../transport/sendRequest';
import type { Outcome, Proof } from './outcome';

/** The outcomes about our own certificate. */
export type CertificateOutcome = Outcome & {
	readonly kind: 'tls-client-certificate-missing' | 'tls-client-certificate-rejected';
};

interface Refusal {
	readonly about: 'no-certificate' | 'certificate';
	/** Of IIS. */
	readonly substatus: number | null;
}

/** The statuses that say it themselves: those of nginx. */
const refusals: ReadonlyMap<number, Refusal> = new Map<number, Refusal>([
	[495, { about: 'certificate', substatus: null }],
	[496, { about: 'no-certificate', substatus: null }],
]);

/** The titles of the pages with which nginx refuses: it ends the handshake and then says no. */
const nginxTitles: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
	['<title>400 The SSL certificate error</title>', { about: 'certificate', substatus: null }],
	['<title>400 No required SSL certificate was sent</title>', { about: 'no-certificate', substatus: null }],
]);

/** What IIS writes behind a 403, as its documentation has it: required, revoked, untrusted, not valid now. */
const substatuses: ReadonlyMap<number, Refusal['about']> = new Map<number, Refusal['about']>([
	[7, 'no-certificate'],
	[13, 'certificate'],
	[16, 'certificate'],
	[17, 'certificate'],
]);

/**
 * A server may finish the handshake and then refuse the client certificate in HTTP, as nginx does.
 *
 * @returns `undefined` when the response is about something else, as far as can be told.
 */
export function certificateOutcomeOf(
	{ status, body }: HttpResponse,
	tls: TlsFacts | null,
): CertificateOutcome | undefined {
	if (tls?.clientCertificateRequested !== true) {
		return undefined;
	}
	const refusal = refusals.get(status) ?? refusalIn(status, body);
	if (refusal === undefined) {
		return undefined;
	}
	switch (refusal.about) {
		case 'no-certificate':
			return { ...missing(tls, null), status };
		case 'certificate':
			return { ...rejected(tls, null), status, substatus: refusal.substatus };
	}
}

/** What the page says with a status that may be about something else. */
function refusalIn(status: number, body: Buffer): Refusal | undefined {
	const page = status === 400 || status === 403 ? (decodeText(body) ?? '') : '';
	if (status === 400) {
		return [...nginxTitles].find(([title]) => page.includes(title))?.[1];
	}
	const substatus = Number(/\b403\.(\d{1,2})\b/.exec(page)?.[1]);
	const about = substatuses.get(substatus);
	return about === undefined ? undefined : { about, substatus };
}

/** The client certificate was refused, by an alert or by the way in which the server hung up. */
export function rejected(
	tls: TlsFacts,
	alert: number | null,
): CertificateOutcome & { readonly kind: 'tls-client-certificate-rejected' } {
	return {
		kind: 'tls-client-certificate-rejected',
		alert,
		status: null,
		substatus: null,
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
export function missing(
	{ clientCertificate }: TlsFacts,
	alert: number | null,
): CertificateOutcome & { readonly kind: 'tls-client-certificate-missing' } {
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
