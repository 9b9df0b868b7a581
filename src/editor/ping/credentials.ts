import { readFile } from 'node:fs/promises';
import { Uri, workspace } from 'vscode';
import { authorityFolder } from '../../certificates/authorityFolder';
import type { Certificate } from '../../certificates/certificate';
import type { ConnectionEnvironment } from '../../ebms/connection';
import { readIdentity } from '../../ebms/credentials/readIdentity';
import type { ConnectionRequest } from '../../ebms/outcome/connectionObstacle';
import { curlTrustOf, type CurlSources } from '../../ebms/ping/curlCommand';
import { gatherTrust } from '../../ebms/trust/gatherTrust';
import { readFetchedAuthorities, readTrustFile } from '../../ebms/trust/readTrustFile';
import type { TrustAnchor } from '../../ebms/trust/trustAnchor';
import type { Translate } from '../../text';
import { askPassword } from '../certificates/askPassword';
import type { Passwords } from '../certificates/passwords';

/** Why a connection cannot be used: a sentence. */
export interface Complaint {
	readonly complaint: string;
}

/** The files by which a connection is made. Paths are absolute. */
export interface CredentialFiles {
	/** The client certificate with its chain; `null` for none. */
	readonly certificate: string | null;
	/** `null` when the key is in the same file. */
	readonly key: string | null;
	/** What the server's certificate may lead to, besides what counts for all connections. */
	readonly trust: readonly string[];
}

/** What was read of them. */
export type ReadCredentials = Pick<ConnectionRequest, 'identity' | 'trust'>;

/** Where files are read for, and by what. */
export interface CredentialSources {
	readonly environment: ConnectionEnvironment | null;
	/** Of the setting for all connections. */
	readonly trustFiles: readonly string[];
	readonly passwords: Passwords;
}

/**
 * Reads certificates and the key, and asks the passphrase of the key when it is not remembered.
 *
 * @returns `undefined` when the user does not give it.
 */
export async function readCredentials(
	files: CredentialFiles,
	{ environment, trustFiles, passwords }: CredentialSources,
	t: Translate,
): Promise<ReadCredentials | Complaint | undefined> {
	const named: Readonly<Record<'connection' | 'setting', readonly string[]>> = {
		connection: files.trust,
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
	const trust = gatherTrust(environment, { ...sources, pkioverheid });
	const others = [...trust, ...pkioverheid].map(({ certificate }) => certificate);
	const identity = await identityOf(files, others, passwords, t);
	return identity === undefined || (identity !== null && 'complaint' in identity)
		? identity
		: { identity, trust };
}

type Identified = ReadCredentials['identity'];

async function identityOf(
	{ certificate: certificateFile, key: keyFile }: CredentialFiles,
	others: readonly Certificate[],
	passwords: Passwords,
	t: Translate,
): Promise<Identified | Complaint | undefined> {
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
	const read = (passphrase: string | undefined): NonNullable<Identified> =>
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

function isLocked(identity: NonNullable<Identified>): boolean {
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
	{ certificate, key }: Pick<CredentialFiles, 'certificate' | 'key'>,
	{ trust, timeout }: { readonly trust: readonly TrustAnchor[]; readonly timeout: number },
	proxy: string | null,
): CurlSources {
	return {
		certificate,
		key,
		isPkcs12: /\.(?:p12|pfx)$/i.test(certificate ?? ''),
		passphraseVariable: null,
		trust: curlTrustOf(trust),
		proxy,
		timeout,
	};
}
