import type { PingTarget } from '../../ebms/connection';
import { pingTargetFromCpa } from '../../ebms/cpaConnection';
import { cpaProblemWords } from '../../ebms/cpaProblemWords';
import type { PingRequest } from '../../ebms/ping/pingRequest';
import type { Translate } from '../../text';
import type { Passwords } from '../certificates/passwords';
import type { ConfiguredConnection } from './configuredConnection';
import { pingTimeout } from './pingSettings';
import { readCpaFile } from './cpaFiles';
import { readCredentials, type Complaint } from './credentials';
import { complainOfProxy, proxyFor } from './proxySettings';

/** To whom a connection goes. */
export async function targetOf(
	{ source, environment }: ConfiguredConnection,
	t: Translate,
): Promise<PingTarget | Complaint> {
	if (source.kind === 'values') {
		const { url, cpaId, partyType } = source;
		const type = partyType === '' ? null : partyType;
		return {
			url,
			cpaId,
			from: { value: source.from, type },
			to: { value: source.to, type },
			syncReplyMode: null,
			pongEndpoint: null,
			environment,
			cpa: null,
		};
	}
	const cpa = await readCpaFile(source.file);
	if (cpa === undefined) {
		return { complaint: t('There is no CPA in {0}.', source.file) };
	}
	const found = pingTargetFromCpa(cpa, source.as);
	return found.kind === 'problem'
		? { complaint: `${source.file}: ${cpaProblemWords(found.problem, t)}` }
		: { ...found.target, url: source.url ?? found.target.url, environment };
}

/**
 * Reads all that a Ping needs, and asks the passphrase of the key when it is not remembered.
 *
 * @returns `undefined` when the user does not give it.
 */
export async function requestOf(
	connection: ConfiguredConnection,
	target: PingTarget,
	trustFiles: readonly string[],
	passwords: Passwords,
	t: Translate,
): Promise<PingRequest | Complaint | undefined> {
	const { environment, url } = target;
	const complaint = complainOfProxy(url, t);
	if (complaint !== null) {
		return { complaint };
	}
	const credentials = await readCredentials(connection, { environment, trustFiles, passwords }, t);
	if (credentials === undefined || 'complaint' in credentials) {
		return credentials;
	}
	const { sync, listen } = connection;
	return { target, ...credentials, sync, listen, proxy: proxyFor(url), timeout: pingTimeout() };
}
