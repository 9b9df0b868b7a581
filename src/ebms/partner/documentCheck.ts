import type { CheckDocument } from './checkDocument';
import type { CheckerPool } from '../../validation/checkerPool';
import { explain } from '../../validation/explain';

/** Errors that are asked for: a sender is told of the first few only. */
const maxFindings = 20;

/** Has the partner judge documents as `validate` does. */
export function documentCheck(checkers: Pick<CheckerPool, 'check'>): CheckDocument {
	return async (text) => {
		const result = await checkers.check({ text }, { maxFindings });
		if (result.status !== 'checked') {
			return { kind: 'unknown', faults: [] };
		}
		const { kind, findings } = result.report;
		const errors = findings.filter(({ severity }) => severity === 'error');
		return {
			kind,
			faults: errors.map((finding) => ({
				code: finding.code,
				line: finding.range.start.line + 1,
				say: (t) => explain(finding, t).problem,
			})),
		};
	};
}
