import { Uri, window, workspace } from 'vscode';
import type { Certificate } from '../../certificates/certificate';
import { toPem } from '../../certificates/exportCertificate';
import { commonNameOf } from '../../certificates/pkioverheid';
import type { Translate } from '../../text';
import type { ExportFormat } from './view/model';

const extensions: Readonly<Record<ExportFormat, string>> = { pem: 'pem', der: 'cer', chain: 'pem' };

/**
 * Writes a certificate to a file that the user chooses.
 *
 * @param chain It comes first; the others are only written with the format `chain`.
 * @param folder Where the choice starts.
 */
export async function saveCertificates(
	chain: readonly Certificate[],
	format: ExportFormat,
	folder: Uri | undefined,
	t: Translate,
): Promise<void> {
	const [certificate] = chain;
	if (certificate === undefined) {
		return;
	}
	const isChain = format === 'chain';
	const extension = extensions[format];
	const name = `${fileNameOf(certificate)}${isChain ? '.chain' : ''}.${extension}`;
	const target = await window.showSaveDialog({
		title: isChain ? t('Export the chain') : t('Export the certificate'),
		filters: { [format === 'der' ? 'DER' : 'PEM']: [extension] },
		defaultUri: folder === undefined ? Uri.file(name) : Uri.joinPath(folder, name),
	});
	if (target !== undefined) {
		const written = isChain ? chain : [certificate];
		const bytes = format === 'der' ? certificate.der : Buffer.from(written.map(toPem).join(''));
		await workspace.fs.writeFile(target, bytes);
	}
}

/** Its name, without what file systems do not take. */
function fileNameOf({ subject, sha256 }: Certificate): string {
	const name = (commonNameOf(subject) ?? '').replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
	return name === '' ? sha256.slice(0, 16) : name.slice(0, 80);
}
