import type { DistinguishedName } from './certificate';
import { commonNameOf } from './pkioverheid';

/** How people call who has a name: by the common name, or by the whole name when there is none. Fit to show, see {@link printable}. */
export function displayNameOf(name: DistinguishedName): string {
	const commonName = commonNameOf(name)?.trim() ?? '';
	return printable(commonName === '' ? name.text : commonName);
}

/**
 * What a certificate says, fit to show: everybody can make one with characters that steer a terminal or turn the text around them, and
 * so have it say something else than it does. Those are written as `\u{1b}`.
 */
export function printable(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
		(character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
	);
}
