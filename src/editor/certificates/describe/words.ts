import type { Language, Translate } from '../../../text';

/** How a description is put into words. */
export interface Words {
	readonly t: Translate;
	readonly language: Language;
	/** The moment that the description is of. */
	readonly moment: Date;
}

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The day in UTC, as people write it: `31 mei 2028`. */
export function dayWords(date: Date, { language }: Pick<Words, 'language'>): string {
	return written(date, new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }));
}

/** The moment in UTC: `31 mei 2028 om 23:59:59 UTC`. */
export function momentWords(date: Date, { language }: Pick<Words, 'language'>): string {
	const format = new Intl.DateTimeFormat(locales[language], {
		dateStyle: 'long',
		timeStyle: 'medium',
		timeZone: 'UTC',
	});
	return `${written(date, format)} UTC`;
}

/** A certificate may hold a date that is none. */
function written(date: Date, format: Intl.DateTimeFormat): string {
	return Number.isNaN(date.getTime()) ? '?' : format.format(date);
}

const dayLength = 24 * 60 * 60 * 1000;

/** Whole days until a moment; negative when it is past. */
function daysUntil(date: Date, { moment }: Pick<Words, 'moment'>): number {
	return Math.floor((date.getTime() - moment.getTime()) / dayLength);
}

/** How long something is still valid: `nog 12 dagen`, `verlopen`. */
export function daysLeftWords(
	{ notBefore, notAfter }: { readonly notBefore: Date; readonly notAfter: Date },
	{ t, moment }: Pick<Words, 't' | 'moment'>,
): string {
	if (moment > notAfter) {
		return t('expired');
	}
	if (moment < notBefore) {
		return t('not yet valid');
	}
	const days = daysUntil(notAfter, { moment });
	return days === 1 ? t('1 day left') : t('{0} days left', days);
}
