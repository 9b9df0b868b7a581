import { readTlsError, type TlsError } from '../tls/tlsErrors';

/** Why an exchange came to nothing. */
export type Failure =
	| { readonly kind: 'timeout' }
	| { readonly kind: 'cancelled' }
	/** `code` is the system's name, such as `ECONNREFUSED`. */
	| { readonly kind: 'system'; readonly code: string }
	| { readonly kind: 'tls'; readonly error: TlsError; readonly code: string }
	/** What came back is no HTTP. */
	| { readonly kind: 'not-http' }
	/** The proxy did not make the connection. `status` is that of its answer. */
	| { readonly kind: 'proxy'; readonly status: number };

/** The proxy answered a CONNECT with something other than success. */
export class ProxyRefusal extends Error {
	constructor(readonly status: number) {
		super(`The proxy answered ${status}`);
	}
}

/** Turns what was thrown by a socket, TLS or HTTP into a failure. What is none of these is a fault of ours and is thrown on. */
export function failureOf(error: unknown): Failure {
	if (error instanceof ProxyRefusal) {
		return { kind: 'proxy', status: error.status };
	}
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
		throw error;
	}
	const { code } = error;
	// Errors of the parser of HTTP: HPE_INVALID_CONSTANT, HPE_HEADER_OVERFLOW, …
	if (code.startsWith('HPE_')) {
		return { kind: 'not-http' };
	}
	const tlsError = readTlsError({ code, message: error.message });
	return tlsError === undefined ? { kind: 'system', code } : { kind: 'tls', error: tlsError, code };
}
