import { continuous } from './leadTime';
import { supplierStaysOut } from './production';
import type { Step, Task } from './task';

/** What all tasks of phase 5 share: Bijlage 1 gives them neither a time nor a paragraph. */
const ongoing = {
	step: 5,
	paragraph: null,
	attention: [],
	leadTime: continuous,
	dependsOn: ['release'],
	notFor: [supplierStaysOut],
	actions: [],
} as const;

const newStreams: Task = {
	...ongoing,
	id: 'new-streams',
	rows: ['5.i'],
	title: (t) => t('Prepare new message streams'),
	summary: (t) => t('Bring more types of case to Lopende zaken, step by step.'),
	activities: [
		{ text: (t) => t('Introduce a new message stream as carefully as the first.'), source: '5.i' },
	],
	documents: ['koppelvlakspecificaties'],
	roles: ['projectleider', 'gebruiker'],
	actors: ['afnemer'],
	result: (t) => t('New message streams are prepared before they begin.'),
	actions: ['validate-workspace'],
};

const delivery: Task = {
	...ongoing,
	id: 'operational-delivery',
	rows: ['5.ii'],
	title: (t) => t('Deliver messages in operation'),
	summary: (t) => t('Send the case messages as the SNO lays down about delivery.'),
	activities: [{ text: (t) => t('Keep to what the SNO says about delivering messages.'), source: '5.ii' }],
	documents: ['sno'],
	roles: ['gebruiker'],
	actors: ['afnemer'],
	result: (t) => t('Messages arrive as agreed in the SNO.'),
};

const communication: Task = {
	...ongoing,
	id: 'communication-upkeep',
	rows: ['5.iii'],
	title: (t) => t('Keep the communication up to date'),
	summary: (t) => t('What you tell about the channel, at the service desk and elsewhere, must stay right.'),
	activities: [
		{
			text: (t) => t('Update what is said about the channel, and the material of the service desk.'),
			source: '5.iii',
		},
	],
	attention: [
		{
			text: (t) => t('Bijlage 1 calls the channel BB (Berichtenbox); Lopende zaken is meant.'),
			source: '5.iii',
		},
	],
	documents: [],
	roles: ['gebruiker', 'projectleider'],
	actors: ['afnemer'],
	result: (t) => t('The communication is up to date.'),
};

const incidents: Task = {
	...ongoing,
	id: 'incidents',
	rows: ['5.iv'],
	title: (t) => t('Report incidents in the chain'),
	summary: (t) =>
		t('Notice incidents and tell the others in the chain: DigiD, MijnOverheid and the administrators.'),
	activities: [
		{
			text: (t) => t('Tell Servicecentrum Logius about incidents, and your own administrators.'),
			source: '5.iv',
		},
	],
	documents: ['dap'],
	roles: ['gebruiker', 'technisch-specialist', 'leverancier'],
	actors: ['afnemer', 'leverancier', 'logius'],
	result: (t) => t('Everyone in the chain knows about an incident.'),
};

const evaluation: Task = {
	...ongoing,
	id: 'evaluation',
	rows: ['5.v'],
	title: (t) => t('Send an evaluation to Logius'),
	summary: (t) => t('Tell Logius how the connection went, so that the process gets better.'),
	activities: [{ text: (t) => t('Send the evaluation to Servicecentrum Logius.'), source: '5.v' }],
	documents: [],
	roles: ['projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier', 'logius'],
	result: (t) => t('The evaluation is at Logius.'),
};

export const operation: Step = {
	number: 5,
	title: (t) => t('Operation'),
	summary: (t) => t('What goes on after the connection is in production.'),
	leadTime: (t) => t('continuous'),
	paragraphs: [],
	documents: [],
	means: [],
	attention: [],
	result: [],
	tasks: [newStreams, delivery, communication, incidents, evaluation],
};
