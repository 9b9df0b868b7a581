import { EventEmitter, languages, type Diagnostic, type Event, type Uri } from 'vscode';
import type { Translate } from '../text';
import type { DocumentReport, LocatedFinding } from '../validation/report';
import type { Faults } from './faults';

/** How a document came to be checked, which decides what is shown of it and for how long. */
export type Reason =
	/** It was opened, saved or typed in: a document of no kind that we know is none of our business. */
	| 'automatic'
	/** The user asked for it: everything is shown. */
	| 'asked'
	/** As `asked`, and its result stays when the document is closed: the check of a closed file or of the workspace. */
	| 'kept';

/** A document's newest report. */
export interface Result {
	readonly uri: Uri;
	readonly report: DocumentReport;
	readonly reason: Reason;
}

/** The newest report of each document, and the Problems panel that shows them. */
export interface Results {
	/** Tells which document has another result; `undefined` when it may be any. */
	readonly onDidChange: Event<Uri | undefined>;
	readonly get: (uri: Uri) => Result | undefined;
	readonly all: () => Iterable<Result>;
	/** Takes the place of the older result of the same document; ends when it is shown. */
	readonly set: (result: Result) => Promise<void>;
	/** Takes in a part of the results of a run over files. Call `compareKept` when the run is done. */
	readonly setMany: (results: readonly Result[]) => void;
	/** Compares all kept results with one another: what may occur once only over all files. Ends when all is shown. */
	readonly compareKept: () => Promise<void>;
	readonly delete: (uris: readonly Uri[]) => void;
	/** What is shown of a document: what its report says and what only the comparison with other files says. */
	readonly shown: (uri: Uri) => readonly LocatedFinding[];
	/** Shows everything again, in the language that the user reads now. */
	readonly refresh: () => void;
	readonly dispose: () => void;
}

/** Codes that are shown of a document that is of no known kind and has no schema, although nobody asked. */
const alwaysShown = /^(document\.wrong-namespace|check\.)/;

/** VS Code silently drops what goes over 1000 in one step, so larger results go in several. */
const mostAtOnce = 1000;

export function createResults(t: Translate, faults: Faults): Results {
	const collection = languages.createDiagnosticCollection('lopendeZaken');
	const changed = new EventEmitter<Uri | undefined>();
	const results = new Map<string, Result>();
	let duplicates: ReadonlyMap<string, readonly LocatedFinding[]> = new Map();

	const shown = ({ uri, report, reason }: Result): readonly LocatedFinding[] => {
		const isForeign = report.kind === 'unknown' && report.schema === null;
		const own =
			isForeign && reason === 'automatic'
				? report.findings.filter(({ code }) => alwaysShown.test(code))
				: report.findings;
		return reason === 'kept' ? [...own, ...(duplicates.get(uri.fsPath) ?? [])] : own;
	};

	const show = async (entries: Iterable<Result>): Promise<void> => {
		const { toDiagnostic } = await import('./findingWords');
		let step: [Uri, readonly Diagnostic[]][] = [];
		let size = 0;
		for (const entry of entries) {
			if (results.get(entry.uri.toString()) !== entry) {
				// Meanwhile there is a newer one, which is shown as well, or none.
				continue;
			}
			const diagnostics = shown(entry).map((finding) => toDiagnostic(finding, entry.uri, t));
			if (diagnostics.length === 0 && !collection.has(entry.uri)) {
				continue;
			}
			if (size + diagnostics.length > mostAtOnce && step.length > 0) {
				collection.set(step);
				step = [];
				size = 0;
			}
			step.push([entry.uri, diagnostics]);
			size += diagnostics.length;
		}
		if (step.length > 0) {
			collection.set(step);
		}
	};

	/** @returns The files whose duplicates changed. */
	const compareFiles = async (): Promise<readonly Result[]> => {
		const { findDuplicates } = await import('./findingWords');
		const kept = [...results.values()].filter(
			({ reason, report }) => reason === 'kept' && report.keys.length > 0,
		);
		const byFile = new Map(kept.map((result) => [result.uri.fsPath, result]));
		const files = [...byFile.keys()].sort();
		const before = duplicates;
		duplicates = findDuplicates(
			files.flatMap((file) => ({ file, report: byFile.get(file)?.report ?? noKeys })),
		);
		return files.flatMap((file) => {
			const result = byFile.get(file);
			const same = JSON.stringify(before.get(file)) === JSON.stringify(duplicates.get(file));
			return result === undefined || same ? [] : [result];
		});
	};

	const showCompared = async (): Promise<void> => {
		await show(await compareFiles());
		changed.fire(undefined);
	};

	return {
		onDidChange: changed.event,
		get: (uri) => results.get(uri.toString()),
		all: () => results.values(),
		async set(result) {
			const before = results.get(result.uri.toString());
			results.set(result.uri.toString(), result);
			const others = result.reason === 'kept' || before?.reason === 'kept' ? await compareFiles() : [];
			await show(new Set([result, ...others]));
			changed.fire(result.uri);
		},
		setMany(many) {
			for (const result of many) {
				results.set(result.uri.toString(), result);
			}
			faults.watch(
				show(many).then(() => {
					changed.fire(undefined);
				}),
			);
		},
		async compareKept() {
			await showCompared();
		},
		delete(uris) {
			const gone = uris.filter((uri) => results.delete(uri.toString()));
			if (gone.length > 0) {
				collection.set(gone.map((uri) => [uri, undefined]));
				faults.watch(showCompared());
			}
		},
		shown(uri) {
			const result = results.get(uri.toString());
			return result === undefined ? [] : shown(result);
		},
		refresh() {
			faults.watch(show(results.values()));
			changed.fire(undefined);
		},
		dispose() {
			collection.dispose();
			changed.dispose();
		},
	};
}

const noKeys = { keys: [] };
