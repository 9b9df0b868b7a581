import { CodeLens, languages, type Disposable } from 'vscode';
import type { CommandId } from '../../commands';
import { toRange } from '../../toRange';
import type { CertificateServices } from '../certificateServices';
import type { CertificateTarget } from '../inspectCommand';
import type { DocumentCertificates } from './documentCertificates';
import { xmlFiles } from '../../documentChecks';

/** Shows above each certificate in XML whose it is and how long it is valid; a click shows everything. */
export function registerCertificateLenses(
	certificates: DocumentCertificates,
	{ t, config }: CertificateServices,
): Disposable {
	return languages.registerCodeLensProvider(xmlFiles, {
		onDidChangeCodeLenses: certificates.onDidChange,
		async provideCodeLenses(document) {
			const answer = await certificates.inDocument(document);
			const { lensTitle } = await import('../describe/describeInDocument');
			const words = { t, language: config.language(), moment: new Date() };
			return (answer?.certificates ?? []).map((certificate) => {
				const { sha256 } = certificate.inspected.entry.certificate;
				const target: CertificateTarget = { file: document.uri, sha256 };
				return new CodeLens(toRange(certificate.range), {
					title: lensTitle(certificate, words),
					tooltip: t('Show everything about this certificate'),
					command: 'lopendeZaken.inspectCertificate' satisfies CommandId,
					arguments: [target],
				});
			});
		},
	});
}
