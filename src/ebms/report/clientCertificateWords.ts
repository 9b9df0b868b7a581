import type { Translate } from '../../text';

/** Whether the server asks for a client certificate, in a sentence; `null` when it could not be seen. */
export function askedInWords(isRequested: boolean | null, t: Translate): string {
	return isRequested === null
		? t('Whether the server asks for a client certificate could not be seen.')
		: isRequested
			? t('The server asks for a client certificate.')
			: t('The server does not ask for a client certificate.');
}

/** What our certificate is called beside that: one that nobody asks for is not sent. */
export function ownCertificateLabel(isRequested: boolean | null, t: Translate): string {
	return isRequested === false ? t('Our certificate (not sent)') : t('Our certificate');
}
