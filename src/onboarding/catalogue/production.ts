import { isSupplier, usesDiginetwerk } from './condition';
import { estimate, stated } from './leadTime';
import type { Exclusion, Step, Task } from './task';

/** Chapter 6 is not for suppliers. */
export const supplierStaysOut: Exclusion = {
	when: isSupplier,
	reason: (t) => t('A supplier connection never goes to production (chapter 6).'),
};

const screenshots: Task = {
	id: 'screenshots',
	step: 4,
	paragraph: null,
	rows: ['4.i'],
	title: (t) => t('Send the screenshots of the test'),
	summary: (t) => t('Send Logius the screenshots of the messages as they were seen on pre-production.'),
	activities: [{ text: (t) => t('Send the screenshots to Servicecentrum Logius.'), source: '4.i' }],
	attention: [],
	documents: [],
	roles: ['projectleider', 'tester', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(1),
	dependsOn: ['report-assessment'],
	notFor: [supplierStaysOut],
	result: (t) => t('The screenshots have been sent.'),
	actions: [],
};

const productionNetwork: Task = {
	id: 'production-network',
	step: 4,
	paragraph: '6.3.1',
	rows: ['4.ii'],
	title: (t) => t('Set up the network path to production'),
	summary: (t) =>
		t(
			'Arrange the connection with the production systems of MijnOverheid, unless you did so in step 2 already.',
		),
	activities: [
		{ text: (t) => t('Do for production what you did for pre-production.'), source: '6.3.1' },
		{ text: (t) => t('Complete the network overview with production.'), source: '4.4.2' },
	],
	attention: [
		{
			text: (t) => t('Begin in time: over Diginetwerk this takes longer.'),
			source: '4.ii',
			when: usesDiginetwerk,
		},
		{
			text: (t) => t('The manual refers to §4.4.4 here; what it means stands in §4.4.2.'),
			source: '6.3.1',
		},
	],
	documents: ['handreiking-connectiviteit'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['leverancier', 'afnemer'],
	leadTime: (situation) => ({ kind: 'estimate', workingDays: usesDiginetwerk(situation) ? 5 : 2 }),
	dependsOn: ['network-path', 'report-assessment'],
	notFor: [supplierStaysOut],
	result: (t) => t('Messages can go both ways between your production environment and MijnOverheid.'),
	actions: ['make-network-overview'],
};

const productionProcess: Task = {
	id: 'production-process',
	step: 4,
	paragraph: null,
	rows: ['4.ii-b'],
	title: (t) => t('Install the message process in production'),
	summary: (t) =>
		t('Get the process that makes and sends case messages ready in your production environment.'),
	activities: [{ text: (t) => t('Install in production what was accepted and tested.'), source: '4.ii-b' }],
	attention: [],
	documents: [],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(3),
	dependsOn: ['acceptance-test', 'report-assessment'],
	notFor: [supplierStaysOut],
	result: (t) => t('The message process is ready in production.'),
	actions: [],
};

const productionCpa: Task = {
	id: 'production-cpa',
	step: 4,
	paragraph: '6.3.2',
	rows: ['4.iii'],
	title: (t) => t('Make the production CPA and have it loaded'),
	summary: (t) =>
		t('As for pre-production, now with the service ID, the endpoint and the certificates of production.'),
	activities: [
		{
			text: (t) => t('Draw up the Consumerspecificatie of production. Lopende Zaken checks it.'),
			source: '6.3.2',
		},
		{
			text: (t) =>
				t(
					'Have the CPA made in the CPA Register (formerly the CPA Creatievoorziening), with the service ID of the Handreiking Connectiviteit.',
				),
			source: '6.3.2',
		},
		{
			text: (t) => t('Mail the CPA to Servicecentrum Logius, with your contact details and your OIN.'),
			source: '6.3.2',
		},
		{ text: (t) => t('Load the CPA into your own adapter.'), source: '6.3.2' },
		{
			text: (t) => t('Wait for the mail in which Logius tells that it has loaded the CPA.'),
			source: '6.3.2',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'The Consumerspecificatie is your responsibility: with a mistake in it the connection with production does not work.',
				),
			source: '6.3.2',
		},
	],
	documents: ['cpa-register', 'handleiding-cpa', 'handreiking-connectiviteit', 'handleiding-digikoppeling'],
	roles: ['technisch-specialist', 'projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: stated({ amount: 1, unit: 'weeks', source: 'Bijlage 1, 4.iii' }),
	dependsOn: ['certificates', 'report-assessment', 'production-network'],
	notFor: [supplierStaysOut],
	result: (t) => t('The production CPA has been loaded on both sides.'),
	actions: ['check-consumerspecificatie', 'compare-cpa', 'ping-production'],
};

const productionCheck: Task = {
	id: 'production-check',
	step: 4,
	paragraph: null,
	rows: ['4.iv'],
	title: (t) => t('Check the connection with production'),
	summary: (t) =>
		t('Establish that the connection with production works, before a real message goes over it.'),
	activities: [
		{ text: (t) => t('Send an ebMS Ping to production; a Pong means that it works.'), source: '4.iv' },
	],
	attention: [],
	documents: [],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['leverancier', 'afnemer'],
	leadTime: estimate(1),
	dependsOn: ['production-cpa'],
	notFor: [supplierStaysOut],
	result: (t) => t('A Pong came back from production.'),
	actions: ['ping-production'],
};

const limitedRun: Task = {
	id: 'limited-production-run',
	step: 4,
	paragraph: '6.3.3',
	rows: ['4.vi'],
	title: (t) => t('Carry out the limited production run (LPR)'),
	summary: (t) =>
		t(
			'The first, limited use in production, which Logius requires before you use Lopende zaken for all citizens.',
		),
	activities: [
		{ text: (t) => t('Tell Logius that the limited production run begins.'), source: '6.2' },
		{
			text: (t) => t('Choose some people who take part in the project and agree that their BSN is used.'),
			source: '6.3.3',
		},
		{
			text: (t) =>
				t('Send each of them one or more case messages, so that every connection that was made is checked.'),
			source: '6.3.3',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'Tell Servicecentrum Logius at once when something is wrong, so that the connection can be undone if need be.',
				),
			source: '6.3.3',
		},
		{ text: (t) => t('Chapter 5 of the checklist has more about it.'), source: '6.3.3' },
	],
	documents: ['checklist-testen'],
	roles: ['projectleider', 'tester'],
	actors: ['afnemer'],
	leadTime: estimate(3),
	dependsOn: ['screenshots', 'production-process', 'production-check'],
	notFor: [supplierStaysOut],
	result: (t) => t('The messages of the limited production run have been seen by the people who got them.'),
	actions: [],
};

const limitedRunReport: Task = {
	id: 'limited-production-run-report',
	step: 4,
	paragraph: '6.3.4',
	rows: ['4.vi-b'],
	title: (t) => t('Report the limited production run to Logius'),
	summary: (t) => t('Tell Servicecentrum Logius that the messages in production have been delivered well.'),
	activities: [
		{
			text: (t) => t('Tell Logius that the run succeeded, including the processing of the messages.'),
			source: '4.vi-b',
		},
	],
	attention: [],
	documents: [],
	roles: ['projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: estimate(1),
	dependsOn: ['limited-production-run'],
	notFor: [supplierStaysOut],
	result: (t) => t('Logius knows that the limited production run succeeded.'),
	actions: [],
};

const managementDocuments: Task = {
	id: 'management-documentation',
	step: 4,
	paragraph: '6.3.5',
	rows: ['4.vii'],
	title: (t) => t('Update the management documentation'),
	summary: (t) =>
		t(
			'The connection changes what administrators must know; keep enough (technical) knowledge in the organisation.',
		),
	activities: [
		{ text: (t) => t('Bring the documentation of every role up to date.'), source: '4.vii' },
		{ text: (t) => t('Hand the connection over to the administrators.'), source: '6.3.5' },
	],
	attention: [],
	documents: ['sno', 'dap'],
	roles: ['projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier', 'logius'],
	leadTime: estimate(3),
	dependsOn: ['report-assessment'],
	notFor: [supplierStaysOut],
	result: (t) => t('The management documentation is up to date.'),
	actions: ['make-handover', 'make-network-overview'],
};

const helpdesk: Task = {
	id: 'helpdesk',
	step: 4,
	paragraph: '6.3.6',
	rows: ['4.viii'],
	title: (t) => t('Instruct the helpdesk'),
	summary: (t) => t('Citizens will ask about the new channel; your helpdesk must know it.'),
	activities: [
		{
			text: (t) =>
				t('Prepare the helpdesk: what the facility can and cannot do, and the processes that go with it.'),
			source: '6.3.6',
		},
		{ text: (t) => t('Give the helpdesk material to work with.'), source: '4.viii' },
	],
	attention: [],
	documents: [],
	roles: ['projectleider', 'gebruiker', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(3),
	dependsOn: ['report-assessment'],
	notFor: [supplierStaysOut],
	result: (t) => t('The helpdesk knows the new channel.'),
	actions: [],
};

const campaign: Task = {
	id: 'communication-campaign',
	step: 4,
	paragraph: '6.3.7',
	rows: ['4.v'],
	title: (t) => t('Agree on the communication campaign'),
	summary: (t) =>
		t(
			'Tell citizens about the new channel, on your website, in a brochure or in a letter, and agree on it with Logius first.',
		),
	activities: [
		{ text: (t) => t('Draw up the texts that make citizens familiar with the channel.'), source: '4.v' },
		{
			text: (t) =>
				t('Agree on the contents with Logius, and on peaks in use, so that the service stays available.'),
			source: '6.3.7',
		},
	],
	attention: [
		{
			text: (t) => t('Do you want no campaign, then mark this task as not applicable.'),
			source: '6.3.7',
		},
	],
	documents: [],
	roles: ['projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: estimate(5),
	dependsOn: ['report-assessment'],
	notFor: [supplierStaysOut],
	result: (t) => t('The communication has been agreed on with Logius.'),
	actions: [],
};

const release: Task = {
	id: 'release',
	step: 4,
	paragraph: null,
	rows: ['4.ix'],
	title: (t) => t('Finish with Logius and release for production'),
	summary: (t) => t('A closing contact with Logius, after which the connection is released for production.'),
	activities: [
		{ text: (t) => t('Have the closing contact with Logius.'), source: '4.ix' },
		{ text: (t) => t('Check that both sides have each other’s present contact details.'), source: '6.4' },
	],
	attention: [],
	documents: ['sno', 'dap'],
	roles: ['projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: stated({ amount: 1, unit: 'days', source: 'Bijlage 1, 4.ix' }),
	dependsOn: [
		'next-slot',
		'limited-production-run-report',
		'management-documentation',
		'helpdesk',
		'communication-campaign',
	],
	notFor: [supplierStaysOut],
	result: (t) => t('The connection has been released for production.'),
	actions: [],
};

export const production: Step = {
	number: 4,
	title: (t) => t('Connect to production'),
	summary: (t) =>
		t(
			'Almost the same as for pre-production, now with the real systems, a limited production run and your organisation prepared.',
		),
	leadTime: (t) => t('about 2.5 weeks'),
	paragraphs: ['6.1', '6.2', '6.3', '6.4', '6.5'],
	documents: ['handleiding-cpa'],
	means: [
		{ text: (t) => t('The production environment of your organisation.'), source: '6.1' },
		{ text: (t) => t('The production environment of MijnOverheid.'), source: '6.1' },
	],
	attention: [
		{
			text: (t) =>
				t(
					'Know what your organisation and what Logius is responsible for in production: see the SNO and the DAP.',
				),
			source: '6.4',
		},
		{
			text: (t) => t('Keep each other’s contact details up to date, above all for calamities.'),
			source: '6.4',
		},
		{
			text: (t) =>
				t('Announce changes (in systems, contact details or whatever touches the chain) well in advance.'),
			source: '6.4',
		},
		{
			text: (t) => t('Ask Logius for support with an incident only; call for it by way of exception.'),
			source: '4.x',
		},
	],
	result: [
		{ text: (t) => t('The limited production run has been finished successfully.'), source: '6.5' },
		{ text: (t) => t('The management documentation is up to date.'), source: '6.5' },
		{
			text: (t) => t('Your organisation is connected and can deliver case messages to citizens.'),
			source: '6.5',
		},
	],
	tasks: [
		screenshots,
		productionNetwork,
		productionProcess,
		productionCpa,
		productionCheck,
		limitedRun,
		limitedRunReport,
		managementDocuments,
		helpdesk,
		campaign,
		release,
	],
};
