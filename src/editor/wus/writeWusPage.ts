import type { AttemptReport } from '../../ebms/wus/wusReport';
import type { Translate } from '../../text';
import { doubtsPart, messagesPart, phasesPart, tlsPart, type ShownMessage } from '../ping/page/exchangeParts';
import { writeAnswerPage, type Tone } from '../ping/page/answerPage';
import { html, type Html } from '../webView/html';
import type { PageFrame } from '../webView/writePage';
import type { CheckedWus } from './checkedWus';
import { questionInWords } from './wusChecker';

/** What the buttons of the page ask for. */
export const wusActions = ['again', 'other', 'open', 'curl'] as const;

export type WusAction = (typeof wusActions)[number];

/** The page about the check of a web service. */
export function writeWusPage(checked: CheckedWus, frame: PageFrame, t: Translate): string {
	const { setUp, name, at, report, doubts, proxy, curl } = checked;
	const last = report.attempts.at(-1);
	const labels: Readonly<Record<WusAction, string>> = {
		again: t('Check again'),
		other: t('Check another…'),
		open: t('Open request and response'),
		curl: t('Copy as curl'),
	};
	const isSent = report.attempts.some(({ request }) => request !== null);
	const offered = wusActions.filter(
		(action) => (action !== 'open' || isSent) && (action !== 'curl' || curl !== null),
	);
	return writeAnswerPage(
		{
			asked: { name, environment: setUp.environment, url: setUp.url, at },
			explanation: report.explanation,
			outcome: report.outcome,
			tone: toneOf(checked),
			actions: offered,
			labels,
			parts: [
				doubtsPart(doubts, t),
				questionsPart(report.attempts, t),
				...(last === undefined ? [] : [phasesPart(last.timings, t), tlsPart(last.tls, proxy, t)]),
				messagesPart(
					report.attempts.flatMap((attempt) => messagesOf(attempt, t)),
					t,
				),
			],
		},
		frame,
		t,
	);
}

function toneOf({ outcome }: CheckedWus): Tone {
	return outcome.kind === 'answered' ? 'good' : outcome.kind === 'cancelled' ? 'attention' : 'bad';
}

/** What was asked, in order, when there was more than one question: the last decides. */
function questionsPart(attempts: readonly AttemptReport[], t: Translate): Html | null {
	return attempts.length < 2
		? null
		: html`<section>
				<h2>${t('What was asked')}</h2>
				<ol>
					${attempts.map(
						({ question, summary }) => html`<li>${questionInWords(question, t)}: ${summary}</li>`,
					)}
				</ol>
			</section>`;
}

function messagesOf({ question, request, response }: AttemptReport, t: Translate): readonly ShownMessage[] {
	const name = questionInWords(question, t);
	return [
		...(request === null
			? []
			: [
					{
						heading: `${t('Request')}: ${name}`,
						first: `${request.method} ${request.url}`,
						headers: request.headers,
						body: request.body,
						verdict: null,
					},
				]),
		...(response === null
			? []
			: [
					{
						heading: `${t('Response')}: ${name}`,
						first: `HTTP ${response.status}`,
						headers: response.headers,
						body: response.body,
						verdict: null,
					},
				]),
	];
}
