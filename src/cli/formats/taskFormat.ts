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

/** The formats of `tasks`. */
export const taskFormatNames = ['text', 'json', 'markdown'] as const;

export type TaskFormatName = (typeof taskFormatNames)[number];
