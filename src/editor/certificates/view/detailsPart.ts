import { html, nothing, type TemplateResult } from 'lit';
import { copyNameOf } from './copyName';
import { fill } from './fill';
import { copyIcon } from './icons';
import type { Labels } from './labels';
import type { DetailsModel, GroupModel, ViewModel } from './model';
import type { Handlers } from './handlers';

/** Everything that a certificate says, each with a button to copy it. */
export function detailsPart(
	{ title, groups, exportFormats }: DetailsModel,
	id: string,
	labels: Labels,
	handlers: Handlers,
): TemplateResult {
	const { send } = handlers;
	return html`<section aria-labelledby="details">
		<h2 id="details">${fill(labels.details, title)}</h2>
		${
			exportFormats.length > 0
				? html`<div class="actions" role="group" aria-label=${labels.actions}>
						${exportFormats.map(
							(format) =>
								html`<vscode-button
									secondary
									title=${format === 'chain' ? labels.exportChainHint : nothing}
									@click=${() => {
										send({ type: 'export', id, format });
									}}
									>${labels.exports[format]}</vscode-button
								>`,
						)}
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
			(group) =>
				html`<h3>${group.heading}</h3>
					${rowList(group, groups, labels, handlers)}`,
		)}
	</section>`;
}

/** What is known besides the certificates. */
export function factsPart({ facts, labels }: ViewModel, handlers: Handlers): TemplateResult | typeof nothing {
	const connection: GroupModel = { heading: labels.connection, rows: facts };
	return facts.length === 0
		? nothing
		: html`<section aria-labelledby="facts">
				<h2 id="facts">${labels.connection}</h2>
				${rowList(connection, [connection], labels, handlers)}
			</section>`;
}

function rowList(
	{ heading, rows }: GroupModel,
	groups: readonly GroupModel[],
	labels: Labels,
	{ send }: Handlers,
): TemplateResult {
	return html`<dl>
		${rows.map((row) => {
			const { label, value, note, isCode } = row;
			const name = copyNameOf(row, heading, groups);
			return html`<div class="row">
				<dt>${label}</dt>
				<dd>
					<span class=${isCode ? 'code' : nothing}>${value}</span>
					<vscode-toolbar-button
						label=${fill(labels.copy, name)}
						title=${fill(labels.copy, name)}
						@click=${() => {
							send({ type: 'copy', label: name, text: value });
						}}
						>${copyIcon()}</vscode-toolbar-button
					>
					${note === null ? nothing : html`<span class="note">${note}</span>`}
				</dd>
			</div>`;
		})}
	</dl>`;
}
