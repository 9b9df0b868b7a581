import { curlCommand } from '../../ebms/ping/curlCommand';
import { readEndpoint } from '../../ebms/transport/endpoint';
import { checkWus } from '../../ebms/wus/checkWus';
import type { WusQuestion } from '../../ebms/wus/questions';
import { reportWus } from '../../ebms/wus/wusReport';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { Passwords } from '../certificates/passwords';
import { pingTimeout } from '../ping/pingSettings';
import { curlSourcesOf, readCredentials } from '../ping/credentials';
import { proxyFor, proxyInWords } from '../ping/proxySettings';
import { createSupervisor, phaseInWords, type RequestSentences, type Supervised } from '../ping/supervisor';
import type { Services } from '../services';
import type { CheckedWus } from './checkedWus';
import type { WusSetUp } from './wusSetUp';

/** Checks web services, one at a time. */
export interface WusChecker {
	/**
	 * @param ask What to check; `undefined` when the user gives up.
	 * @returns `undefined` when nothing was tried: the user was told why, or said no.
	 */
	readonly check: (ask: () => Promise<WusSetUp | undefined>) => Promise<CheckedWus | undefined>;
	/** Cancels what is under way. */
	readonly dispose: () => void;
}

export function createWusChecker(services: Services, passwords: Passwords): WusChecker {
	const { t, config } = services;
	const supervisor = createSupervisor(services);

	async function check(setUp: WusSetUp, by: Supervised): Promise<CheckedWus | undefined> {
		const { url, environment } = setUp;
		if (!(await by.confirm(url, environment))) {
			return undefined;
		}
		const sources = { environment, trustFiles: config.trustFiles(), passwords };
		const credentials = await readCredentials(setUp, sources, t);
		if (credentials === undefined) {
			return undefined;
		}
		if ('complaint' in credentials) {
			supervisor.complain(credentials.complaint);
			return undefined;
		}
		const request = { url, environment, ...credentials, proxy: proxyFor(url), timeout: pingTimeout() };
		const at = new Date().toISOString();
		const result = await by.send(url, (signal, tell) =>
			checkWus(request, {
				signal,
				onPhase: (phase, question) => {
					tell(`${questionInWords(question, t)}: ${phaseInWords(phase, t)}`);
				},
			}),
		);
		const last = result.attempts.at(-1);
		const proxy = proxyInWords(url);
		return {
			setUp,
			name: nameOf(url),
			at,
			outcome: result.outcome,
			report: reportWus(result, t),
			doubts: result.findings.map((finding) => {
				const { problem, cure, source } = explain(finding, t);
				return { code: finding.code, problem, cure, source };
			}),
			proxy,
			curl:
				last?.exchange.isSent === true
					? curlCommand(last.request, curlSourcesOf(setUp, request, proxy))
					: null,
		};
	}

	return {
		check: (ask) =>
			supervisor.run(sentences(t), async (by) => {
				const setUp = await ask();
				return setUp && check(setUp, by);
			}),
		dispose: supervisor.dispose,
	};
}

/** What is asked, in a word. */
export function questionInWords(question: WusQuestion, t: Translate): string {
	return { wsdl: 'WSDL', soap: t('SOAP question') }[question];
}

function nameOf(url: string): string {
	const endpoint = readEndpoint(url);
	return 'fault' in endpoint ? url : endpoint.host;
}

function sentences(t: Translate): RequestSentences {
	return {
		untrusted: t('A web service is only checked from a workspace that you trust.'),
		busy: t('A check is still under way. Wait for it, or cancel it.'),
		title: t('Check of a WUS endpoint'),
		waiting: t('waiting: at most one check a second'),
		production: {
			question: t('This is PRODUCTION. Check the web service there?'),
			detail: (url) =>
				t(
					'{0} is asked for its WSDL and, when it gives none, something that no service can act on. No data of persons is asked for. You are asked once until VS Code is closed.',
					url,
				),
		},
	};
}
