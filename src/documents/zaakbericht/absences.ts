import type { Finding } from '../../finding';
import type { Absence } from '../kind';

const inObject = { within: 'object' } as const;

const absences: ReadonlyMap<string, Absence> = new Map<string, Absence>([
	['zaakbericht.sender-organisation-missing', { paths: ['zender/organisatie'] }],
	['zaakbericht.identification-missing', { paths: ['object/identificatie'], ...inObject }],
	[
		'zaakbericht.initiator-missing',
		{ paths: ['object/heeftAlsInitiator', 'heeftAlsInitiator/gerelateerde'], ...inObject },
	],
	['zaakbericht.bsn-missing', { paths: ['natuurlijkPersoon/inp.bsn'] }],
	['zaakbericht.status-missing', { paths: ['object/heeft', 'heeft/gerelateerde'], ...inObject }],
	[
		'zaakbericht.case-type-missing',
		{
			paths: ['object/isVan', 'isVan/gerelateerde', 'heeft/gerelateerde', 'gerelateerde/zkt.code'],
			...inObject,
		},
	],
	[
		'zaakbericht.result-not-shown',
		{
			paths: ['object/heeft', 'heeft/gerelateerde', 'gerelateerde/omschrijving'],
			codes: ['zaakbericht.status-missing'],
			...inObject,
		},
	],
]);

/** What a finding of the rules of a zaakbericht misses. */
export function absenceInMessage({ code }: Finding): Absence | undefined {
	return absences.get(code);
}
