import { readTlsError, type TlsError } from '../tls/tlsErrors';

/** Why an exchange came to nothing. */
export type Failure =
	| { readonly kind: 'timeout' }
	| { readonly kind: 'cancelled' }
	/** `code` is the system's name, such as `ECONNREFUSED`. */
	| { readonly kind: 'system'; readonly code: string }
	| { readonly kind: 'tls'; readonly error: TlsError; readonly code: string }
	/** What came back is no HTTP that can be read. */
	| ({ readonly kind: 'not-http' } & UnreadableHttp)
	/** The proxy did not make the connection. `status` and `challenge` (its `Proxy-Authenticate`) are those of its answer. */
	| { readonly kind: 'proxy'; readonly status: number; readonly challenge: string | undefined };

/** What is known of something that should have been HTTP. */
export interface UnreadableHttp {
	/** Whether it begins as HTTP does; else it is another protocol. */
	readonly isHttp: boolean;
	/** Its first line, as far as it is text; `null` when it is not known or not text. */
	readonly firstLine: string | null;
	/** That of the parser, such as `HPE_INVALID_CONSTANT`. */
	readonly code: string;
}

/** The proxy answered a CONNECT with something other than success. */
export class ProxyRefusal extends Error {
	constructor(
		readonly status: number,
		readonly challenge: string | undefined,
	) {
		super(`The proxy answered ${status}`);
	}
}

/** Turns what was thrown by a socket, TLS or HTTP into a failure. What is none of these is a fault of ours and is thrown on. */
export function failureOf(error: unknown): Failure {
	if (error instanceof ProxyRefusal) {
		return { kind: 'proxy', status: error.status, challenge: error.challenge };
	}
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') {
		throw error;
	}
	const { code } = error;
	// Errors of the parser of HTTP: HPE_INVALID_CONSTANT, HPE_HEADER_OVERFLOW, …
	if (code.startsWith('HPE_')) {
		const came = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : undefined;
		return { kind: 'not-http', code, ...unreadable(came, code) };
	}
	const tlsError = readTlsError({ code, message: error.message });
	return tlsError === undefined ? { kind: 'system', code } : { kind: 'tls', error: tlsError, code };
}

/** Characters of a first line that are shown. */
const longestLine = 100;

/** @param came What the parser stumbled over; `undefined` when it does not say. */
function unreadable(came: Buffer | undefined, code: string): Omit<UnreadableHttp, 'code'> {
	if (came === undefined) {
		return { isHttp: code !== 'HPE_INVALID_CONSTANT', firstLine: null };
	}
	const [line = ''] = came
		.subarray(0, longestLine)
		.toString('latin1')
		.trimStart()
		.split(/[\r\n]/);
	const isFirst = line.startsWith('HTTP/');
	// Of a long header the parser only has the last piece, which is no first line.
	const isHttp = isFirst || code !== 'HPE_INVALID_CONSTANT';
	return {
		isHttp,
		firstLine: isFirst === isHttp && /^[\x20-\x7e\xa0-\xff]+$/.test(line) ? line.trimEnd() : null,
	};
}
