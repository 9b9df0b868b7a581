/**
 * What a document, a certificate or the name of a file says, fit to show: everybody can make one with characters that steer a terminal or turn
 * the text around them, and so have it say something else than it does. Those are written as `\u{1b}`.
 */
export function printable(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
		(character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
	);
}
