import type { NotAnOinReason, OinRemark } from '../identifiers/oin';
import type { Translate } from '../text';

/** Says why a value is no OIN, or a doubtful one. */
export function oinProblem(reason: NotAnOinReason | OinRemark, value: string, t: Translate): string {
	switch (reason) {
		case 'length':
			return value === value.trim()
				? t('`{0}` is no OIN or HRN: it has 20 positions, this has {1}.', value, value.length)
				: t('There is white space around `{0}`, which counts as a part of it.', value.trim());
		case 'characters':
			return t('`{0}` is no OIN or HRN: it consists of digits, and in some registers capitals.', value);
		case 'prefix':
			return t('`{0}` is no OIN or HRN: it begins with 000000 and two digits that name the register.', value);
		case 'number':
			return t(
				'`{0}` is no OIN or HRN: an RSIN, Fi-nummer or KVK-nummer in it consists of digits only.',
				value,
			);
		case 'check-digit':
			return t('The RSIN or Fi-nummer in OIN `{0}` fails the 11-proef.', value);
		case 'suffix-not-zero':
			return t('OIN `{0}` does not end in zeros, as an OIN should.', value);
		case 'prefix-unassigned':
			return t('OIN `{0}` begins with a prefix that no register has.', value);
	}
}
