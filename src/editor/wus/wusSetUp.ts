import type { Memento } from 'vscode';
import { environments, type ConnectionEnvironment } from '../../ebms/connection';
import type { CredentialFiles } from '../ping/credentials';

/** What is needed to check a web service: an address, and the files by which the connection is made. */
export interface WusSetUp extends CredentialFiles {
	readonly url: string;
	readonly environment: ConnectionEnvironment;
}

/** The last one of this workspace. Paths only: what is in the files is read anew each time. */
export interface WusMemory {
	readonly last: () => WusSetUp | undefined;
	readonly remember: (setUp: WusSetUp) => Thenable<void>;
}

const key = 'wusSetUp';

export function createWusMemory(state: Memento): WusMemory {
	return {
		last: () => setUpIn(state.get(key)),
		remember: (setUp) => state.update(key, setUp),
	};
}

/** What a key binding or another extension asks for; `undefined` when it is none. */
export function setUpIn(value: unknown): WusSetUp | undefined {
	if (typeof value !== 'object' || value === null || !('url' in value) || typeof value.url !== 'string') {
		return undefined;
	}
	const given = value as Readonly<Record<string, unknown>>;
	const environment = environments.find((one) => one === given['environment']);
	const trust: unknown = given['trust'];
	return environment === undefined
		? undefined
		: {
				url: value.url,
				environment,
				certificate: textOrNull(given['certificate']),
				key: textOrNull(given['key']),
				trust: Array.isArray(trust) ? trust.filter((file): file is string => typeof file === 'string') : [],
			};
}

function textOrNull(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
