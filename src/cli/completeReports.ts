import { authorityFolder } from '../certificates/authorityFolder';
import { readStoredAuthorities } from '../certificates/authorityStore';
import type { Certificate } from '../certificates/certificate';
import type { CertificateCircumstances } from '../documents/judgeCertificates';
import { completeReport } from '../validation/completeReport';
import { withFailure } from '../validation/failure';
import type { CheckSource, DocumentReport } from '../validation/report';
import { readCertificateFile } from './certificateFiles';
import { certificatesIn } from './inspectionReport';
import type { Surroundings } from './surroundings';

export interface ReportsToComplete {
	readonly trust: readonly Certificate[];
	/** Files with certificates to build chains from, absolute; those that cannot be read without a password are left out. */
	readonly containers: readonly string[];
	/** As for the check. */
	readonly maxFindings: number;
	/** When the certificates are judged at. */
	readonly moment: Date;
	/** Days before the end of a certificate from which on that is told. */
	readonly warnDays: number;
}

/** Adds what is wrong with the certificates in a document to its report. */
export type CompleteReport = (report: DocumentReport, source: CheckSource) => DocumentReport;

/** Reads what is around the certificates of a run, once. */
export function createReportCompleter(
	{ trust, containers, maxFindings, moment, warnDays }: ReportsToComplete,
	{ env, workingFolder }: Pick<Surroundings, 'env' | 'workingFolder'>,
): CompleteReport {
	const circumstances: CertificateCircumstances = {
		moment,
		warnDays,
		trust,
		workspace: containers.flatMap((file) => {
			const read = readCertificateFile(file, {}, workingFolder);
			return 'container' in read ? certificatesIn(read.container) : [];
		}),
		known: readStoredAuthorities(authorityFolder(env)),
	};
	return (report, source) => {
		try {
			return completeReport(report, source, circumstances, maxFindings);
		} catch (error) {
			// A fault of ours costs one finding, as it does in a worker, and not the run.
			const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
			return withFailure(report, { kind: 'crashed', reason });
		}
	};
}
