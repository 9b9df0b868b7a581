import type { Severity } from '../finding';
import type { Translate } from '../text';
import type { LocatedFinding } from '../validation/report';

/** How many findings there are of each severity. */
export type Counts = Readonly<Record<Severity, number>>;

export function countFindings(findings: Iterable<Pick<LocatedFinding, 'severity'>>): Counts {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity } of findings) {
		counts[severity]++;
	}
	return counts;
}

/** Numbers in words, such as `2 errors, 1 warning`; `no findings` when there are none. */
export function countsInWords({ error, warning, info }: Counts, t: Translate): string {
	const parts = [
		error === 1 ? t('1 error') : error > 1 ? t('{0} errors', error) : '',
		warning === 1 ? t('1 warning') : warning > 1 ? t('{0} warnings', warning) : '',
		info === 1 ? t('1 remark') : info > 1 ? t('{0} remarks', info) : '',
	].filter((part) => part !== '');
	return parts.length === 0 ? t('no findings') : parts.join(', ');
}
