import type { Language } from '../text';

export const languages: readonly Language[] = ['nl', 'en'];
const fallback: Language = 'nl';

/**
 * Finds `--lang` before the arguments are parsed, so that also the help and the complaints about the other arguments are
 * in that language. A value that is no language gives Dutch; the parser then complains about it.
 */
export function languageOf(args: readonly string[]): Language {
	const end = args.indexOf('--');
	const options = end === -1 ? args : args.slice(0, end);
	const values = options.flatMap((arg, index) => {
		if (arg === '--lang') {
			return [options[index + 1]];
		}
		return arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [];
	});
	return languages.find((language) => language === values.at(-1)) ?? fallback;
}
