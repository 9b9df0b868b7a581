import type { Translate } from '../../text';
import { shortMoment } from './moment';
import type { PastPing } from './pastPing';

/** What came of the last Ping and when, in a few words. */
export function lastOutcome(last: PastPing | undefined, t: Translate): string {
	return last === undefined ? t('no Ping yet') : `${last.outcome}, ${shortMoment(new Date(last.at))}`;
}
