import type { Environment } from '../../../ebms/connection';
import { environmentInWords } from '../../../ebms/environmentWords';
import type { OutcomeExplanation } from '../../../ebms/outcome/explanations/explanation';
import type { Language, Translate } from '../../../text';
import { html, type Html } from '../html';
import { localTime } from '../moment';

/** Where a page gets its script and style, and the rest of what it needs of a web view. */
export interface PageFrame {
	readonly language: Language;
	readonly nonce: string;
	readonly policy: string;
	readonly script: string;
	readonly style: string;
}

/** The whole page, as the web view takes it. */
export function writePage(title: string, body: Html, frame: PageFrame): string {
	return html`<!DOCTYPE html>
		<html lang="${frame.language}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${frame.policy}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${title}</title>
				<link rel="stylesheet" href="${frame.style}" />
			</head>
			<body>
				${body}
				<p id="spoken" role="status"></p>
				<script nonce="${frame.nonce}" src="${frame.script}"></script>
			</body>
		</html>`.html;
}

/** What was asked, of whom and when. */
export interface Asked {
	readonly name: string;
	readonly environment: Environment;
	readonly url: string;
	/** ISO 8601. */
	readonly at: string;
}

/** The line above all: where it went. */
export function wherePart({ name, environment, url, at }: Asked, t: Translate): Html {
	const moment = new Date(at);
	return html`<p class="where">
		<span class="name">${name}</span>
		<span class="badge ${environment}">${environmentInWords(environment, t).label}</span>
		<span>${url}</span>
		<time datetime="${moment.toISOString()}">${localTime(moment)}</time>
	</p>`;
}

export type Tone = 'good' | 'attention' | 'bad';

/** What came of it, in the largest letters. */
export function bannerPart({ summary, meaning }: OutcomeExplanation, outcome: string, tone: Tone): Html {
	return html`<section class="banner ${tone}">
		<span class="sign" aria-hidden="true">${{ good: '✓', attention: '!', bad: '✕' }[tone]}</span>
		<div>
			<h1>${summary}</h1>
			<p>${meaning}</p>
			<p class="note"><code>${outcome}</code></p>
		</div>
	</section>`;
}

/** Buttons; the script of the page tells which one was pressed. */
export function actionsPart<Action extends string>(
	offered: readonly Action[],
	labels: Readonly<Record<Action, string>>,
	t: Translate,
): Html {
	return html`<div class="actions" role="group" aria-label="${t('Actions')}">
		${offered.map((action) => html`<button type="button" data-action="${action}">${labels[action]}</button>`)}
	</div>`;
}

/** Why it may be, and what to do. */
export function advicePart({ causes, next }: OutcomeExplanation, t: Translate): Html {
	return html`${listPart(t('Likely causes, the likeliest first'), causes)} ${listPart(t('What to do'), next)}`;
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
