import { documentCheck } from '../../ebms/partner/documentCheck';
import { recordPing } from '../../ebms/ping/recordPing';
import { sendPing } from '../../ebms/ping/sendPing';
import type { Translate } from '../../text';
import type { Passwords } from '../certificates/passwords';
import type { Services } from '../services';
import type { ConfiguredConnection } from './configuredConnection';
import { curlSourcesOf } from './credentials';
import { requestOf, targetOf } from './pingSources';
import { proxyInWords } from './proxySettings';
import type { SentPing } from './sentPing';
import { createSupervisor, phaseInWords, type RequestSentences, type Supervised } from './supervisor';

/** Sends Pings, one at a time. */
export interface PingSender {
	/** @returns `undefined` when nothing was tried: the user was told why, or said no. */
	readonly send: (connection: ConfiguredConnection) => Promise<SentPing | undefined>;
	/** Cancels what is under way. */
	readonly dispose: () => void;
}

export function createPingSender(services: Services, passwords: Passwords): PingSender {
	const { t, config, pool } = services;
	const supervisor = createSupervisor(services);

	async function send(connection: ConfiguredConnection, by: Supervised): Promise<SentPing | undefined> {
		const { name, environment } = connection;
		const target = await targetOf(connection, t);
		if ('complaint' in target) {
			supervisor.complain(`${name}: ${target.complaint}`);
			return undefined;
		}
		const { url } = target;
		if (!(await by.confirm(url, environment))) {
			return undefined;
		}
		const request = await requestOf(connection, target, config.trustFiles(), passwords, t);
		if (request === undefined) {
			return undefined;
		}
		if ('complaint' in request) {
			supervisor.complain(`${name}: ${request.complaint}`);
			return undefined;
		}
		const at = new Date();
		const result = await by.send(url, (signal, tell) =>
			sendPing(request, {
				signal,
				onPhase: (phase) => {
					tell(phaseInWords(phase, t));
				},
			}),
		);
		const proxy = proxyInWords(url);
		const record = await recordPing(
			{
				connection: name,
				environment,
				url,
				proxy,
				at,
				result,
				check: documentCheck(pool),
				sources: curlSourcesOf(connection, request, proxy),
			},
			t,
		);
		return { record, result };
	}

	return {
		send: (connection) => supervisor.run(sentencesFor(connection.name, t), (by) => send(connection, by)),
		dispose: supervisor.dispose,
	};
}

function sentencesFor(name: string, t: Translate): RequestSentences {
	return {
		untrusted: t('A Ping is only sent from a workspace that you trust.'),
		busy: t('A Ping is still under way. Wait for it, or cancel it.'),
		title: t('Ping to {0}', name),
		waiting: t('waiting: at most one Ping a second'),
		production: {
			question: t('{0} is PRODUCTION. Send a Ping to it?', name),
			detail: (url) =>
				t(
					'It goes to {0}. A Ping only asks whether you can be heard: no message is delivered. You are asked once until VS Code is closed.',
					url,
				),
		},
	};
}
