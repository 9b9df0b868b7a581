/** Text of others in a label in which VS Code shows `$(name)` as an icon: there it is to be just text. */
export function escapeIcons(text: string): string {
	return text.replaceAll('$(', '\\$(');
}
