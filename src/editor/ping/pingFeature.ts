import type { ExtensionContext } from 'vscode';
import { window } from 'vscode';
import type { OutcomeKind } from '../../ebms/outcome/outcome';
import { createPasswords } from '../certificates/passwords';
import type { Services } from '../services';
import { chooseConnection } from './chooseConnection';
import { readConnections, type Connection, type Unusable } from './connection';
import type { ConnectionNode } from './connectionTree';
import { readCpaFile } from './cpaFiles';
import { newConnection } from './newConnection';
import { createPartnerHost, type PartnerHost } from './partnerHost';
import { createPingDocuments } from './pingDocuments';
import { createPingSender } from './pingSender';
import { targetOf } from './pingSources';
import { createPingView } from './pingView';
import type { SentPing } from './sentPing';

/** The Ping in the editor: made when it is first asked for. */
export interface PingFeature {
	/**
	 * Sends a Ping and shows what came of it.
	 *
	 * @param name Of the connection; asked for when it is absent.
	 * @returns What came of it; `undefined` when nothing was tried.
	 */
	readonly ping: (name?: string) => Promise<OutcomeKind | undefined>;
	/**
	 * Sends a Ping as a party of a CPA: over the connection that is made of it, or a new one.
	 *
	 * @param file Absolute.
	 * @param as PartyId of ourselves.
	 */
	readonly pingAs: (file: string, as: string) => Promise<OutcomeKind | undefined>;
	readonly addConnection: () => Promise<void>;
	/** The connections with their endpoints. */
	readonly connections: () => Promise<readonly Omit<ConnectionNode, 'kind'>[]>;
	readonly partner: PartnerHost;
	readonly dispose: () => void;
}

/**
 * @param onSent Told of each Ping.
 * @param onConnections Told when there may be other connections.
 */
export function createPingFeature(
	services: Services,
	{ secrets, extensionUri, globalStorageUri }: ExtensionContext,
	onSent: (sent: SentPing) => Promise<void>,
	onConnections: () => void,
): PingFeature {
	const { t, faults } = services;
	const sender = createPingSender(services, createPasswords(secrets));
	const documents = createPingDocuments();
	const view = createPingView(services, extensionUri, documents, send);
	const partner = createPartnerHost(services, globalStorageUri, onConnections);

	/** Those of the setting, and the partner as long as it runs. */
	function connections(): readonly (Connection | Unusable)[] {
		const set = readConnections(t);
		const local = partner.connection();
		return local === undefined || set.some(({ name }) => name === local.name) ? set : [...set, local];
	}

	async function send(connection: Connection): Promise<OutcomeKind | undefined> {
		const sent = await sender.send(connection);
		if (sent === undefined) {
			return undefined;
		}
		await onSent(sent);
		view.show(sent);
		return sent.result.outcome.kind;
	}

	async function endpointOf(connection: Connection | Unusable): Promise<string | null> {
		const target = 'complaint' in connection ? connection : await targetOf(connection, t);
		return 'complaint' in target ? null : target.url;
	}

	async function choose(): Promise<Connection | Unusable | undefined> {
		const chosen = await chooseConnection(connections(), t);
		switch (chosen?.kind) {
			case undefined:
				return undefined;
			case 'connection':
				return chosen.connection;
			case 'unusable':
				return chosen.unusable;
			case 'cpa':
				return newConnection({ file: chosen.file }, t);
			case 'new':
				return newConnection({}, t);
		}
	}

	return {
		async ping(name) {
			const connection = name === undefined ? await choose() : connections().find((one) => one.name === name);
			if (connection === undefined || 'complaint' in connection) {
				if (connection !== undefined) {
					faults.watch(window.showErrorMessage(`${connection.name}: ${connection.complaint}`));
				} else if (name !== undefined) {
					faults.watch(window.showErrorMessage(t('There is no connection {0}.', name)));
				}
				return undefined;
			}
			return send(connection);
		},
		async pingAs(file, as) {
			const known = connections().find(
				(one): one is Connection =>
					'source' in one && one.source.kind === 'cpa' && one.source.file === file && one.source.as === as,
			);
			const cpa = known === undefined ? await readCpaFile(file) : undefined;
			const connection = known ?? (cpa && (await newConnection({ file: { path: file, cpa }, as }, t)));
			return connection && send(connection);
		},
		async addConnection() {
			await newConnection({}, t);
		},
		connections: () =>
			Promise.all(
				connections().map(async (connection) => ({
					connection,
					endpoint: await endpointOf(connection),
				})),
			),
		partner,
		dispose() {
			sender.dispose();
			partner.dispose();
			view.dispose();
			documents.dispose();
		},
	};
}
