import { cursorOn, vectorsIn } from './cursor';
import { openerOf, type OpenRecord, type TlsRecord } from './openRecord';

/** Secrets of one connection with TLS 1.3, as the TLS library tells them (NSS key log); `null` when it did not. */
export interface TrafficSecrets {
	/** `SERVER_HANDSHAKE_TRAFFIC_SECRET` */
	readonly handshake: Uint8Array | null;
	/** `SERVER_TRAFFIC_SECRET_0` */
	readonly application: Uint8Array | null;
}

/** What the server said in the handshake, as far as it could be read. */
export interface Handshake {
	/** Whether what the peer said is TLS at all; `null` when it said nothing. */
	readonly isTls: boolean | null;
	/** The version that the server chose, as Node writes it: `TLSv1.3`; `null` when it chose none. */
	readonly version: string | null;
	/** The certificates as the server sent them, in DER; `null` when they were not seen. */
	readonly chain: readonly Uint8Array[] | null;
	/** Whether the server asked for a client certificate; `null` when it could not be seen. */
	readonly clientCertificateRequested: boolean | null;
	/** The names (in DER) of the CAs whose certificates it takes, empty for any; `null` when it asked for none or it was not seen. */
	readonly acceptedAuthorities: readonly Uint8Array[] | null;
	/** The number of the alert with which the server broke off; `null` when it sent none that we could read. */
	readonly alert: number | null;
}

const recordTypes = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

const messageTypes = {
	serverHello: 2,
	certificate: 11,
	certificateRequest: 13,
	serverHelloDone: 14,
	finished: 20,
} as const;

const extensionTypes = { supportedVersions: 43, certificateAuthorities: 47 } as const;

const versions: ReadonlyMap<number, string> = new Map([
	[0x0300, 'SSLv3'],
	[0x0301, 'TLSv1'],
	[0x0302, 'TLSv1.1'],
	[0x0303, 'TLSv1.2'],
	[0x0304, 'TLSv1.3'],
]);

/** The random by which a ServerHello is a HelloRetryRequest (RFC 8446 §4.1.3). */
const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

/** Closing alerts, which are no refusal: close_notify and user_canceled. */
const closingAlerts: ReadonlySet<number> = new Set([0, 90]);

const fatal = 2;

/**
 * Reads what a server sent from the start of a connection. Node tells neither whether a client certificate was asked for nor which CAs are
 * accepted, and forgets the certificates of a server that it refuses; up to TLS 1.2 all of that lies open on the line, in TLS 1.3 it can
 * be read with the secrets of our own connection. Stops at the first application data. Never throws.
 */
export function readHandshake(bytes: Uint8Array, secrets: TrafficSecrets): Handshake {
	const found: { -readonly [K in keyof Handshake]: Handshake[K] } = {
		isTls: bytes.length === 0 ? null : isTls(bytes),
		version: null,
		chain: null,
		clientCertificateRequested: null,
		acceptedAuthorities: null,
		alert: null,
	};
	if (found.isTls !== true) {
		return found;
	}
	let suite = 0;
	/** The server asked for another ClientHello: one that does not want the group of our first key, such as X25519. */
	const asked = { again: false };
	let open: OpenRecord | undefined;
	let pending: Uint8Array = new Uint8Array(0);

	function readMessage(type: number, body: Uint8Array): void {
		const is13 = found.version === 'TLSv1.3';
		switch (type) {
			case messageTypes.serverHello: {
				const hello = readServerHello(body);
				asked.again ||= hello.isRetry;
				if (!hello.isRetry) {
					found.version = hello.version;
					suite = hello.suite;
					open = hello.version === 'TLSv1.3' ? opener(suite, secrets.handshake) : undefined;
				}
				return;
			}
			case messageTypes.certificateRequest:
				found.clientCertificateRequested = true;
				found.acceptedAuthorities = is13 ? authorities13(body) : authorities12(body);
				return;
			case messageTypes.certificate:
				found.chain = is13 ? chain13(body) : vectorsIn(cursorOn(body).vector(3), 3);
				// In TLS 1.3 the request comes before the certificate, in TLS 1.2 after it.
				found.clientCertificateRequested ??= is13 ? false : null;
				return;
			case messageTypes.serverHelloDone:
				found.clientCertificateRequested ??= false;
				return;
			case messageTypes.finished:
				open = opener(suite, secrets.application);
				return;
		}
	}

	for (const record of recordsIn(bytes)) {
		const is13 = found.version === 'TLSv1.3';
		if (record.type === recordTypes.changeCipherSpec) {
			// In TLS 1.3 it means nothing (RFC 8446 §5); a server sends it behind its first message, be it only to ask again.
			if (!is13 && !asked.again) {
				break;
			}
			continue;
		}
		const isProtected = is13 && record.type === recordTypes.applicationData;
		const content = isProtected ? open?.(record) : record;
		if (content?.type === recordTypes.alert) {
			found.alert = fatalAlert(content.body, is13);
			break;
		}
		if (content?.type !== recordTypes.handshake) {
			break;
		}
		pending = Buffer.concat([pending, content.body]);
		for (let length = messageLength(pending); length <= pending.length; length = messageLength(pending)) {
			readMessage(pending[0] ?? 0, pending.subarray(4, length));
			pending = pending.subarray(length);
		}
	}
	return found;
}

