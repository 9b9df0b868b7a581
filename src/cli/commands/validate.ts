import { availableParallelism } from 'node:os';
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { Certificate } from '../../certificates/certificate';
import type { Severity } from '../../finding';
import type { Translate } from '../../text';
import { checkInputs } from '../checkInputs';
import type { CliCommand, CommandContext } from '../command';
import { exitStatus, type ExitStatus } from '../exitStatus';
import { formatNames, formats, type FormatName } from '../formats/formats';
import { findInputs, mayBeMany, type Inputs } from '../inputs';
import { addJudgingOptions, type JudgingOptions } from '../judgingOptions';
import { coloursFor, write } from '../output';
import { repeatable } from '../repeatable';
import { stdinPath } from '../readStdin';
import { complaintAbout, explainUnused, namedFolders } from '../schemaFolders';
import { isUnreadable, isValid, type RunReport } from '../runReport';

interface ValidateOptions extends JudgingOptions {
	readonly schemas: readonly string[];
	readonly format: FormatName;
	readonly maxFindings: number;
	readonly severity: Severity;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const defaultMaxFindings = 200;

export const validateCommand: CliCommand = {
	name: 'validate',
	description: (t) =>
		t('Checks files, all *.xml files in folders, or standard input, and tells what is wrong and what to do.'),
	declare(command, t) {
		command
			.addArgument(new Argument('<path...>', t('Files and folders; - is standard input.')))
			.addOption(
				repeatable(
					new Option(
						'--schemas <folder>',
						t('Folder with official schemas (XSD); may be given more than once.'),
					),
				),
			);
		addJudgingOptions(command, t)
			.addOption(
				new Option('--format <format>', t('Form of the output.')).choices(formatNames).default('text'),
			)
			.addOption(
				new Option('--max-findings <number>', t('Most findings to show per file.'))
					.default(defaultMaxFindings)
					.argParser((value) => wholeNumber(value, t)),
			)
			.addOption(
				new Option(
					'--severity <severity>',
					t('Lowest severity to show; only errors count for the exit status.'),
				)
					.choices(severities)
					.default('info'),
			);
	},
	async run(command, context) {
		const options = command.opts<ValidateOptions>();
		const { surroundings, t, language, version } = context;
		const folders = namedFolders(options.schemas, surroundings.workingFolder);
		const complaint = complaintAbout(folders, t);
		if (complaint !== undefined) {
			await write(surroundings.stderr, [`${complaint}\n`]);
			return exitStatus.unusable;
		}
		const trusted = await trustIn(options.trust, context);
		if ('complaint' in trusted) {
			await write(surroundings.stderr, [`${trusted.complaint}\n`]);
			return exitStatus.unusable;
		}
		const { checkers } = surroundings;
		if (folders.length > 0) {
			checkers.setSchemaFolders(folders.map(({ folder }) => folder));
		}
		if (mayBeMany(command.args, surroundings.workingFolder)) {
			checkers.warmUp(availableParallelism());
		}
		const withStdin = command.args.includes(stdinPath);
		const inputs = await findInputs(
			command.args.filter((path) => path !== stdinPath),
			surroundings.workingFolder,
			surroundings.interrupted,
		);
		await tellEmptyFolders(inputs, context);

		const maxFindings = Math.max(options.maxFindings, defaultMaxFindings);
		const checking = checkInputs(inputs, surroundings, {
			withStdin,
			terms: { maxFindings, moment: options.at },
			completer: async () => {
				const { createReportCompleter } = await import('../completeReports');
				const { containers } = inputs;
				return createReportCompleter(
					{
						...trusted,
						containers,
						maxFindings,
						moment: options.at ?? new Date(),
						warnDays: options.warnDays,
					},
					surroundings,
				);
			},
			t,
		});
		// Loading the format takes a while, in which the workers are busy already.
		const [run, format] = await Promise.all([checking, formats[options.format]()]);
		await write(
			surroundings.stdout,
			format(run, {
				selection: options,
				t,
				language,
				colours: coloursFor(surroundings.stdout, surroundings.env),
				workingFolder: surroundings.workingFolder,
				productRoot: surroundings.productRoot,
				version,
			}),
		);
		const unused = await explainUnused(folders, run, t);
		await write(
			surroundings.stderr,
			unused.sentences.map((sentence) => `${sentence}\n`),
		);
		return statusOf(run, unused.isEmpty);
	},
};

/** What reads certificates is only loaded when there is something to trust. */
async function trustIn(
	names: readonly string[],
	{ surroundings, t }: CommandContext,
): Promise<{ readonly trust: readonly Certificate[] } | { readonly complaint: string }> {
	if (names.length === 0) {
		return { trust: [] };
	}
	const { trustedCertificates } = await import('../certificateFiles');
	return trustedCertificates(names, null, surroundings.workingFolder, t);
}

function wholeNumber(value: string, t: Translate): number {
	const number = Number(value);
	if (!/^\d+$/.test(value) || number < 1 || !Number.isSafeInteger(number)) {
		throw new InvalidArgumentError(t('Give a whole number from 1.'));
	}
	return number;
}

/** Nothing to check is nothing wrong, but whoever mistyped a folder must see it. */
async function tellEmptyFolders(
	{ withoutFiles }: Inputs,
	{ surroundings, t }: CommandContext,
): Promise<void> {
	await write(
		surroundings.stderr,
		withoutFiles.map((folder) => `${t('There are no XML files (*.xml) in {0}.', folder)}\n`),
	);
}

function statusOf({ files, cancelled }: RunReport, hasEmptySchemaFolder: boolean): ExitStatus {
	if (cancelled !== undefined) {
		return exitStatus.interrupted;
	}
	if (hasEmptySchemaFolder || files.some(({ named, report }) => named && isUnreadable(report))) {
		return exitStatus.unusable;
	}
	return files.every(({ report }) => isValid(report)) ? exitStatus.ok : exitStatus.errorsFound;
}
