import { applicationTasks } from './applicationTasks';
import { complianceTasks } from './complianceTasks';
import { connectionTasks } from './connectionTasks';
import { stated } from './leadTime';
import { messageTasks } from './messageTasks';
import { networkTasks } from './networkTasks';
import type { Step, Task } from './task';

const testSlot: Task = {
	id: 'test-slot',
	step: 2,
	paragraph: null,
	rows: ['2.xii'],
	title: (t) => t('Update the planning and agree on a test slot'),
	summary: (t) => t('Bring the detailed planning up to date, and agree with Logius when you test.'),
	activities: [
		{
			text: (t) => t('Check whether the planning of step 1 is still right, and adjust it.'),
			source: '4.4.6',
		},
		{ text: (t) => t('Mail Servicecentrum Logius to agree on the period of the tests.'), source: '5.3.3' },
	],
	attention: [],
	documents: [],
	roles: ['projectleider'],
	actors: ['afnemer', 'leverancier', 'logius'],
	leadTime: stated({ amount: 2, unit: 'days', source: 'Bijlage 1, 2.xii' }),
	dependsOn: ['acceptance-test', 'connectivity-check'],
	notFor: [],
	result: (t) => t('The period of the tests has been agreed on with Logius.'),
	actions: ['show-planning'],
};

export const preproduction: Step = {
	number: 2,
	title: (t) => t('Connect to pre-production'),
	summary: (t) =>
		t(
			'Apply for the connection, set up Digikoppeling and the network, first against the Compliancevoorziening, then with MijnOverheid.',
		),
	leadTime: (t) => t('about 5 weeks'),
	paragraphs: ['4.1', '4.2', '4.3', '4.4', '4.5'],
	documents: [
		'aanvraagformulier',
		'koppelvlakspecificaties',
		'handleiding-cpa',
		'handreiking-digikoppeling',
		'testaccounts-digid',
		'aanmeldformulier-diginetwerk',
		'handreiking-connectiviteit',
		'technische-bestanden',
	],
	means: [
		{ text: (t) => t('The acceptance or pre-production environment of your organisation.'), source: '4.1' },
		{ text: (t) => t('The pre-production environment of MijnOverheid.'), source: '4.1' },
	],
	attention: [
		{
			text: (t) =>
				t(
					'Make a clear planning, and make sure that your organisation has enough (technical) knowledge for the connection.',
				),
			source: '4.4.6',
		},
		{ text: (t) => t('Check whether the planning of step 1 is still right.'), source: '4.4.6' },
		{
			text: (t) => t('Ask Logius for support with an incident only; call for it by way of exception.'),
			source: '2.xi',
		},
	],
	result: [
		{ text: (t) => t('The process and the system that make case messages have been set up.'), source: '4.5' },
		{ text: (t) => t('The internal acceptance test has been finished.'), source: '4.5' },
		{
			text: (t) => t('There is a connection with the pre-production environment of MijnOverheid.'),
			source: '4.5',
		},
	],
	tasks: [
		...complianceTasks,
		...applicationTasks,
		...networkTasks,
		...messageTasks,
		...connectionTasks,
		testSlot,
	],
};
