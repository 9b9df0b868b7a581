import { usesDiginetwerk, usesInternet } from './condition';
import { estimate } from './leadTime';
import type { Task } from './task';

const diginetwerkApplication: Task = {
	id: 'diginetwerk-application',
	step: 2,
	paragraph: null,
	rows: [],
	title: (t) => t('Sign up for Diginetwerk'),
	summary: (t) =>
		t(
			'Whoever wants to connect over Diginetwerk and is not on it yet must sign up. Begin early: this takes its time.',
		),
	activities: [{ text: (t) => t('Send in the application form of Diginetwerk.'), source: '4.2' }],
	attention: [
		{
			text: (t) => t('Is your organisation on Diginetwerk already, then mark this task as not applicable.'),
			source: '4.3.5',
		},
		{
			text: (t) =>
				t('The manual gives no lead time for it, only that a connection over Diginetwerk takes longer.'),
			source: '4.3.5',
		},
	],
	documents: ['aanmeldformulier-diginetwerk'],
	roles: ['projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: estimate(20),
	dependsOn: ['connection-choice'],
	notFor: [
		{
			when: usesInternet,
			reason: (t) => t('You connect over the internet.'),
		},
	],
	result: (t) => t('Your organisation is on Diginetwerk.'),
	actions: ['set-situation'],
};

const networkPath: Task = {
	id: 'network-path',
	step: 2,
	paragraph: '4.3.5',
	rows: ['2.vi'],
	title: (t) => t('Set up the network path'),
	summary: (t) =>
		t(
			'Arrange that your systems and those of MijnOverheid reach each other, over the network that you named in the application form.',
		),
	activities: [
		{
			text: (t) => t('Take the addresses of MijnOverheid from the Handreiking Connectiviteit.'),
			source: '4.3.5',
		},
		{
			text: (t) => t('Get Digikoppeling ready for the network that you use, above all for Diginetwerk.'),
			source: '2.vi',
		},
		{
			text: (t) =>
				t(
					'Make a network overview: every message flow over the whole chain, with systems, network components and IP addresses, inbound and outbound apart.',
				),
			source: '4.4.2',
		},
		{
			text: (t) => t('Collect the contact details of all administrators concerned.'),
			source: '4.4.2',
		},
		{
			text: (t) =>
				t(
					'Set up firewalls, load balancers, proxies, DNS and IP ranges, fit for mutual TLS with PKIoverheid certificates.',
				),
			source: '4.4.2',
		},
		{
			text: (t) =>
				t(
					'Have the connection and the firewall changes made by the administrator of Diginetwerk and by your own.',
				),
			source: '4.3.5',
			when: usesDiginetwerk,
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'You can do this early: neither the adapter nor its connection with your internal systems has to be ready.',
				),
			source: '4.3.5',
		},
		{
			text: (t) => t('Set up the network path for production right now too, if you can.'),
			source: '4.4.2',
		},
		{
			text: (t) => t('Begin in time: over Diginetwerk this takes longer.'),
			source: '4.3.5',
			when: usesDiginetwerk,
		},
	],
	documents: ['handreiking-connectiviteit'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['leverancier', 'afnemer'],
	leadTime: (situation) => ({ kind: 'estimate', workingDays: usesDiginetwerk(situation) ? 10 : 4 }),
	dependsOn: ['application-assessment', 'diginetwerk-application'],
	notFor: [],
	result: (t) => t('Messages can go both ways between your environment and pre-production.'),
	actions: ['make-network-overview'],
};

/** §4.3.5: the way over the network to pre-production. */
export const networkTasks: readonly Task[] = [diginetwerkApplication, networkPath];