/** A record begins with its type and the version 3.x. */
function isTls(bytes: Uint8Array): boolean {
	const [type = 0, major = 3] = bytes;
	return type >= recordTypes.changeCipherSpec && type <= recordTypes.applicationData && major === 3;
}

const headerLength = 5;

/** The records that are there in full. */
function* recordsIn(bytes: Uint8Array): Iterable<TlsRecord> {
	let position = 0;
	while (position + headerLength <= bytes.length) {
		const header = bytes.subarray(position, position + headerLength);
		const start = position + headerLength;
		const end = start + (header[3] ?? 0) * 256 + (header[4] ?? 0);
		if (end > bytes.length) {
			return;
		}
		yield { type: header[0] ?? 0, header, body: bytes.subarray(start, end) };
		position = end;
	}
}

/** With its four octets of type and length; infinite as long as these are not there. */
function messageLength(bytes: Uint8Array): number {
	return bytes.length < 4 ? Infinity : 4 + cursorOn(bytes.subarray(1)).number(3);
}

function opener(suite: number, secret: Uint8Array | null): OpenRecord | undefined {
	return secret === null ? undefined : openerOf(suite, secret);
}

function fatalAlert([level, description = 0]: Uint8Array, is13: boolean): number | null {
	return (is13 || level === fatal) && !closingAlerts.has(description) ? description : null;
}

function readServerHello(body: Uint8Array): {
	readonly isRetry: boolean;
	readonly version: string | null;
	readonly suite: number;
} {
	const cursor = cursorOn(body);
	const oldVersion = cursor.number(2);
	const random = Buffer.from(body.subarray(2, 34)).toString('hex');
	cursor.skip(32);
	cursor.vector(1);
	const suite = cursor.number(2);
	cursor.skip(1);
	const selected = extensionIn(cursor.vector(2), extensionTypes.supportedVersions);
	const version = selected === undefined ? oldVersion : cursorOn(selected).number(2);
	return { isRetry: random === retryRandom, version: versions.get(version) ?? null, suite };
}

function extensionIn(extensions: Uint8Array, wanted: number): Uint8Array | undefined {
	const cursor = cursorOn(extensions);
	while (!cursor.isAtEnd()) {
		const type = cursor.number(2);
		const content = cursor.vector(2);
		if (type === wanted) {
			return content;
		}
	}
	return undefined;
}

/** RFC 5246 §7.4.4 */
function authorities12(body: Uint8Array): readonly Uint8Array[] {
	const cursor = cursorOn(body);
	cursor.vector(1);
	cursor.vector(2);
	return vectorsIn(cursor.vector(2), 2);
}

/** RFC 8446 §4.3.2, §4.2.4 */
function authorities13(body: Uint8Array): readonly Uint8Array[] {
	const cursor = cursorOn(body);
	cursor.vector(1);
	const names = extensionIn(cursor.vector(2), extensionTypes.certificateAuthorities);
	return names === undefined ? [] : vectorsIn(cursorOn(names).vector(2), 2);
}

/** RFC 8446 §4.4.2: each certificate has extensions of its own. */
function chain13(body: Uint8Array): readonly Uint8Array[] {
	const cursor = cursorOn(body);
	cursor.vector(1);
	const list = cursorOn(cursor.vector(3));
	const chain: Uint8Array[] = [];
	while (!list.isAtEnd()) {
		chain.push(list.vector(3));
		list.vector(2);
	}
	return chain;
}
