import { oinOf } from '../../certificates/profile/judged';
import { displayNameOf } from '../../certificates/displayName';
import type { ComparedRow, ComparedValue } from '../../documents/cpa/comparison/comparedRow';
import type { Comparison } from '../../documents/cpa/comparison/compareSpecification';
import { subjectWords } from '../../documents/cpa/comparison/texts';
import type { Severity, Span } from '../../finding';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import { dayWords } from '../certificates/describe/words';
import { html, type Html } from '../webView/html';
import { prose, type PageWords } from './pageWords';

/** Which of the two documents. */
export type Side = 'specification' | 'cpa';

/** What the page with a Consumerspecificatie and a CPA side by side shows. */
export interface ComparisonPageModel {
	readonly comparison: Comparison;
	/** The names of the files. */
	readonly names: Readonly<Record<Side, string>>;
}

/** How it is put into words; places are per document. */
export interface ComparisonWords extends Omit<PageWords, 'placeOf'> {
	readonly placeOf: (side: Side, span: Span) => string;
}

/** The page with a Consumerspecificatie and a CPA side by side. Everything in it is escaped. */
export function writeComparisonPage(
	{ comparison, names }: ComparisonPageModel,
	words: ComparisonWords,
): Html {
	const { t, placeOf } = words;
	const { party, rows } = comparison;
	const tone = toneOf(rows);
	return html`<p class="where">
			<span class="name">${names.specification}</span><span>${names.cpa}</span>
			<span class="badge">${party.name ?? t('party without name')}</span>
		</p>
		<section class="banner ${tone}">
			<span class="sign" aria-hidden="true">${{ good: '=', attention: '≠', bad: '≠' }[tone]}</span>
			<div>
				<h1>${verdictWords(rows, t)}</h1>
				<p>
					${t('Compared: what you handed in, and what the CPA says of {0}.', party.name ?? t('party without name'))}
				</p>
			</div>
		</section>
		<div class="actions" role="group" aria-label="${t('Actions')}">
			<button type="button" data-action="party">${t('Compare with the other party')}</button>
			<button type="button" data-action="show">${t('Show the CPA')}</button>
		</div>
		<table class="comparison">
			<thead>
				<tr>
					<th scope="col"><span class="spoken-only">${t('What is compared')}</span></th>
					<th scope="col">${t('Consumerspecificatie')}</th>
					<th scope="col">CPA</th>
					<th scope="col">${t('Verdict')}</th>
				</tr>
			</thead>
			${rows.map((row) => rowPart(row, words, placeOf))}
		</table>`;
}

type Tone = 'good' | 'attention' | 'bad';

function toneOf(rows: readonly ComparedRow[]): Tone {
	const has = (severity: Severity): boolean => rows.some(({ finding }) => finding?.severity === severity);
	return has('error') ? 'bad' : rows.some(({ finding }) => finding !== null) ? 'attention' : 'good';
}

function verdictWords(rows: readonly ComparedRow[], t: Translate): string {
	const differing = rows
		.filter(({ finding }) => finding !== null)
		.map(({ subject }) => subjectWords(subject, t));
	return differing.length === 0
		? t('The Consumerspecificatie and the CPA say the same')
		: t('Different: {0}', differing.join(', '));
}

function rowPart(
	{ subject, specification, cpa, finding }: ComparedRow,
	words: ComparisonWords,
	placeOf: ComparisonWords['placeOf'],
): Html {
	const { t } = words;
	const cell = (side: Side, values: readonly ComparedValue[]): Html =>
		values.length === 0
			? html`<span class="note">${t('missing')}</span>`
			: html`${values.map(
					(value) =>
						html`<div>
							<button
								type="button"
								class="link"
								data-action="reveal"
								data-side="${side}"
								data-place="${placeOf(side, value.span)}"
							>
								${valueWords(value, t)}
							</button>
							${certificateNote(value, words)}
						</div>`,
				)}`;
	return html`<tbody class="${finding === null ? 'equal' : finding.severity}">
		<tr>
			<th scope="row">${subjectWords(subject, t)}</th>
			<td>${cell('specification', specification === null ? [] : [specification])}</td>
			<td>${cell('cpa', cpa)}</td>
			<td class="verdict">
				<span class="mark" aria-hidden="true">${finding === null ? '=' : '≠'}</span>
				${finding === null ? t('equal') : t('different')}
			</td>
		</tr>
		${
			finding === null
				? null
				: html`<tr>
						<td></td>
						<td colspan="3">${findingPart(finding, t)}</td>
					</tr>`
		}
	</tbody>`;
}

function findingPart(finding: NonNullable<ComparedRow['finding']>, t: Translate): Html {
	const { problem, cure, source } = explain(finding, t);
	return html`<p>${prose(problem)}</p>
		<p class="note">
			${prose(cure)} [${source}]
			<button type="button" class="link" data-action="explain" data-code="${finding.code}">
				${finding.code}
			</button>
		</p>`;
}

function valueWords(value: ComparedValue, t: Translate): string {
	if (value.kind === 'text') {
		return value.text;
	}
	const { certificate } = value;
	return certificate === null ? t('cannot be read') : displayNameOf(certificate.subject);
}

function certificateNote(value: ComparedValue, words: ComparisonWords): Html | null {
	if (value.kind === 'text' || value.certificate === null) {
		return null;
	}
	const { t } = words;
	const { notAfter, sha256 } = value.certificate;
	const oin = oinOf(value.certificate);
	return html`<p class="note">
		${oin?.parsed.kind === 'oin' ? `OIN ${oin.value}` : t('no OIN')} ·
		${t('valid until {0}', dayWords(notAfter, words))}<br /><code title="${sha256}"
			>SHA-256 ${sha256.slice(0, 16)}…</code
		>
	</p>`;
}
