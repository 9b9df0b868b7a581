import type { Translate } from '../../text';
import type { CertificateUse } from './agreement';
import type { CpaProfile } from './profile';

const dayLength = 24 * 60 * 60 * 1000;

/** How long something still holds: whole days. */
export function daysUntilWords(end: Date, now: Date, t: Translate): string {
	const days = Math.floor((end.getTime() - now.getTime()) / dayLength);
	return days === 1 ? t('1 day left') : t('{0} days left', days);
}

/** What a certificate is for. */
export function certificateUsesWords(uses: readonly CertificateUse[], t: Translate): string {
	const words: Readonly<Record<CertificateUse, string>> = {
		client: t('client'),
		server: t('server'),
		signing: t('signing'),
		encryption: t('encryption'),
		application: t('application'),
		anchor: t('trusted CA'),
	};
	return uses.length === 0 ? t('not used') : uses.map((use) => words[use]).join(', ');
}

/** How the answer to a Ping comes, by the `syncReplyMode` of the channel of who sends the Ping. */
export function pongWords(syncReplyMode: string, t: Translate): string {
	return syncReplyMode === 'none'
		? t('a Pong comes in a request of its own')
		: t('a Pong comes in the response ({0})', syncReplyMode);
}

/** What a profile of Digikoppeling means. */
export function profileWords(profile: CpaProfile | null, t: Translate): string {
	const words: Readonly<Record<CpaProfile, string>> = {
		'osb-be': t('best effort'),
		'osb-be-s': t('best effort, signed'),
		'osb-be-e': t('best effort, signed and encrypted'),
		'osb-rm': t('reliable messaging'),
		'osb-rm-s': t('reliable messaging, signed'),
		'osb-rm-e': t('reliable messaging, signed and encrypted'),
	};
	return profile === null ? t('no profile of Digikoppeling') : words[profile];
}
