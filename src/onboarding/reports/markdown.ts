import type { Translate } from '../../text';

/** What stands where a fact is not known, so that a search finds all of them. */
export function toFillIn(t: Translate): string {
	return `**[${t('to be filled in')}]**`;
}

/** A fact, or the mark that it is missing. */
export function known(value: string | null | undefined, t: Translate): string {
	return value === undefined || value === null || value.trim() === '' ? toFillIn(t) : plain(value);
}

/** Text of others inside Markdown: shown as it is, whatever is in it, on one line. */
export function plain(text: string): string {
	return text
		.replace(/[\\`*_[\]<>|~#$&]/g, (character) => `\\${character}`)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** @param rows Cells that are Markdown already. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[]): string {
	return items.map((item) => `- ${item}`).join('\n');
}

/** Blocks with an empty line between them, and a newline at the end. */
export function page(blocks: readonly string[]): string {
	return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
