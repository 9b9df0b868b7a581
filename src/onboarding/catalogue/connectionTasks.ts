import { isGovernment, isSupplier } from './condition';
import { estimate, stated } from './leadTime';
import type { Task } from './task';

const cpa: Task = {
	id: 'cpa',
	step: 2,
	paragraph: '4.3.8',
	rows: ['2.ix'],
	title: (t) => t('Make the CPA and have it loaded'),
	summary: (t) =>
		t(
			'The CPA describes the connection to both adapters. It is made from your Consumerspecificatie and the service ID, and loaded on both sides.',
		),
	activities: [
		{
			text: (t) =>
				t(
					'Draw up the Consumerspecificatie: name, OIN or HRN, endpoint, client and server certificate. Lopende Zaken checks it.',
				),
			source: '4.4.4',
		},
		{
			text: (t) =>
				t(
					'Have the CPA made in the CPA Register (formerly the CPA Creatievoorziening), with the service ID of the Handreiking Connectiviteit.',
				),
			source: '4.3.8',
		},
		{
			text: (t) => t('Mail the CPA to Servicecentrum Logius, with your contact details and your OIN.'),
			source: '4.3.8',
			when: isGovernment,
		},
		{
			text: (t) => t('Mail the CPA to Servicecentrum Logius, with your contact details and your HRN.'),
			source: '4.3.8',
			when: isSupplier,
		},
		{ text: (t) => t('Load the CPA into your own adapter.'), source: '4.3.8' },
		{
			text: (t) => t('Wait for the mail in which Logius tells that it has loaded the CPA.'),
			source: '4.3.8',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'The Consumerspecificatie is your responsibility: with a mistake in it the connection does not work. Make clear agreements when a provider does it for you.',
				),
			source: '4.3.8',
		},
		{
			text: (t) =>
				t(
					'The adapter does not have to be connected with your internal systems before the CPA is made and loaded.',
				),
			source: '4.3.8',
		},
		{
			text: (t) => t('Logius must know your IP addresses by now.'),
			source: '4.3.4',
		},
		{
			text: (t) =>
				t(
					'The environment that is connected works like production, but stands apart from production systems.',
				),
			source: '4.4.4',
		},
		{
			text: (t) =>
				t(
					'Test performance and security on your own systems only: performance tests on MijnOverheid are forbidden without express permission.',
				),
			source: '4.4.4',
		},
		{
			text: (t) => t('The manual refers to §4.4.5 for the Consumerspecificatie; it stands in §4.4.4.'),
			source: '4.3.8',
		},
	],
	documents: [
		'cpa-register',
		'handleiding-cpa',
		'handreiking-connectiviteit',
		'koppelvlakspecificaties',
		'handleiding-digikoppeling',
	],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['leverancier', 'afnemer', 'logius'],
	leadTime: stated({ amount: 1, unit: 'weeks', source: 'Bijlage 1, 2.ix' }),
	dependsOn: ['certificates', 'compliance-test', 'application-assessment', 'network-path'],
	notFor: [],
	result: (t) => t('The CPA has been loaded on both sides.'),
	actions: ['check-consumerspecificatie', 'compare-cpa'],
};

const connectivityCheck: Task = {
	id: 'connectivity-check',
	step: 2,
	paragraph: '4.3.9',
	rows: ['2.x'],
	title: (t) => t('Check the connection with pre-production'),
	summary: (t) => t('Make sure that the connection works, once both sides have loaded the CPA.'),
	activities: [
		{
			text: (t) =>
				t(
					'Send an ebMS Ping; a Pong means that it works. This is a message between adapters, not the ICMP ping of networks.',
				),
			source: '4.3.9',
		},
		{
			text: (t) =>
				t(
					'For WUS: ask the endpoint of the Profielservice; any answer means that it works. Its address is in the Handreiking Connectiviteit.',
				),
			source: '4.3.9',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'The example of a Ping in the manual (§4.4.5, which §4.3.9 calls 4.4.6) has type "string" for the parties: take the type from the CPA.',
				),
			source: '4.4.5',
		},
	],
	documents: ['handreiking-connectiviteit'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['leverancier', 'afnemer'],
	leadTime: estimate(1),
	dependsOn: ['cpa'],
	notFor: [],
	result: (t) => t('A Pong came back from pre-production.'),
	actions: ['ping-preproduction', 'check-wus', 'start-partner'],
};

/** §4.3.8 and 4.3.9: the CPA, and whether the connection works. */
export const connectionTasks: readonly Task[] = [cpa, connectivityCheck];
