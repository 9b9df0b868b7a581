import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { authorityFolder } from '../certificates/authorityFolder';
import { readContainer } from '../certificates/containers/readContainer';
import type { PingTarget } from '../ebms/connection';
import { readIdentity } from '../ebms/credentials/readIdentity';
import type { PingRequest } from '../ebms/ping/pingRequest';
import { gatherTrust } from '../ebms/trust/gatherTrust';
import { readFetchedAuthorities, readTrustFile } from '../ebms/trust/readTrustFile';
import type { TrustAnchor } from '../ebms/trust/trustAnchor';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import { checkFinding } from '../validation/texts';
import { cannotTrust } from './certificateFiles';
import type { CommandContext } from './command';
import type { PingCommandOptions } from './pingOptions';
import { reasonOf } from './inputs';

/** Why a command line cannot be followed: a sentence. */
export interface Complaint {
	readonly complaint: string;
}

/** What the files of a command line hold. */
export type PingFiles = Pick<PingRequest, 'identity' | 'trust'>;

/** Reads the certificates and the key that a command line names. */
export function readPingFiles(
	options: PingCommandOptions,
	environment: PingTarget['environment'],
	context: CommandContext,
): PingFiles | Complaint {
	const { t, surroundings } = context;
	const { cert, key, p12, passwordEnv } = options;
	const passphrase = passwordEnv === undefined ? undefined : surroundings.env[passwordEnv];
	if (passwordEnv !== undefined && passphrase === undefined) {
		return { complaint: t('There is no environment variable {0} with the password.', passwordEnv) };
	}
	const connection = readTrust(options.trust, context);
	if ('complaint' in connection) {
		return connection;
	}
	const pkioverheid = readFetchedAuthorities(authorityFolder(surroundings.env));
	const trust = gatherTrust(environment, { connection, setting: [], pkioverheid });
	const certificateName = p12 ?? cert;
	if (certificateName === undefined) {
		return { identity: null, trust };
	}
	const certificate = readNamed(certificateName, context);
	const keyFile = key === undefined ? null : readNamed(key, context);
	if ('complaint' in certificate) {
		return certificate;
	}
	if (keyFile !== null && 'complaint' in keyFile) {
		return keyFile;
	}
	const others = [...trust, ...pkioverheid].map((anchor) => anchor.certificate);
	return { identity: readIdentity({ certificate, key: keyFile, passphrase, others }), trust };
}

function readTrust(names: readonly string[], context: CommandContext): readonly TrustAnchor[] | Complaint {
	const { t } = context;
	const trusted: TrustAnchor[] = [];
	for (const name of names) {
		const bytes = readNamed(name, context);
		if ('complaint' in bytes) {
			return bytes;
		}
		const anchors = readTrustFile(name, bytes, 'connection');
		if (anchors.length === 0) {
			return { complaint: cannotTrust({ file: name, container: readContainer(bytes) }, false, t) };
		}
		trusted.push(...anchors);
	}
	return trusted;
}

/** The bytes of a file that was named. */
export function readNamed(name: string, { surroundings, t }: CommandContext): Buffer | Complaint {
	try {
		return readFileSync(resolve(surroundings.workingFolder, name));
	} catch (error) {
		return { complaint: `${name}: ${unreadable(reasonOf(error), t)}` };
	}
}

function unreadable(reason: string, t: Translate): string {
	return explain(checkFinding('check.unreadable', { start: 0, end: 0 }, { reason }), t).problem;
}
