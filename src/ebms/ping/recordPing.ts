import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import { isSuccess } from '../outcome/outcome';
import type { DocumentVerdict } from '../partner/checkDocument';
import { curlCommand, type CurlSources } from './curlCommand';
import type { MessageName, MessageVerdict, PingRecord } from './pingRecord';
import { reportPing } from './pingReport';
import type { PingResult } from './sendPing';

export interface RecordedPing extends Pick<PingRecord, 'connection' | 'environment' | 'url' | 'proxy'> {
	readonly at: Date;
	readonly result: PingResult;
	/** Judges a text; as the partner does. */
	readonly check: (text: string) => Promise<DocumentVerdict>;
	readonly sources: CurlSources;
}

/** Puts down all of a Ping. */
export async function recordPing(sent: RecordedPing, t: Translate): Promise<PingRecord> {
	const { connection, environment, url, proxy, at, result, check, sources } = sent;
	const report = reportPing(result, t);
	const verdictOn = async (name: MessageName): Promise<MessageVerdict> => {
		const body = report[name]?.body ?? '';
		const verdict = body === '' ? undefined : await check(body);
		return verdict === undefined || verdict.kind === 'unknown'
			? null
			: verdict.faults.map(({ line, say }) => ({ line, problem: say(t) }));
	};
	const [request, response, received] = await Promise.all([
		verdictOn('request'),
		verdictOn('response'),
		verdictOn('received'),
	]);
	return {
		version: 1,
		connection,
		environment,
		url,
		at: at.toISOString(),
		isSuccess: isSuccess(result.outcome),
		report,
		doubts: result.findings.map((finding) => {
			const { problem, cure, source } = explain(finding, t);
			return { code: finding.code, problem, cure, source };
		}),
		verdicts: { request, response, received },
		proxy,
		curl: result.request === null ? null : curlCommand(result.request, sources),
	};
}
