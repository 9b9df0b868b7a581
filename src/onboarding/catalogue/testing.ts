import { isSupplier } from './condition';
import { estimate, stated } from './leadTime';
import type { Step, Task } from './task';

const testAccounts: Task = {
	id: 'test-accounts',
	step: 3,
	paragraph: '5.3.1',
	rows: ['3.i'],
	title: (t) => t('Get test DigiD accounts'),
	summary: (t) =>
		t(
			'To test the whole chain up to the citizen you need test DigiD accounts: each belongs to a test BSN, to which you send messages.',
		),
	activities: [
		{
			text: (t) => t('Take the accounts that came with your own DigiD connection, if you have one.'),
			source: '5.3.1',
		},
		{
			text: (t) => t('No DigiD connection, or are the accounts lost? Ask Servicecentrum Logius.'),
			source: '5.3.1',
		},
		{ text: (t) => t('Link each account to test messages by its BSN.'), source: '3.i' },
	],
	attention: [
		{
			text: (t) => t('As a supplier without test DigiD accounts, ask Servicecentrum Logius.'),
			source: '5.3.1',
			when: isSupplier,
		},
	],
	documents: ['testaccounts-digid'],
	roles: ['projectleider', 'tester'],
	actors: ['afnemer'],
	leadTime: estimate(2),
	dependsOn: ['implementation-plan'],
	notFor: [],
	result: (t) => t('Test DigiD accounts and their test BSNs are at hand.'),
	actions: [],
};

