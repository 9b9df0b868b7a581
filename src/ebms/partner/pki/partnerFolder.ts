import { X509Certificate, createPrivateKey } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartnerProblem } from '../problem';
import { makePki, type PartnerPki } from './makePki';

/** The names of the files in the folder of a partner. */
export const partnerFiles = {
	/** Also the sign that the folder is of a partner. */
	connection: 'connection.json',
	cpa: 'cpa.xml',
	trust: 'trust.pem',
	us: 'us.pem',
	usKey: 'us.key',
	them: 'them.pem',
	themKey: 'them.key',
	expired: 'them-expired.pem',
	wrongHost: 'them-wrong-host.pem',
	unknownCa: 'them-unknown-ca.pem',
	strangeRoot: 'unknown-ca.pem',
} as const;

const pkiNames = [
	'trust',
	'us',
	'usKey',
	'them',
	'themKey',
	'expired',
	'wrongHost',
	'unknownCa',
	'strangeRoot',
] as const satisfies readonly (keyof PartnerPki & keyof typeof partnerFiles)[];

/** Keeps the keys out of a repository, should the folder stand in one. */
const ignoreFile = '.gitignore';

/**
 * Opens the folder of a partner: with the certificates and keys that are there already when they still hold, else with new ones.
 *
 * @param folder Absolute; made when it is not there. Files of others in it are left alone.
 */
export async function openPartnerFolder(
	folder: string,
	now: Date,
): Promise<PartnerPki | { readonly problem: PartnerProblem }> {
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		const present = new Set(await readdir(folder));
		if (!present.has(partnerFiles.connection)) {
			const foreign = Object.values(partnerFiles).find((name) => present.has(name));
			if (foreign !== undefined) {
				return { problem: { kind: 'foreign-file', file: join(folder, foreign) } };
			}
			await writePartnerFile(folder, partnerFiles.connection, '{}\n');
		}
		if (!present.has(ignoreFile)) {
			const names = [ignoreFile, ...Object.values(partnerFiles)];
			await writePartnerFile(folder, ignoreFile, names.map((name) => `/${name}\n`).join(''));
		}
		const stored = await readPki(folder);
		if (stored !== undefined && isUsable(stored, now)) {
			await Promise.all(
				[partnerFiles.usKey, partnerFiles.themKey].map((name) => chmod(join(folder, name), 0o600)),
			);
			return stored;
		}
		const made = await makePki(now);
		for (const name of pkiNames) {
			await writePartnerFile(folder, partnerFiles[name], made[name]);
		}
		return made;
	} catch (error) {
		return { problem: folderProblem(folder, error) };
	}
}

/**
 * Writes a file in one go, for the eyes of the user only: nobody ever sees half of it.
 *
 * @throws Errors of the file system.
 */
export async function writePartnerFile(folder: string, name: string, text: string): Promise<void> {
	const unfinished = join(folder, `.${name}.${process.pid}.new`);
	try {
		await writeFile(unfinished, text, { mode: 0o600 });
		await rename(unfinished, join(folder, name));
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}

/** What an error of the file system means; another error is a fault of ours and is thrown on. */
export function folderProblem(folder: string, error: unknown): PartnerProblem {
	if (error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string') {
		return { kind: 'folder-unusable', folder, code: error.code };
	}
	throw error;
}

/** @returns `undefined` when a file is missing or cannot be read. */
async function readPki(folder: string): Promise<PartnerPki | undefined> {
	try {
		const texts = await Promise.all(
			pkiNames.map((name) => readFile(join(folder, partnerFiles[name]), 'utf8')),
		);
		return Object.fromEntries(pkiNames.map((name, index) => [name, texts[index]])) as unknown as PartnerPki;
	} catch {
		return undefined;
	}
}

/** Certificates that end within a day would end while they are used. */
const margin = 86_400_000;

/** Whether stored certificates and keys are whole, belong together and are valid for another day. */
function isUsable(pki: PartnerPki, now: Date): boolean {
	const until = new Date(now.getTime() + margin);
	try {
		const [root, strange] = [pki.trust, pki.strangeRoot].map((pem) => new X509Certificate(pem));
		if (root === undefined || strange === undefined) {
			return false;
		}
		const [usKey, themKey] = [createPrivateKey(pki.usKey), createPrivateKey(pki.themKey)];
		const [us, them, expired, wrongHost] = [pki.us, pki.them, pki.expired, pki.wrongHost].map(readChain);
		return (
			leadsTo(us, root) &&
			leadsTo(them, root) &&
			leadsTo(expired, root) &&
			leadsTo(wrongHost, root) &&
			leadsTo(readChain(pki.unknownCa), strange) &&
			us?.[0]?.checkPrivateKey(usKey) === true &&
			[them, expired, wrongHost].every((chain) => chain?.[0]?.checkPrivateKey(themKey) === true) &&
			[us, them].every((chain) => chain?.[0] !== undefined && new Date(chain[0].validTo) > until)
		);
	} catch {
		// What is no certificate or no key makes Node throw.
		return false;
	}
}

function readChain(pem: string): readonly X509Certificate[] {
	const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
	return blocks.map((block) => new X509Certificate(block));
}

function leadsTo(chain: readonly X509Certificate[] | undefined, root: X509Certificate): boolean {
	return (
		chain !== undefined &&
		chain.length > 0 &&
		chain.every((certificate, index) => {
			const issuer = chain[index + 1] ?? root;
			return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
		})
	);
}
