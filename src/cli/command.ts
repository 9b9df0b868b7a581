import type { Command } from 'commander';
import type { Language, Translate } from '../text';
import type { ExitStatus } from './exitStatus';
import type { Surroundings } from './surroundings';

/** What a command is given to work with. */
export interface CommandContext {
	readonly surroundings: Surroundings;
	readonly language: Language;
	readonly t: Translate;
	/** Of the product. */
	readonly version: string;
}

/** One command of the command line: a file in `commands/` and a line in the table of `program.ts`. */
export interface CliCommand {
	readonly name: string;
	/** What it does, for the help. */
	readonly description: (t: Translate) => string;
	/** Declares its arguments and options. */
	readonly declare: (command: Command, t: Translate) => void;
	/**
	 * Does the work.
	 *
	 * @param command With its arguments and options parsed.
	 */
	readonly run: (command: Command, context: CommandContext) => Promise<ExitStatus>;
}
