import type { Phrase } from '../phrase';

/** Who does something inside the organisation: the roles of §2.1.2, and the supplier's contact. */
export const roleIds = [
	'tekenbevoegde',
	'projectleider',
	'technisch-specialist',
	'tester',
	'gebruiker',
	'leverancier',
] as const;

export type RoleId = (typeof roleIds)[number];

/** Which organisation acts, as in the last column of Bijlage 1. */
export type Actor = 'afnemer' | 'leverancier' | 'logius';

interface RoleText {
	readonly name: Phrase;
	/** What is asked of the person. */
	readonly about: Phrase;
}

/** §2.1.2; the supplier stands in Bijlage 1 only. */
export const roleTexts: Readonly<Record<RoleId, RoleText>> = {
	tekenbevoegde: {
		name: (t) => t('authorised signatory'),
		about: (t) => t('May sign on behalf of the organisation that connects.'),
	},
	projectleider: {
		name: (t) => t('project leader'),
		about: (t) => t('Leads the connection from beginning to end and guards the planning.'),
	},
	'technisch-specialist': {
		name: (t) => t('technical specialist'),
		about: (t) =>
			t(
				'Knows the systems that are connected and the standards; often several people: IT architect, functional designer, programmer, system administrator.',
			),
	},
	tester: {
		name: (t) => t('tester'),
		about: (t) => t('Carries out the tests that prove that the connection may go to production.'),
	},
	gebruiker: {
		name: (t) => t('user'),
		about: (t) =>
			t(
				'Represents the department that will send the messages to citizens, for instance a functional administrator.',
			),
	},
	leverancier: {
		name: (t) => t('supplier'),
		about: (t) => t('The contact person at the IT supplier that helps with the connection.'),
	},
};

export const actorNames: Readonly<Record<Actor, Phrase>> = {
	afnemer: (t) => t('your organisation'),
	leverancier: (t) => t('supplier'),
	logius: () => 'Logius',
};
