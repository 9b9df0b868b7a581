import { ThemeColor, ThemeIcon } from 'vscode';
import { canBeFinished, type TaskStatus, type TaskView } from '../../../onboarding/overview';
import { urgentTimeliness, type Timeliness } from '../../../onboarding/planning/plan';
import type { Part } from './nodes';

const byStatus: Readonly<Record<TaskStatus, readonly [icon: string, color?: string]>> = {
	done: ['pass-filled', 'charts.green'],
	ready: ['circle-large-outline'],
	waiting: ['watch', 'charts.yellow'],
	blocked: ['lock', 'descriptionForeground'],
	'not-applicable': ['circle-slash', 'disabledForeground'],
};

/** @param isNext It is the first that can be done now. */
export function taskIcon(view: TaskView, isNext: boolean, timeliness: Timeliness | undefined): ThemeIcon {
	if (!canBeFinished(view) && view.status === 'ready') {
		return new ThemeIcon('sync');
	}
	const [icon, color] =
		view.status === 'ready' && view.runningSince !== null
			? (['play-circle', 'charts.blue'] as const)
			: isNext
				? (['arrow-circle-right', 'charts.blue'] as const)
				: byStatus[view.status];
	const isUrgent = timeliness !== undefined && urgentTimeliness.includes(timeliness);
	const shown = isUrgent && view.status === 'ready' ? 'charts.red' : color;
	return new ThemeIcon(icon, shown === undefined ? undefined : new ThemeColor(shown));
}

export const partIcons: Readonly<Record<Part['kind'], string>> = {
	proposal: 'lightbulb',
	attention: 'info',
	document: 'file-text',
	evidence: 'verified',
	note: 'note',
};
