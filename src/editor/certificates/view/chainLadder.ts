import { html, nothing, type TemplateResult } from 'lit';
import { toneIcon } from './icons';
import type { Labels } from './labels';
import type { ChainStepModel } from './model';
import type { Handlers } from './handlers';

/** The chain as a ladder: a step is a button that shows its details. */
export function chainLadder(
	steps: readonly ChainStepModel[],
	shown: string,
	labels: Labels,
	{ choose, send }: Handlers,
): TemplateResult {
	return html`<ol class="ladder">
		${steps.map(({ id, title, tone, notes, canFetch }) => {
			const words = html`${toneIcon(tone)}
				<span class="title">${title}</span>
				<span class="note"
					><span class="spoken-only">${labels.tones[tone]}. </span>${notes.join(' · ')}</span
				>`;
			return html`<li class=${id === null ? 'missing' : nothing}>
				${
					id === null
						? html`<div class="choice">${words}</div>`
						: html`<button
								class="choice"
								aria-current=${id === shown ? 'true' : 'false'}
								@click=${() => {
									choose({ shown: id });
								}}
							>
								${words}
							</button>`
				}
				${
					canFetch
						? html`<vscode-button
								secondary
								@click=${() => {
									send({ type: 'action', action: 'fetchAuthorities', id: shown });
								}}
								>${labels.fetchAuthorities}</vscode-button
							>`
						: nothing
				}
			</li>`;
		})}
	</ol>`;
}
