import { isGovernment, isSupplier, usesDiginetwerk, usesMoMessage } from './condition';
import { identityTasks } from './identityTasks';
import { estimate } from './leadTime';
import type { Step, Task } from './task';

const businessCase: Task = {
	id: 'business-case',
	step: 1,
	paragraph: '3.3.1',
	rows: ['1.i'],
	title: (t) => t('Get the business case approved'),
	summary: (t) =>
		t('Explore what the connection costs and brings, and get a mandate for it before you begin.'),
	activities: [
		{
			text: (t) =>
				t('Weigh costs and benefits, and what changes in the organisation, its processes and its systems.'),
			source: '3.3.1',
		},
		{
			text: (t) => t('Have the exploration and the business case approved: that is your mandate.'),
			source: '1.i',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'This matters most to government bodies; as a supplier, make your own assessment for your product.',
				),
			source: '3.3.1',
			when: isSupplier,
		},
	],
	documents: ['handleiding', 'koppelvlakspecificaties'],
	roles: ['projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: estimate(20),
	dependsOn: [],
	notFor: [],
	result: (t) => t('An approved business case, or a mandate for the connection.'),
	actions: [],
};

const requirements: Task = {
	id: 'requirements',
	step: 1,
	paragraph: '3.3.2',
	rows: ['1.ii'],
	title: (t) => t('Draw up the programme of requirements'),
	summary: (t) =>
		t(
			'Write down within which requirements and limits the connection is made; the acceptance test uses it later.',
		),
	activities: [
		{ text: (t) => t('How the connection fits in your IT architecture and systems.'), source: '3.3.2' },
		{
			text: (t) => t('How far your organisation works case by case (zaakgericht) already.'),
			source: '3.3.2',
		},
		{ text: (t) => t('Performance that is expected: number of messages and peaks.'), source: '3.3.2' },
		{ text: (t) => t('What your organisation asks of security.'), source: '3.3.2' },
		{ text: (t) => t('Whether the BSN may be used for this purpose.'), source: '3.3.2' },
		{
			text: (t) => t('Whether the BSNs that are needed are available in your organisation.'),
			source: '3.3.2',
		},
		{ text: (t) => t('How the processes of Lopende zaken fit in your own processes.'), source: '3.3.2' },
		{ text: (t) => t('How far your case data supports the StUF standard.'), source: '3.3.2' },
		{
			text: (t) => t('Whether you have a Digikoppeling compliant adapter that can serve for MijnOverheid.'),
			source: '3.3.2',
		},
	],
	attention: [],
	documents: ['koppelvlakspecificaties'],
	roles: ['technisch-specialist', 'projectleider', 'leverancier'],
	actors: ['afnemer', 'leverancier'],
	leadTime: estimate(20),
	dependsOn: ['business-case'],
	notFor: [],
	result: (t) => t('A programme of requirements that covers all these points.'),
	actions: ['set-situation'],
};

const connectionChoice: Task = {
	id: 'connection-choice',
	step: 1,
	paragraph: '3.3.3',
	rows: ['1.iii'],
	title: (t) => t('Choose the connection: internet or Diginetwerk'),
	summary: (t) =>
		t(
			'Lopende zaken can be reached over the internet and over Diginetwerk; choose what fits your architecture and policy.',
		),
	activities: [
		{ text: (t) => t('Choose one of the two connections, and record it in the situation.'), source: '3.3.3' },
		{
			text: (t) => t('Tell Logius that you want to connect over Diginetwerk.'),
			source: '3.3.3',
			when: usesDiginetwerk,
		},
	],
	attention: [
		{
			text: (t) => t('Diginetwerk makes the chain longer and more complex, and may take more time.'),
			source: '3.3.3',
		},
		{
			text: (t) => t('If you are not on Diginetwerk yet, sign up for it in time.'),
			source: '3.3.3',
			when: usesDiginetwerk,
		},
	],
	documents: ['koppelvlakspecificaties', 'aanmeldformulier-diginetwerk'],
	roles: ['technisch-specialist', 'projectleider'],
	actors: ['afnemer'],
	leadTime: estimate(5),
	dependsOn: ['requirements'],
	notFor: [],
	result: (t) => t('The choice between internet and Diginetwerk has been made.'),
	actions: ['set-situation'],
};

const streamChoice: Task = {
	id: 'message-stream-choice',
	step: 1,
	paragraph: '3.3.4',
	rows: ['1.iv'],
	title: (t) => t('Choose the message stream'),
	summary: (t) =>
		t(
			'Choose which types of case the citizen will see in MijnOverheid, and in which standard you send them.',
		),
	activities: [
		{ text: (t) => t('Choose one or more types of case to share with the citizen.'), source: '3.3.4' },
		{
			text: (t) => t('Find out whether your case system supports StUF; else connect with the MO-bericht.'),
			source: '3.3.4',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'The MO-bericht is not public: messages can only be checked once you have the official schemas and have chosen their folder.',
				),
			source: null,
			when: usesMoMessage,
		},
	],
	documents: ['koppelvlakspecificaties'],
	roles: ['technisch-specialist', 'projectleider'],
	actors: ['afnemer'],
	leadTime: estimate(5),
	dependsOn: ['requirements'],
	notFor: [],
	result: (t) => t('The types of case and the message standard have been chosen.'),
	actions: ['set-situation'],
};

