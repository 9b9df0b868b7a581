import {
	Disposable,
	EventEmitter,
	RelativePattern,
	Uri,
	workspace,
	type Event,
	type WorkspaceFolder,
} from 'vscode';
import type { Phrase } from '../../onboarding/phrase';
import { applyChange, type Change } from '../../onboarding/progress/changes';
import { formatProgress } from '../../onboarding/progress/formatProgress';
import { createProgress, progressFile, type Progress } from '../../onboarding/progress/progress';
import { readProgress, type ProgressReading } from '../../onboarding/progress/progressFile';
import type { Situation } from '../../onboarding/situation';
import { readTextFile, writeTextFile } from './textFile';

/** What stands on disk. */
export type StoreReading =
	| ProgressReading
	| { readonly kind: 'absent' }
	/** It is there, but reading it fails. */
	| { readonly kind: 'unreadable'; readonly reason: string };

/** What came of a change. A refusal leaves the file as it was. */
export type ChangeOutcome = { readonly kind: 'changed' } | { readonly kind: 'refused'; readonly why: Phrase };

/** The progress file of one folder of the workspace, followed on disk. */
export interface ProgressStore {
	readonly folder: WorkspaceFolder;
	readonly file: Uri;
	/** The file as it was read last; undefined before the first time. */
	readonly reading: () => StoreReading | undefined;
	/** Reads the file when that has not been done yet: once, whoever asks meanwhile. */
	readonly ready: () => Promise<StoreReading>;
	/** Reads the file again. */
	readonly reload: () => Promise<StoreReading>;
	/** Tells that the file is not as it was read before. */
	readonly onDidChange: Event<void>;
	/** Applies changes to the file as it is at this moment, so that another window or a colleague loses nothing. */
	readonly change: (...changes: readonly Change[]) => Promise<ChangeOutcome>;
	/** Begins the file, or changes its situation when it is there. */
	readonly setSituation: (situation: Situation) => Promise<ChangeOutcome>;
	/** Keeps a damaged file beside the new one, and writes what could be saved of it. */
	readonly repair: () => Promise<ChangeOutcome | { readonly kind: 'repaired'; readonly kept: Uri }>;
	readonly dispose: () => void;
}

const nothingToRepair: Phrase = (t) => t('There is nothing in the file that a repair can save.');

export function createProgressStore(folder: WorkspaceFolder): ProgressStore {
	const file = Uri.joinPath(folder.uri, ...progressFile.split('/'));
	const changed = new EventEmitter<void>();
	let reading: StoreReading | undefined;
	let lastText: string | undefined;
	let queue: Promise<unknown> = Promise.resolve();
	let firstReading: Promise<StoreReading> | undefined;

	const read = async (): Promise<StoreReading> => {
		const before = reading;
		const { text, now } = await look(file, before, lastText);
		const isNews = before !== undefined && (before.kind !== now.kind || text !== lastText);
		reading = now;
		lastText = text;
		if (isNews) {
			changed.fire();
		}
		return now;
	};

	/** One after the other: two ticks in a row never start from the same file. */
	const inTurn = <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> => {
		const turn = queue.then(work, work);
		queue = turn.catch(() => undefined);
		return turn;
	};

	const write = async (progress: Progress): Promise<ChangeOutcome> => {
		const text = formatProgress(progress);
		try {
			await writeTextFile(file, text);
		} catch (error) {
			const reason = reasonOf(error);
			return { kind: 'refused', why: (t) => t('{0} cannot be written: {1}.', progressFile, reason) };
		}
		reading = { kind: 'progress', progress, problems: [] };
		lastText = text;
		changed.fire();
		return { kind: 'changed' };
	};

	const update = (make: (now: Progress | null) => Progress | null): Promise<ChangeOutcome> =>
		inTurn(async () => {
			if (hasUnsavedChanges(file)) {
				return {
					kind: 'refused',
					why: (t) => t('{0} has unsaved changes in an editor. Save it or undo them first.', progressFile),
				};
			}
			const now = await read();
			const refusal = refusalFor(now);
			if (refusal !== null) {
				return { kind: 'refused', why: refusal };
			}
			const next = make(now.kind === 'progress' ? now.progress : null);
			return next === null
				? { kind: 'refused', why: (t) => t('The connection has not been set up yet.') }
				: write(next);
		});

	const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, progressFile));
	// When the folder goes, nobody tells of the file in it; when it comes with the file in it, as git brings it, not always.
	const folderWatcher = workspace.createFileSystemWatcher(
		new RelativePattern(folder, progressFile.split('/').slice(0, -1).join('/')),
		false,
		true,
	);
	const reread = (): void => {
		void inTurn(read);
	};
	const listeners = [
		watcher,
		watcher.onDidChange(reread),
		watcher.onDidCreate(reread),
		watcher.onDidDelete(reread),
		folderWatcher,
		folderWatcher.onDidCreate(reread),
		folderWatcher.onDidDelete(reread),
		workspace.onDidSaveTextDocument((document) => {
			if (document.uri.toString() === file.toString()) {
				reread();
			}
		}),
	];

	return {
		folder,
		file,
		reading: () => reading,
		ready: () => (firstReading ??= inTurn(read)),
		reload: () => inTurn(read),
		onDidChange: changed.event,
		change: (...changes) => update((now) => (now === null ? null : changes.reduce(applyChange, now))),
		setSituation: (situation) =>
			update((now) =>
				now === null ? createProgress(situation) : applyChange(now, { kind: 'set-situation', situation }),
			),
		repair: () =>
			inTurn(async () => {
				const now = await read();
				if (now.kind !== 'damaged' || now.salvaged === null) {
					return { kind: 'refused', why: nothingToRepair };
				}
				const kept = await freeName(file);
				await workspace.fs.copy(file, kept);
				const outcome = await write(now.salvaged);
				return outcome.kind === 'changed' ? { kind: 'repaired', kept } : outcome;
			}),
		dispose: () => {
			Disposable.from(...listeners, changed).dispose();
		},
	};
}

/** Reads the file. The text that was read before is not judged anew. */
async function look(
	file: Uri,
	before: StoreReading | undefined,
	textBefore: string | undefined,
): Promise<{ readonly text: string | undefined; readonly now: StoreReading }> {
	try {
		const text = await readTextFile(file);
		if (text === undefined) {
			return { text, now: { kind: 'absent' } };
		}
		return { text, now: before !== undefined && text === textBefore ? before : readProgress(text) };
	} catch (error) {
		return { text: undefined, now: { kind: 'unreadable', reason: reasonOf(error) } };
	}
}

function refusalFor(now: StoreReading): Phrase | null {
	switch (now.kind) {
		case 'progress':
		case 'absent':
			return null;
		case 'newer':
			return (t) =>
				t(
					'{0} is of a newer version of Lopende Zaken, so it is only shown. Update the extension.',
					progressFile,
				);
		case 'damaged':
			return (t) => t('{0} is damaged and is left as it is. Repair it first.', progressFile);
		case 'unreadable':
			return (t) => t('{0} cannot be read: {1}.', progressFile, now.reason);
	}
}

function hasUnsavedChanges(file: Uri): boolean {
	return workspace.textDocuments.some(
		(document) => document.isDirty && document.uri.toString() === file.toString(),
	);
}

/** A name beside the file that is not taken. */
async function freeName(file: Uri): Promise<Uri> {
	for (let number = 1; ; number++) {
		const name = Uri.joinPath(file, '..', `aansluiting.beschadigd-${number}.json`);
		try {
			await workspace.fs.stat(name);
		} catch {
			return name;
		}
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
