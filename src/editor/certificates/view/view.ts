import { html, nothing, type TemplateResult } from 'lit';
import { chainLadder } from './chainLadder';
import { detailsPart, factsPart } from './detailsPart';
import { findingsPart } from './findingsPart';
import type { Handlers } from './handlers';
import { lockIcon, toneIcon } from './icons';
import type { Judging, SubjectModel, ViewModel } from './model';
import { prose } from './prose';
import { selectionIn, type Selection, type ViewState } from './viewState';

/** The whole view. */
export function view(model: ViewModel, state: ViewState, handlers: Handlers): TemplateResult {
	const { labels } = model;
	const selection = selectionIn(model, state);
	const { subject } = selection;
	return html`
		<header>
			<h1>${model.name}</h1>
			<p class="summary">${model.summary}</p>
		</header>
		${model.lock === null ? verdictPart(model, selection, handlers) : lockPart(model, handlers)}
		${model.subjects.length > 1 ? subjectsPart(model, subject, handlers) : nothing}
		${
			model.findings.length === 0
				? nothing
				: html`<section aria-labelledby="file-findings">
						<h2 id="file-findings">${labels.fileFindings}</h2>
						${findingsPart(model.findings, labels, handlers)}
					</section>`
		}
		${factsPart(model, handlers)}
		${subject === undefined ? nothing : subjectPart(model, subject, selection, handlers)}
	`;
}

function lockPart({ lock, labels }: ViewModel, { send }: Handlers): TemplateResult {
	return html`<section class="banner neutral" aria-labelledby="verdict">
		${lockIcon()}
		<div>
			<h2 id="verdict">${labels.locked}</h2>
			<p>${lock?.text}</p>
			<vscode-button
				@click=${() => {
					send({ type: 'unlock' });
				}}
				>${lock?.button}</vscode-button
			>
		</div>
	</section>`;
}

function verdictPart(
	model: ViewModel,
	{ subject }: Selection,
	handlers: Handlers,
): TemplateResult | typeof nothing {
	if (subject === undefined) {
		return model.nothing === null
			? nothing
			: html`<section class="banner bad" aria-labelledby="verdict">
					${toneIcon('bad')}
					<div><h2 id="verdict">${model.nothing}</h2></div>
				</section>`;
	}
	const { labels, password } = model;
	return html`<section class="banner ${subject.tone}" aria-labelledby="verdict">
			${toneIcon(subject.tone)}
			<div>
				<h2 id="verdict"><span>${prose(subject.verdict)}</span></h2>
				${subject.glance.length === 0 ? nothing : html`<p class="glance">${subject.glance.join(' · ')}</p>`}
				${subject.isOwn ? judgingPart(model, handlers) : nothing}
			</div>
		</section>
		${password === 'remembered' ? html`<p class="hint">${labels.passwordRemembered}</p>` : nothing}
		${
			model.actions.length === 0
				? nothing
				: html`<div class="actions" role="group" aria-label=${labels.actions}>
						${model.actions.map(
							(action, index) =>
								html`<vscode-button
									?secondary=${index > 0 || subject.tone === 'bad'}
									@click=${() => {
										handlers.send({ type: 'action', action, id: subject.id });
									}}
									>${labels[action]}</vscode-button
								>`,
						)}
					</div>`
		}`;
}

function judgingPart({ judging, purposes, labels }: ViewModel, { send, choose }: Handlers): TemplateResult {
	const judge = (changed: Partial<Judging>): void => {
		const next = { ...judging, ...changed };
		choose({ judging: next });
		send({ type: 'judge', judging: next });
	};
	return html`<div class="judging">
		<span aria-hidden="true">${labels.judgedAs}</span>
		<vscode-single-select
			.label=${labels.judgedAs}
			.value=${judging.purpose}
			@change=${({ target }: { target: { value: Judging['purpose'] } }) => {
				judge({ purpose: target.value });
			}}
		>
			${purposes.map(
				(purpose) =>
					html`<vscode-option value=${purpose} ?selected=${purpose === judging.purpose}
						>${labels.purposes[purpose]}</vscode-option
					>`,
			)}
		</vscode-single-select>
		<span aria-hidden="true">${labels.host}</span>
		<vscode-textfield
			.label=${labels.host}
			placeholder=${labels.hostPlaceholder}
			.value=${judging.host}
			@change=${({ target }: { target: { value: string } }) => {
				judge({ host: target.value.trim() });
			}}
		></vscode-textfield>
	</div>`;
}

/** The certificates to choose from, when there is more than one. */
function subjectsPart(
	{ subjects, labels }: ViewModel,
	current: SubjectModel | undefined,
	{ choose }: Handlers,
): TemplateResult {
	return html`<section aria-labelledby="subjects">
		<h2 id="subjects">${labels.inThisFile}</h2>
		<ul class="subjects">
			${subjects.map(
				({ id, title, alias, tone, verdict }) =>
					html`<li>
						<button
							class="choice"
							aria-current=${id === current?.id ? 'true' : 'false'}
							@click=${() => {
								choose({ subject: id, shown: null });
							}}
						>
							${toneIcon(tone)}
							<span class="title">${title}${alias === null ? nothing : html` <em>${alias}</em>`}</span>
							<span class="note">${prose(verdict)}</span>
						</button>
					</li>`,
			)}
		</ul>
	</section>`;
}

function subjectPart(
	model: ViewModel,
	subject: SubjectModel,
	{ shown }: Selection,
	handlers: Handlers,
): TemplateResult {
	const { labels } = model;
	const details = model.details[shown];
	return html`
		${
			subject.chain.length === 0
				? nothing
				: html`<section aria-labelledby="chain">
						<h2 id="chain">
							${labels.chain}
							${
								subject.hierarchy === null ? nothing : html`<vscode-badge>${subject.hierarchy}</vscode-badge>`
							}
						</h2>
						<p class="hint">${labels.chainHint}</p>
						${chainLadder(subject.chain, shown, labels, handlers)}
					</section>`
		}
		${
			subject.isOwn || subject.findings.length > 0
				? html`<section aria-labelledby="findings">
						<h2 id="findings">${labels.findings}</h2>
						${
							subject.findings.length === 0
								? html`<p class="hint">${labels.noFindings}</p>`
								: findingsPart(subject.findings, labels, handlers)
						}
					</section>`
				: nothing
		}
		${details === undefined ? nothing : detailsPart(details, shown, labels, handlers)}
	`;
}
