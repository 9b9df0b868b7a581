import { readFile } from 'node:fs/promises';
import { Uri, window } from 'vscode';
import { readPrivateKeys } from '../../ebms/credentials/privateKeys';
import type { Translate } from '../../text';
import type { CredentialFiles } from './credentials';

/** Files that were chosen. */
export interface ChosenCredentials extends CredentialFiles {
	readonly certificate: string;
}

/**
 * Has the user choose the files by which a connection is made; the key only when it is not with the certificate.
 *
 * @param folder Where to begin.
 * @param options `asksTrust`: what the server's certificate may lead to is to be chosen too.
 * @returns `undefined` when the user gave up.
 */
export async function askCredentials(
	folder: string | undefined,
	{ asksTrust }: { readonly asksTrust: boolean },
	t: Translate,
): Promise<ChosenCredentials | undefined> {
	const start = folder === undefined ? {} : { defaultUri: Uri.file(folder) };
	const ask = async (title: string, canSelectMany: boolean): Promise<readonly string[]> =>
		((await window.showOpenDialog({ title, canSelectMany, ...start })) ?? []).map(({ fsPath }) => fsPath);
	const [certificate] = await ask(t('Your client certificate with its chain'), false);
	if (certificate === undefined) {
		return undefined;
	}
	const keys = readPrivateKeys(await readFile(certificate), undefined);
	const needsKey = 'keys' in keys && keys.keys.length === 0;
	const [key] = needsKey ? await ask(t('The private key of this certificate'), false) : [];
	if (needsKey && key === undefined) {
		return undefined;
	}
	if (!asksTrust) {
		return { certificate, key: key ?? null, trust: [] };
	}
	const trust = await ask(t('The roots of the other side: nothing else is trusted'), true);
	return trust.length === 0 ? undefined : { certificate, key: key ?? null, trust };
}
