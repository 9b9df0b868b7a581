import { setTimeout as pause } from 'node:timers/promises';
import { ProgressLocation, window, workspace } from 'vscode';
import type { PingTarget } from '../../ebms/connection';
import { documentCheck } from '../../ebms/partner/documentCheck';
import type { PingRequest } from '../../ebms/ping/pingRequest';
import { recordPing } from '../../ebms/ping/recordPing';
import { sendPing, type PingResult } from '../../ebms/ping/sendPing';
import type { Phase } from '../../ebms/transport/phase';
import type { Translate } from '../../text';
import type { Passwords } from '../certificates/passwords';
import type { Services } from '../services';
import type { Connection } from './connection';
import { curlSourcesOf, proxyInWords, requestOf, targetOf, type Complaint } from './pingSources';
import type { SentPing } from './sentPing';

/** Sends Pings, one at a time. */
export interface PingSender {
	/** @returns `undefined` when nothing was tried: the user was told why, or said no. */
	readonly send: (connection: Connection) => Promise<SentPing | undefined>;
	/** Cancels what is under way. */
	readonly dispose: () => void;
}

/** Milliseconds between two Pings to the same endpoint: a Ping is no load test. */
const leastPause = 1000;

export function createPingSender({ t, config, faults, pool }: Services, passwords: Passwords): PingSender {
	let underWay: AbortController | undefined;
	/** When the last Ping to an endpoint ended. */
	const lastPings = new Map<string, number>();
	/** Endpoints of production to which the user wants to send in this session. */
	const confirmed = new Set<string>();

	const complain = (complaint: string): void => {
		faults.watch(window.showErrorMessage(complaint));
	};

	async function confirm({ name }: Connection, { url, environment }: PingTarget): Promise<boolean> {
		if (environment !== 'production' || confirmed.has(url)) {
			return true;
		}
		const send = t('Send to production');
		const choice = await window.showWarningMessage(
			t('{0} is PRODUCTION. Send a Ping to it?', name),
			{
				modal: true,
				detail: t(
					'It goes to {0}. A Ping only asks whether you can be heard: no message is delivered. You are asked once until VS Code is closed.',
					url,
				),
			},
			send,
		);
		if (choice === send) {
			confirmed.add(url);
		}
		return choice === send;
	}

	async function prepare(
		connection: Connection,
	): Promise<{ readonly target: PingTarget; readonly request: PingRequest } | Complaint | undefined> {
		const target = await targetOf(connection, t);
		if ('complaint' in target) {
			return target;
		}
		if (!(await confirm(connection, target))) {
			return undefined;
		}
		const request = await requestOf(connection, target, config.trustFiles(), passwords, t);
		return request === undefined || 'complaint' in request ? request : { target, request };
	}

	async function sendWithProgress(
		{ name }: Connection,
		request: PingRequest,
		stop: AbortController,
	): Promise<PingResult> {
		return window.withProgress(
			{ location: ProgressLocation.Notification, title: t('Ping to {0}', name), cancellable: true },
			async (progress, token) => {
				token.onCancellationRequested(() => {
					stop.abort();
				});
				const { url } = request.target;
				const wait = (lastPings.get(url) ?? -Infinity) + leastPause - Date.now();
				if (wait > 0) {
					progress.report({ message: t('waiting: at most one Ping a second') });
					await pause(wait, undefined, { signal: stop.signal }).catch(() => undefined);
				}
				try {
					const onPhase = (phase: Phase): void => {
						progress.report({ message: phaseInWords(phase, t) });
					};
					return await sendPing(request, { signal: stop.signal, onPhase });
				} finally {
					lastPings.set(url, Date.now());
				}
			},
		);
	}

	return {
		async send(connection) {
			if (!workspace.isTrusted) {
				complain(t('A Ping is only sent from a workspace that you trust.'));
				return undefined;
			}
			if (underWay !== undefined) {
				complain(t('A Ping is still under way. Wait for it, or cancel it.'));
				return undefined;
			}
			const stop = new AbortController();
			underWay = stop;
			try {
				const prepared = await prepare(connection);
				if (prepared === undefined) {
					return undefined;
				}
				if ('complaint' in prepared) {
					complain(`${connection.name}: ${prepared.complaint}`);
					return undefined;
				}
				const { target, request } = prepared;
				const at = new Date();
				const result = await sendWithProgress(connection, request, stop);
				const { name, environment } = connection;
				const record = await recordPing(
					{
						connection: name,
						environment,
						url: target.url,
						proxy: proxyInWords(target),
						at,
						result,
						check: documentCheck(pool),
						sources: curlSourcesOf(connection, request),
					},
					t,
				);
				return { record, result };
			} finally {
				underWay = undefined;
			}
		},
		dispose() {
			underWay?.abort();
		},
	};
}

function phaseInWords(phase: Phase, t: Translate): string {
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
