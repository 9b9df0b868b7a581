/**
 * Elements, by local name, whose content a person wrote for a person. Square brackets mean nothing special there.
 */
const proseElements: ReadonlySet<string> = new Set([
	'aanduiding',
	'details',
	'extraElement',
	'functie',
	'handelsnaam',
	'melding',
	'naam',
	'omschrijving',
	'omschrijvingGeneriek',
	'publicatietekst',
	'reden',
	'registratie',
	'rolOmschrijving',
	'statutaireNaam',
	'toelichting',
	'zkt.omschrijving',
]);

export function isProse(localName: string): boolean {
	return proseElements.has(localName);
}
