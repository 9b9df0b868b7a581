import {
	hasAdapter,
	isGovernment,
	isSupplier,
	usesDiginetwerk,
	usesInternet,
	usesMoMessage,
	usesStuf,
} from './condition';
import { estimate, stated } from './leadTime';
import type { Exclusion, Remark, Step, Task } from './task';

const adapterIsThere: Exclusion = {
	when: hasAdapter,
	reason: (t) =>
		t('You use a Digikoppeling adapter that is there already, so its compliancy needs no test (§4.3).'),
};

const testCertificates: Remark = {
	text: (t) => t('Test certificates are for temporary use in a test set-up; never use them in production.'),
	source: '4.3.1',
};

const complianceNetwork: Task = {
	id: 'compliance-network',
	step: 2,
	paragraph: '4.3.1',
	rows: ['2.i'],
	title: (t) => t('Set up the network to the Compliancevoorziening'),
	summary: (t) =>
		t(
			'Your own environment must be able to reach the Digikoppeling Compliancevoorziening (ebMS), the partner that your adapter is tested with.',
		),
	activities: [
		{
			text: (t) => t('Set up the network: Handreiking Digikoppeling §4.2.2 has the details.'),
			source: '4.3.1',
		},
		{ text: (t) => t('Get test certificates for ebMS.'), source: '4.3.1' },
	],
	attention: [
		testCertificates,
		{
			text: (t) =>
				t(
					'Since 2020 this has changed: Logius no longer issues test certificates itself. Get them from a certificate provider (TSP), and ask Logius which ones serve; beside G4 there is a TRIAL hierarchy.',
				),
			source: null,
		},
	],
	documents: ['handreiking-digikoppeling', 'compliancevoorziening'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(3),
	dependsOn: ['connection-choice', 'implementation-plan'],
	notFor: [adapterIsThere],
	result: (t) => t('Your environment reaches the Compliancevoorziening.'),
	actions: [],
};

const adapter: Task = {
	id: 'adapter',
	step: 2,
	paragraph: '4.3.2',
	rows: ['2.ii'],
	title: (t) => t('Set up the Digikoppeling adapter'),
	summary: (t) =>
		t('Install and configure the adapter that you chose in the preparation, inside your own infrastructure.'),
	activities: [
		{
			text: (t) =>
				t(
					'Choose an adapter by the criteria of Handreiking Digikoppeling §2.3, if you have not done so: the task in which others do that is not for suppliers.',
				),
			source: '3.3.7',
			when: isSupplier,
		},
		{
			text: (t) =>
				t(
					'Put it where it reaches both the outside network (Digikoppeling) and the inside network with the applications that use it.',
				),
			source: '4.3.2',
		},
		{ text: (t) => t('Configure it: Handreiking Digikoppeling §4.2.3 has the details.'), source: '4.3.2' },
	],
	attention: [],
	documents: ['handreiking-digikoppeling'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(10),
	dependsOn: ['digikoppeling-registration', 'compliance-network'],
	notFor: [adapterIsThere],
	result: (t) => t('The adapter runs and reaches both networks.'),
	actions: ['start-partner'],
};

const complianceTest: Task = {
	id: 'compliance-test',
	step: 2,
	paragraph: '4.3.3',
	rows: ['2.iii'],
	title: (t) => t('Test the compliancy of the adapter'),
	summary: (t) =>
		t(
			'Show that the adapter keeps to the Digikoppeling standard: the general services that exchange messages are tried out.',
		),
	activities: [
		{ text: (t) => t('Do the test: Handreiking Digikoppeling §4.2.4 has the details.'), source: '4.3.3' },
	],
	attention: [testCertificates],
	documents: ['handreiking-digikoppeling', 'compliancevoorziening'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(4),
	dependsOn: ['adapter'],
	notFor: [adapterIsThere],
	result: (t) => t('The adapter passed the compliancy test.'),
	actions: [],
};

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
		complianceNetwork,
		adapter,
		complianceTest,
		application,
		applicationAssessment,
		diginetwerkApplication,
		networkPath,
		messageProcess,
		acceptanceTest,
		cpa,
		connectivityCheck,
		testSlot,
	],
};
