import type { Translate } from '../../text';
import type { Phase } from '../transport/phase';

/** How the phases of a Ping are called. */
export function phaseWords(t: Translate): Readonly<Record<Phase, string>> {
	return {
		lookup: t('name look-up'),
		connect: t('connect'),
		tls: 'TLS',
		request: t('request'),
		response: t('response'),
		pong: 'Pong',
	};
}
