import { InvalidArgumentError, Option, type Command } from 'commander';
import { warnDays } from '../certificates/warnDays';
import type { Translate } from '../text';
import { repeatable } from './repeatable';

/** The options on which every judgement of certificates depends, as commander gives them: with all of them, a run can be repeated. */
export interface JudgingOptions {
	/** Now when it is not given. */
	readonly at?: Date;
	/** Days before the end of a certificate from which on that is told. */
	readonly warnDays: number;
	/** Names of files with CA certificates. */
	readonly trust: readonly string[];
}

/** Declares the options of {@link JudgingOptions}: the same for each command that judges certificates. */
export function addJudgingOptions(command: Command, t: Translate): Command {
	return command
		.addOption(
			repeatable(
				new Option(
					'--trust <file>',
					t('File with CA certificates that you trust; may be given more than once.'),
				),
			),
		)
		.addOption(
			new Option('--at <date>', t('Moment to judge at, such as 2028-11-12; now by default.')).argParser(
				(value) => momentIn(value, t),
			),
		)
		.addOption(
			new Option(
				'--warn-days <number>',
				t('Days before the end of a certificate from which on there is a warning.'),
			)
				.default(warnDays.usual)
				.argParser((value) => daysIn(value, t)),
		);
}

/** A date (then the moment that it begins, in UTC) or a moment of ISO 8601. With its zone: else it would be another one on each machine. */
function momentIn(value: string, t: Translate): Date {
	const isIso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(value);
	const moment = new Date(value);
	if (!isIso || Number.isNaN(moment.getTime()) || !isDay(value.slice(0, 10))) {
		throw new InvalidArgumentError(t('Give a date such as 2028-11-12, or 2028-11-12T23:00:00Z.'));
	}
	return moment;
}

/** `new Date` takes 30 February for 1 or 2 March. */
function isDay(date: string): boolean {
	return new Date(date).getUTCDate() === Number(date.slice(8));
}

function daysIn(value: string, t: Translate): number {
	const number = Number(value);
	const { least, most } = warnDays;
	if (!/^\d+$/.test(value) || number < least || number > most) {
		throw new InvalidArgumentError(t('Give a whole number from {0} to {1}.', least, most));
	}
	return number;
}
