import { EventEmitter, type Event } from 'vscode';
import type { CertificateServices } from './certificateServices';
import type { SurveyedFile } from './worker/protocol';

/** What certificates there are in the workspace, as far as it was looked. */
export interface Survey {
	readonly files: readonly SurveyedFile[];
	/** There are more files than are looked at. */
	readonly isPartial: boolean;
}

/** Looks for certificates in the workspace, when it is first asked and each time that something changes from then on. */
export interface Surveyor {
	/** Looks, unless it did so already; ends when it has looked, whatever came of it. */
	readonly begin: () => Promise<void>;
	/** Looks again, for who does not trust that every change was noticed. */
	readonly again: () => Promise<void>;
	/** `undefined` as long as it has not looked. */
	readonly newest: () => Survey | undefined;
	readonly onDidSurvey: Event<Survey>;
	readonly dispose: () => void;
}

/** Files in one question, so that other questions need not wait long. */
const portion = 100;

/** Milliseconds without a change after which is looked again. */
const pause = 500;

export function createSurveyor(services: CertificateServices): Surveyor {
	const { worker, workspaceFiles, faults } = services;
	const surveyed = new EventEmitter<Survey>();
	let newest: Survey | undefined;
	let first: Promise<void> | undefined;
	let timer: NodeJS.Timeout | undefined;
	/** Counts the surveys, so that one that was overtaken ends. */
	let turn = 0;

	async function survey(): Promise<void> {
		const mine = ++turn;
		const { paths, isPartial } = await workspaceFiles.all();
		const neighbourhood = await services.neighbourhood();
		const files: SurveyedFile[] = [];
		for (let start = 0; start < paths.length; start += portion) {
			const answer = await worker.ask({
				kind: 'survey',
				files: paths.slice(start, start + portion),
				conditions: services.conditions(),
				neighbourhood,
			});
			if (mine !== turn) {
				return;
			}
			files.push(...answer.files);
		}
		newest = { files, isPartial };
		surveyed.fire(newest);
	}

	const soon = (): void => {
		if (first !== undefined) {
			clearTimeout(timer);
			timer = setTimeout(() => {
				void again();
			}, pause);
		}
	};
	const again = async (): Promise<void> => {
		clearTimeout(timer);
		try {
			await survey();
		} catch (error) {
			faults.report(error);
		}
	};
	const listeners = [workspaceFiles.onDidChange(soon), services.onDidChangeJudgement(soon)];

	return {
		begin() {
			first ??= again();
			return first;
		},
		again() {
			workspaceFiles.forget();
			first = again();
			return first;
		},
		newest: () => newest,
		onDidSurvey: surveyed.event,
		dispose() {
			turn++;
			clearTimeout(timer);
			listeners.forEach((listener) => {
				listener.dispose();
			});
			surveyed.dispose();
		},
	};
}
