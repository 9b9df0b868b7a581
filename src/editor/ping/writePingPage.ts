import { messageNames, type MessageName, type PingRecord } from '../../ebms/ping/pingRecord';
import type { Translate } from '../../text';
import type { PageFrame } from '../webView/writePage';
import { writeAnswerPage, type Tone } from './page/answerPage';
import { doubtsPart, messagesPart, phasesPart, tlsPart, type ShownMessage } from './page/exchangeParts';

/** What the buttons of the page ask for. */
export const pingActions = ['again', 'open', 'compare', 'curl', 'save'] as const;

export type PingAction = (typeof pingActions)[number];

export interface PingPageFrame extends PageFrame {
	/** There is an earlier Ping over the same connection. */
	readonly canCompare: boolean;
}

/** The page about one Ping. */
export function writePingPage(record: PingRecord, frame: PingPageFrame, t: Translate): string {
	const { connection, report, doubts, proxy } = record;
	return writeAnswerPage(
		{
			asked: { ...record, name: connection },
			explanation: report.explanation,
			outcome: report.outcome,
			tone: toneOf(record),
			actions: offeredFor(record, frame),
			labels: labelsOf(t),
			parts: [
				doubtsPart(doubts, t),
				phasesPart(report.timings, t),
				tlsPart(report.tls, proxy, t),
				messagesPart(messagesOf(record, t), t),
			],
		},
		frame,
		t,
	);
}

function toneOf({ isSuccess, report: { outcome } }: PingRecord): Tone {
	if (outcome === 'accepted' || outcome === 'cancelled') {
		return 'attention';
	}
	return isSuccess ? 'good' : 'bad';
}

function labelsOf(t: Translate): Readonly<Record<PingAction, string>> {
	return {
		again: t('Send again'),
		open: t('Open request and response'),
		compare: t('Compare with the previous'),
		curl: t('Copy as curl'),
		save: t('Save…'),
	};
}

function offeredFor({ report, curl }: PingRecord, { canCompare }: PingPageFrame): readonly PingAction[] {
	const isOffered: Readonly<Record<PingAction, boolean>> = {
		again: true,
		open: report.request !== null,
		compare: canCompare,
		curl: curl !== null,
		save: true,
	};
	return pingActions.filter((action) => isOffered[action]);
}

function messagesOf({ report, verdicts }: PingRecord, t: Translate): readonly ShownMessage[] {
	const { request, response } = report;
	const headings: Readonly<Record<MessageName, Pick<ShownMessage, 'heading' | 'first'>>> = {
		request: { heading: t('Request'), first: `POST ${request?.url ?? ''}` },
		response: { heading: t('Response'), first: `HTTP ${response?.status ?? ''}` },
		received: { heading: t('Pong that came separately'), first: '' },
	};
	return messageNames.flatMap((name) => {
		const message = report[name];
		return message === null
			? []
			: [{ ...headings[name], headers: message.headers, body: message.body, verdict: verdicts[name] }];
	});
}
