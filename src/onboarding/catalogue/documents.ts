import type { Phrase } from '../phrase';

/** An address on the internet. */
export interface Address {
	readonly url: string;
	/**
	 * - `today`: known to be the present address.
	 * - `manual`: as the manual of January 2020 gives it; it may have moved since.
	 */
	readonly asOf: 'today' | 'manual';
}

/** A document, form or facility that is needed. */
export interface NeededDocument {
	/** By its official name, which is the same in every language. */
	readonly name: string;
	readonly about: Phrase;
	/** Where one gets it; absent when one does not get it from the internet. */
	readonly address?: Address;
	/** How one gets it, when it is not simply at the address. */
	readonly obtain?: Phrase;
	/** What the manual of 2020 calls it or where it says it is, when that has changed. */
	readonly formerly?: { readonly name?: string; readonly url?: string };
	/** Paragraphs of the manual that name it. */
	readonly paragraphs: readonly string[];
}

export type DocumentId = keyof typeof neededDocuments;

const mijnOverheidPage: Address = { url: 'https://www.logius.nl/mijnoverheid', asOf: 'manual' };
const digikoppelingPage: Address = { url: 'https://www.logius.nl/Digikoppeling', asOf: 'manual' };
const afterRegistration: Phrase = (t) =>
	t('Sent to you by Servicecentrum Logius after your application has been approved; it is not public.');

