/** Names in certificates are written by others: none of it is markup. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&');
}
