import { commands, TabInputCustom, TabInputText, Uri, window, type Disposable } from 'vscode';
import { certificateExtensions, isCertificateFile } from '../../certificates/fileExtensions';
import { registerCommands } from '../commands';
import { baseFolder } from '../config';
import { openDocument } from '../documentChecks';
import type { CertificateEditors } from './certificateEditor';
import type { CertificateServices } from './certificateServices';
import { viewTypeFor } from './fileTypes';
import type { Entry } from './tree/groupCertificates';

/** A certificate in a file, as the tree and code lenses ask for it. */
export interface CertificateTarget {
	readonly file: Uri;
	/** The first of the file when it is not given. */
	readonly sha256?: string | undefined;
}

/** The command that shows the certificates in a file, and the one that forgets passwords of such files. */
export function registerInspectCommand(
	services: CertificateServices,
	editors: CertificateEditors,
): Disposable {
	const { faults, passwords, t } = services;
	return registerCommands(
		{
			'lopendeZaken.inspectCertificate': async (argument) => {
				const target = targetIn(argument) ?? activeFile() ?? (await askFile(services));
				if (target !== undefined) {
					const { file, sha256 } = target;
					if (sha256 !== undefined) {
						editors.select(file, sha256);
					}
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

/** What a menu, the tree or a code lens names. */
function targetIn(argument: unknown): CertificateTarget | undefined {
	if (argument instanceof Uri) {
		return { file: argument };
	}
	if (typeof argument !== 'object' || argument === null) {
		return undefined;
	}
	const { file, sha256, entry } = argument as {
		readonly file?: unknown;
		readonly sha256?: unknown;
		readonly entry?: unknown;
	};
	// The inline action of the tree hands over the node.
	if (entry !== undefined) {
		return targetOfEntry(entry as Entry);
	}
	// A link in a hover can only hold text.
	const uri = typeof file === 'string' ? Uri.parse(file) : file;
	return uri instanceof Uri
		? { file: uri, sha256: typeof sha256 === 'string' ? sha256 : undefined }
		: undefined;
}

/** What an entry of the tree stands for. */
export function targetOfEntry(entry: Entry): CertificateTarget {
	return {
		file: Uri.file(entry.file),
		sha256: entry.kind === 'certificate' ? entry.certificate.sha256 : undefined,
	};
}

/** The file in the active editor, when there may be certificates in it. */
function activeFile(): CertificateTarget | undefined {
	const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
	if (!(input instanceof TabInputText || input instanceof TabInputCustom)) {
		return undefined;
	}
	const { uri } = input;
	const text = openDocument(uri)?.getText() ?? '';
	return isCertificateFile(uri.path) || holdsCertificates(text) ? { file: uri } : undefined;
}

function holdsCertificates(text: string): boolean {
	return /-----BEGIN |[:<]X509Certificate\b|[:<]BinarySecurityToken\b/.test(text);
}

async function askFile({ t }: CertificateServices): Promise<CertificateTarget | undefined> {
	const start = baseFolder()?.uri;
	const chosen = await window.showOpenDialog({
		title: t('Choose the file with the certificate'),
		openLabel: t('Inspect'),
		filters: { [t('Certificates')]: [...certificateExtensions, 'xml'], [t('All files')]: ['*'] },
		...(start === undefined ? {} : { defaultUri: start }),
	});
	const [file] = chosen ?? [];
	return file && { file };
}
