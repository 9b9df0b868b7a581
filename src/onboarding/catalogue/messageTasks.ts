import { usesMoMessage, usesStuf } from './condition';
import { estimate } from './leadTime';
import type { Task } from './task';

const messageProcess: Task = {
	id: 'message-process',
	step: 2,
	paragraph: '4.3.6',
	rows: ['2.vii'],
	title: (t) => t('Set up the internal message process'),
	summary: (t) =>
		t(
			'Connect the systems that make case messages with the adapter that delivers them, so that you can send them and receive error messages. One of the most complex and longest tasks.',
		),
	activities: [
		{
			text: (t) =>
				t(
					'Buy, develop, adapt or configure what is needed for an electronic flow of messages to the interfaces of Lopende zaken.',
				),
			source: '4.3.6',
		},
		{ text: (t) => t('Set up a process for error messages that come back.'), source: '4.3.6' },
		{
			text: (t) => t('Let Lopende Zaken check your StUF messages, and cure every error.'),
			source: null,
			when: usesStuf,
		},
		{
			text: (t) =>
				t('Choose the schema folder with the MO-bericht, and let Lopende Zaken check your messages.'),
			source: null,
			when: usesMoMessage,
		},
		{
			text: (t) =>
				t('If you like, ask the Profielservice first whether the citizen has a MijnOverheid account.'),
			source: '4.4.3',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'Make a design of the functional scenarios with their messages and internal processes; the acceptance test can use it.',
				),
			source: '4.3.6',
		},
		{
			text: (t) =>
				t('Use what earlier projects of this kind have taught; ask the suppliers of your systems for help.'),
			source: '4.4.3',
		},
		{
			text: (t) =>
				t('See to it that no unauthorised person can use the systems that send messages to citizens.'),
			source: '4.4.3',
		},
		{
			text: (t) =>
				t(
					'Bijlage 1 gives about 5 weeks for this whole step: if your systems need more, give this task a lead time of your own.',
				),
			source: null,
		},
	],
	documents: ['technische-bestanden', 'koppelvlakspecificaties'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(7),
	dependsOn: ['requirements', 'message-stream-choice', 'application-assessment'],
	notFor: [],
	result: (t) => t('Case messages can be made and sent, and error messages received.'),
	actions: ['validate-workspace', 'choose-schema-folder'],
};

const acceptanceTest: Task = {
	id: 'acceptance-test',
	step: 2,
	paragraph: '4.3.7',
	rows: ['2.viii'],
	title: (t) => t('Do the internal acceptance test'),
	summary: (t) =>
		t(
			'Test and accept the new processes and systems yourself, against the design and the programme of requirements.',
		),
	activities: [
		{
			text: (t) => t('Test whether your organisation can handle the messages to send and to receive.'),
			source: '4.3.7',
		},
		{ text: (t) => t('Have the user accept the outcome.'), source: '4.2' },
	],
	attention: [],
	documents: [],
	roles: ['technisch-specialist', 'gebruiker', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(3),
	dependsOn: ['message-process'],
	notFor: [],
	result: (t) => t('The internal acceptance test has been finished.'),
	actions: ['validate-workspace'],
};

/** §4.3.6 and 4.3.7: making messages inside the organisation. */
export const messageTasks: readonly Task[] = [messageProcess, acceptanceTest];
