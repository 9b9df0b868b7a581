import type { Disposable } from 'vscode';
import { openDocument } from '../../documentChecks';
import type { CertificateServices } from '../certificateServices';

/** Checks documents that hold certificates anew when these may be judged otherwise, with what is shown of them. */
export function registerCertificateProblems({
	results,
	checks,
	faults,
	onDidChangeJudgement,
}: CertificateServices): Disposable {
	return onDidChangeJudgement(() => {
		const concerned = [...results.all()].filter(({ report }) => report.holdsCertificates);
		for (const { uri, reason } of concerned) {
			const document = openDocument(uri);
			faults.watch(document === undefined ? checks.checkClosed(uri) : checks.check(document, reason));
		}
	});
}
