import { window } from 'vscode';
import type { Translate } from '../text';
import type { Log } from './log';

/** The one place where a fault of ours (an exception) ends: in the log, and on screen as one sentence. */
export interface Faults {
	readonly report: (error: unknown) => void;
	/** For a promise that nobody awaits. */
	readonly watch: (work: PromiseLike<unknown>) => void;
}

export function createFaults(log: Log, t: Translate): Faults {
	// While the sentence is on screen, further faults only go to the log: one at a time is enough.
	let shown = false;
	const tell = async (error: unknown): Promise<void> => {
		log.error(error);
		if (shown) {
			return;
		}
		shown = true;
		const showLog = t('Show log');
		const reason = error instanceof Error ? error.message : String(error);
		const choice = await window.showErrorMessage(
			t('Something went wrong in Lopende Zaken itself: {0}', reason),
			showLog,
		);
		shown = false;
		if (choice === showLog) {
			log.show();
		}
	};
	return {
		report: (error) => {
			tell(error).then(undefined, log.error);
		},
		watch: (work) => {
			work.then(undefined, (error: unknown) => {
				tell(error).then(undefined, log.error);
			});
		},
	};
}
