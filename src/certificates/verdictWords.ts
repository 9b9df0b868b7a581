import type { Translate } from '../text';
import type { Verdict } from './inspect';
import type { Purpose } from './profile/judged';

/**
 * Says a verdict in one line.
 *
 * @param problem Puts the problem of a finding into words.
 */
export function verdictWords(
	{ kind, purpose, environment, reasons }: Verdict,
	problem: (finding: Verdict['reasons'][number]) => string,
	t: Translate,
): string {
	const roles: Readonly<Record<Purpose, string>> = {
		client: t('client'),
		server: t('server'),
		both: t('client and server'),
	};
	const [reason, ...others] = reasons;
	if (kind === 'suitable' || reason === undefined) {
		return environment === 'test'
			? t('Suitable for tests of Digikoppeling as {0}, not for production', roles[purpose])
			: t('Suitable for Digikoppeling as {0}', roles[purpose]);
	}
	const more = others.length === 0 ? '' : ` ${t('(and {0} more)', others.length)}`;
	const words = `${problem(reason)}${more}`;
	return kind === 'attention' ? t('Take note: {0}', words) : t('Not suitable for Digikoppeling: {0}', words);
}
