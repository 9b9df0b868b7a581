import type { Severity } from '../finding';
import type { DocumentReport, LocatedFinding } from '../validation/report';

/** The name of standard input in all output. */
export const stdinName = '<stdin>';

/** A document with what was found in it. */
export interface CheckedFile {
	/** As shown to the user. */
	readonly name: string;
	/** Absolute path; null for standard input. */
	readonly file: string | null;
	/** The user named it, rather than that it was met in a folder. */
	readonly named: boolean;
	readonly report: DocumentReport;
}

/** What one run of `validate` found. */
export interface RunReport {
	/** Sorted by name. */
	readonly files: readonly CheckedFile[];
	/** Set when the user stopped the run: how many files there were in all. */
	readonly cancelled?: { readonly total: number };
}

/** Totals of all that was found, also of what is not shown. */
export interface RunSummary {
	readonly files: number;
	/** Files without errors. */
	readonly valid: number;
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** Files of no kind that we know. */
	readonly unknown: number;
}

export function summarise(files: Iterable<CheckedFile>): RunSummary {
	const found: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
	let count = 0;
	let valid = 0;
	let unknown = 0;
	for (const { report } of files) {
		count++;
		if (isValid(report)) {
			valid++;
		}
		if (report.kind === 'unknown') {
			unknown++;
		}
		for (const { severity } of report.findings) {
			found[severity]++;
		}
	}
	return { files: count, valid, errors: found.error, warnings: found.warning, infos: found.info, unknown };
}

/** Whether a document has no errors. */
export function isValid(report: DocumentReport): boolean {
	return !report.findings.some(({ severity }) => severity === 'error');
}

/** Whether there was nothing to check because the file or folder could not be read. */
export function isUnreadable(report: DocumentReport): boolean {
	return report.findings.some(({ code }) => code === 'check.unreadable');
}

/** Whether nothing of the document was looked at: it could not be read, it is too large, or the check failed. */
export function isUnchecked(report: DocumentReport): boolean {
	return (
		report.kind === 'unknown' &&
		report.schema === null &&
		report.findings.some(({ code, severity }) => severity === 'error' && code.startsWith('check.'))
	);
}

/** What of the findings is shown. */
export interface Selection {
	/** The lowest severity. */
	readonly severity: Severity;
	/** Most findings per file. */
	readonly maxFindings: number;
}

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** The findings of one document that are shown, in document order. */
export interface ShownFindings {
	readonly findings: readonly LocatedFinding[];
	/** There are more that weigh enough to be shown. */
	readonly truncated: boolean;
}

export function select(report: DocumentReport, { severity, maxFindings }: Selection): ShownFindings {
	const heavy = report.findings.filter((finding) => weights[finding.severity] >= weights[severity]);
	return {
		findings: heavy.slice(0, maxFindings),
		truncated: report.truncated || heavy.length > maxFindings,
	};
}
