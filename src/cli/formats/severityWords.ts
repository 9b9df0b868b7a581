import type { Severity } from '../../finding';
import type { Translate } from '../../text';
import type { Colours } from '../output';

/** The word for a severity in the reader's language. */
export function severityWords(t: Translate): Readonly<Record<Severity, string>> {
	return { error: t('error'), warning: t('warning'), info: t('info') };
}

/** Gives a word the colour of its severity. */
export function paint(severity: Severity, colours: Colours): (text: string) => string {
	return { error: colours.red, warning: colours.yellow, info: colours.blue }[severity];
}

/** `1 error, 2 warnings`: what is there of each severity; empty when there is nothing. */
export function countsInWords(
	{ errors, warnings, infos }: { readonly errors: number; readonly warnings: number; readonly infos: number },
	t: Translate,
): string {
	return [
		...counted(errors, t('1 error'), t('{0} errors', errors)),
		...counted(warnings, t('1 warning'), t('{0} warnings', warnings)),
		...counted(infos, t('1 remark'), t('{0} remarks', infos)),
	].join(', ');
}

function counted(count: number, one: string, many: string): readonly string[] {
	return count === 0 ? [] : [count === 1 ? one : many];
}
