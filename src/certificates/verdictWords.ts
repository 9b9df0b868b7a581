import type { Translate } from '../text';
import type { RequestVerdict, Verdict } from './inspect';
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
	const words = reasonWords(reasons, problem, t);
	if (kind === 'suitable') {
		return environment === 'test'
			? t('Suitable for tests of Digikoppeling as {0}, not for production', roles[purpose])
			: t('Suitable for Digikoppeling as {0}', roles[purpose]);
	}
	return kind === 'attention' ? t('Take note: {0}', words) : t('Not suitable for Digikoppeling: {0}', words);
}

/** Says in one line whether a request can be sent; `problem` as in {@link verdictWords}. */
export function requestVerdictWords(
	{ kind, reasons }: RequestVerdict,
	problem: (finding: Verdict['reasons'][number]) => string,
	t: Translate,
): string {
	const words = reasonWords(reasons, problem, t);
	const sentences: Readonly<Record<RequestVerdict['kind'], string>> = {
		suitable: t('This request can be sent to your certificate provider'),
		attention: t('Take note: {0}', words),
		unsuitable: t('Do not send this request yet: {0}', words),
	};
	return sentences[kind];
}

/** The first reason, and how many more there are. */
function reasonWords(
	[reason, ...others]: Verdict['reasons'],
	problem: (finding: Verdict['reasons'][number]) => string,
	t: Translate,
): string {
	const more = others.length === 0 ? '' : ` ${t('(and {0} more)', others.length)}`;
	return reason === undefined ? '' : `${problem(reason)}${more}`;
}
