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
						<p class="problem"><span class="tone-words">${labels.severities[severity]}: </span>${problem}</p>
						<p>${cure}</p>
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
