import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Certificate } from '../certificates/certificate';
import { readContainer } from '../certificates/containers/readContainer';
import { readIdentity } from '../ebms/credentials/readIdentity';
import type { PingRequest } from '../ebms/ping/pingRequest';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import { checkFinding } from '../validation/texts';
import { certificatesIn, lockedWords } from './certificateReport';
import type { CommandContext } from './command';
import type { PingCommandOptions } from './commands/ping';
import { reasonOf } from './inputs';

/** Why a command line cannot be followed: a sentence. */
export interface Complaint {
	readonly complaint: string;
}

/** What the files of a command line hold. */
export type PingFiles = Pick<PingRequest, 'identity' | 'trust'>;

/** Reads the certificates and the key that a command line names. */
export function readPingFiles(options: PingCommandOptions, context: CommandContext): PingFiles | Complaint {
	const { t, surroundings } = context;
	const { cert, key, p12, passwordEnv } = options;
	const passphrase = passwordEnv === undefined ? undefined : surroundings.env[passwordEnv];
	if (passwordEnv !== undefined && passphrase === undefined) {
		return { complaint: t('There is no environment variable {0} with the password.', passwordEnv) };
	}
	const trust = readTrust(options.trust, context);
	if ('complaint' in trust) {
		return trust;
	}
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
	return { identity: readIdentity({ certificate, key: keyFile, passphrase, others: trust }), trust };
}

function readTrust(names: readonly string[], context: CommandContext): readonly Certificate[] | Complaint {
	const { t } = context;
	const trusted: Certificate[] = [];
	for (const name of names) {
		const bytes = readNamed(name, context);
		if ('complaint' in bytes) {
			return bytes;
		}
		const container = readContainer(bytes);
		const certificates = certificatesIn(container);
		if (certificates.length === 0) {
			const [finding] = container.findings;
			const reason =
				container.state === 'locked'
					? lockedWords(container.reason, t)
					: finding === undefined
						? ''
						: explain(finding, t).problem;
			return { complaint: t('The certificates to trust cannot be read from {0}: {1}', name, reason) };
		}
		trusted.push(...certificates);
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
