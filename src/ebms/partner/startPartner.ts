import { X509Certificate } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { readContainer } from '../../certificates/containers/readContainer';
import type { Certificate } from '../../certificates/certificate';
import { readIdentity, type Identity } from '../credentials/readIdentity';
import type { CheckDocument } from './checkDocument';
import { createDeliverer } from './deliver';
import { createMessageHandler } from './messageHandler';
import { createJournal, type PartnerEntry } from './entry';
import type { PartnerMode, ReplyMode } from './modes';
import { connectionIn, localEndpoint, writeConnection, type PartnerConnection } from './partnerConnection';
import type { PartnerPki } from './pki/makePki';
import { folderProblem, openPartnerFolder } from './pki/partnerFolder';
import type { PartnerProblem } from './problem';
import { secureContextOf } from './secureContext';
import { handshakeFailure, refuseUnreadable, startSecureServer } from './secureServer';
import { cpaPeriod } from './writeCpa';

export interface PartnerOptions {
	/** Absolute; for the keys, the certificates, the CPA and the connection. Made when it is not there. */
	readonly folder: string;
	/** 0 for any that is free. */
	readonly port: number;
	/** Whether the CPA wants signals in the response. */
	readonly reply: ReplyMode;
	readonly mode: PartnerMode;
	/** The endpoint of the user's side, to which asynchronous answers go; `null` for one port higher on this machine. */
	readonly usEndpoint: string | null;
	readonly check: CheckDocument;
	/** Told of everything that comes in, once all is known of it. */
	readonly onEntry: (entry: PartnerEntry) => void;
	/** Told of a fault of ours: only the one request fails. */
	readonly onFault: (error: unknown) => void;
	/** Milliseconds that the mode `slow` takes; 10,000 unless told. */
	readonly slowness?: number;
}

/** A partner that listens. */
export interface Partner {
	readonly connection: PartnerConnection;
	/** Where asynchronous answers go. */
	readonly usEndpoint: string;
	readonly mode: () => PartnerMode;
	/** Takes effect for the next message; connections that are idle are closed. */
	readonly setMode: (mode: PartnerMode) => void;
	readonly reply: () => ReplyMode;
	/**
	 * Whether signals go in the response from now on; writes the CPA that says so.
	 *
	 * @returns What is in the way; nothing has changed then.
	 */
	readonly setReply: (reply: ReplyMode) => Promise<PartnerProblem | undefined>;
	/** What came in: the last 200, the oldest first. */
	readonly entries: () => readonly PartnerEntry[];
	/** Stops. Ends with every connection closed and nothing under way. */
	readonly close: () => Promise<void>;
}

const usualSlowness = 10_000;

/** Starts a partner: an MSH of ebMS 2.0 on this machine, with certificates and a CPA of its own. */
export async function startPartner(
	options: PartnerOptions,
): Promise<Partner | { readonly problem: PartnerProblem }> {
	const now = new Date();
	const pki = await openPartnerFolder(options.folder, now);
	if ('problem' in pki) {
		return pki;
	}
	let { mode, reply } = options;
	const secure = await startSecureServer(pki, mode, options.port);
	if ('problem' in secure) {
		return secure;
	}
	const { server, port, stop } = secure;
	const url = localEndpoint(port);
	const usEndpoint = options.usEndpoint ?? localEndpoint(port === 65_535 ? 65_534 : port + 1);
	const closing = new AbortController();
	const underWay = new Set<Promise<void>>();
	const journal = createJournal(options.onEntry);
	const handle = createMessageHandler({
		mode: () => mode,
		agreement: {
			get isSync() {
				return reply === 'sync';
			},
			...cpaPeriod(pki),
			usCertificate: new X509Certificate(pki.us).raw,
		},
		check: options.check,
		deliver: createDeliverer({
			identity: identityOf(pki),
			trust: certificatesIn(pki.trust),
			signal: closing.signal,
		}),
		usEndpoint,
		slowness: options.slowness ?? usualSlowness,
		journal,
		signal: closing.signal,
	});
	server.on('request', (request, response) => {
		const handling = handle(request, response)
			.catch((error: unknown) => {
				response.destroy();
				options.onFault(error);
			})
			.finally(() => underWay.delete(handling));
		underWay.add(handling);
	});
	server.on('tlsClientError', (error: Error & { readonly code?: string }, socket: TLSSocket) => {
		journal.add({ at: new Date(), kind: 'connection', ...handshakeFailure(error, socket) });
	});
	server.on('clientError', (error: Error & { readonly code?: string }, socket: Duplex) => {
		const refused = refuseUnreadable(error, socket);
		if (refused !== undefined) {
			journal.add({ at: new Date(), kind: 'connection', ...refused });
		}
	});
	const close = async (): Promise<void> => {
		closing.abort();
		await stop();
		await Promise.all(underWay);
	};

	const connection = connectionIn(options.folder, url);
	const write = async (next: ReplyMode): Promise<PartnerProblem | undefined> => {
		try {
			await writeConnection(options.folder, next, pki, connection, usEndpoint);
			return undefined;
		} catch (error) {
			return folderProblem(options.folder, error);
		}
	};
	const problem = await write(reply);
	if (problem !== undefined) {
		await close();
		return { problem };
	}
	return {
		connection,
		usEndpoint,
		mode: () => mode,
		setMode(next) {
			mode = next;
			server.setSecureContext(secureContextOf(pki, next));
			server.closeIdleConnections();
		},
		reply: () => reply,
		async setReply(next) {
			const obstacle = await write(next);
			reply = obstacle === undefined ? next : reply;
			return obstacle;
		},
		entries: journal.entries,
		close,
	};
}

function identityOf(pki: PartnerPki): Identity {
	const identity = readIdentity({
		certificate: Buffer.from(pki.them),
		key: Buffer.from(pki.themKey),
		others: certificatesIn(pki.trust),
	});
	if ('fault' in identity) {
		throw new Error(`The certificate of the partner cannot be used: ${identity.fault}`);
	}
	return identity;
}

function certificatesIn(pem: string): readonly Certificate[] {
	const container = readContainer(Buffer.from(pem), {});
	return container.state === 'read' ? container.entries.map(({ certificate }) => certificate) : [];
}
