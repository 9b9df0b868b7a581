import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createSecureContext, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { toPem } from '../../certificates/exportCertificate';
import type { Certificate } from '../../certificates/certificate';
import type { Identity } from '../credentials/readIdentity';
import { readHandshake, type Handshake } from '../tls/readHandshake';
import { tap } from '../tls/wiretap';
import type { Endpoint } from './endpoint';

/** With what a TLS connection is made. */
export interface Credentials {
	/** What is shown to a server that asks; `null` for nothing. */
	readonly identity: Identity | null;
	/** The only certificates that are trusted: those of the system are not. */
	readonly trust: readonly Certificate[];
}

/** A TLS connection in the making. */
export interface SecureConnection {
	readonly socket: TLSSocket;
	/** What the server said up to now. */
	readonly handshake: () => Handshake;
}

/**
 * Begins TLS on a socket: 1.2 or 1.3, and only with a server whose certificate leads to what is trusted and is for the host. There is no
 * way to leave that out.
 */
export function startTls(
	socket: Socket,
	endpoint: Endpoint,
	{ identity, trust }: Credentials,
): SecureConnection {
	return start(socket, endpoint, {
		secureContext: createSecureContext({
			minVersion: 'TLSv1.2',
			maxVersion: 'TLSv1.3',
			// Always given, for without it the certificates of the system would be trusted.
			ca: trust.map(toPem),
			...(identity === null ? {} : certificateAndKey(identity)),
		}),
		rejectUnauthorized: true,
	});
}

function certificateAndKey({ chain, privateKey }: Identity): { readonly cert: string; readonly key: string } {
	return {
		cert: chain.map(toPem).join(''),
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}

/** Whether the TLS library takes a certificate and key: it refuses what is too weak. */
export function isUsable(identity: Identity): boolean {
	try {
		createSecureContext(certificateAndKey(identity));
		return true;
	} catch {
		return false;
	}
}

/**
 * Begins TLS for no other reason than to see what a server says: whoever it is, so nothing may be sent over it.
 *
 * @param identity Shown when the server asks; nothing is shown without it.
 */
export function startPeek(
	socket: Socket,
	endpoint: Endpoint,
	identity: Identity | null = null,
): SecureConnection {
	return start(socket, endpoint, {
		secureContext: createSecureContext({
			minVersion: 'TLSv1.2',
			maxVersion: 'TLSv1.3',
			ca: [],
			...(identity === null ? {} : certificateAndKey(identity)),
		}),
		rejectUnauthorized: false,
	});
}

function start(
	socket: Socket,
	endpoint: Endpoint,
	options: Pick<ConnectionOptions, 'secureContext' | 'rejectUnauthorized'>,
): SecureConnection {
	const { stream, received } = tap(socket);
	const secrets = new Map<string, Uint8Array>();
	const tlsSocket = connect({
		...options,
		socket: stream,
		host: endpoint.host,
		...(endpoint.isAddress ? {} : { servername: endpoint.host }),
		ALPNProtocols: ['http/1.1'],
		checkServerIdentity: (_, { raw }) => (isFor(endpoint, raw) ? undefined : new HostMismatch()),
	});
	tlsSocket
		.on('error', () => undefined)
		.on('keylog', (line) => {
			const [label = '', , secret = ''] = line.toString('latin1').trim().split(' ');
			secrets.set(label, Buffer.from(secret, 'hex'));
		});
	return {
		socket: tlsSocket,
		handshake: () =>
			readHandshake(received(), {
				handshake: secrets.get('SERVER_HANDSHAKE_TRAFFIC_SECRET') ?? null,
				application: secrets.get('SERVER_TRAFFIC_SECRET_0') ?? null,
			}),
	};
}

/** Waits for the end of the handshake. */
export async function secured({ socket }: SecureConnection, signal: AbortSignal): Promise<void> {
	await once(socket, 'secureConnect', { signal });
}

class HostMismatch extends Error {
	readonly code = 'ERR_TLS_CERT_ALTNAME_INVALID';
}

/** Whether a certificate is for a host: by its subject alternative names only, as the CN of a G4 certificate is an organisation. */
function isFor({ host, isAddress }: Endpoint, der: Buffer): boolean {
	const certificate = new X509Certificate(der);
	return isAddress
		? certificate.checkIP(host) !== undefined
		: certificate.checkHost(host, { subject: 'never' }) !== undefined;
}
