import { html, type TemplateResult } from 'lit';

/** Text in which what is written literally stands between backticks. */
export function prose(text: string): readonly (string | TemplateResult)[] {
	return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
