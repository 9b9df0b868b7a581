import type { Uri } from 'vscode';
import {
	Disposable,
	workspace,
	type FileRenameEvent,
	type TextDocument,
	type TextDocumentChangeEvent,
} from 'vscode';
import { isOwnDocument, isXml, openDocument } from './documentChecks';
import type { Services } from './services';
import { exists } from './exists';

/** Milliseconds without a change after which a document is checked. */
const typingPause = 300;

/** Checks documents when they are opened, saved or (when set) typed in, and forgets them when they are gone. */
export function registerValidation({ config, results, checks, faults }: Services): Disposable {
	const typing = new Map<string, NodeJS.Timeout>();

	const forgetTyping = (uri: Uri): void => {
		clearTimeout(typing.get(uri.toString()));
		typing.delete(uri.toString());
	};

	const check = (document: TextDocument): void => {
		forgetTyping(document.uri);
		if (config.validationRun() !== 'off' && isOwnDocument(document) && isXml(document)) {
			faults.watch(checks.check(document, 'automatic'));
		}
	};

	const checkAll = (): void => {
		workspace.textDocuments.forEach(check);
	};

	const onChange = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
		if (contentChanges.length === 0) {
			return;
		}
		forgetTyping(document.uri);
		const timer = setTimeout(() => {
			// A change that leaves a document saved was made on disk, by another program.
			if (config.validationRun() === 'onType' || !document.isDirty) {
				check(document);
			}
		}, typingPause);
		typing.set(document.uri.toString(), timer);
	};

	const checkOnDisk = async (file: Uri): Promise<void> => {
		if (await exists(file)) {
			await checks.checkClosed(file);
		} else {
			results.delete([file]);
		}
	};

	const onClose = (document: TextDocument): void => {
		forgetTyping(document.uri);
		if (results.get(document.uri)?.reason === 'kept') {
			// Unsaved changes are gone with the document: what counts now is the file.
			faults.watch(checkOnDisk(document.uri));
		} else {
			results.delete([document.uri]);
		}
	};

	/** Forgets files that are no more, also those in a folder that is no more. */
	const forget = (gone: readonly Uri[]): void => {
		const names = gone.map((uri) => uri.toString());
		const known = [...results.all()].map(({ uri }) => uri);
		results.delete(
			known.filter(
				(uri) =>
					openDocument(uri) === undefined &&
					names.some((name) => uri.toString() === name || uri.toString().startsWith(`${name}/`)),
			),
		);
	};

	const onRename = ({ files }: FileRenameEvent): void => {
		forget(files.map(({ oldUri }) => oldUri));
	};

	/** A file that is not open was written by another program: its result is old. */
	const onWrite = (file: Uri): void => {
		if (results.get(file)?.reason === 'kept' && openDocument(file) === undefined) {
			faults.watch(checkOnDisk(file));
		}
	};

	const onSetting = (): void => {
		if (config.validationRun() === 'off') {
			results.delete([...results.all()].filter(({ reason }) => reason === 'automatic').map(({ uri }) => uri));
		}
		checkAll();
	};

	const onDisk = workspace.createFileSystemWatcher('**/*.xml', true, false, true);
	// Of a folder that is deleted, VS Code tells the folder only.
	const onDiskDeleted = workspace.createFileSystemWatcher('**', true, true, false);
	const subscriptions = Disposable.from(
		workspace.onDidOpenTextDocument(check),
		workspace.onDidSaveTextDocument(check),
		workspace.onDidChangeTextDocument(onChange),
		workspace.onDidCloseTextDocument(onClose),
		workspace.onDidRenameFiles(onRename),
		workspace.onDidDeleteFiles(({ files }) => {
			forget(files);
		}),
		onDisk,
		onDisk.onDidChange(onWrite),
		onDiskDeleted,
		onDiskDeleted.onDidDelete((file) => {
			forget([file]);
		}),
		config.onDidChange(['validation.run', 'validation.maxFindings'], onSetting),
		config.onDidChange(['language'], results.refresh),
	);
	checkAll();
	return new Disposable(() => {
		typing.forEach((timer) => {
			clearTimeout(timer);
		});
		subscriptions.dispose();
	});
}
