import { checkBsn, type BsnVerdict } from '../../../identifiers/bsn';
import { checkRsin } from '../../../identifiers/rsin';
import { namespaces } from '../../namespaces';
import { zaakFinding } from '../texts';
import type { ValueCheck } from './elementCheck';

/**
 * 11-proef of BSN and RSIN (zaakberichten.md §14). What is no nine digits at all is left to the schema, but for eight
 * digits whose leading zero got lost. In the old object of a correction the wrong number may be what is corrected.
 */
function numberCheck(
	localName: string,
	number: 'BSN' | 'RSIN',
	judge: (value: string) => BsnVerdict,
): ValueCheck {
	return {
		elements: new Map([[localName, namespaces.bg]]),
		check: ({ text, span }, { isOld }) => {
			if (isOld) {
				return undefined;
			}
			const verdict = judge(text);
			switch (verdict) {
				case 'check-digit':
				case 'leading-zero-lost':
					return zaakFinding('zaakbericht.bsn-check-digit', span, { number, fault: verdict });
				case 'zero':
					return zaakFinding('zaakbericht.bsn-zero', span, { number });
				case 'valid':
				case 'not-nine-digits':
					return undefined;
			}
		},
	};
}

export const checkBsnElement = numberCheck('inp.bsn', 'BSN', checkBsn);

/** Of a niet-natuurlijk persoon in the register: the RSIN. */
export const checkRsinElement = numberCheck('inn.nnpId', 'RSIN', checkRsin);
