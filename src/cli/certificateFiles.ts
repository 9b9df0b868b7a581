import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Certificate } from '../certificates/certificate';
import {
	maxContainerSize,
	readContainer,
	tooLarge,
	type ContainerOptions,
} from '../certificates/containers/readContainer';
import type { FileToInspect } from '../certificates/inspect';
import type { Finding } from '../finding';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import { checkFinding } from '../validation/texts';
import { certificatesIn, lockedWords, type UnreadableFile } from './inspectionReport';
import { reasonOf } from './inputs';

/** A file that was read, with its bytes. */
export interface ReadFile extends FileToInspect {
	readonly bytes: Uint8Array;
}

/** Reads a file that may hold certificates. `workingFolder` is absolute; `name` is relative to it. */
export function readCertificateFile(
	name: string,
	unlocking: ContainerOptions,
	workingFolder: string,
): ReadFile | UnreadableFile {
	const path = resolve(workingFolder, name);
	let bytes: Uint8Array;
	try {
		const { size } = statSync(path);
		if (size > maxContainerSize) {
			return { file: name, container: tooLarge(size), bytes: new Uint8Array(0) };
		}
		bytes = readFileSync(path);
	} catch (error) {
		return { file: name, finding: unreadable(reasonOf(error)) };
	}
	return { file: name, container: readContainer(bytes, unlocking), bytes };
}

export function unreadable(reason: string): Finding {
	return checkFinding('check.unreadable', { start: 0, end: 0 }, { reason });
}

/**
 * Reads the certificates that the user trusts, or tells of the first file that gives none.
 *
 * @param unlocking `null` where no password can be given.
 */
export function trustedCertificates(
	names: readonly string[],
	unlocking: ContainerOptions | null,
	workingFolder: string,
	t: Translate,
): { readonly trust: readonly Certificate[] } | { readonly complaint: string } {
	const trust: Certificate[] = [];
	for (const name of names) {
		const read = readCertificateFile(name, unlocking ?? {}, workingFolder);
		const certificates = 'container' in read ? certificatesIn(read.container) : [];
		if (certificates.length === 0) {
			return { complaint: cannotTrust(read, unlocking !== null, t) };
		}
		trust.push(...certificates);
	}
	return { trust };
}

/** Says that a file holds no certificates to trust, and why. */
export function cannotTrust(
	read: FileToInspect | UnreadableFile,
	takesPassword: boolean,
	t: Translate,
): string {
	const reason = reasonAgainst(read, takesPassword, t);
	return t('The certificates to trust cannot be read from {0}: {1}', read.file, reason);
}

function reasonAgainst(read: FileToInspect | UnreadableFile, takesPassword: boolean, t: Translate): string {
	if (!('container' in read)) {
		return explain(read.finding, t).problem;
	}
	const { container } = read;
	const [finding] = container.findings;
	if (container.state === 'locked') {
		return takesPassword
			? lockedWords(container.reason, t)
			: t('This file needs a password: give the CA certificates in a file without one, such as PEM.');
	}
	return finding === undefined ? '' : explain(finding, t).problem;
}
