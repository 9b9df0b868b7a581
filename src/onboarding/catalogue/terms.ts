import type { Phrase } from '../phrase';

/** A word of the field that a newcomer may not know. */
export interface Term {
	/** As people write it, in every language. */
	readonly name: string;
	/** What it stands for, when the name is an abbreviation. */
	readonly full?: string;
	readonly meaning: Phrase;
	/** Other ways in which texts name it. */
	readonly aliases?: readonly string[];
}

/** The abbreviations and terms of the manual and of what this product says about it, by name. */
export const terms: readonly Term[] = [
	{
		name: 'adapter',
		meaning: (t) =>
			t(
				'The software that sends and receives messages over Digikoppeling, between your systems and the network.',
			),
		aliases: ['Digikoppeling-adapter', 'ebMS-adapter'],
	},
	{
		name: 'afnemer',
		meaning: (t) =>
			t('Who connects to Lopende zaken: your organisation. So Bijlage 1 of the manual calls it.'),
	},
	{
		name: 'afzenderID',
		meaning: (t) => t('The ID that Logius gives you as sender of messages; it stands in your messages.'),
	},
	{
		name: 'Berichtenbox',
		full: 'BB',
		meaning: (t) =>
			t(
				'The mailbox of MijnOverheid. Bijlage 1 of the manual names it in a few places where Lopende zaken is meant.',
			),
		aliases: ['BB'],
	},
	{
		name: 'BSN',
		full: 'Burgerservicenummer',
		meaning: (t) => t('The number of a citizen. A message reaches the citizen whose BSN is in it.'),
		aliases: ['BSNs', 'test-BSN', 'BSN’s', "BSN's"],
	},
	{
		name: 'Compliancevoorziening',
		meaning: (t) =>
			t('The partner with which an adapter is tested: does it keep to the Digikoppeling standard?'),
		aliases: ['Compliancy-Voorziening'],
	},
	{
		name: 'Consumerspecificatie',
		meaning: (t) =>
			t('An XML file with your name, number, endpoint and certificates, from which the CPA is made.'),
	},
	{
		name: 'CPA',
		full: 'Collaboration Protocol Agreement',
		meaning: (t) =>
			t('An XML file that tells two ebMS adapters how they exchange messages. Both sides load the same one.'),
	},
	{
		name: 'CSP',
		full: 'Certification Service Provider',
		meaning: (t) => t('The manual’s word for a TSP: who issues PKIoverheid certificates.'),
	},
	{
		name: 'DAP',
		full: 'Dossier Afspraken en Procedures',
		meaning: (t) =>
			t('What you and MijnOverheid have agreed on for daily work and calamities, with contact details.'),
	},
	{
		name: 'DigiD',
		meaning: (t) =>
			t('What citizens log in with. For tests there are test DigiD accounts, each with a test BSN.'),
		aliases: ['test-DigiD-account', 'test-DigiD-accounts'],
	},
	{
		name: 'Digikoppeling',
		meaning: (t) =>
			t('The standard by which Dutch government bodies exchange messages; Lopende zaken uses its ebMS form.'),
	},
	{
		name: 'Diginetwerk',
		meaning: (t) => t('The closed network of the Dutch government, besides the internet.'),
	},
	{
		name: 'DNS',
		full: 'Domain Name System',
		meaning: (t) => t('Gives the IP address for the name of a server.'),
	},
	{
		name: 'ebMS',
		full: 'ebXML Messaging Service',
		meaning: (t) =>
			t(
				'The way of sending messages in which the other adapter acknowledges each of them; case messages go over it.',
			),
	},
	{
		name: 'HRN',
		full: 'HandelsRegisterNummer',
		meaning: (t) =>
			t(
				'20 digits in the certificate of a private party, derived from the Handelsregister; it takes the place of an OIN.',
			),
	},
	{
		name: 'ICMP',
		full: 'Internet Control Message Protocol',
		meaning: (t) => t('The protocol of the ping of networks, which has nothing to do with an ebMS Ping.'),
	},
	{
		name: 'ketentest',
		meaning: (t) => t('A test of the whole chain: from your systems by way of MijnOverheid to the citizen.'),
		aliases: ['chain test'],
	},
	{
		name: 'KING',
		full: 'Kwaliteitsinstituut Nederlandse Gemeenten',
		meaning: (t) => t('What VNG Realisatie was called when the manual was written.'),
	},
	{
		name: 'LPR',
		full: 'limited productierun',
		meaning: (t) =>
			t('A first, limited use in production with the BSNs of people in the project, which Logius requires.'),
		aliases: ['limited production run', 'limited productierun'],
	},
	{
		name: 'MO-bericht',
		meaning: (t) => t('The message of MijnOverheid itself, for case systems that do not support StUF.'),
	},
	{
		name: 'OIN',
		full: 'OverheidsIdentificatieNummer',
		meaning: (t) =>
			t(
				'The number of 20 digits by which Digikoppeling knows a government body; it is in the certificate too.',
			),
	},
	{
		name: 'Ping',
		meaning: (t) =>
			t('An ebMS message that asks whether the other adapter is there; it answers with a Pong.'),
		aliases: ['ebMS-Ping', 'Pong'],
	},
	{
		name: 'PKIoverheid',
		meaning: (t) => t('The system of certificates of the Dutch government.'),
		aliases: ['PKIoverheid-certificaat', 'PKIoverheid-certificaten'],
	},
	{
		name: 'Profielservice',
		meaning: (t) => t('A web service of MijnOverheid that tells whether a citizen has an account there.'),
	},
	{
		name: 'Serviceregister',
		meaning: (t) => t('The register of Digikoppeling, to which signing up gives access.'),
	},
	{
		name: 'SNO',
		full: 'Service Niveau Overeenkomst',
		meaning: (t) => t('What you and MijnOverheid may expect of each other in production.'),
	},
	{
		name: 'StUF',
		full: 'Standaard Uitwisseling Formaat',
		meaning: (t) =>
			t(
				'The standard of messages between systems of municipalities; case messages follow its part for cases.',
			),
	},
	{
		name: 'TLS',
		full: 'Transport Layer Security',
		meaning: (t) => t('Encrypts a connection. With mutual TLS both sides show a certificate.'),
		aliases: ['tweezijdig TLS', 'mutual TLS'],
	},
	{
		name: 'tranche',
		meaning: (t) => t('The round in which Logius connects a group of organisations.'),
	},
	{
		name: 'TSP',
		full: 'Trust Service Provider',
		meaning: (t) => t('A certificate provider: who issues PKIoverheid certificates.'),
	},
	{
		name: 'WUS',
		full: 'WSDL, UDDI, SOAP',
		meaning: (t) =>
			t('The Digikoppeling standard for a question that is answered at once, such as to the Profielservice.'),
	},
	{
		name: 'XSD',
		full: 'XML Schema Definition',
		meaning: (t) => t('A schema: tells which XML is allowed.'),
	},
];

/** The terms that a text uses, by name. */
export function termsIn(text: string): readonly Term[] {
	return terms.filter(({ name, aliases = [] }) => [name, ...aliases].some((word) => hasWord(text, word)));
}

function hasWord(text: string, word: string): boolean {
	// What is all capitals is so in every text; other words may begin a sentence.
	const flags = word === word.toUpperCase() ? 'u' : 'iu';
	return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, flags).test(text);
}
