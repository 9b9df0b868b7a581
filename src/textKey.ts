/**
 * A short key for an English text, by which the package finds its translation: without the English texts the translations
 * take half the room (scripts/shortTexts.mjs).
 *
 * @returns FNV-1a over the UTF-16 units, 32 bits, in base 36. The build fails when two texts have one key.
 */
export function textKey(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}
