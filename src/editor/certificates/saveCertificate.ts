import { Uri, window, workspace } from 'vscode';
import type { Certificate } from '../../certificates/certificate';
import { toPem } from '../../certificates/exportCertificate';
import { commonNameOf } from '../../certificates/pkioverheid';
import type { Translate } from '../../text';

/**
 * Writes a certificate to a file that the user chooses.
 *
 * @param folder Where the choice starts.
 */
export async function saveCertificate(
	certificate: Certificate,
	format: 'pem' | 'der',
	folder: Uri | undefined,
	t: Translate,
): Promise<void> {
	const extension = format === 'pem' ? 'pem' : 'cer';
	const name = `${fileNameOf(certificate)}.${extension}`;
	const target = await window.showSaveDialog({
		title: t('Export the certificate'),
		filters: { [format.toUpperCase()]: [extension] },
		defaultUri: folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name),
	});
	if (target !== undefined) {
		const bytes = format === 'pem' ? Buffer.from(toPem(certificate)) : certificate.der;
		await workspace.fs.writeFile(target, bytes);
	}
}

/** Its name, without what file systems do not take. */
function fileNameOf({ subject, sha256 }: Certificate): string {
	const name = (commonNameOf(subject) ?? '').replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
	return name === '' ? sha256.slice(0, 16) : name.slice(0, 80);
}
