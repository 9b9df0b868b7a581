import {
	hasAdapter,
	hasCertificates,
	hasOin,
	isGovernment,
	isSupplier,
	usesDiginetwerk,
	usesMoMessage,
} from './condition';
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

const digikoppeling: Task = {
	id: 'digikoppeling-registration',
	step: 1,
	paragraph: '3.3.7',
	rows: ['1.viii'],
	title: (t) => t('Sign up for Digikoppeling and choose an adapter'),
	summary: (t) =>
		t(
			'Lopende zaken requires Digikoppeling. Signing up gives you an OIN, which the certificates and the application form need.',
		),
	activities: [
		{
			text: (t) => t('Sign up with Logius: you get access to the Serviceregister and an OIN.'),
			source: '3.3.7',
			when: (situation) => !hasOin(situation),
		},
		{
			text: (t) => t('You have an OIN: look it up in the OIN Register and check that it is right.'),
			source: null,
			when: hasOin,
		},
		{
			text: (t) => t('Choose a Digikoppeling adapter by the criteria of Handreiking Digikoppeling §2.3.'),
			source: '3.3.7',
			when: (situation) => !hasAdapter(situation),
		},
	],
	attention: [
		{
			text: (t) =>
				t('The manual lets you skip this task only when you have both an OIN and a compliant ebMS adapter.'),
			source: '3.3.7',
		},
	],
	documents: ['aanmeldformulier-digikoppeling', 'oin-register', 'handreiking-digikoppeling'],
	roles: ['projectleider', 'tekenbevoegde', 'technisch-specialist'],
	actors: ['afnemer', 'leverancier', 'logius'],
	leadTime: (situation) => ({ kind: 'estimate', workingDays: hasOin(situation) ? 10 : 20 }),
	dependsOn: ['business-case'],
	notFor: [
		{
			when: isSupplier,
			reason: (t) =>
				t(
					'A supplier cannot sign up for Digikoppeling and gets no OIN; the HRN in the certificate takes its place (§3.3.7).',
				),
		},
		{
			when: (situation) => hasOin(situation) && hasAdapter(situation),
			reason: (t) => t('You have an OIN and a Digikoppeling adapter already (§3.3.7).'),
		},
	],
	result: (t) => t('You have an OIN and a Digikoppeling compliant adapter.'),
	actions: ['set-situation'],
};

const certificates: Task = {
	id: 'certificates',
	step: 1,
	paragraph: '3.3.8',
	rows: ['1.viii'],
	title: (t) => t('Get PKIoverheid certificates'),
	summary: (t) =>
		t(
			'The connection runs over mutual TLS with PKIoverheid certificates that carry your number. Find out whether yours can serve, or order new ones.',
		),
	activities: [
		{
			text: (t) => t('Check whether the certificates that you have can be used again.'),
			source: '3.3.8',
			when: hasCertificates,
		},
		{
			text: (t) =>
				t('Find out whether your organisation is a subscriber of a certificate provider (TSP) already.'),
			source: '3.4',
		},
		{
			text: (t) => t('List the domain names of all systems that are connected, before you order.'),
			source: '3.3.8',
		},
		{
			text: (t) => t('Order them, and ask explicitly for your OIN in the certificate.'),
			source: '3.3.8',
			when: isGovernment,
		},
		{
			text: (t) =>
				t(
					'Order a certificate with your HRN: the provider derives these 20 digits from the Handelsregister and puts them in the serialNumber field.',
				),
			source: '3.3.8',
			when: isSupplier,
		},
		{ text: (t) => t('Inspect what you get, before you build on it.'), source: null },
	],
	attention: [
		{
			text: (t) =>
				t(
					'Order as early as you can: registering as a new subscriber may take some weeks. For who is a subscriber it goes faster.',
				),
			source: '3.3.8',
		},
		{
			text: (t) => t('The domain names in a certificate cannot be changed afterwards.'),
			source: '3.3.8',
		},
		{
			text: (t) => t('Pre-production (acceptance) and production may need different certificates.'),
			source: '3.3.8',
		},
		{
			text: (t) => t('With an adapter that is in use already, its certificates can often be used again.'),
			source: '3.3.8',
			when: hasAdapter,
		},
		{
			text: (t) => t('You need the HRN for the application form too.'),
			source: '3.3.8',
			when: isSupplier,
		},
		{
			text: (t) =>
				t(
					'Order from the G4 hierarchy: certificates of G1, which was current in 2020, become ever shorter and end on 12 November 2028.',
				),
			source: null,
		},
		{
			text: (t) =>
				t(
					'In a G4 certificate only the names in the subjectAltName count as domain names, and the OIN must be asked for: PKIoverheid itself does not require it.',
				),
			source: null,
		},
	],
	documents: ['pkioverheid', 'gebruik-certificaten'],
	roles: ['tekenbevoegde', 'technisch-specialist', 'projectleider'],
	actors: ['afnemer', 'leverancier', 'logius'],
	leadTime: (situation) => ({ kind: 'estimate', workingDays: hasCertificates(situation) ? 5 : 40 }),
	dependsOn: ['connection-choice', 'digikoppeling-registration'],
	notFor: [],
	result: (t) => t('Valid PKIoverheid certificates with your OIN, or HRN for a supplier.'),
	actions: ['inspect-certificate'],
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
		digikoppeling,
		certificates,
	],
};
