import { messageNames, type MessageName, type PingRecord } from '../../ebms/ping/pingRecord';
import type { Translate } from '../../text';
import { html } from './html';
import { doubtsPart, messagesPart, phasesPart, tlsPart, type ShownMessage } from './page/exchangeParts';
import {
	actionsPart,
	advicePart,
	bannerPart,
	wherePart,
	writePage,
	type PageFrame,
	type Tone,
} from './page/pageFrame';

/** What the buttons of the page ask for. */
export const pingActions = ['again', 'open', 'compare', 'curl', 'save'] as const;

export type PingAction = (typeof pingActions)[number];

export interface PingPageFrame extends PageFrame {
	/** There is an earlier Ping over the same connection. */
	readonly canCompare: boolean;
}

/** The page about one Ping. Everything in it is escaped: it shows what others sent. */
export function writePingPage(record: PingRecord, frame: PingPageFrame, t: Translate): string {
	const { connection, report, doubts, proxy } = record;
	const body = html`<main>
		${wherePart({ ...record, name: connection }, t)}
		${bannerPart(report.explanation, report.outcome, toneOf(record))}
		${actionsPart(offeredFor(record, frame), labelsOf(t), t)} ${advicePart(report.explanation, t)}
		${doubtsPart(doubts, t)} ${phasesPart(report.timings, t)} ${tlsPart(report.tls, proxy, t)}
		${messagesPart(messagesOf(record, t), t)}
	</main>`;
	return writePage(connection, body, frame);
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
