import type { Span } from '../../finding';
import type { Language, Translate } from '../../text';
import { html, type Html } from '../webView/html';

/** How the page is put into words, and where things stand. */
export interface PageWords {
	readonly t: Translate;
	readonly language: Language;
	readonly moment: Date;
	/** The place of a part of a document, as a button has it. */
	readonly placeOf: (span: Span) => string;
}

/** A value that leads to its place in the file. */
export function jump(value: string, place: string): Html {
	return html`<button type="button" class="link" data-action="reveal" data-place="${place}">
		${value}
	</button>`;
}

/** Text in which what is written literally stands between backticks. */
export function prose(text: string): Html {
	return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}
