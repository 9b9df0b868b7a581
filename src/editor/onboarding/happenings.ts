import { EventEmitter, type Event, type WorkspaceFolder } from 'vscode';
import type { Happening } from '../../onboarding/evidence/propose';

/**
 * Tells what happened, with files relative to the folder. Asked only when the connection of that folder has been set up, so that
 * fingerprints are made for somebody who wants them.
 */
export type HappeningTeller = (folder: WorkspaceFolder) => Promise<readonly Happening[]>;

/** Where features tell of what may show that a task is done. It loads nothing of the onboarding. */
export interface Happenings {
	readonly onDidHappen: Event<HappeningTeller>;
	readonly report: (tell: HappeningTeller) => void;
	readonly dispose: () => void;
}

export function createHappenings(): Happenings {
	const happened = new EventEmitter<HappeningTeller>();
	return {
		onDidHappen: happened.event,
		report: (tell) => {
			happened.fire(tell);
		},
		dispose: () => {
			happened.dispose();
		},
	};
}
