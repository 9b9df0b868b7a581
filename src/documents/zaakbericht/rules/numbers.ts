import { checkBsn } from '../../../identifiers/bsn';
import { checkRsin } from '../../../identifiers/rsin';
import { namespaces } from '../../namespaces';
import { readValue } from '../../value';
import { zaakFinding } from '../texts';
import type { ElementCheck } from './elementCheck';

const numbers = {
	'inp.bsn': { number: 'BSN', judge: checkBsn },
	/** Of a niet-natuurlijk persoon in the register: the RSIN. */
	'inn.nnpId': { number: 'RSIN', judge: checkRsin },
} as const;

/**
 * 11-proef of BSN and RSIN (zaakberichten.md §14). What is no nine digits at all is left to the schema, but for eight
 * digits whose leading zero got lost. In the old object of a correction the wrong number may be what is corrected.
 */
export const checkNumber: ElementCheck = (element, place) => {
	if (!isNumber(element.localName) || element.namespace !== namespaces.bg || place.isOld) {
		return undefined;
	}
	const value = readValue(element);
	if (value.kind !== 'text') {
		return undefined;
	}
	const { number, judge } = numbers[element.localName];
	const verdict = judge(value.text);
	switch (verdict) {
		case 'check-digit':
		case 'leading-zero-lost':
			return zaakFinding('zaakbericht.bsn-check-digit', value.span, { number, fault: verdict });
		case 'zero':
			return zaakFinding('zaakbericht.bsn-zero', value.span, { number });
		case 'valid':
		case 'not-nine-digits':
			return undefined;
	}
};

function isNumber(localName: string): localName is keyof typeof numbers {
	return localName === 'inp.bsn' || localName === 'inn.nnpId';
}
