import type { Finding } from '../finding';
import type { WorkerFailure } from './protocol';
import type { DocumentReport } from './report';
import { checkFinding } from './texts';

/** The engine could not answer: it hung, ran out of memory or crashed. */
export class EngineFailure extends Error {
	constructor(readonly failure: WorkerFailure) {
		super(failure.kind === 'crashed' ? failure.reason : failure.kind);
		this.name = 'EngineFailure';
	}
}

/** What a worker did that answered a check without any report. */
export const noReport: WorkerFailure = { kind: 'crashed', reason: 'The worker gave no report' };

/** The report on a document that could not be checked at all. */
export function reportWith(finding: Finding): DocumentReport {
	const start = { line: 0, character: 0 };
	const { code, severity, span, data } = finding;
	return {
		kind: 'unknown',
		schema: null,
		findings: [{ code, severity, span, data, range: { start, end: start }, path: null }],
		truncated: false,
		keys: [],
		holdsCertificates: false,
	};
}

/** What a reader is told of a document on which the engine failed. */
export function reportFailure(failure: WorkerFailure): DocumentReport {
	const start = { start: 0, end: 0 };
	switch (failure.kind) {
		case 'timed-out':
			return reportWith(checkFinding('check.timed-out', start, { seconds: failure.seconds }));
		case 'out-of-memory':
			return reportWith(checkFinding('check.out-of-memory', start, {}));
		case 'crashed': {
			const [reason = ''] = failure.reason.split('\n', 1);
			return reportWith(checkFinding('check.engine-failed', start, { reason }));
		}
	}
}

/** A report on a document of which the engine could not find out all: what it did find stays. */
export function withFailure(report: DocumentReport, failure: WorkerFailure): DocumentReport {
	return { ...report, findings: [...reportFailure(failure).findings, ...report.findings] };
}
