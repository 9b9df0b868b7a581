import { canBeFinished, type TaskView } from '../../onboarding/overview';

/** What a user may decide about a task as it stands. The menus of package.json say the same. */
export const allows = {
	begin: (view: TaskView): boolean =>
		canBeFinished(view) &&
		view.runningSince === null &&
		(view.status === 'ready' || view.status === 'blocked'),
	finish: (view: TaskView): boolean => canBeFinished(view) && isOpen(view),
	handOver: (view: TaskView): boolean => isOpen(view) && view.record.waitingSince === undefined,
	leaveOut: isOpen,
	reopen: ({ excluded, record }: TaskView): boolean =>
		!excluded &&
		(record.state !== 'open' || record.begunOn !== undefined || record.waitingSince !== undefined),
	plan: (view: TaskView): boolean => canBeFinished(view) && isOpen(view),
} as const;

function isOpen({ status }: TaskView): boolean {
	return status !== 'done' && status !== 'not-applicable';
}