const letterOfIntent: Task = {
	id: 'letter-of-intent',
	step: 1,
	paragraph: '3.3.5',
	rows: ['1.vi'],
	title: (t) => t('Send the letter of intent'),
	summary: (t) =>
		t(
			'Before you connect, Logius needs your signed letter of intent; with it you and Logius plan in which round you take part.',
		),
	activities: [
		{
			text: (t) => t('Fill in the letter of intent, with the dates on which you plan to connect.'),
			source: '1.vi',
		},
		{
			text: (t) => t('Have it signed and send it to Servicecentrum Logius.'),
			source: '3.3.5',
		},
		{ text: (t) => t('Agree with Logius on the connection round (tranche).'), source: '3.3.5' },
	],
	attention: [],
	documents: ['intentieverklaring', 'voorwaarden', 'algemene-voorwaarden', 'sno'],
	roles: ['tekenbevoegde', 'projectleider'],
	actors: ['afnemer', 'logius'],
	leadTime: estimate(5),
	dependsOn: ['connection-choice', 'message-stream-choice'],
	notFor: [],
	result: (t) => t('The letter of intent has been sent and the round is known.'),
	actions: ['show-planning'],
};

const implementationPlan: Task = {
	id: 'implementation-plan',
	step: 1,
	paragraph: '3.3.6',
	rows: ['1.vii'],
	title: (t) => t('Draw up the plan of approach'),
	summary: (t) =>
		t(
			'Put the plan of approach (invoeringsplan) together and have it agreed: function, people, planning and roles.',
		),
	activities: [
		{
			text: (t) =>
				t('Lay down the functional context: which functions are used, inside and outside, and how.'),
			source: '3.3.6',
		},
		{
			text: (t) => t('Arrange the people and means, inside and perhaps outside your organisation.'),
			source: '3.3.6',
		},
		{ text: (t) => t('Make a rough planning and a budget.'), source: '1.vii' },
		{ text: (t) => t('Appoint a project leader, and name who has the other roles.'), source: '1.vii' },
		{
			text: (t) => t('Decide on the role of the IT supplier, from your architecture and investments.'),
			source: '1.vii',
		},
		{
			text: (t) =>
				t('Study the documentation: the impact analysis, the manual and the interface specifications.'),
			source: '1.vii',
		},
	],
	attention: [{ text: (t) => t('Agree on the planning with everyone it concerns.'), source: '3.5' }],
	documents: ['handleiding', 'koppelvlakspecificaties', 'voorwaarden'],
	roles: ['projectleider'],
	actors: ['afnemer'],
	leadTime: estimate(15),
	dependsOn: ['letter-of-intent'],
	notFor: [],
	result: (t) => t('A plan of approach, with a planning that has been agreed on.'),
	actions: ['make-plan-of-approach', 'show-planning'],
};

export const preparation: Step = {
	number: 1,
	title: (t) => t('Preparation'),
	summary: (t) => t('Everything that must be known, chosen and requested before you can really begin.'),
	leadTime: (t) => t('3 to 4 months'),
	paragraphs: ['3.1', '3.2', '3.4', '3.5'],
	documents: [
		'handleiding',
		'koppelvlakspecificaties',
		'aanmeldformulier-digikoppeling',
		'gebruik-certificaten',
		'intentieverklaring',
		'voorwaarden',
		'algemene-voorwaarden',
	],
	means: [
		{ text: (t) => t('Read all documentation that Logius has about Lopende zaken.'), source: '3.1' },
		{
			text: (t) =>
				t('Use the plan of approach or step-by-step plan that your organisation has for projects.'),
			source: '3.1',
		},
		{
			text: (t) => t('Run the connection as a project: with a plan of approach and a project leader.'),
			source: '3.2',
		},
	],
	attention: [
		{
			text: (t) =>
				t(
					'Get a complete overview of all activities now, so that nothing surprises you later; ask specialists for advice.',
				),
			source: '3.4',
		},
		{
			text: (t) =>
				t(
					'Know the conditions of Logius and MijnOverheid, and what you become responsible for as a sender of messages.',
				),
			source: '3.4',
		},
		{
			text: (t) =>
				t(
					'Has your organisation never ordered PKIoverheid certificates, then it must become a subscriber first, which takes long.',
				),
			source: '3.4',
		},
		{
			text: (t) =>
				t(
					'How long it all takes depends on the capacity of Servicecentrum Logius, of your own organisation and of your supplier, on the certificates, on how flexible your systems are, and on what you know of them and of the standards.',
				),
			source: '2.2',
		},
		{
			text: (t) => t('It also depends on signing up for Digikoppeling and getting the OIN.'),
			source: '2.2',
			when: isGovernment,
		},
		{
			text: (t) => t('Ask Logius for support with an incident only; call for it by way of exception.'),
			source: '1.ix',
		},
	],
	result: [
		{ text: (t) => t('A plan of approach for sending case statuses to the citizen.'), source: '3.5' },
		{ text: (t) => t('A planning, agreed on with everyone concerned.'), source: '3.5' },
		{
			text: (t) => t('Digikoppeling: an OIN and a compliant adapter.'),
			source: '3.5',
			when: isGovernment,
		},
		{
			text: (t) => t('For a supplier, the HRN in the certificate takes the place of Digikoppeling’s OIN.'),
			source: '3.5',
			when: isSupplier,
		},
		{ text: (t) => t('Valid PKIoverheid certificates with OIN or HRN.'), source: '3.5' },
		{ text: (t) => t('The letter of intent has been sent.'), source: '3.5' },
	],
	tasks: [
		businessCase,
		requirements,
		connectionChoice,
		streamChoice,
		letterOfIntent,
		implementationPlan,
		...identityTasks,
	],
};
