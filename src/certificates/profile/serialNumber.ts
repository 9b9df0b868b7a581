import { fault, type Check } from './judged';

/** Bytes of the encoding (RFC 5280 §4.1.2.2): 159 bits, as the first says whether it is negative. */
const mostBits = 20 * 8 - 1;

export const serialNumber: Check = ({ certificate: { serialNumberDecimal } }) => {
	const number = BigInt(serialNumberDecimal);
	const reason =
		number < 0n
			? 'negative'
			: number === 0n
				? 'zero'
				: number >= 1n << BigInt(mostBits)
					? 'too-long'
					: undefined;
	return reason === undefined ? [] : [fault('certificate.serial-number', { reason })];
};
