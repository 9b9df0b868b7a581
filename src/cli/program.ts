import { Command, Option, type Help } from 'commander';
import type { CliCommand, CommandContext } from './command';
import { certificateCommand } from './commands/certificate';
import { cpaCommand } from './commands/cpa';
import { pingCommand } from './commands/ping';
import { partnerCommand } from './commands/partner';
import { schemasCommand } from './commands/schemas';
import { tasksCommand } from './commands/tasks';
import { validateCommand } from './commands/validate';
import { exitStatus, type ExitStatus } from './exitStatus';
import { languages } from './language';
import { programName } from './programName';
import { debugVariable } from './surroundings';
import type { Translate } from '../text';

/** The commands, in the order in which the help shows them. */
const commands: readonly CliCommand[] = [
	validateCommand,
	schemasCommand,
	certificateCommand,
	cpaCommand,
	pingCommand,
	partnerCommand,
	tasksCommand,
];

/**
 * Builds the program.
 *
 * @param onDone Told the exit status of the command that ran.
 */
export function createProgram(context: CommandContext, onDone: (status: ExitStatus) => void): Command {
	const { t, surroundings } = context;
	const program = new Command(programName)
		.description(t('Checks messages and documents for the connection to Lopende zaken of MijnOverheid.'))
		.version(context.version, '--version', t('Show the version.'))
		.helpOption('-h, --help', t('Show this help.'))
		.helpCommand('help [command]', t('Show the help of a command.'))
		.addOption(new Option('--lang <language>', t('Language of all texts.')).choices(languages).default('nl'))
		.exitOverride()
		.configureHelp({ ...helpIn(t), showGlobalOptions: true })
		.configureOutput({
			writeOut: (text) => surroundings.stdout.write(text),
			writeErr: (text) => surroundings.stderr.write(text),
			outputError: () => undefined,
			getOutHelpWidth: () => surroundings.stdout.columns ?? 100,
			getErrHelpWidth: () => surroundings.stderr.columns ?? 100,
			getOutHasColors: () => false,
			getErrHasColors: () => false,
		});
	program.addHelpText('afterAll', statusHelp(t));
	for (const { name, description, declare, run } of commands) {
		const command = program
			.command(name)
			.description(description(t))
			.helpOption('-h, --help', t('Show this help.'));
		declare(command, t);
		command.action(async () => {
			onDone(await run(command, context));
		});
	}
	return program;
}

/** What the exit status means, under every help. */
function statusHelp(t: Translate): string {
	const meanings: Readonly<Record<keyof typeof exitStatus, string>> = {
		ok: t('nothing wrong'),
		errorsFound: t('errors found'),
		unusable: t(
			'wrong usage, a named file or folder cannot be read, or this program failed ({0}=1 tells where)',
			debugVariable,
		),
		interrupted: t('stopped with Ctrl-C'),
	};
	const lines = Object.entries(exitStatus).map(
		([name, status]) => `  ${String(status).padEnd(3)}  ${meanings[name as keyof typeof exitStatus]}`,
	);
	return `\n${t('Exit status:')}\n${lines.join('\n')}`;
}

/** The parts of commander's help that are English of itself. */
function helpIn(t: Translate): Partial<Help> {
	const headings: Readonly<Record<string, string>> = {
		'Usage:': t('Usage:'),
		'Arguments:': t('Arguments:'),
		'Options:': t('Options:'),
		'Global Options:': t('Options of every command:'),
		'Commands:': t('Commands:'),
	};
	return {
		styleTitle: (title) => headings[title] ?? title,
		styleUsage: (usage) => inUsage(usage, t),
		styleSubcommandTerm: (term) => inUsage(term, t),
		optionDescription: (option) => {
			const remarks = [
				...(option.argChoices ? [t('choice of {0}', option.argChoices.join(', '))] : []),
				...(option.defaultValue === undefined || Array.isArray(option.defaultValue)
					? []
					: [t('default {0}', String(option.defaultValue))]),
			];
			return remarks.length === 0 ? option.description : `${option.description} (${remarks.join('; ')})`;
		},
	};
}

function inUsage(usage: string, t: Translate): string {
	return usage.replace('[options]', `[${t('options')}]`).replace('[command]', `[${t('command')}]`);
}
