import type { Translate } from '../../../text';
import type { Proof } from '../outcome';

/** What a connection over which an answer came shows of TLS and the certificates. Whole sentences. */
export function provenInWords(proof: Proof, t: Translate): string {
	const server = t('TLS and the certificate of the server are right.');
	switch (proof) {
		case 'none':
			return t('The connection is without TLS, so that it says nothing about certificates.');
		case 'mutual':
			return t('TLS and both certificates are right.');
		case 'not-asked':
			return `${server} ${t('The server did not ask for a client certificate, so that it is not certain that it takes yours.')}`;
		case 'not-shown':
			return `${server} ${t('The server asked for a client certificate and went on without one, as none is configured.')}`;
		case 'unknown':
			return server;
	}
}

/** What to do about a server that does not care who we are; nothing when it does. */
export function nextForProof(proof: Proof, t: Translate): readonly string[] {
	return proof === 'not-asked'
		? [t('Ask the other side whether this is the right endpoint: Digikoppeling always uses two-way TLS.')]
		: [];
}

/** Why a server that answers may not know who we are, when that is so: the likeliest cause of a refusal. */
export function strangerCauses(proof: Proof, t: Translate): readonly string[] {
	switch (proof) {
		case 'not-asked':
			return [
				t(
					'The server did not ask for our client certificate, so that it does not know who we are: two-way TLS is not set up there, or it only asks after the request, which does not work with TLS 1.3.',
				),
			];
		case 'not-shown':
			return [t('No client certificate is configured for this connection.')];
		case 'none':
		case 'mutual':
		case 'unknown':
			return [];
	}
}