const testPreparation: Task = {
	id: 'test-preparation',
	step: 3,
	paragraph: '5.3.2',
	rows: ['3.ii'],
	title: (t) => t('Get the systems ready for the chain test'),
	summary: (t) => t('Make the test data and put the messages ready with which the scenarios are tested.'),
	activities: [
		{ text: (t) => t('Make test data and link it to the test BSNs.'), source: '5.3.2' },
		{ text: (t) => t('Go through the checklist and your own test plan.'), source: '5.3.2' },
		{
			text: (t) => t('Put the case messages and question messages of every scenario ready.'),
			source: '5.3.2',
		},
	],
	attention: [
		{
			text: (t) =>
				t('Bijlage 1 calls it the checklist Berichtenbox; the Checklist testen Lopende zaken is meant.'),
			source: '3.ii',
		},
	],
	documents: ['checklist-testen'],
	roles: ['technisch-specialist', 'gebruiker', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(2),
	dependsOn: ['message-process', 'test-accounts'],
	notFor: [],
	result: (t) => t('Test data and messages of all scenarios are ready.'),
	actions: ['validate-workspace', 'make-test-report'],
};

const portalAccounts: Task = {
	id: 'portal-accounts',
	step: 3,
	paragraph: null,
	rows: ['3.iii'],
	title: (t) => t('Register the test accounts on MijnOverheid'),
	summary: (t) =>
		t(
			'Log in to the pre-production portal once with every test DigiD account: only then its BSN is known there and can get messages.',
		),
	activities: [
		{
			text: (t) => t('Log in with each test DigiD account and register it.'),
			source: '5.3.2',
		},
	],
	attention: [],
	documents: ['preproductie-portaal', 'testaccounts-digid'],
	roles: ['tester', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(1),
	dependsOn: ['test-accounts', 'application-assessment'],
	notFor: [],
	result: (t) => t('Every test BSN has been registered on pre-production.'),
	actions: [],
};

const chainTest: Task = {
	id: 'chain-test',
	step: 3,
	paragraph: '5.3.3',
	rows: ['3.v'],
	title: (t) => t('Carry out the chain test'),
	summary: (t) =>
		t(
			'Send the test messages, in the period agreed on, from your system through the whole chain to MijnOverheid.',
		),
	activities: [
		{ text: (t) => t('Make sure that the connection works and that everything is ready.'), source: '5.3.3' },
		{ text: (t) => t('Mail Servicecentrum Logius to agree on the period of the tests.'), source: '5.3.3' },
		{
			text: (t) => t('Send the messages; the checklist tells what must at least be tested and reported.'),
			source: '5.3.3',
		},
	],
	attention: [
		{
			text: (t) => t('Your organisation is responsible itself for complete and right tests.'),
			source: '5.3.3',
		},
	],
	documents: ['checklist-testen'],
	roles: ['projectleider', 'tester', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(2),
	dependsOn: ['acceptance-test', 'connectivity-check', 'test-slot', 'test-preparation', 'portal-accounts'],
	notFor: [],
	result: (t) => t('All scenarios of the checklist have been carried out.'),
	actions: ['validate-workspace'],
};

const portalCheck: Task = {
	id: 'portal-check',
	step: 3,
	paragraph: null,
	rows: ['3.vi'],
	title: (t) => t('Check the messages in the portal'),
	summary: (t) =>
		t(
			'Look with the test DigiD accounts whether the messages have been processed and look in MijnOverheid as they should.',
		),
	activities: [
		{
			text: (t) => t('Log in for every test BSN and compare what you see with what you expect.'),
			source: '5.4',
		},
		{ text: (t) => t('Make screenshots: Logius wants to see them before production.'), source: '4.i' },
		{
			text: (t) => t('Test your internal systems and processes too, which only you can see.'),
			source: '5.4',
		},
	],
	attention: [],
	documents: ['preproductie-portaal'],
	roles: ['tester', 'gebruiker', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(1),
	dependsOn: ['chain-test'],
	notFor: [],
	result: (t) => t('It has been seen for every message how the citizen will see it.'),
	actions: ['make-test-report'],
};

const testReport: Task = {
	id: 'test-report',
	step: 3,
	paragraph: '5.3.4',
	rows: ['3.vii'],
	title: (t) => t('Fill in the test report and send it'),
	summary: (t) => t('Report the outcome of all scenarios to Logius, as the checklist tells.'),
	activities: [
		{
			text: (t) => t('Fill in the whole report: scenario, message, BSN, what you expected and saw.'),
			source: '5.3.4',
		},
		{ text: (t) => t('Send it to Servicecentrum Logius.'), source: '5.3.4' },
	],
	attention: [
		{
			text: (t) => t('As a supplier, have the test report assessed by Logius as well.'),
			source: '5.3.4',
			when: isSupplier,
		},
		{
			text: (t) =>
				t(
					'If municipalities are your customers, an approved report can be recorded in the Softwarecatalogus of VNG Realisatie (in the manual: KING).',
				),
			source: '5.3.4',
			when: isSupplier,
		},
	],
	documents: ['checklist-testen'],
	roles: ['projectleider', 'tester', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(1),
	dependsOn: ['portal-check'],
	notFor: [],
	result: (t) => t('The complete test report is at Servicecentrum Logius.'),
	actions: ['make-test-report'],
};

const reportAssessment: Task = {
	id: 'report-assessment',
	step: 3,
	paragraph: null,
	rows: ['3.viii'],
	title: (t) => t('Logius assesses the test report'),
	summary: (t) =>
		t('With an approved report the chain test is finished; else Logius asks you to do parts of it again.'),
	activities: [
		{ text: (t) => t('Repeat the parts that Logius asks for, and send the report again.'), source: '5.3.4' },
	],
	attention: [
		{
			text: (t) =>
				t('With the approval your connection for development is complete: a supplier goes no further.'),
			source: '6',
			when: isSupplier,
		},
	],
	documents: ['softwarecatalogus'],
	roles: ['projectleider'],
	actors: ['logius'],
	leadTime: stated({ amount: 1, unit: 'weeks', source: 'Bijlage 1, 3.viii' }),
	dependsOn: ['test-report'],
	notFor: [],
	result: (t) => t('Logius has approved the test report.'),
	actions: [],
};

const nextSlot: Task = {
	id: 'next-slot',
	step: 3,
	paragraph: null,
	rows: ['3.ix'],
	title: (t) => t('Update the planning after the test'),
	summary: (t) =>
		t(
			'Bring the detailed planning up to date, and agree with Logius on the time of what comes next, or of a repeated test.',
		),
	activities: [
		{ text: (t) => t('Check whether the planning of step 1 is still right, and adjust it.'), source: '5.4' },
		{ text: (t) => t('Agree with Logius on the time slot.'), source: '3.ix' },
	],
	attention: [],
	documents: [],
	roles: ['projectleider'],
	actors: ['afnemer', 'leverancier', 'logius'],
	leadTime: stated({ amount: 2, unit: 'days', source: 'Bijlage 1, 3.ix' }),
	dependsOn: ['report-assessment'],
	notFor: [],
	result: (t) => t('The planning is up to date and the time slot known.'),
	actions: ['show-planning'],
};

export const testing: Step = {
	number: 3,
	title: (t) => t('Test on pre-production'),
	summary: (t) =>
		t(
			'Show with a chain test, from your systems up to the citizen, that the connection may go to production.',
		),
	leadTime: (t) => t('more than 2 weeks'),
	paragraphs: ['5.1', '5.2', '5.3', '5.4', '5.5'],
	documents: ['checklist-testen', 'testaccounts-digid', 'preproductie-portaal'],
	means: [
		{
			text: (t) => t('The acceptance or pre-production environment of your organisation, already connected.'),
			source: '5.1',
		},
		{ text: (t) => t('The pre-production environment of MijnOverheid.'), source: '5.1' },
	],
	attention: [
		{
			text: (t) =>
				t('Logius judges the report only; test the internal systems that only you can see just as well.'),
			source: '5.4',
		},
		{ text: (t) => t('Check whether the planning of step 1 is still right.'), source: '5.4' },
		{
			text: (t) => t('Ask Logius for support with an incident only; call for it by way of exception.'),
			source: '3.x',
		},
	],
	result: [{ text: (t) => t('The chain test has been finished successfully.'), source: '5.5' }],
	tasks: [
		testAccounts,
		testPreparation,
		portalAccounts,
		chainTest,
		portalCheck,
		testReport,
		reportAssessment,
		nextSlot,
	],
};
