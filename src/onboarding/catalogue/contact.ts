import type { Phrase } from '../phrase';

/** How to reach Servicecentrum Logius (chapter 7 of the manual). */
export interface Contact {
	readonly name: string;
	readonly phone: string;
	readonly phoneHours: Phrase;
	readonly email: string;
	readonly website: string;
	readonly post: string;
	readonly about: Phrase;
}

export const servicecentrumLogius: Contact = {
	name: 'Servicecentrum Logius',
	phone: '0900 555 4555',
	phoneHours: (t) => t('on working days from 8:00 to 17:00, 10 cents a minute'),
	email: 'servicecentrum@logius.nl',
	website: 'https://www.logius.nl',
	post: 'Postbus 96810, 2509 JE Den Haag',
	about: (t) =>
		t(
			'The documentation is meant to let you connect on your own; call or mail Servicecentrum Logius with questions, and send suggestions for the process there too.',
		),
};
