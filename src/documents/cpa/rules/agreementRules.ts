import { dayOf } from '../../../certificates/profile/judged';
import type { Finding } from '../../../finding';
import { cpaFinding } from '../texts';
import type { CpaRule } from './cpaRule';

/** An id of white space only is the schema's finding. */
export const id: CpaRule = ({ cpa: { cpaId } }) =>
	cpaId !== null && cpaId.value.trim() !== '' && cpaId.value.trim() !== cpaId.value
		? [cpaFinding('cpa.id-space', cpaId.span, { cpaId: cpaId.value })]
		: [];

/** Other values than these are the schema's finding. */
const unfinished: ReadonlySet<string> = new Set(['proposed', 'signed']);

export const status: CpaRule = ({ cpa: { status: found } }) =>
	found !== null && unfinished.has(found.value)
		? [cpaFinding('cpa.status', found.span, { status: found.value })]
		: [];

const usualYears = 10;

/** One finding about the period at most: of one that cannot be, nothing else is worth telling. */
export const period: CpaRule = ({ cpa: { start, end }, now }) => {
	const from = start?.moment ?? null;
	const until = end?.moment ?? null;
	if (start !== null && end !== null && from !== null && until !== null && until <= from) {
		return [
			cpaFinding('cpa.period', end.span, { start: start.value, end: end.value }, [{ span: start.span }]),
		];
	}
	const findings: Finding[] = [];
	if (start !== null && from !== null && now < from) {
		findings.push(cpaFinding('cpa.not-started', start.span, { start: dayOf(from) }));
	}
	if (end !== null && until !== null) {
		if (now > until) {
			findings.push(cpaFinding('cpa.expired', end.span, { end: dayOf(until) }));
		} else if (from !== null && until > yearsAfter(from, usualYears)) {
			findings.push(cpaFinding('cpa.period-long', end.span, { years: wholeYears(from, until) }));
		}
	}
	return findings;
};

/** A day more, for who counts the last day as well. */
function yearsAfter(moment: Date, years: number): Date {
	const later = new Date(moment);
	later.setUTCFullYear(moment.getUTCFullYear() + years);
	later.setUTCDate(later.getUTCDate() + 1);
	return later;
}

function wholeYears(from: Date, until: Date): number {
	const years = until.getUTCFullYear() - from.getUTCFullYear();
	const anniversary = new Date(from);
	anniversary.setUTCFullYear(from.getUTCFullYear() + years);
	return anniversary > until ? years - 1 : years;
}
