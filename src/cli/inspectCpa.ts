import { findCpa } from '../documents/cpa/findCpa';
import type { CommandContext } from './command';
import { compareCpa, type ComparisonOptions } from './compareCpa';
import type { CpaReport } from './cpaReport';
import { exitStatus, type ExitStatus } from './exitStatus';
import { trustedCertificates } from './certificateFiles';
import { createReportCompleter } from './completeReports';
import type { JudgingOptions } from './judgingOptions';
import { coloursFor, write } from './output';
import { isComplaint, readXml, type Complaint } from './readXml';
import { cpaJson } from './formats/cpaJson';
import { cpaText } from './formats/cpaText';

const maxFindings = 200;

/** The options of `cpa`, as commander gives them. */
export interface CpaOptions extends ComparisonOptions, JudgingOptions {
	readonly format: 'text' | 'json';
}

/** Does the work of the command `cpa`: reads, checks, compares, writes. */
export async function inspectCpa(
	file: string,
	options: CpaOptions,
	context: CommandContext,
): Promise<ExitStatus> {
	const { surroundings, t } = context;
	const source = readXml(file, context);
	if (isComplaint(source)) {
		return complain(source, context);
	}
	const { bytes, document } = source;
	const cpa = findCpa(document);
	if (cpa === undefined) {
		return complain(
			{
				file,
				complaint: t('This is no CPA: its root element is not CollaborationProtocolAgreement of CPPA 2.0.'),
			},
			context,
		);
	}
	const comparison = compareCpa(cpa, options, context);
	if (isComplaint(comparison)) {
		return complain(comparison, context);
	}
	const trusted = trustedCertificates(options.trust, null, surroundings.workingFolder, t);
	if ('complaint' in trusted) {
		return complain({ file: null, ...trusted }, context);
	}
	const moment = options.at ?? new Date();
	const result = await surroundings.checkers.check(
		{ bytes },
		{ maxFindings, moment, signal: surroundings.interrupted },
	);
	if (result.status !== 'checked') {
		return exitStatus.interrupted;
	}
	const { warnDays } = options;
	const complete = createReportCompleter(
		{ ...trusted, containers: [], maxFindings, moment, warnDays },
		surroundings,
	);
	const { findings, truncated } = complete(result.report, { bytes });
	const report: CpaReport = {
		file,
		cpa,
		findings,
		truncated,
		moment,
		comparison:
			comparison === undefined || options.compare === undefined
				? null
				: { ...comparison, file: options.compare },
	};
	await writeReport(report, options, context);
	const all = [...findings, ...(comparison?.rows ?? []).flatMap(({ finding }) => finding ?? [])];
	return all.some(({ severity }) => severity === 'error') ? exitStatus.errorsFound : exitStatus.ok;
}

async function complain(
	{ file, complaint }: Complaint,
	{ surroundings }: CommandContext,
): Promise<ExitStatus> {
	await write(surroundings.stderr, [file === null ? `${complaint}\n` : `${file}: ${complaint}\n`]);
	return exitStatus.unusable;
}

async function writeReport(
	report: CpaReport,
	{ format }: CpaOptions,
	{ surroundings, t }: CommandContext,
): Promise<void> {
	if (format === 'json') {
		await write(surroundings.stdout, cpaJson(report, t));
	} else {
		await write(surroundings.stdout, cpaText(report, t, coloursFor(surroundings.stdout, surroundings.env)));
	}
}
