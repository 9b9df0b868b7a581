import type { Finding, Span } from '../../../finding';
import { toDutchLocalTime } from '../../../identifiers/dutchLocalTime';
import { toStufDigits } from '../../../identifiers/otherNotation';
import { parseStufDate, parseStufTime, type MomentPart } from '../../../identifiers/stufTime';
import { namespaces } from '../../namespaces';
import { zaakFinding } from '../texts';
import type { ValueCheck } from './elementCheck';

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

/**
 * StUF 03.01 §3.3.1. What the XSD refuses as well, such as `2026-03-09`, is told here: it knows a date as a number, and
 * cannot say how it is written.
 */
export const checkDate: ValueCheck = {
	elements: dates,
	check: ({ text, span }) => {
		const parsed = parseStufDate(text);
		switch (parsed.kind) {
			case 'zone':
				return wrongZone(text, span, parsed.zone, dateOf(text));
			case 'length':
			case 'notation':
			case 'not-digits':
				return impossibleDate(text, span, parsed.kind);
			case 'impossible':
				return impossibleDate(text, span, parsed.part);
			case 'moment':
				return undefined;
		}
	},
};

/** See {@link checkDate}. */
export const checkTime: ValueCheck = {
	elements: times,
	check: ({ text, span }) => {
		const parsed = parseStufTime(text);
		switch (parsed.kind) {
			case 'zone':
				return wrongZone(text, span, parsed.zone, toDutchLocalTime(text) ?? '');
			case 'length':
				return zaakFinding('zaakbericht.time-length', span, { length: parsed.length });
			case 'impossible':
				return zaakFinding('zaakbericht.time-impossible', span, {
					value: text,
					fault: parsed.part,
					meant: '',
				});
			case 'notation':
			case 'not-digits':
				return zaakFinding('zaakbericht.time-impossible', span, {
					value: text,
					fault: 'not-digits',
					meant: toStufDigits(text) ?? '',
				});
			case 'moment':
				return undefined;
		}
	},
};

function impossibleDate(
	text: string,
	span: Span,
	fault: 'length' | 'notation' | 'not-digits' | MomentPart,
): Finding {
	const meant = fault === 'not-digits' ? (toStufDigits(text)?.slice(0, 8) ?? '') : '';
	return zaakFinding('zaakbericht.date-impossible', span, { value: text, fault, meant });
}

function wrongZone(value: string, span: Span, zone: string, local: string): Finding {
	return zaakFinding('zaakbericht.time-zone', span, { value, zone, local });
}

/** The Dutch day of a date (and time) with a zone; a date alone means itself, whatever zone stands behind it. */
function dateOf(text: string): string {
	return toDutchLocalTime(text)?.slice(0, 8) ?? text.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1$2$3');
}
