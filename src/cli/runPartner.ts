import { once } from 'node:events';
import { resolve } from 'node:path';
import type { PartnerEntry } from '../ebms/partner/entry';
import { entryInWords } from '../ebms/partner/entryWords';
import type { PartnerMode } from '../ebms/partner/modes';
import { problemInWords } from '../ebms/partner/problem';
import type { PartnerConnection } from '../ebms/partner/partnerConnection';
import { startPartner, type Partner } from '../ebms/partner/startPartner';
import type { Translate } from '../text';
import type { CommandContext } from './command';
import { documentCheck } from '../ebms/partner/documentCheck';
import { exitStatus, type ExitStatus } from './exitStatus';
import { write } from './output';
import { partnerReplies, type PartnerReply } from './partnerReplies';
import { programName } from './programName';

/** The options of `partner`, as commander gives them. */
export interface PartnerCommandOptions {
	readonly port: number;
	readonly pki: string;
	readonly reply: PartnerReply;
	readonly mode?: PartnerMode;
	readonly endpoint?: string;
	readonly printConnection?: true;
	readonly format: 'text' | 'json';
}

/** Runs the partner until Ctrl-C. */
export async function runPartner(
	options: PartnerCommandOptions,
	{ surroundings, t }: CommandContext,
): Promise<ExitStatus> {
	const { stdout, stderr, interrupted, workingFolder, checkers } = surroundings;
	const { reply, mode } = partnerReplies[options.reply];
	// So that the first message does not have to wait for it.
	checkers.warmUp(1);
	// What comes in before the connection is written has to wait for it.
	let lines = Promise.resolve();
	const say = (stream: typeof stdout, line: string): void => {
		lines = lines.then(() => write(stream, [`${line}\n`]));
	};
	const started = await startPartner({
		folder: resolve(workingFolder, options.pki),
		port: options.port,
		reply,
		mode: options.mode ?? mode,
		usEndpoint: options.endpoint ?? null,
		check: documentCheck(checkers),
		onEntry: (entry) => {
			say(entry.kind === 'message' ? stdout : stderr, line(entry));
		},
		onFault: (error) => {
			say(stderr, error instanceof Error ? (error.stack ?? error.message) : String(error));
		},
	});
	if ('problem' in started) {
		await write(stderr, [`${problemInWords(started.problem, t)}\n`]);
		return exitStatus.unusable;
	}
	if (options.printConnection === true || options.format === 'json') {
		say(stdout, JSON.stringify(started.connection));
	} else {
		say(stdout, introduction(started, t));
	}
	if (!interrupted.aborted) {
		await once(interrupted, 'abort');
	}
	await started.close();
	await lines;
	return exitStatus.ok;

	function line(entry: PartnerEntry): string {
		const words = entryInWords(entry, t);
		return options.format === 'text' ? words : JSON.stringify({ ...entry, text: words });
	}
}

function introduction({ connection, usEndpoint }: Partner, t: Translate): string {
	return [
		t('The partner listens at {0}; Ctrl-C stops it.', connection.url),
		`  CPA  ${connection.cpa}`,
		`       ${t('Your side is OIN {0} with endpoint {1}, the partner is OIN {2}.', connection.us, usEndpoint, connection.them)}`,
		t('Send it a Ping with:'),
		`  ${pingCommand(connection)}`,
		'',
	].join('\n');
}

function pingCommand({ cpa, us, cert, key, trust }: PartnerConnection): string {
	const options = { cpa, as: us, cert, key, trust };
	const written = Object.entries(options).map(([name, value]) => `--${name} ${quoted(value)}`);
	return [programName, 'ping', ...written].join(' ');
}

/** For a shell, when it is needed. */
function quoted(text: string): string {
	return /^[\w./:\\-]+$/.test(text) ? text : `"${text}"`;
}
