import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createOverview } from '../onboarding/overview';
import type { IsoDate } from '../onboarding/planning/isoDate';
import { createPlan } from '../onboarding/planning/plan';
import type { Progress } from '../onboarding/progress/progress';
import { readSituationOrProgress } from '../onboarding/progress/situationOrProgress';
import type { FileProblem } from '../onboarding/situationFile';
import type { Translate } from '../text';
import type { CommandContext } from './command';
import { exitStatus, type ExitStatus } from './exitStatus';
import type { TaskFormat, TaskFormatName } from './formats/taskFormat';
import { tasksJson } from './formats/tasksJson';
import { tasksMarkdown } from './formats/tasksMarkdown';
import { tasksText } from './formats/tasksText';
import { reasonOf } from './inputs';
import { coloursFor, write } from './output';

const taskFormats: Readonly<Record<TaskFormatName, TaskFormat>> = {
	text: tasksText,
	json: tasksJson,
	markdown: tasksMarkdown,
};

/** The options of `tasks`, as commander gives them. */
export interface TasksOptions {
	readonly situation?: string;
	readonly format: TaskFormatName;
	readonly at?: IsoDate;
}

/** Shows the tasks for a situation, with their planning. */
export async function showTasks(
	options: TasksOptions,
	{ surroundings, t }: CommandContext,
): Promise<ExitStatus> {
	const complain = async (sentences: readonly string[]): Promise<void> => {
		await write(
			surroundings.stderr,
			sentences.map((sentence) => `${sentence}\n`),
		);
	};
	if (options.situation === undefined) {
		await complain([t('Name the file with the situation of the organisation: --situation <file>.')]);
		return exitStatus.unusable;
	}
	const input = await readInput(options.situation, surroundings.workingFolder, t);
	await complain(input.complaints);
	if (input.progress === null) {
		return exitStatus.unusable;
	}
	const overview = createOverview(input.progress);
	const planning = createPlan(overview, options.at ?? today());
	const format = taskFormats[options.format];
	const colours = coloursFor(surroundings.stdout, surroundings.env);
	await write(surroundings.stdout, format(overview, planning, t, colours));
	return exitStatus.ok;
}

interface Input {
	/** Null when the file is unusable. */
	readonly progress: Progress | null;
	readonly complaints: readonly string[];
}

async function readInput(name: string, workingFolder: string, t: Translate): Promise<Input> {
	let text: string;
	try {
		text = await readFile(resolve(workingFolder, name), 'utf8');
	} catch (error) {
		return { progress: null, complaints: [t('{0} cannot be read: {1}.', name, reasonOf(error))] };
	}
	const reading = readSituationOrProgress(text);
	switch (reading.kind) {
		case 'progress':
			return {
				progress: reading.progress,
				complaints: reading.problems.map((problem) => say(name, problem, t)),
			};
		case 'newer':
			return {
				progress: reading.progress,
				complaints: [
					t(
						'{0} is of version {1}, which is newer than this program: it may not show everything.',
						name,
						reading.version,
					),
				],
			};
		case 'damaged':
			return { progress: null, complaints: reading.problems.map((problem) => say(name, problem, t)) };
	}
}

function say(name: string, { severity, path, message }: FileProblem, t: Translate): string {
	const word = severity === 'error' ? t('error') : t('warning');
	return `${path === '' ? name : `${name} (${path})`}: ${word}: ${message(t)}`;
}

/** By the clock and the zone of this computer. */
function today(): IsoDate {
	const now = new Date();
	const two = (part: number): string => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
