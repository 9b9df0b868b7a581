import type { Span } from '../../../finding';
import { toDutchLocalTime } from '../../../identifiers/dutchLocalTime';
import { parseStufDate, parseStufTime, type ParsedStufTime } from '../../../identifiers/stufTime';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { readValue } from '../../value';
import { zaakFinding } from '../texts';
import type { ElementCheck } from './elementCheck';

const { zkn, bg, stuf } = namespaces;

/** Elements of the StUF type Datum: a case (zaakberichten.md §9.1), its status, type and decision, and a person. */
const dates: ReadonlyMap<string, string> = new Map([
	...[
		'startdatum',
		'registratiedatum',
		'publicatiedatum',
		'einddatumGepland',
		'uiterlijkeEinddatum',
		'einddatum',
		'datumVernietigingDossier',
		'ingangsdatumObject',
		'einddatumObject',
		'datumBeslissing',
		'ingangsdatumWerking',
		'einddatumWerking',
		'datumPublicatie',
		'datumVerzending',
		'datumUiterlijkeReactie',
	].map((name) => [name, zkn] as const),
	['geboortedatum', bg],
]);

/** Elements of the StUF type Tijdstip. */
const times: ReadonlyMap<string, string> = new Map([
	['datumStatusGezet', zkn],
	['laatsteBetaaldatum', zkn],
	...[
		'tijdstipBericht',
		'tijdstipRegistratie',
		'beginGeldigheid',
		'eindGeldigheid',
		'beginRelatie',
		'eindRelatie',
	].map((name) => [name, stuf] as const),
]);

/** StUF 03.01 §3.3.1. What the XSD refuses as well, such as `2026-03-09`, is left to it, unless more can be said. */
export const checkTime: ElementCheck = (element) => {
	const isDate = isOneOf(dates, element);
	if (!isDate && !isOneOf(times, element)) {
		return undefined;
	}
	const value = readValue(element);
	if (value.kind !== 'text') {
		return undefined;
	}
	const { text, span } = value;
	const parsed = isDate ? parseStufDate(text) : parseStufTime(text);
	switch (parsed.kind) {
		case 'zone':
			return zaakFinding('zaakbericht.time-zone', span, {
				value: text,
				zone: parsed.zone,
				local: isDate ? dateOf(text) : (toDutchLocalTime(text) ?? ''),
			});
		case 'length':
		case 'notation':
		case 'impossible':
			return isDate ? impossibleDate(text, span, parsed) : impossibleTime(text, span, parsed);
		case 'moment':
		case 'not-digits':
			return undefined;
	}
};

/** The Dutch day of a date (and time) with a zone; a date alone means itself, whatever zone stands behind it. */
function dateOf(text: string): string {
	return toDutchLocalTime(text)?.slice(0, 8) ?? text.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1$2$3');
}

type Impossible = Extract<ParsedStufTime, { kind: 'length' | 'notation' | 'impossible' }>;

function impossibleDate(value: string, span: Span, parsed: Impossible) {
	return zaakFinding('zaakbericht.date-impossible', span, {
		value,
		fault: parsed.kind === 'impossible' ? parsed.part : parsed.kind,
	});
}

function impossibleTime(value: string, span: Span, parsed: Impossible) {
	switch (parsed.kind) {
		case 'length':
			return zaakFinding('zaakbericht.time-length', span, { length: parsed.length });
		case 'impossible':
			return zaakFinding('zaakbericht.time-impossible', span, { value, part: parsed.part });
		case 'notation':
			return undefined;
	}
}

function isOneOf(names: ReadonlyMap<string, string>, { localName, namespace }: XmlElement): boolean {
	const expected = names.get(localName);
	return expected !== undefined && expected === namespace;
}
