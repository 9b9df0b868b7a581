import type { Overview } from '../../onboarding/overview';
import type { Planning } from '../../onboarding/planning/plan';
import type { Translate } from '../../text';
import type { Colours } from '../output';

/** Writes the tasks of an organisation in one format, in parts that end up after one another. */
export type TaskFormat = (
	overview: Overview,
	planning: Planning,
	t: Translate,
	colours: Colours,
) => Iterable<string>;

/** The formats of `tasks`; each is loaded only when it is asked for. */
export const taskFormats = {
	text: async () => (await import('./tasksText')).tasksText,
	json: async () => (await import('./tasksJson')).tasksJson,
	markdown: async () => (await import('./tasksMarkdown')).tasksMarkdown,
} satisfies Record<string, () => Promise<TaskFormat>>;

export type TaskFormatName = keyof typeof taskFormats;

export const taskFormatNames = Object.keys(taskFormats) as readonly TaskFormatName[];
