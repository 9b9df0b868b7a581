import type { SchemaSet } from './engine';

/**
 * Makes a function that says whether a schema has an element or attribute with a local name. It looks at the text only, so
 * that a type of that name counts too: enough to tell a slip of the pen from a name at the wrong place.
 */
export function createVocabulary({ documents }: SchemaSet): (localName: string) => boolean {
	const known = new Map<string, boolean>();
	return (localName) => {
		const before = known.get(localName);
		if (before !== undefined) {
			return before;
		}
		const ends = [`${localName}"`, `${localName}'`];
		const isKnown = [...documents.values()].some((text) =>
			ends.some((end) => {
				let at = text.indexOf(end);
				while (at > 0 && !/["':]/.test(text.charAt(at - 1))) {
					at = text.indexOf(end, at + 1);
				}
				return at > 0;
			}),
		);
		known.set(localName, isKnown);
		return isKnown;
	};
}
