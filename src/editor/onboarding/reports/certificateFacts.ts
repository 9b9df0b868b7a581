import type { WorkspaceFolder } from 'vscode';
import type { CertificateFacts } from '../../../onboarding/reports/facts';
import { pathBelow } from '../../../pathBelow';
import type { Survey } from '../../certificates/survey';
import type { SurveyedCertificate } from '../../certificates/worker/protocol';

/** What is known about the certificates of organisations in a folder, each once. */
export function certificateFacts({ files }: Survey, folder: WorkspaceFolder): readonly CertificateFacts[] {
	const found = new Map<string, { readonly certificate: SurveyedCertificate; readonly files: string[] }>();
	for (const surveyed of files) {
		const path = pathBelow(folder.uri.fsPath, surveyed.file);
		if (surveyed.state !== 'read' || path === undefined) {
			continue;
		}
		for (const certificate of surveyed.certificates.filter(({ verdict }) => verdict !== null)) {
			const known = found.get(certificate.sha256) ?? { certificate, files: [] };
			known.files.push(path);
			found.set(certificate.sha256, known);
		}
	}
	return [...found.values()].map(({ certificate, files: names }) => factsOf(certificate, names));
}

function factsOf(
	{ subject, oin, notAfter, verdict }: SurveyedCertificate,
	files: readonly string[],
): CertificateFacts {
	return {
		subject,
		files,
		notAfter: notAfter.toISOString().slice(0, 10),
		...(oin === null ? {} : { oin }),
		...(verdict === null
			? {}
			: {
					suitable:
						verdict.kind === 'unsuitable'
							? 'nowhere'
							: verdict.environment === 'test'
								? 'test-only'
								: 'everywhere',
				}),
	};
}
