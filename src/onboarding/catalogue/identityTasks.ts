import { hasAdapter, hasCertificates, hasOin, isGovernment, isSupplier } from './condition';
import type { Task } from './task';

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

/** §3.3.7 and 3.3.8: the number and the certificates by which the organisation is known. */
export const identityTasks: readonly Task[] = [digikoppeling, certificates];
