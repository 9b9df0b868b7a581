import { html, type TemplateResult } from 'lit';
import { fill } from './fill';
import { severityIcon } from './icons';
import type { Labels } from './labels';
import type { FindingModel } from './model';
import type { Handlers } from './view';

/** Findings with what to do. */
export function findingsPart(
	findings: readonly FindingModel[],
	labels: Labels,
	{ send }: Handlers,
): TemplateResult {
	return html`<ul class="findings">
		${findings.map(
			({ code, severity, problem, cure, source }) =>
				html`<li>
					${severityIcon(severity)}
					<div>
						<p class="problem">
							<span class="tone-words">${labels.severities[severity]}: </span>${prose(problem)}
						</p>
						<p>${prose(cure)}</p>
						<p class="note">
							${labels.source}: ${source} ·
							<a
								href="#"
								aria-label=${fill(labels.explain, code)}
								@click=${(event: Event) => {
									event.preventDefault();
									send({ type: 'explain', code });
								}}
								>${code}</a
							>
						</p>
					</div>
				</li>`,
		)}
	</ul>`;
}

/** Text in which what is written literally stands between backticks. */
function prose(text: string): readonly (string | TemplateResult)[] {
	return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
