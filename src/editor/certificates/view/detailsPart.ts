import { html, nothing, type TemplateResult } from 'lit';
import { fill } from './fill';
import { copyIcon } from './icons';
import type { Labels } from './labels';
import type { DetailsModel, RowModel, ViewModel } from './model';
import type { Handlers } from './view';

/** Everything that a certificate says, each with a button to copy it. */
export function detailsPart(
	{ title, groups, isCertificate }: DetailsModel,
	id: string,
	labels: Labels,
	handlers: Handlers,
): TemplateResult {
	const { send } = handlers;
	return html`<section aria-labelledby="details">
		<h2 id="details">${fill(labels.details, title)}</h2>
		${
			isCertificate
				? html`<div class="actions" role="group" aria-label=${labels.actions}>
						<vscode-button
							secondary
							@click=${() => {
								send({ type: 'export', id, format: 'pem' });
							}}
							>${labels.exportPem}</vscode-button
						>
						<vscode-button
							secondary
							@click=${() => {
								send({ type: 'export', id, format: 'der' });
							}}
							>${labels.exportDer}</vscode-button
						>
						<vscode-button
							secondary
							@click=${() => {
								send({ type: 'copyBase64', id });
							}}
							>${labels.copyBase64}</vscode-button
						>
					</div>`
				: nothing
		}
		${groups.map(
			({ heading, rows }) =>
				html`<h3>${heading}</h3>
					${rowList(rows, labels, handlers)}`,
		)}
	</section>`;
}

/** What is known besides the certificates. */
export function factsPart({ facts, labels }: ViewModel, handlers: Handlers): TemplateResult | typeof nothing {
	return facts.length === 0
		? nothing
		: html`<section aria-labelledby="facts">
				<h2 id="facts">${labels.connection}</h2>
				${rowList(facts, labels, handlers)}
			</section>`;
}

function rowList(rows: readonly RowModel[], labels: Labels, { send }: Handlers): TemplateResult {
	return html`<dl>
		${rows.map(
			({ label, value, note, isCode }) =>
				html`<div class="row">
					<dt>${label}</dt>
					<dd>
						<span class=${isCode ? 'code' : nothing}>${value}</span>
						<vscode-toolbar-button
							label=${fill(labels.copy, label)}
							title=${fill(labels.copy, label)}
							@click=${() => {
								send({ type: 'copy', label, text: value });
							}}
							>${copyIcon()}</vscode-toolbar-button
						>
						${note === null ? nothing : html`<span class="note">${note}</span>`}
					</dd>
				</div>`,
		)}
	</dl>`;
}
