import { setTimeout as pause } from 'node:timers/promises';
import { ProgressLocation, window, workspace } from 'vscode';
import type { ConnectionEnvironment } from '../../ebms/connection';
import type { Phase } from '../../ebms/transport/phase';
import type { Translate } from '../../text';
import type { Services } from '../services';

/** What is said about a kind of request. Whole sentences. */
export interface RequestSentences {
	readonly untrusted: string;
	readonly busy: string;
	/** Of the notification with the progress. */
	readonly title: string;
	readonly waiting: string;
	/** Asked before the first request to production of a session. */
	readonly production: { readonly question: string; readonly detail: (url: string) => string };
}

/** What a request may do while it is under way. */
export interface Supervised {
	/** Whether something may be sent there: for production the user is asked, once. */
	readonly confirm: (url: string, environment: ConnectionEnvironment) => Promise<boolean>;
	/** Sends, no sooner than a second after what went there before, with the progress shown and a button to cancel. */
	readonly send: <R>(
		url: string,
		sending: (signal: AbortSignal, tell: (message: string) => void) => Promise<R>,
	) => Promise<R>;
}

/** Sees to it that requests are only sent from a workspace that is trusted, one at a time, and never as a load. */
export interface Supervisor {
	/** @returns `undefined` when it was not done: the user was told why. */
	readonly run: <R>(
		sentences: RequestSentences,
		work: (by: Supervised) => Promise<R | undefined>,
	) => Promise<R | undefined>;
	/** Tells what is wrong. */
	readonly complain: (complaint: string) => void;
	/** Cancels what is under way. */
	readonly dispose: () => void;
}

/** Milliseconds between two requests to the same endpoint: nothing here is a load test. */
const leastPause = 1000;

export function createSupervisor({ t, faults }: Pick<Services, 't' | 'faults'>): Supervisor {
	let underWay: AbortController | undefined;
	/** When the last request to an endpoint ended. */
	const last = new Map<string, number>();
	/** Endpoints of production to which the user wants to send in this session. */
	const confirmed = new Set<string>();

	function complain(complaint: string): void {
		faults.watch(window.showErrorMessage(complaint));
	}

	async function confirm(
		url: string,
		environment: ConnectionEnvironment,
		{ production: { question, detail } }: RequestSentences,
	): Promise<boolean> {
		if (environment !== 'production' || confirmed.has(url)) {
			return true;
		}
		const send = t('Send to production');
		const choice = await window.showWarningMessage(question, { modal: true, detail: detail(url) }, send);
		if (choice === send) {
			confirmed.add(url);
		}
		return choice === send;
	}

	return {
		async run(sentences, work) {
			if (!workspace.isTrusted) {
				complain(sentences.untrusted);
				return undefined;
			}
			if (underWay !== undefined) {
				complain(sentences.busy);
				return undefined;
			}
			const stop = new AbortController();
			underWay = stop;
			try {
				return await work({
					confirm: (url, environment) => confirm(url, environment, sentences),
					send: async (url, sending) =>
						window.withProgress(
							{ location: ProgressLocation.Notification, title: sentences.title, cancellable: true },
							async (progress, token) => {
								token.onCancellationRequested(() => {
									stop.abort();
								});
								const tell = (message: string): void => {
									progress.report({ message });
								};
								const wait = (last.get(url) ?? -Infinity) + leastPause - Date.now();
								if (wait > 0) {
									tell(sentences.waiting);
									await pause(wait, undefined, { signal: stop.signal }).catch(() => undefined);
								}
								try {
									return await sending(stop.signal, tell);
								} finally {
									last.set(url, Date.now());
								}
							},
						),
				});
			} finally {
				underWay = undefined;
			}
		},
		complain,
		dispose() {
			underWay?.abort();
		},
	};
}

/** What is going on, for the notification. */
export function phaseInWords(phase: Phase, t: Translate): string {
	const words: Readonly<Record<Phase, string>> = {
		lookup: t('looking up the name'),
		connect: t('connecting'),
		tls: t('TLS handshake'),
		request: t('sending the request'),
		response: t('waiting for the response'),
		pong: t('waiting for the Pong'),
	};
	return words[phase];
}
