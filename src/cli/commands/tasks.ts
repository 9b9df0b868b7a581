import { InvalidArgumentError, Option } from 'commander';
import type { Translate } from '../../text';
import { parseIsoDate, type IsoDate } from '../../onboarding/planning/isoDate';
import type { CliCommand } from '../command';
import { taskFormatNames } from '../formats/taskFormat';
import type { TasksOptions } from '../showTasks';

export const tasksCommand: CliCommand = {
	name: 'tasks',
	description: (t) =>
		t(
			'Shows the tasks of the connection for the situation of an organisation, with their state and planning.',
		),
	declare(command, t) {
		command
			.addOption(
				new Option(
					'--situation <file>',
					t('JSON file with the situation of the organisation, or its progress file.'),
				),
			)
			.addOption(
				new Option('--format <format>', t('Form of the output.')).choices(taskFormatNames).default('text'),
			)
			.addOption(
				new Option('--at <date>', t('The day to take for today, written YYYY-MM-DD.')).argParser((value) =>
					existingDay(value, t),
				),
			);
	},
	async run(command, context) {
		// The catalogue of tasks is large, and the other commands have no use for it.
		const { showTasks } = await import('../showTasks');
		return showTasks(command.opts<TasksOptions>(), context);
	},
};

function existingDay(value: string, t: Translate): IsoDate {
	const day = parseIsoDate(value);
	if (day === undefined) {
		throw new InvalidArgumentError(t('Give an existing day from 2000 to 2199, written YYYY-MM-DD.'));
	}
	return day;
}
