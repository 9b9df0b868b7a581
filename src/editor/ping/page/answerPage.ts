import type { ConnectionEnvironment } from '../../../ebms/connection';
import { environmentInWords } from '../../../ebms/environmentWords';
import type { OutcomeExplanation } from '../../../ebms/outcome/explanations/explanation';
import type { Translate } from '../../../text';
import { html, type Html } from '../../webView/html';
import { writePage, type PageFrame } from '../../webView/writePage';
import { localTime } from '../moment';

/** What was asked, of whom and when. */
interface Asked {
	readonly name: string;
	readonly environment: ConnectionEnvironment;
	readonly url: string;
	/** ISO 8601. */
	readonly at: string;
}

export type Tone = 'good' | 'attention' | 'bad';

/** A request and what came of it, as a page tells of it. */
export interface AnswerPage<Action extends string> {
	readonly asked: Asked;
	readonly explanation: OutcomeExplanation;
	readonly outcome: string;
	readonly tone: Tone;
	/** The buttons; the script of the page tells which one was pressed. */
	readonly actions: readonly Action[];
	readonly labels: Readonly<Record<Action, string>>;
	/** What else there is to see, from the top down. */
	readonly parts: readonly (Html | null)[];
}

/** Writes the page about a request: what came of it and what to do, before how it went. Everything in it is escaped: it shows what others sent. */
export function writeAnswerPage<Action extends string>(
	{ asked, explanation, outcome, tone, actions, labels, parts }: AnswerPage<Action>,
	frame: PageFrame,
	t: Translate,
): string {
	const body = html`<main>
			${wherePart(asked, t)} ${bannerPart(explanation, outcome, tone)} ${actionsPart(actions, labels, t)}
			${listPart(t('Likely causes, the likeliest first'), explanation.causes)}
			${listPart(t('What to do'), explanation.next)} ${parts}
		</main>
		<p id="spoken" role="status"></p>`;
	return writePage(asked.name, body, frame);
}

/** The line above all: where it went. */
function wherePart({ name, environment, url, at }: Asked, t: Translate): Html {
	const moment = new Date(at);
	return html`<p class="where">
		<span class="name">${name}</span>
		<span class="badge ${environment}">${environmentInWords(environment, t).label}</span>
		<span>${url}</span>
		<time datetime="${moment.toISOString()}">${localTime(moment)}</time>
	</p>`;
}

/** What came of it, in the largest letters. */
function bannerPart({ summary, meaning }: OutcomeExplanation, outcome: string, tone: Tone): Html {
	return html`<section class="banner ${tone}">
		<span class="sign" aria-hidden="true">${{ good: '✓', attention: '!', bad: '✕' }[tone]}</span>
		<div>
			<h1>${summary}</h1>
			<p>${meaning}</p>
			<p class="note"><code>${outcome}</code></p>
		</div>
	</section>`;
}

function actionsPart<Action extends string>(
	offered: readonly Action[],
	labels: Readonly<Record<Action, string>>,
	t: Translate,
): Html {
	return html`<div class="actions" role="group" aria-label="${t('Actions')}">
		${offered.map((action) => html`<button type="button" data-action="${action}">${labels[action]}</button>`)}
	</div>`;
}

function listPart(heading: string, sentences: readonly string[]): Html | null {
	return sentences.length === 0
		? null
		: html`<section>
				<h2>${heading}</h2>
				<ol>
					${sentences.map((sentence) => html`<li>${sentence}</li>`)}
				</ol>
			</section>`;
}
