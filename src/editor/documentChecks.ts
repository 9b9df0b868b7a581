import {
	EventEmitter,
	workspace,
	type DocumentSelector,
	type Event,
	type TextDocument,
	type Uri,
} from 'vscode';
import type { CheckerPool } from '../validation/checkerPool';
import type { CheckSource, DocumentReport } from '../validation/report';
import type { CertificateJudgement } from './certificates/certificateJudgement';
import type { Config } from './config';
import type { Reason, Results } from './results';

/** Checks documents one by one and keeps their results. */
export interface DocumentChecks {
	/** Tells of which document a check began or ended. */
	readonly onDidChangeBusy: Event<Uri>;
	readonly isBusy: (uri: Uri) => boolean;
	/**
	 * Checks a document as it stands in the editor, saved or not.
	 *
	 * @returns Its report; `undefined` when a newer check took its place, it was aborted or the document was closed.
	 */
	readonly check: (
		document: TextDocument,
		reason: Reason,
		signal?: AbortSignal,
	) => Promise<DocumentReport | undefined>;
	/** Checks a file that is not open. */
	readonly checkClosed: (file: Uri) => Promise<DocumentReport | undefined>;
	readonly dispose: () => void;
}

/** Whether a document is one that somebody writes: a file or a new one, not the old side of a comparison and the like. */
export function isOwnDocument({ uri }: Pick<TextDocument, 'uri'>): boolean {
	return (
		uri.scheme === 'file' ||
		uri.scheme === 'untitled' ||
		workspace.fs.isWritableFileSystem(uri.scheme) === true
	);
}

/** The documents that {@link isXml} means, for what VS Code asks only of those. */
export const xmlFiles: DocumentSelector = [{ language: 'xml' }, { pattern: '**/*.[xX][mM][lL]' }];

/** Whether a document is XML by its language or its name. */
export function isXml(document: TextDocument): boolean {
	return document.languageId === 'xml' || /\.xml$/i.test(document.uri.path);
}

/** The open document at an address. */
export function openDocument(uri: Uri): TextDocument | undefined {
	return workspace.textDocuments.find(
		(document) => document.uri.toString() === uri.toString() && !document.isClosed,
	);
}

export function createDocumentChecks(
	pool: CheckerPool,
	config: Config,
	results: Results,
	judgement: Pick<CertificateJudgement, 'complete'>,
): DocumentChecks {
	const busyChanged = new EventEmitter<Uri>();
	/** The number of checks under way, by document. */
	const busy = new Map<string, number>();

	/** The newest check under way of each document: certificates are judged after the rest, when a newer one may have overtaken it. */
	const newest = new Map<string, symbol>();

	const count = (uri: Uri, step: 1 | -1): void => {
		const key = uri.toString();
		const now = (busy.get(key) ?? 0) + step;
		if (now > 0) {
			busy.set(key, now);
		} else {
			busy.delete(key);
		}
		busyChanged.fire(uri);
	};

	const run = async (
		uri: Uri,
		source: CheckSource,
		settle: (report: DocumentReport) => Promise<boolean>,
		signal?: AbortSignal,
	): Promise<DocumentReport | undefined> => {
		const key = uri.toString();
		const own = Symbol(key);
		newest.set(key, own);
		const isOver = (): boolean => newest.get(key) !== own || signal?.aborted === true;
		count(uri, 1);
		try {
			const result = await pool.check(source, {
				maxFindings: config.maxFindings(),
				key,
				...(signal === undefined ? {} : { signal }),
			});
			if (result.status !== 'checked') {
				return undefined;
			}
			const report = await judgement.complete(result.report, source);
			return !isOver() && (await settle(report)) ? report : undefined;
		} finally {
			if (newest.get(key) === own) {
				newest.delete(key);
			}
			count(uri, -1);
		}
	};

	return {
		onDidChangeBusy: busyChanged.event,
		isBusy: (uri) => busy.has(uri.toString()),
		check: (document, reason, signal) => {
			const settle = async (report: DocumentReport): Promise<boolean> => {
				if (document.isClosed) {
					return false;
				}
				// What was once asked for stays in sight until it is repaired, also when the next check comes of itself.
				const before = results.get(document.uri)?.reason ?? 'automatic';
				await results.set({ uri: document.uri, report, reason: strongest(before, reason) });
				return true;
			};
			return run(document.uri, sourceOf(document), settle, signal);
		},
		checkClosed: (file) =>
			run(file, { file: file.fsPath }, async (report) => {
				if (openDocument(file) !== undefined) {
					return false;
				}
				await results.set({ uri: file, report, reason: 'kept' });
				return true;
			}),
		dispose: () => {
			busyChanged.dispose();
		},
	};
}

function strongest(...reasons: readonly Reason[]): Reason {
	return reasons.includes('kept') ? 'kept' : reasons.includes('asked') ? 'asked' : 'automatic';
}

/**
 * A saved document is read from disk by the worker: that costs the editor nothing, and only the bytes tell whether the
 * encoding is the one that the document declares.
 */
function sourceOf(document: TextDocument): CheckSource {
	return document.uri.scheme === 'file' && !document.isDirty
		? { file: document.uri.fsPath }
		: { text: document.getText() };
}
