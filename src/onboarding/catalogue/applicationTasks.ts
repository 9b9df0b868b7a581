import { isGovernment, isSupplier } from './condition';
import { estimate, stated } from './leadTime';
import type { Task } from './task';

const application: Task = {
	id: 'application-form',
	step: 2,
	paragraph: '4.3.4',
	rows: ['2.iv'],
	title: (t) => t('Send the application form'),
	summary: (t) =>
		t(
			'Only with an approved application form you get access to the pre-production environment of MijnOverheid.',
		),
	activities: [
		{ text: (t) => t('Fill in the form online.'), source: '4.4.1' },
		{
			text: (t) => t('State on it over which network you connect.'),
			source: '4.3.5',
		},
		{
			text: (t) =>
				t(
					'Print it, have it signed and send it by post to Servicecentrum Logius, which needs the original signature.',
				),
			source: '4.4.1',
		},
	],
	attention: [
		{
			text: (t) => t('You need your OIN for it.'),
			source: '4.3.4',
			when: isGovernment,
		},
		{
			text: (t) => t('You need the HRN of your certificate for it.'),
			source: '4.3.4',
			when: isSupplier,
		},
		{
			text: (t) =>
				t(
					'IP addresses that you do not know yet may follow later with the same form, but Logius must have them when the CPA is loaded (§4.3.8; the manual says 4.3.7 by mistake).',
				),
			source: '4.3.4',
		},
	],
	documents: ['aanvraagformulier', 'koppelvlakspecificaties'],
	roles: ['tekenbevoegde', 'projectleider'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(3),
	dependsOn: [
		'connection-choice',
		'letter-of-intent',
		'implementation-plan',
		'digikoppeling-registration',
		'certificates',
	],
	notFor: [],
	result: (t) => t('The signed form is at Servicecentrum Logius.'),
	actions: [],
};

const applicationAssessment: Task = {
	id: 'application-assessment',
	step: 2,
	paragraph: null,
	rows: ['2.v'],
	title: (t) => t('Logius assesses the application'),
	summary: (t) => t('Logius looks whether the form is complete and right, and sends what you need to go on.'),
	activities: [
		{
			text: (t) => t('You receive the sender ID (afzenderID) that you use as sender of messages.'),
			source: '4.3.4',
		},
		{ text: (t) => t('You receive the service ID with which the CPA is made.'), source: '4.3.4' },
		{
			text: (t) =>
				t(
					'You receive a user name and password for the citizen portal of pre-production, where you will look at your test messages.',
				),
			source: '4.3.4',
		},
		{
			text: (t) => t('You receive the technical files (XSD): choose their folder as schema folder.'),
			source: '4.3.4',
		},
		{ text: (t) => t('You receive the Handreiking Connectiviteit MijnOverheid.'), source: '4.3.4' },
		{ text: (t) => t('You receive further information and certificates.'), source: '2.v' },
	],
	attention: [
		{
			text: (t) =>
				t(
					'§4.3.4 promises the data within 5 working days after the form has been processed; Bijlage 1 reckons with 2 weeks. The planning takes 2 weeks.',
				),
			source: '4.3.4',
		},
	],
	documents: ['technische-bestanden', 'handreiking-connectiviteit', 'preproductie-portaal'],
	roles: ['projectleider'],
	actors: ['logius'],
	leadTime: stated(
		{ amount: 5, unit: 'working-days', source: '§4.3.4' },
		{ amount: 2, unit: 'weeks', source: 'Bijlage 1, 2.v' },
	),
	dependsOn: ['application-form'],
	notFor: [],
	result: (t) => t('The application has been approved, and the data and files of Logius are there.'),
	actions: ['choose-schema-folder'],
};

/** §4.3.4: the application form, and what Logius does with it. */
export const applicationTasks: readonly Task[] = [application, applicationAssessment];
