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

/** A time with one decimal, as people of the language write it: `0,4 ms` in Dutch. */
export function millisecondsInWords(time: number, t: Translate): string {
	const [whole = '0', decimal = '0'] = time.toFixed(1).split('.');
	return t('{0}.{1} ms', whole, decimal);
}
