import { toDutchLocalTime } from '../../identifiers/dutchLocalTime';
import { toStufDigits } from '../../identifiers/otherNotation';
import type { SchemaFindings } from '../../schema/texts';
import { elementAt } from '../../xml/navigate';
import { repairTable } from '../../xml/repair';
import { replacing } from '../repairSteps';
import type { StufAntwoordFindings } from './texts';

/** What can be repaired of a StUF answer. */
export const stufAntwoordRepairs = repairTable<
	StufAntwoordFindings & Pick<SchemaFindings, 'schema.value-pattern'>
>({
	'stuf-antwoord.unknown-code': (fault, t) => replacing(fault, fault.data.code, fault.data.similar, t),
	'stuf-antwoord.code-place': (fault, t) => replacing(fault, fault.data.found, fault.data.expected, t),
	'schema.value-pattern': (fault, t) => {
		const { value } = fault.data;
		return elementAt(fault.document, fault.span.start)?.localName === 'tijdstipBericht'
			? replacing(fault, value, toStufDigits(value) ?? toDutchLocalTime(value) ?? '', t)
			: [];
	},
});
