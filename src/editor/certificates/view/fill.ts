/** Fills the place `{0}` of a label. */
export function fill(label: string, value: string): string {
	return label.replace('{0}', () => value);
}
