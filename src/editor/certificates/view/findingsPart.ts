import { html, nothing, type TemplateResult } from 'lit';
import { fill } from './fill';
import { severityIcon } from './icons';
import type { Labels } from './labels';
import type { FindingModel } from './model';
import { prose } from './prose';
import type { Handlers } from './handlers';

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
							<span class="spoken-only">${labels.severities[severity]}: </span>${prose(problem)}
						</p>
						<p>${prose(cure)}</p>
						<p class="note">
							${labels.source}: ${source}${code === null ? nothing : html` · ${codeLink(code, labels, send)}`}
						</p>
					</div>
				</li>`,
		)}
	</ul>`;
}

function codeLink(code: string, labels: Labels, send: Handlers['send']): TemplateResult {
	return html`<a
		href="#"
		aria-label=${fill(labels.explain, code)}
		@click=${(event: Event) => {
			event.preventDefault();
			send({ type: 'explain', code });
		}}
		>${code}</a
	>`;
}
