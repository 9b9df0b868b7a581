import type { FindingTexts } from '../../../finding';
import type { NoData } from '../../texts';

/** What StUF itself asks of the message as a whole. */
export interface StufFindings {
	'zaakbericht.reference-empty': NoData;
	'zaakbericht.reference-duplicate': { readonly reference: string };
	'zaakbericht.sender-equals-receiver': { readonly system: string };
	'zaakbericht.indicator-empty': NoData;
	'zaakbericht.mutation-object-count': { readonly mutation: string; readonly count: number };
	'zaakbericht.identification-missing': NoData;
	'zaakbericht.entity-type': { readonly found: string; readonly expected: string; readonly element: string };
	'zaakbericht.status-processing-kind': { readonly found: string };
	'zaakbericht.end-before-start': { readonly start: string; readonly end: string };
	'zaakbericht.status-before-start': { readonly start: string; readonly status: string };
	'zaakbericht.status-without-time': NoData;
}

export const stufTexts: FindingTexts<StufFindings> = {
	'zaakbericht.reference-empty': {
		severity: 'error',
		problem: (_, t) => t('The referentienummer is empty, so a reply cannot point at this message.'),
		cure: (_, t) =>
			t('Give every message a number of its own of at most 40 characters, for instance a UUID.'),
		source: 'StUF 03.01 §4.3',
		about:
			'The schema takes an empty referentienummer, but sender and referentienummer together must be unique.',
	},
	'zaakbericht.reference-duplicate': {
		severity: 'error',
		problem: ({ reference }, t) =>
			t(
				'Another message of this sender has referentienummer `{0}` too; the receiver refuses it (StUF016).',
				reference,
			),
		cure: (_, t) => t('Give every message a number of its own; only an identical message may be sent again.'),
		source: 'StUF 03.01 §4.3',
		about:
			'Looked at over all files of one run, per sender (organisatie, applicatie, administratie and gebruiker). An identical message with the same number is a repetition, which is allowed.',
	},
	'zaakbericht.sender-equals-receiver': {
		severity: 'error',
		problem: ({ system }, t) => t('The receiver is the same as the sender: {0}.', system),
		cure: (_, t) =>
			t(
				'Fill in the system of the receiver; at least one of organisatie, applicatie and administratie differs.',
			),
		source: 'StUF 03.01 §4.2',
		about: 'Sender and receiver differ in the combination of organisatie, applicatie and administratie.',
	},
	'zaakbericht.indicator-empty': {
		severity: 'error',
		problem: (_, t) =>
			t('The indicatorOvername is empty, which silently counts as V: the receiver must take the data over.'),
		cure: (_, t) => t('Write V (verplicht) or I (informatief).'),
		source: 'StUF 03.01 schema (indicatorOvername, default V)',
		about:
			'The schema fills in V for an empty element. Some serializers drop the value by accident, so say it explicitly.',
	},
	'zaakbericht.mutation-object-count': {
		severity: 'error',
		problem: ({ mutation, count }, t) =>
			mutation === 'T' || mutation === 'V'
				? t('With mutatiesoort {0} there is one `object`; here are {1}.', mutation, count)
				: t(
						'With mutatiesoort {0} there are two `object`s, the old and the new one; here is {1}.',
						mutation,
						count,
					),
		cure: ({ mutation }, t) =>
			mutation === 'T' || mutation === 'V'
				? t('Leave one object, or make it a change (mutatiesoort W).')
				: t(
						'Add the other object, or make it an addition (mutatiesoort T), as Lopende zaken gets in practice.',
					),
		source: 'StUF 03.01 §5.2',
		about:
			'A toevoeging (T) or verwijdering (V) has one object; a wijziging (W) or correctie (C, F) has two: what was, and what is. The schema takes one or two with each.',
	},
	'zaakbericht.identification-missing': {
		severity: 'error',
		problem: (_, t) => t('The case has no `identificatie`, so the receiver cannot tell which case it is.'),
		cure: (_, t) => t('Add `identificatie` as the first element of the object.'),
		source: 'StUF 03.01 §5.2.4',
		about:
			'Kerngegevens must be in every object of a kennisgeving, unless sleutelOntvangend identifies the case. The schema lets every element be left out.',
	},
	'zaakbericht.entity-type': {
		severity: 'error',
		problem: ({ found, expected, element }, t) =>
			t('`{0}` has StUF:entiteittype="{1}", but here it is always "{2}".', element, found, expected),
		cure: ({ expected }, t) => t('Write "{0}".', expected),
		source: 'StUF-ZKN 3.10',
		about:
			'The StUF:entiteittype of an element is fixed by its place. The schema says so too, but libxml2 does not check a fixed value on a reference to an attribute.',
	},
	'zaakbericht.status-processing-kind': {
		severity: 'error',
		problem: ({ found }, t) =>
			t(
				'The status (STT) has verwerkingssoort {0}; a kennisgeving about a case can only identify it.',
				found,
			),
		cure: (_, t) =>
			t('Write I here; the new status is the relation `heeft`, which keeps its own verwerkingssoort.'),
		source: 'KeuzenVerStUFfing RGBZ 1.15 §2.4',
		about:
			'STT is the statustype in the catalogue; a case message only points at it (I). That the case gets this status is told by heeft (ZAKSTT).',
	},
	'zaakbericht.end-before-start': {
		severity: 'error',
		problem: ({ start, end }, t) => t('The case ends ({0}) before it starts ({1}).', end, start),
		cure: (_, t) => t('Correct `einddatum` or `startdatum`.'),
		source: 'StUF-ZKN 3.10 (ZAK)',
		about:
			'Compared as far as both dates are known: a date with StUF:indOnvolledigeDatum counts to its month or year.',
	},
	'zaakbericht.status-before-start': {
		severity: 'warning',
		problem: ({ start, status }, t) =>
			t('The status was set ({0}) before the case started ({1}).', status, start),
		cure: (_, t) =>
			t('Check `datumStatusGezet` and `startdatum`; a wrong time zone can move a time to another day.'),
		source: 'VNG-Realisatie/gemma-zaken #2519',
		about:
			'A first status just before the start of the case usually is a mistake in the conversion of a date or time.',
	},
	'zaakbericht.status-without-time': {
		severity: 'info',
		problem: (_, t) =>
			t('`datumStatusGezet` has no minutes: of several statuses on one day the order cannot be told.'),
		cure: (_, t) => t('Write hours and minutes too: YYYYMMDDhhmm or longer.'),
		source: 'StUF forum (RGBZ)',
		about:
			'A time may be as short as a date. When a case gets several statuses on one day, the last one is not known then.',
	},
};
