import type { PlacedMoment } from '../../documents/cpa/agreement';
import type { CpaSummary } from '../../documents/cpa/summary';
import { daysUntilWords } from '../../documents/cpa/summaryWords';
import type { Severity } from '../../finding';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { LocatedFinding } from '../../validation/report';
import { dayWords } from '../certificates/describe/words';
import { countFindings, countsInWords } from '../counts';
import { html, type Html } from '../webView/html';
import { jump, prose, type PageWords } from './pageWords';
import { placeText } from './placeText';
import { writePartyPart } from './writePartyPart';

/** What the page about a CPA shows. */
export interface CpaPageModel {
	/** Of the file. */
	readonly name: string;
	readonly summary: CpaSummary;
	/** `null` as long as the check is under way. */
	readonly findings: readonly LocatedFinding[] | null;
	/** There are more findings than these. */
	readonly truncated: boolean;
	/** A Ping may be sent. */
	readonly canPing: boolean;
	readonly moment: Date;
}

/** The page about a CPA. Everything in it is escaped: it shows what others wrote. */
export function writeCpaPage(model: CpaPageModel, words: PageWords): Html {
	const { name, summary } = model;
	const { t, placeOf } = words;
	const { cpaId, status } = summary;
	return html`<p class="where"><span class="name">${name}</span><span class="badge">CPA</span></p>
		<section class="banner ${toneOf(model)}">
			<span class="sign" aria-hidden="true">${signOf(model)}</span>
			<div>
				<h1>${verdictWords(model, t)}</h1>
				<dl>
					<dt>CPA-id</dt>
					<dd>${cpaId === null ? t('missing') : jump(cpaId.value, placeOf(cpaId.span))}</dd>
					<dt>Status</dt>
					<dd>${status === null ? t('missing') : jump(status.value, placeOf(status.span))}</dd>
					<dt>${t('Valid')}</dt>
					<dd>${periodPart(summary, words)}</dd>
				</dl>
			</div>
		</section>
		<div class="actions" role="group" aria-label="${t('Actions')}">
			<button type="button" data-action="compare">${t('Compare with a Consumerspecificatie…')}</button>
			<button type="button" data-action="message">${t('New message…')}</button>
			<button type="button" data-action="open">${t('Open the file')}</button>
		</div>
		${findingsPart(model, t)}
		<div class="parties">
			${summary.parties.map((party, index) => writePartyPart(party, index, model.canPing, words))}
		</div>`;
}

type Tone = 'good' | 'attention' | 'bad';

function toneOf({ findings }: CpaPageModel): Tone {
	const has = (severity: Severity): boolean => findings?.some((one) => one.severity === severity) === true;
	return has('error') ? 'bad' : findings === null || has('warning') ? 'attention' : 'good';
}

function signOf(model: CpaPageModel): string {
	return model.findings === null ? '…' : { good: '✓', attention: '!', bad: '✕' }[toneOf(model)];
}

function verdictWords(model: CpaPageModel, t: Translate): string {
	if (model.findings === null) {
		return t('The CPA is being checked');
	}
	const counts = countFindings(model.findings);
	const verdicts: Readonly<Record<Tone, string>> = {
		good: t('Nothing wrong was found in this CPA'),
		attention: t('This CPA has something to look at: {0}', countsInWords(counts, t)),
		bad: t('This CPA is not right: {0}', countsInWords(counts, t)),
	};
	return verdicts[toneOf(model)];
}

function periodPart({ start, end }: CpaSummary, { t, moment, language, placeOf }: PageWords): Html {
	const day = (placed: PlacedMoment | null): Html =>
		placed === null
			? html`${t('missing')}`
			: jump(
					placed.moment === null ? placed.value : dayWords(placed.moment, { language }),
					placeOf(placed.span),
				);
	return html`${day(start)} – ${day(end)} ${remaining(start?.moment ?? null, end?.moment ?? null, moment, t)}`;
}

function remaining(start: Date | null, end: Date | null, now: Date, t: Translate): Html | null {
	if (end === null) {
		return null;
	}
	if (now > end) {
		return html`<span class="flag bad">${t('expired')}</span>`;
	}
	return start !== null && now < start
		? html`<span class="flag attention">${t('not yet valid')}</span>`
		: html`<span class="note">(${daysUntilWords(end, now, t)})</span>`;
}

function findingsPart({ findings, truncated }: CpaPageModel, t: Translate): Html | null {
	if (findings === null || findings.length === 0) {
		return null;
	}
	const names: Readonly<Record<Severity, string>> = {
		error: t('error'),
		warning: t('warning'),
		info: t('remark'),
	};
	return html`<section>
		<h2>${t('Findings')}</h2>
		<ul class="findings">
			${findings.map((finding) => {
				const { problem, cure, source } = explain(finding, t);
				const { severity, code, range } = finding;
				return html`<li class="${severity}">
					<span class="weight">${names[severity]}</span>
					<div>
						<p>${prose(problem)} ${jump(t('Line {0}', range.start.line + 1), placeText(range))}</p>
						<p class="note">
							${prose(cure)} [${source}]
							<button type="button" class="link" data-action="explain" data-code="${code}">${code}</button>
						</p>
					</div>
				</li>`;
			})}
		</ul>
		${truncated ? html`<p class="note">${t('There are more findings in this file.')}</p>` : null}
	</section>`;
}
