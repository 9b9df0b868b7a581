/** A piece of a page in which nothing is left to escape. */
export interface Html {
	readonly html: string;
}

type Part = Html | string | number | null | readonly (Html | null)[];

/** Writes HTML: what is put in is escaped, unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return {
		html: texts.reduce((written, text, index) => `${written}${markupOf(parts[index - 1] ?? null)}${text}`),
	};
}

function markupOf(part: Part): string {
	if (part === null) {
		return '';
	}
	if (typeof part === 'string' || typeof part === 'number') {
		return escapeHtml(String(part));
	}
	return 'html' in part ? part.html : part.map(markupOf).join('');
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