const documents = {
	handleiding: {
		name: 'Handleiding Aansluiten Lopende zaken',
		about: (t) => t('The manual that this task list follows: the process, step by step.'),
		address: mijnOverheidPage,
		paragraphs: ['1.2', '2.3', '3.1'],
	},
	aanvraagformulier: {
		name: 'Aanvraagformulier MijnOverheid Lopende Zaken',
		about: (t) => t('The application form for the pre-production environment.'),
		address: {
			url: 'https://www.logius.nl/contact/formulieren/aanvraagformulier-lopende-zaken/',
			asOf: 'manual',
		},
		obtain: (t) =>
			t(
				'Fill it in online, print it, have it signed and send it by post: Logius needs the original signature.',
			),
		paragraphs: ['2.3', '4.1', '4.4.1'],
	},
	intentieverklaring: {
		name: 'Intentieverklaring MijnOverheid',
		about: (t) => t('The letter of intent, with which you get a place in one of the connection rounds.'),
		address: mijnOverheidPage,
		paragraphs: ['2.3', '3.1', '3.3.5'],
	},
	koppelvlakspecificaties: {
		name: 'Koppelvlakspecificaties Lopende zaken',
		about: (t) => t('The interface specifications: which messages there are and what is in them.'),
		address: mijnOverheidPage,
		paragraphs: ['1', '2.3', '4.1', '4.3.6', '4.3.8'],
	},
	'checklist-testen': {
		name: 'Checklist testen Lopende zaken',
		about: (t) =>
			t(
				'What must at least be tested, what is reported to Logius, and (chapter 5) the limited production run.',
			),
		address: mijnOverheidPage,
		paragraphs: ['2.3', '5.1', '5.3.2', '5.3.3', '5.3.4', '6.3.3'],
	},
	sno: {
		name: 'Service Niveau Overeenkomst MijnOverheid (SNO)',
		about: (t) => t('What you and MijnOverheid may expect of each other once you are in production.'),
		address: mijnOverheidPage,
		paragraphs: ['2.3', '6.4'],
	},
	dap: {
		name: 'Dossier Afspraken en Procedures (DAP)',
		about: (t) =>
			t('The agreements and procedures, with the contact details of both sides in case of a calamity.'),
		obtain: (t) => t('You agree on it with MijnOverheid.'),
		paragraphs: ['6.4'],
	},
	voorwaarden: {
		name: 'Voorwaarden MijnOverheid (preproductie en productie)',
		about: (t) => t('The conditions of MijnOverheid, for each environment.'),
		address: mijnOverheidPage,
		paragraphs: ['2.3', '3.4'],
	},
	'algemene-voorwaarden': {
		name: 'Algemene Voorwaarden Logius',
		about: (t) => t('The general conditions of Logius.'),
		address: mijnOverheidPage,
		paragraphs: ['2.3', '3.4'],
	},
	'technische-bestanden': {
		name: 'Technische bestanden Lopende zaken (XSD’s)',
		about: (t) =>
			t('The official schemas. Choose their folder as schema folder, and messages are checked against them.'),
		obtain: afterRegistration,
		paragraphs: ['2.3', '4.1', '4.3.4', '4.3.6'],
	},
	'handreiking-connectiviteit': {
		name: 'Handreiking Connectiviteit MijnOverheid',
		about: (t) =>
			t('How to reach the systems of MijnOverheid: addresses, endpoints and the service IDs for the CPA.'),
		obtain: afterRegistration,
		paragraphs: ['2.3', '4.1', '4.3.4', '4.3.5', '4.3.8', '4.3.9', '6.3.2'],
	},
	'aanmeldformulier-digikoppeling': {
		name: 'Aanmeldformulier Digikoppeling',
		about: (t) => t('The form with which a government body signs up for Digikoppeling and gets its OIN.'),
		address: digikoppelingPage,
		paragraphs: ['3.1', '3.2', '3.3.7'],
	},
	'handreiking-digikoppeling': {
		name: 'Handreiking Digikoppeling',
		about: (t) =>
			t(
				'Choosing an adapter (§2.3), the network (§4.2.2), setting up the adapter (§4.2.3) and the compliancy test (§4.2.4).',
			),
		address: digikoppelingPage,
		paragraphs: ['3.3.7', '4.1', '4.3.1', '4.3.2', '4.3.3'],
	},
	'handleiding-digikoppeling': {
		name: 'Handleiding Digikoppeling',
		about: (t) => t('The general procedure for connections over Digikoppeling.'),
		address: digikoppelingPage,
		paragraphs: ['4.3.8', '6.3.2'],
	},
	'gebruik-certificaten': {
		name: 'Gebruik en achtergrond certificaten (Digikoppeling)',
		about: (t) => t('How certificates are used with Digikoppeling, and how to choose them.'),
		address: digikoppelingPage,
		paragraphs: ['3.1'],
	},
	pkioverheid: {
		name: 'PKIoverheid',
		about: (t) =>
			t(
				'About the certificates and who issues them. New certificates come from the G4 hierarchy; those of G1 end on 12 November 2028.',
			),
		address: { url: 'https://www.logius.nl/pkioverheid', asOf: 'manual' },
		paragraphs: ['3.3.8', '3.4'],
	},
	'oin-register': {
		name: 'OIN Register',
		about: (t) => t('Tells the OIN of an organisation. Not being in it proves nothing.'),
		address: { url: 'https://oinregister.logius.nl', asOf: 'today' },
		paragraphs: ['3.3.7'],
	},
	'aanmeldformulier-diginetwerk': {
		name: 'Aanmeldformulier Diginetwerk',
		about: (t) => t('Only for who wants to connect over Diginetwerk and is not on it yet.'),
		address: { url: 'https://www.logius.nl/diginetwerk', asOf: 'manual' },
		paragraphs: ['3.3.3', '4.1', '4.2', '4.3.5'],
	},
	compliancevoorziening: {
		name: 'Digikoppeling Compliancevoorziening',
		about: (t) => t('The partner to test an adapter against, with test certificates.'),
		address: { url: 'https://gitlab.com/logius/digikoppeling-compliance', asOf: 'today' },
		formerly: { name: 'Compliancy-Voorziening' },
		paragraphs: ['4.3.1', '4.3.2', '4.3.3'],
	},
	'cpa-register': {
		name: 'CPA Register',
		about: (t) => t('Where the CPA is made from your details, the successor of the CPA Creatievoorziening.'),
		address: { url: 'https://cparegister.minvenj.nl/logius', asOf: 'today' },
		formerly: {
			name: 'CPA Creatievoorziening',
			url: 'https://www.cpa.serviceregister.overheid.nl/',
		},
		paragraphs: ['4.3.8', '4.4.4', '6.3.2'],
	},
	'handleiding-cpa': {
		name: 'CPA Register gebruikershandleiding',
		about: (t) =>
			t(
				'How to make a CPA. Of the old manual, chapter 5 (Stappenplan service requester) told how to make the Consumerspecificatie.',
			),
		obtain: (t) => t('From Logius.'),
		formerly: { name: 'Handleiding CPA Creatievoorziening' },
		paragraphs: ['4.1', '4.3.8', '6.1'],
	},
	'testaccounts-digid': {
		name: 'Test-DigiD-accounts',
		about: (t) =>
			t('Each belongs to a test BSN; with it you see on pre-production what the citizen will see.'),
		obtain: (t) =>
			t('With a DigiD connection of your own you have some already; else ask Servicecentrum Logius.'),
		paragraphs: ['4.1', '5.1', '5.3.1'],
	},
	'preproductie-portaal': {
		name: 'MijnOverheid preproductie',
		about: (t) =>
			t(
				'The citizen portal of pre-production, where you look at your test messages. The user name and password come after approval of the application.',
			),
		address: { url: 'https://preprod.mijnoverheid.nl', asOf: 'manual' },
		paragraphs: ['4.3.4', '5.1', '5.3.2'],
	},
	softwarecatalogus: {
		name: 'Softwarecatalogus (VNG Realisatie)',
		about: (t) =>
			t('A supplier with municipalities as customers can have an approved test report recorded in it.'),
		address: { url: 'https://www.softwarecatalogus.nl/', asOf: 'manual' },
		formerly: { name: 'software catalogus van KING' },
		paragraphs: ['5.3.4'],
	},
} as const satisfies Readonly<Record<string, NeededDocument>>;

/** Everything that the manual asks one to have at hand, and where it is today. */
export const neededDocuments: {
	readonly [Id in keyof typeof documents]: NeededDocument;
} = documents;
