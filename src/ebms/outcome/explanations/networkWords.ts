import type { Translate } from '../../../text';
import type { Phase } from '../../transport/phase';
import type { RequestWords } from './requestWords';

export function isMissing(missing: number | null): missing is number {
	return missing !== null && missing > 0;
}

export function missingInWords(missing: number | null, t: Translate): readonly string[] {
	return isMissing(missing)
		? [t('Of what its Content-Length announces, {0} bytes did not come.', missing)]
		: [];
}

export function wrongLength(t: Translate): string {
	return t('The server announces a larger Content-Length than what it sends.');
}

export function nextForProxy(t: Translate): readonly string[] {
	return [
		t('Check the address and the port of the proxy.'),
		t('Ask whoever manages the proxy to let this host and port through, or try without the proxy.'),
	];
}

/** When something happened, as a part of a sentence. */
export function whileInWords(phase: Phase, t: Translate, { whileSending }: RequestWords): string {
	const words: Readonly<Record<Phase, string>> = {
		lookup: t('while the host was looked up'),
		connect: t('while connecting'),
		tls: t('during the TLS handshake'),
		request: whileSending(t),
		response: t('before an answer came'),
		pong: t('while waiting for the Pong'),
	};
	return words[phase];
}
