import { workspace, type Disposable } from 'vscode';
import { environments, type ConnectionEnvironment } from '../../ebms/connection';
import { syncChoices, type SyncChoice } from '../../ebms/ping/pingRequest';
import type { Translate } from '../../text';
import { absolutePath, baseFolder } from '../config';
import { withOwnNames } from './connectionNames';

/** A connection of the setting `lopendeZaken.connections`. Paths are absolute; what is not given is `null`. */
export interface ConfiguredConnection {
	readonly name: string;
	readonly environment: ConnectionEnvironment;
	/** To whom and as whom: out of a CPA, or in its own words. */
	readonly source:
		| { readonly kind: 'cpa'; readonly file: string; readonly as: string; readonly url: string | null }
		| {
				readonly kind: 'values';
				readonly url: string;
				readonly from: string;
				readonly to: string;
				readonly cpaId: string;
				/** Type of both PartyIds; `''` for none. */
				readonly partyType: string;
		  };
	readonly certificate: string | null;
	/** `null` when the key is in the same file. */
	readonly key: string | null;
	readonly trust: readonly string[];
	readonly sync: SyncChoice;
	/** Where to wait for a Pong that comes in a request of its own. */
	readonly listen: string | null;
}

/** An entry of the setting that says too little. */
export interface Unusable {
	readonly name: string;
	readonly complaint: string;
}

/** One entry of the setting, as it stands there. */
export interface ConnectionSetting {
	readonly name: string;
	readonly environment: ConnectionEnvironment;
	readonly cpa: string;
	readonly as: string;
	readonly certificate?: string;
	readonly key?: string;
	readonly trust: readonly string[];
	readonly listen?: string;
}

const section = 'lopendeZaken';
const setting = 'connections';

/** Reads the setting. In an untrusted workspace VS Code gives only what the user set outside it. */
export function readConnections(t: Translate): readonly (ConfiguredConnection | Unusable)[] {
	const connections = entriesOfSetting().map((entry, index) =>
		readConnection(entry, t('Connection {0}', index + 1), t),
	);
	return withOwnNames(connections, t);
}

/** Adds a connection, or puts it in the place of the one with its name: for the workspace when there is one, else for the user. */
export async function saveConnection(connection: ConnectionSetting): Promise<void> {
	const isSame = (entry: unknown): boolean => isRecord(entry) && textIn(entry, 'name') === connection.name;
	const entries = entriesOfSetting();
	const saved = entries.some(isSame)
		? entries.map((entry) => (isSame(entry) ? connection : entry))
		: [...entries, connection];
	await workspace.getConfiguration(section).update(setting, saved, baseFolder() === undefined);
}

/** Calls `listener` when the connections may be others. */
export function onDidChangeConnections(listener: () => void): Disposable {
	return workspace.onDidChangeConfiguration((change) => {
		if (change.affectsConfiguration(`${section}.${setting}`)) {
			listener();
		}
	});
}

function entriesOfSetting(): readonly unknown[] {
	const entries: unknown = workspace.getConfiguration(section).get(setting);
	return Array.isArray(entries) ? (entries as readonly unknown[]) : [];
}

function readConnection(entry: unknown, usualName: string, t: Translate): ConfiguredConnection | Unusable {
	if (!isRecord(entry)) {
		return { name: usualName, complaint: t('This entry of the setting is no connection.') };
	}
	const text = (key: string): string | null => textIn(entry, key);
	const path = (key: string): string | null => pathIn(entry, key);
	const name = text('name') ?? usualName;
	const environment = environments.find((one) => one === text('environment'));
	if (environment === undefined) {
		return {
			name,
			complaint: t('Say what its environment is: {0}.', environments.map((one) => `"${one}"`).join(', ')),
		};
	}
	const source = sourceIn(text, path);
	if (source === undefined) {
		return { name, complaint: t('Give {0}, or {1}.', '"cpa", "as"', '"url", "from", "to", "cpaId"') };
	}
	const trust: unknown = entry['trust'];
	return {
		name,
		environment,
		source,
		certificate: path('certificate'),
		key: path('key'),
		trust: (Array.isArray(trust) ? (trust as readonly unknown[]) : [])
			.filter((file) => typeof file === 'string')
			.map(absolutePath),
		sync: syncChoices.find((choice) => choice === text('sync')) ?? 'cpa',
		listen: text('listen'),
	};
}

function sourceIn(
	text: (key: string) => string | null,
	path: (key: string) => string | null,
): ConfiguredConnection['source'] | undefined {
	const [file, as, url] = [path('cpa'), text('as'), text('url')];
	if (file !== null && as !== null) {
		return { kind: 'cpa', file, as, url };
	}
	const [from, to, cpaId] = [text('from'), text('to'), text('cpaId')];
	return file === null && url !== null && from !== null && to !== null && cpaId !== null
		? { kind: 'values', url, from, to, cpaId, partyType: text('partyType') ?? 'urn:osb:oin' }
		: undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `null` when there is none, or nothing in it. */
function textIn(entry: Readonly<Record<string, unknown>>, key: string): string | null {
	const value = entry[key];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function pathIn(entry: Readonly<Record<string, unknown>>, key: string): string | null {
	const path = textIn(entry, key);
	return path === null ? null : absolutePath(path);
}
