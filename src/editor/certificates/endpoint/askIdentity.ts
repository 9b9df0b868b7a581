import { basename } from 'node:path';
import { window, workspace, type Uri } from 'vscode';
import type { Certificate } from '../../../certificates/certificate';
import { readIdentity, type Identity, type IdentityFault } from '../../../ebms/credentials/readIdentity';
import type { Translate } from '../../../text';
import { baseFolder } from '../../config';
import { askChoice, type Answer, type QuestionFrame } from '../../questions/quickInput';
import { askPassword } from '../askPassword';

/** Asks with which client certificate, if any; its key is only held in memory. */
export async function askIdentity(
	frame: QuestionFrame,
	others: readonly Certificate[],
	t: Translate,
): Promise<Answer<Identity | null>> {
	for (;;) {
		const answer = await askChoice(
			frame,
			t('With a client certificate?'),
			[
				{ label: t('Without'), detail: t('Shows what the server says to anybody.'), value: false },
				{
					label: t('With a client certificate from a file…'),
					detail: t('Also shows whether the server accepts it. Nothing is sent.'),
					value: true,
				},
			],
			(isWith) => !isWith,
		);
		if (answer?.kind !== 'answer') {
			return answer;
		}
		if (!answer.value) {
			return { kind: 'answer', value: null };
		}
		const identity = await chooseIdentity(others, t);
		if (identity !== undefined) {
			return { kind: 'answer', value: identity };
		}
	}
}

/** @returns `undefined` when the user gives up, or there is none in the file. */
async function chooseIdentity(others: readonly Certificate[], t: Translate): Promise<Identity | undefined> {
	const file = await chooseFile(t('Choose the file with the certificate and its private key'), t);
	if (file === undefined) {
		return undefined;
	}
	const certificate = await read(file);
	const found = await readWith({ certificate, key: null, others }, file, t);
	if (found !== 'key-missing') {
		return found;
	}
	const keyFile = await chooseFile(t('Choose the file with the private key of {0}', basename(file.path)), t);
	if (keyFile === undefined) {
		return undefined;
	}
	const key = await read(keyFile);
	const identity = await readWith({ certificate, key, others }, keyFile, t);
	return identity === 'key-missing' ? tell('key-missing', keyFile, t) : identity;
}

type Files = Parameters<typeof readIdentity>[0];

/** Reads an identity, and asks the passphrase of its key. What is wrong besides is told. */
async function readWith(
	files: Files,
	secretFile: Uri,
	t: Translate,
): Promise<Identity | 'key-missing' | undefined> {
	let read = readIdentity(files);
	if (isLocked(read)) {
		const isGiven = await askPassword(
			basename(secretFile.path),
			(passphrase) => {
				read = readIdentity({ ...files, passphrase });
				return Promise.resolve(!isLocked(read));
			},
			t,
			t('It is only used to read the key for this connection, and then forgotten.'),
		);
		if (!isGiven) {
			return undefined;
		}
	}
	if (!('fault' in read)) {
		return read;
	}
	return read.fault === 'key-missing' ? read.fault : tell(read.fault, secretFile, t);
}

function isLocked(read: ReturnType<typeof readIdentity>): boolean {
	return 'fault' in read && (read.fault === 'passphrase-needed' || read.fault === 'passphrase-wrong');
}

async function tell(fault: IdentityFault, file: Uri, t: Translate): Promise<undefined> {
	const reasons: Readonly<Record<IdentityFault, string>> = {
		'certificate-missing': t('There is no certificate in it.'),
		'key-missing': t('There is no private key in it.'),
		'java-keystore': t('Keys are not read from a keystore of Java (JKS): make a PKCS#12 of it with keytool.'),
		'key-mismatch': t('The private key is not that of the certificate.'),
		'key-unreadable': t('The private key cannot be read.'),
		encryption: t('The private key is encrypted in a way that is not supported.'),
		'passphrase-needed': t('The private key needs a password.'),
		'passphrase-wrong': t('The password is not that of the private key.'),
		'too-weak': t('Its key or signature is too weak for the TLS library of this machine.'),
	};
	await window.showWarningMessage(`${basename(file.path)}: ${reasons[fault]}`);
	return undefined;
}

/** From the file system that it was chosen in, on disk or not. */
async function read(file: Uri): Promise<Buffer> {
	return Buffer.from(await workspace.fs.readFile(file));
}

async function chooseFile(title: string, t: Translate): Promise<Uri | undefined> {
	const start = baseFolder()?.uri;
	const chosen = await window.showOpenDialog({
		title,
		openLabel: t('Use'),
		...(start === undefined ? {} : { defaultUri: start }),
	});
	return chosen?.[0];
}
