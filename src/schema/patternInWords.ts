import type { Translate } from '../text';

/** `[0-9]` or `\d` with a number of times behind it. */
const digitsOnly = /^(?:\[0-9\]|\\d)(?:\{(?<least>\d+)(?:,(?<most>\d*))?\}|(?<many>[+*]))?$/;

/** Says what a pattern asks, for the patterns that occur in messages; `undefined` for one without words. */
export function patternInWords(pattern: string, t: Translate): string | undefined {
	const groups = digitsOnly.exec(pattern)?.groups;
	if (groups === undefined) {
		return undefined;
	}
	const { least, most, many } = groups;
	if (many !== undefined) {
		return t('digits only');
	}
	if (least === undefined || most === least || most === undefined) {
		return least === undefined || least === '1' ? t('one digit') : t('exactly {0} digits', least);
	}
	return most === '' ? t('at least {0} digits', least) : t('{0} to {1} digits', least, most);
}

/** What XML Schema and JavaScript write alike, without groups: these match in a time that grows no faster than the value. */
const plain =
	/^(?:(?:[\w ,:;=@%&'"<>/~`#!_-]|\\[ds.-]|\[\^?(?:[\w ,.:;/@+*()]|\\[ds.-]|-)+\])(?:[*+?]|\{\d+(?:,\d*)?\})?)+$/;

/** No value that somebody wrote between two blanks is longer. */
const longest = 100;

/** Whether a value matches a pattern for certain: `false` also when that is not easily told. */
export function fitsPattern(pattern: string, value: string): boolean {
	return value.length <= longest && plain.test(pattern) && new RegExp(`^(?:${pattern})$`, 'u').test(value);
}
