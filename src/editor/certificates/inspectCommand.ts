import { commands, TabInputCustom, TabInputText, Uri, window, type Disposable } from 'vscode';
import { registerCommands } from '../commands';
import { baseFolder } from '../config';
import { openDocument } from '../documentChecks';
import type { CertificateServices } from './certificateServices';
import { certificateExtensions, isCertificateFile, viewTypeFor } from './fileTypes';

/** The command that shows the certificates in a file, and the one that forgets passwords of such files. */
export function registerInspectCommand(services: CertificateServices): Disposable {
	const { faults, passwords, t } = services;
	return registerCommands(
		{
			'lopendeZaken.inspectCertificate': async (argument) => {
				const file = argument instanceof Uri ? argument : (activeFile() ?? (await askFile(services)));
				if (file !== undefined) {
					await commands.executeCommand('vscode.openWith', file, viewTypeFor(file.path));
				}
			},
			'lopendeZaken.forgetCertificatePasswords': async () => {
				const count = await passwords.forgetAll();
				const sentence =
					count === 0
						? t('No passwords of certificates were remembered.')
						: count === 1
							? t('The password of 1 file is forgotten.')
							: t('The passwords of {0} files are forgotten.', count);
				faults.watch(window.showInformationMessage(sentence));
				return count;
			},
		},
		faults,
	);
}

/** The file in the active editor, when there may be certificates in it. */
function activeFile(): Uri | undefined {
	const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
	if (!(input instanceof TabInputText || input instanceof TabInputCustom)) {
		return undefined;
	}
	const { uri } = input;
	const text = openDocument(uri)?.getText() ?? '';
	return isCertificateFile(uri.path) || holdsCertificates(text) ? uri : undefined;
}

function holdsCertificates(text: string): boolean {
	return /-----BEGIN |[:<]X509Certificate\b|[:<]BinarySecurityToken\b/.test(text);
}

async function askFile({ t }: CertificateServices): Promise<Uri | undefined> {
	const start = baseFolder()?.uri;
	const chosen = await window.showOpenDialog({
		title: t('Choose the file with the certificate'),
		openLabel: t('Inspect'),
		filters: { [t('Certificates')]: [...certificateExtensions, 'xml'], [t('All files')]: ['*'] },
		...(start === undefined ? {} : { defaultUri: start }),
	});
	return chosen?.[0];
}
