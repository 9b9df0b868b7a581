import { CommanderError } from 'commander';
import { createTranslate } from '../text';
import { version } from '../../package.json';
import { exitStatus, type ExitStatus } from './exitStatus';
import { languageOf } from './language';
import { write } from './output';
import { programName } from './programName';
import { createProgram } from './program';
import { debugVariable, type Surroundings } from './surroundings';
import { usageComplaint } from './usageComplaint';

/**
 * Runs one command line from arguments to exit status. Never throws: the one place where a fault of ours is caught and
 * becomes a sentence.
 *
 * @param args Without the names of Node and the program.
 */
export async function runCommandLine(
	args: readonly string[],
	surroundings: Surroundings,
): Promise<ExitStatus> {
	const language = languageOf(args);
	const t = createTranslate(() => language, 'command-line');
	let status: ExitStatus = exitStatus.ok;
	const program = createProgram({ surroundings, language, t, version }, (outcome) => {
		status = outcome;
	});
	try {
		await program.parseAsync(args, { from: 'user' });
		return status;
	} catch (error) {
		if (!(error instanceof CommanderError)) {
			await write(surroundings.stderr, [`${faultOfOurs(error, surroundings)}\n`]);
			return exitStatus.unusable;
		}
		if (error.exitCode === 0) {
			return exitStatus.ok;
		}
		// Without a command commander has shown the help already.
		if (error.code !== 'commander.help') {
			const advice = t('See: {0}', `${programName} ${[...commandIn(args), '--help'].join(' ')}`);
			await write(surroundings.stderr, [`${usageComplaint(error, t)}\n${advice}\n`]);
		}
		return exitStatus.unusable;
	}

	function commandIn(given: readonly string[]): readonly string[] {
		const name = program.commands.map((command) => command.name()).find((known) => given.includes(known));
		return name === undefined ? [] : [name];
	}

	function faultOfOurs(error: unknown, { env }: Surroundings): string {
		if (env[debugVariable]) {
			return error instanceof Error ? (error.stack ?? error.message) : String(error);
		}
		const reason = error instanceof Error ? error.message : String(error);
		return t(
			'This program made a mistake: {0} Set {1}=1 to see where, and report it.',
			sentence(reason),
			debugVariable,
		);
	}
}

function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
