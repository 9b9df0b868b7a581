import { dirname } from 'node:path';
import { Uri, window, type ExtensionContext } from 'vscode';
import type { ConnectionEnvironment } from '../../ebms/connection';
import type { OutcomeKind } from '../../ebms/outcome/outcome';
import { createPasswords } from '../certificates/passwords';
import { baseFolder } from '../config';
import type { Services } from '../services';
import { chooseConnection, chooseInStatusBar, type StatusChoice } from './chooseConnection';
import { createPingComparison, type PingComparison } from './comparePings';
import type { ConfiguredConnection, Unusable } from './configuredConnection';
import type { Connections } from './connections';
import { readCpaFile } from './cpaFiles';
import { forgetPings } from './forgetPings';
import { newConnection } from './newConnection';
import { createPartnerHost, type PartnerHost } from './partnerHost';
import { partnerNews, type PartnerNews } from './partnerNews';
import { createMessageDocuments } from './page/messageDocuments';
import { pingDocuments } from './pingDocuments';
import { pingHappening } from './pingHappening';
import type { PastPing } from './pastPing';
import type { PingHistory } from './pingHistory';
import { createPingSender } from './pingSender';
import { targetOf } from './pingSources';
import { createPingView } from './pingView';

/** The Ping in the editor: made when it is first asked for. */
export interface PingFeature {
	/**
	 * Sends a Ping and shows what came of it.
	 *
	 * @param name Of the connection; asked for when it is absent.
	 * @param environment Where it must go to, when that is known: only its connections are asked for, and the only one is taken at once.
	 * @returns What came of it; `undefined` when nothing was tried.
	 */
	readonly ping: (name?: string, environment?: ConnectionEnvironment) => Promise<OutcomeKind | undefined>;
	/**
	 * Sends a Ping as a party of a CPA: over the connection that is made of it, or a new one.
	 *
	 * @param file Absolute.
	 * @param as PartyId of ourselves.
	 */
	readonly pingAs: (file: string, as: string) => Promise<OutcomeKind | undefined>;
	readonly addConnection: () => Promise<void>;
	/** Asks what to do with the active connection, or which is to be the active one. */
	readonly askInStatusBar: () => Promise<StatusChoice | undefined>;
	/** Shows a Ping of before. @returns Whether it is kept still. */
	readonly open: (ping: Pick<PastPing, 'connection' | 'at'>) => Promise<boolean>;
	readonly comparison: PingComparison;
	/** Forgets all of the history, after asking. */
	readonly forgetAll: () => Promise<void>;
	readonly endpointOf: (connection: ConfiguredConnection | Unusable) => Promise<string | null>;
	readonly partner: PartnerHost;
	/** `undefined` when it does not run. */
	readonly partnerNews: () => PartnerNews | undefined;
	readonly dispose: () => void;
}

/** @param onPartner Told when the partner starts, stops, answers otherwise, or gets something. */
export function createPingFeature(
	services: Services,
	{ secrets, extensionUri, globalStorageUri }: ExtensionContext,
	connections: Connections,
	history: PingHistory,
	onPartner: () => void,
): PingFeature {
	const { t, faults } = services;
	const sender = createPingSender(services, createPasswords(secrets));
	const documents = createMessageDocuments('lopende-zaken-ping');
	const comparison = createPingComparison(services, history);
	const view = createPingView(services, extensionUri, {
		again: ping,
		open: (record) => documents.open(record.connection, record.at, pingDocuments(record)),
		compare: comparison.withPrevious,
		canCompare: (record) => history.before(record) !== undefined,
		saveFolder,
	});
	const partner = createPartnerHost(services, globalStorageUri, () => {
		connections.setLocal(partner.state()?.connection);
		onPartner();
	});

	function saveFolder(name: string): Uri | undefined {
		const connection = connections.find(name);
		return connection !== undefined && 'source' in connection && connection.source.kind === 'cpa'
			? Uri.file(dirname(connection.source.file))
			: baseFolder()?.uri;
	}

	async function send(connection: ConfiguredConnection): Promise<OutcomeKind | undefined> {
		const sent = await sender.send(connection);
		if (sent === undefined) {
			return undefined;
		}
		await connections.activate(connection.name);
		await history.add(sent.record);
		services.happenings.report(pingHappening(sent.record, connection));
		view.show(sent);
		return sent.result.outcome.kind;
	}

	async function ping(name?: string, environment?: ConnectionEnvironment): Promise<OutcomeKind | undefined> {
		const connection = name === undefined ? await choose(environment) : connections.find(name);
		if (connection === undefined || 'complaint' in connection) {
			if (connection !== undefined) {
				faults.watch(window.showErrorMessage(`${connection.name}: ${connection.complaint}`));
			} else if (name !== undefined) {
				faults.watch(window.showErrorMessage(t('There is no connection {0}.', name)));
			}
			return undefined;
		}
		return send(connection);
	}

	async function choose(
		environment?: ConnectionEnvironment,
	): Promise<ConfiguredConnection | Unusable | undefined> {
		const chosen = await chooseConnection(connections, t, environment);
		switch (chosen?.kind) {
			case undefined:
				return undefined;
			case 'connection':
				return chosen.connection;
			case 'unusable':
				return chosen.unusable;
			case 'cpa':
				return newConnection({ file: chosen.file, environment }, t);
			case 'new':
				return newConnection({ environment }, t);
		}
	}

	return {
		ping,
		async pingAs(file, as) {
			const known = connections
				.all()
				.find(
					(one): one is ConfiguredConnection =>
						'source' in one && one.source.kind === 'cpa' && one.source.file === file && one.source.as === as,
				);
			if (known !== undefined) {
				return send(known);
			}
			const cpa = await readCpaFile(file);
			if (cpa === undefined) {
				faults.watch(window.showErrorMessage(t('{0} cannot be read as a CPA.', file)));
				return undefined;
			}
			const connection = await newConnection({ file: { path: file, cpa }, as }, t);
			return connection && send(connection);
		},
		async addConnection() {
			const connection = await newConnection({}, t);
			if (connection !== undefined) {
				await connections.activate(connection.name);
			}
		},
		askInStatusBar: () => chooseInStatusBar(connections, t),
		async open(named) {
			const past = history.find(named.connection, named.at);
			const record = past && (await history.open(past));
			if (record === undefined) {
				faults.watch(window.showInformationMessage(t('That Ping is not kept any more.')));
				return false;
			}
			view.show({ record, result: null });
			return true;
		},
		comparison,
		forgetAll: () => forgetPings(history, t),
		async endpointOf(connection) {
			const target = 'complaint' in connection ? connection : await targetOf(connection, t);
			return 'complaint' in target ? null : target.url;
		},
		partner,
		partnerNews() {
			const state = partner.state();
			return state && partnerNews(state, t);
		},
		dispose() {
			sender.dispose();
			partner.dispose();
			comparison.dispose();
			view.dispose();
			documents.dispose();
		},
	};
}
