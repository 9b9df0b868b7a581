const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * The 11-proef of BSN, RSIN and Fi-nummer: the digits times 9, 8, 7, 6, 5, 4, 3, 2 and −1 add up to a multiple of 11.
 *
 * @param digits Nine digits. All zeros pass, as 0 is a multiple of 11: refuse them separately.
 */
export function passesElfproef(digits: string): boolean {
	const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
	return sum % 11 === 0;
}
