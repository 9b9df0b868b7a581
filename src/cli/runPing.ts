import { resolve } from 'node:path';
import { isSuccess, type Outcome } from '../ebms/outcome/outcome';
import { curlCommand, curlTrustOf, type CurlSources } from '../ebms/ping/curlCommand';
import { reportPing, type PingReport } from '../ebms/ping/pingReport';
import type { PingRequest } from '../ebms/ping/pingRequest';
import { sendPing, type PingResult } from '../ebms/ping/sendPing';
import { readProxy, withoutPassword } from '../ebms/transport/readProxy';
import type { TrustAnchor } from '../ebms/trust/trustAnchor';
import type { Translate } from '../text';
import type { CommandContext } from './command';
import type { PingCommandOptions } from './pingOptions';
import { exitStatus, type ExitStatus } from './exitStatus';
import { reasonOf } from './inputs';
import { coloursFor, write } from './output';
import { readPingFiles, type Complaint } from './pingFiles';
import { pingTargetOf } from './pingTarget';
import { savePing } from '../ebms/ping/savePing';
import { pingText } from './formats/pingText';

/** Does the work of the command `ping`: reads, sends, tells, saves. */
export async function runPing(options: PingCommandOptions, context: CommandContext): Promise<ExitStatus> {
	const { surroundings, t } = context;
	const request = requestOf(options, context);
	if ('complaint' in request) {
		await write(surroundings.stderr, [`${request.complaint}\n`]);
		return exitStatus.unusable;
	}
	const result = await sendPing(request, { signal: surroundings.interrupted });
	const report = reportPing(result, t);
	await writeReport(result, report, options, context);
	const complaint = save(options, context, { result, report, trust: request.trust });
	if (complaint !== undefined) {
		await write(surroundings.stderr, [`${complaint}\n`]);
		return exitStatus.unusable;
	}
	return statusOf(result.outcome);
}

function statusOf(outcome: Outcome): ExitStatus {
	return isSuccess(outcome)
		? exitStatus.ok
		: outcome.kind === 'cancelled'
			? exitStatus.interrupted
			: exitStatus.errorsFound;
}

function requestOf(options: PingCommandOptions, context: CommandContext): PingRequest | Complaint {
	const { t } = context;
	const complaint = contradictionIn(options, t);
	if (complaint !== undefined) {
		return { complaint };
	}
	const target = pingTargetOf(options, context);
	if ('complaint' in target) {
		return target;
	}
	const proxy = options.proxy === undefined ? null : readProxy(options.proxy);
	if (proxy === undefined) {
		const shown = withoutPassword(options.proxy ?? '');
		return {
			complaint: `${t('Option {0} cannot be "{1}".', '--proxy', shown)} ${t('Write http://HOST:PORT; other kinds of proxies are not used.')}`,
		};
	}
	const files = readPingFiles(options, target.environment, context);
	if ('complaint' in files) {
		return files;
	}
	const { sync, listen = null, timeout } = options;
	return { target, ...files, sync, proxy, listen, timeout };
}

function contradictionIn({ cert, key, p12 }: PingCommandOptions, t: Translate): string | undefined {
	if (p12 !== undefined && (cert ?? key) !== undefined) {
		return t('Give either {0} or {1}, not both.', '--p12', cert === undefined ? '--key' : '--cert');
	}
	return key !== undefined && cert === undefined ? t('Option {0} needs {1}.', '--key', '--cert') : undefined;
}

async function writeReport(
	result: PingResult,
	report: PingReport,
	{ format }: PingCommandOptions,
	{ surroundings, t }: CommandContext,
): Promise<void> {
	const { stdout, env } = surroundings;
	if (format === 'json') {
		await write(stdout, [`${JSON.stringify(report, null, 1)}\n`]);
	} else {
		await write(stdout, pingText(result, report, t, coloursFor(stdout, env)));
	}
}

interface Done {
	readonly result: PingResult;
	readonly report: PingReport;
	readonly trust: readonly TrustAnchor[];
}

/** Why the folder could not be written; `undefined` when it was, or none was asked for. */
function save(
	options: PingCommandOptions,
	{ surroundings, t }: CommandContext,
	{ result, report, trust }: Done,
): string | undefined {
	if (options.save === undefined) {
		return undefined;
	}
	const { request } = result;
	const curl = request === null ? null : curlCommand(request, curlSources(options, trust));
	try {
		savePing(resolve(surroundings.workingFolder, options.save), result, report, curl);
		return undefined;
	} catch (error) {
		return t('The folder {0} cannot be written: {1}.', options.save, reasonOf(error));
	}
}

function curlSources(options: PingCommandOptions, trust: readonly TrustAnchor[]): CurlSources {
	const { cert, p12, key, passwordEnv, proxy, timeout } = options;
	return {
		certificate: p12 ?? cert ?? null,
		key: key ?? null,
		isPkcs12: p12 !== undefined,
		passphraseVariable: passwordEnv ?? null,
		trust: curlTrustOf(trust),
		proxy: proxy === undefined ? null : withoutPassword(proxy),
		timeout,
	};
}
