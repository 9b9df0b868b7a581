import { readFile } from 'node:fs/promises';
import { Uri, workspace } from 'vscode';
import { authorityFolder } from '../../certificates/authorityFolder';
import type { Certificate } from '../../certificates/certificate';
import type { PingTarget } from '../../ebms/connection';
import { pingTargetFromCpa } from '../../ebms/cpaConnection';
import { cpaProblemWords } from '../../ebms/cpaProblemWords';
import { readIdentity } from '../../ebms/credentials/readIdentity';
import { curlTrustOf, type CurlSources } from '../../ebms/ping/curlCommand';
import type { PingRequest } from '../../ebms/ping/pingRequest';
import { isLoopback, readEndpoint } from '../../ebms/transport/endpoint';
import { readProxy, withoutPassword } from '../../ebms/transport/readProxy';
import { gatherTrust } from '../../ebms/trust/gatherTrust';
import { readFetchedAuthorities, readTrustFile } from '../../ebms/trust/readTrustFile';
import type { TrustAnchor } from '../../ebms/trust/trustAnchor';
import type { Translate } from '../../text';
import { askPassword } from '../certificates/askPassword';
import type { Passwords } from '../certificates/passwords';
import { pingTimeout, type Connection } from './connection';
import { readCpaFile } from './cpaFiles';

/** Why a connection cannot be used: a sentence. */
export interface Complaint {
	readonly complaint: string;
}

/** To whom a connection goes. */
export async function targetOf(
	{ source, environment }: Connection,
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
	connection: Connection,
	target: PingTarget,
	trustFiles: readonly string[],
	passwords: Passwords,
	t: Translate,
): Promise<PingRequest | Complaint | undefined> {
	const named: Readonly<Record<'connection' | 'setting', readonly string[]>> = {
		connection: connection.trust,
		setting: trustFiles,
	};
	const sources = { connection: [] as TrustAnchor[], setting: [] as TrustAnchor[] };
	for (const origin of ['connection', 'setting'] as const) {
		for (const file of named[origin]) {
			const bytes = await bytesOf(file);
			const anchors = bytes === undefined ? [] : readTrustFile(file, bytes, origin);
			if (anchors.length === 0) {
				return { complaint: t('There are no certificates that can be read in {0}.', file) };
			}
			sources[origin].push(...anchors);
		}
	}
	const pkioverheid = readFetchedAuthorities(authorityFolder(process.env));
	const trust = gatherTrust(target.environment, { ...sources, pkioverheid });
	const others = [...trust, ...pkioverheid].map(({ certificate }) => certificate);
	const identity = await identityOf(connection, others, passwords, t);
	if (identity === undefined || (identity !== null && 'complaint' in identity)) {
		return identity;
	}
	const { sync, listen } = connection;
	return { target, identity, trust, sync, listen, proxy: proxyFor(target), timeout: pingTimeout() };
}

async function identityOf(
	{ certificate: certificateFile, key: keyFile }: Connection,
	others: readonly Certificate[],
	passwords: Passwords,
	t: Translate,
): Promise<PingRequest['identity'] | Complaint | undefined> {
	if (certificateFile === null) {
		return null;
	}
	const certificate = await bytesOf(certificateFile);
	const key = keyFile === null ? null : await bytesOf(keyFile);
	if (certificate === undefined || (keyFile !== null && key === undefined)) {
		const missing = certificate === undefined ? certificateFile : (keyFile ?? '');
		return { complaint: t('The file {0} cannot be read.', missing) };
	}
	const secretFile = Uri.file(keyFile ?? certificateFile);
	const read = (passphrase: string | undefined): NonNullable<PingRequest['identity']> =>
		readIdentity({ certificate, key: key ?? null, passphrase, others });
	let identity = read(await passwords.get(secretFile));
	if (isLocked(identity)) {
		const isGiven = await askPassword(
			workspace.asRelativePath(secretFile),
			async (passphrase) => {
				identity = read(passphrase);
				if (isLocked(identity)) {
					return false;
				}
				await passwords.remember(secretFile, passphrase);
				return true;
			},
			t,
			t('It is kept in the secret storage of VS Code, and only used to read the key.'),
		);
		return isGiven ? identity : undefined;
	}
	return identity;
}

function isLocked(identity: NonNullable<PingRequest['identity']>): boolean {
	return (
		'fault' in identity && (identity.fault === 'passphrase-needed' || identity.fault === 'passphrase-wrong')
	);
}

async function bytesOf(file: string): Promise<Buffer | undefined> {
	try {
		return await readFile(file);
	} catch {
		return undefined;
	}
}

/** Where the same request would get its certificates from, for curl: paths, never a passphrase. */
export function curlSourcesOf(
	{ certificate, key }: Pick<Connection, 'certificate' | 'key'>,
	{ target, trust, timeout }: PingRequest,
): CurlSources {
	return {
		certificate,
		key,
		isPkcs12: /\.(?:p12|pfx)$/i.test(certificate ?? ''),
		passphraseVariable: null,
		trust: curlTrustOf(trust),
		proxy: proxyInWords(target),
		timeout,
	};
}

/** The proxy that VS Code's settings ask for; `null` without one. */
export function proxyFor(target: Pick<PingTarget, 'url'>): PingRequest['proxy'] {
	return readProxy(proxyUrl(target)) ?? null;
}

/** The proxy that VS Code's settings ask for, to be shown; `null` without one. */
export function proxyInWords(target: PingTarget): string | null {
	const url = proxyUrl(target);
	return url === '' ? null : withoutPassword(url);
}

/** As VS Code does it: not for this machine itself, nor for hosts of `http.noProxy`. */
function proxyUrl({ url }: Pick<PingTarget, 'url'>): string {
	const endpoint = readEndpoint(url);
	const http = workspace.getConfiguration('http');
	if ('fault' in endpoint || isLoopback(endpoint.host) || http.get('proxySupport') === 'off') {
		return '';
	}
	const { host } = endpoint;
	const isExcepted = (http.get<readonly string[]>('noProxy') ?? []).some((name) => {
		const domain = name
			.trim()
			.toLowerCase()
			.replace(/^\*?\./, '');
		return domain !== '' && (host.toLowerCase() === domain || host.toLowerCase().endsWith(`.${domain}`));
	});
	return isExcepted ? '' : (http.get<string>('proxy') ?? '');
}
