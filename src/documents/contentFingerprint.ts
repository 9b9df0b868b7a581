import { createHash } from 'node:crypto';
import type { Subject } from './kind';

/**
 * Tells messages with the same content by the same text, whether they were formatted, commented or saved with other line
 * ends: blanks between tags, comments and the kind of line end do not count (XML 1.0 §2.5, §2.11).
 */
export function contentFingerprint({ document, root }: Subject): string {
	const text = document.text
		.slice(root.span.start, root.span.end)
		.replace(/<!--[^]*?-->/g, '')
		.replace(/>\s+</g, '><')
		.replace(/\r\n?/g, '\n');
	return createHash('sha256').update(text).digest('hex');
}
