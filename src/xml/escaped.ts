/** A text as it is written between tags or in an attribute with double quotes. */
export function escaped(text: string): string {
	return text.replace(/[&<"]/g, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&quot;');
}
