import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findCpa } from '../documents/cpa/findCpa';
import type { Finding } from '../finding';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import { readSource } from '../validation/read';
import { checkFinding } from '../validation/texts';
import { parseXml } from '../xml/parse';
import type { CommandContext } from './command';
import type { CpaOptions } from './commands/cpa';
import type { CpaReport } from './cpaReport';
import { exitStatus, type ExitStatus } from './exitStatus';
import { reasonOf } from './inputs';
import { coloursFor, write } from './output';

const maxFindings = 200;

/** Does the work of the command `cpa`: reads, checks, writes. */
export async function inspectCpa(
	file: string,
	options: CpaOptions,
	context: CommandContext,
): Promise<ExitStatus> {
	const { surroundings, t } = context;
	const complain = async (complaint: string): Promise<ExitStatus> => {
		await write(surroundings.stderr, [`${file}: ${complaint}\n`]);
		return exitStatus.unusable;
	};
	const bytes = readBytes(resolve(surroundings.workingFolder, file));
	if ('code' in bytes) {
		return complain(explain(bytes, t).problem);
	}
	const read = readSource({ bytes });
	if (read.status === 'not-read') {
		return complain(explain(read.finding, t).problem);
	}
	const cpa = findCpa(parseXml(read.text));
	if (cpa === undefined) {
		return complain(notACpa(t));
	}
	const result = await surroundings.checkers.check(
		{ bytes },
		{ maxFindings, signal: surroundings.interrupted },
	);
	if (result.status !== 'checked') {
		return exitStatus.interrupted;
	}
	const { findings, truncated } = result.report;
	await writeReport({ file, cpa, findings, truncated, moment: new Date() }, options, context);
	return findings.some(({ severity }) => severity === 'error') ? exitStatus.errorsFound : exitStatus.ok;
}

function readBytes(path: string): Uint8Array | Finding {
	try {
		return readFileSync(path);
	} catch (error) {
		return checkFinding('check.unreadable', { start: 0, end: 0 }, { reason: reasonOf(error) });
	}
}

function notACpa(t: Translate): string {
	return t('This is no CPA: its root element is not CollaborationProtocolAgreement of CPPA 2.0.');
}

async function writeReport(
	report: CpaReport,
	{ format }: CpaOptions,
	{ surroundings, t }: CommandContext,
): Promise<void> {
	if (format === 'json') {
		const { cpaJson } = await import('./formats/cpaJson');
		await write(surroundings.stdout, cpaJson(report, t));
	} else {
		const { cpaText } = await import('./formats/cpaText');
		await write(surroundings.stdout, cpaText(report, t, coloursFor(surroundings.stdout, surroundings.env)));
	}
}
