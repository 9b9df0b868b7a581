import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from './certificate';
import { authorities, type Authority } from './pkioverheid';
import { isReadable, readCertificate } from './readCertificate';

/**
 * Keeps certificates of the table in files of their own.
 *
 * @returns The system's name for why the folder cannot be written, such as `EACCES`; `null` when they are kept.
 */
export function storeAuthorities(folder: string, certificates: readonly Certificate[]): string | null {
	try {
		mkdirSync(folder, { recursive: true });
		for (const { sha256, der } of certificates) {
			writeFileSync(join(folder, `${sha256}.cer`), der);
		}
		return null;
	} catch (error) {
		return error instanceof Error && 'code' in error ? String(error.code) : String(error);
	}
}

/**
 * The certificates that were kept. Whatever is in the folder: only what the table knows by its SHA-256 comes out of it.
 *
 * @param table The CAs of PKIoverheid; tests have a table of their own.
 */
export function readStoredAuthorities(
	folder: string,
	table: readonly Authority[] = authorities,
): readonly Certificate[] {
	const known = new Set(table.map(({ sha256 }) => sha256));
	return namesIn(folder)
		.filter((name) => name.endsWith('.cer'))
		.flatMap((name) => {
			const certificate = readStored(join(folder, name));
			return certificate !== undefined && known.has(certificate.sha256) ? [certificate] : [];
		});
}

/** Nothing was downloaded yet when there is no folder. */
function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder).toSorted();
	} catch {
		// No certificates were fetched on this machine yet.
		return [];
	}
}

function readStored(file: string): Certificate | undefined {
	try {
		const certificate = readCertificate(readFileSync(file));
		return isReadable(certificate) ? certificate : undefined;
	} catch {
		// Taken away meanwhile, or not ours to read: it is fetched again when the user asks for that.
		return undefined;
	}
}
