import type { Translate } from '../text';
import type { FetchedHierarchy } from './fetchHierarchy';
import type { FetchFault } from './revocation/status';

/** Why something could not be fetched, to stand between brackets. */
export function fetchFaultWords(fault: FetchFault, t: Translate): string {
	const words: Readonly<Record<FetchFault, string>> = {
		network: t('no connection'),
		proxy: t('the proxy cannot be used or does not pass it on'),
		timeout: t('no answer in time'),
		status: t('the server does not give it'),
		'too-large': t('too large'),
	};
	return words[fault];
}

/** Says why a CA certificate of PKIoverheid could not be fetched: one sentence. */
export function fetchFailureWords(
	{ authority, reason }: FetchedHierarchy['failures'][number],
	t: Translate,
): string {
	const { commonName, download } = authority;
	return reason === 'other'
		? t('{0}: what {1} sent is another certificate, so it is not used.', commonName, download ?? '')
		: t('{0}: {1} cannot be fetched ({2}).', commonName, download ?? '', fetchFaultWords(reason, t));
}
