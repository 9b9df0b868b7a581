import {
	Disposable,
	RelativePattern,
	Uri,
	window,
	workspace,
	type CustomReadonlyEditorProvider,
} from 'vscode';
import { basename } from 'node:path';
import { openDocument } from '../documentChecks';
import type { CertificateServices } from './certificateServices';
import type { CertificateView } from './certificateView';
import { viewTypes } from './fileTypes';
import type { CertificateSource } from './worker/protocol';

/** The read-only editors that show the certificates in a file. */
export interface CertificateEditors {
	/** Shows one of the certificates of a file, by its SHA-256, in the editors of the file: also when they open later. */
	readonly select: (file: Uri, sha256: string) => void;
	readonly dispose: () => void;
}

export function registerCertificateEditors(services: CertificateServices): CertificateEditors {
	const open = new Map<string, Set<CertificateView>>();
	/** Certificates to show in editors that open next, by file. */
	const waiting = new Map<string, string>();

	const provider: CustomReadonlyEditorProvider = {
		openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
		async resolveCustomEditor({ uri }, panel) {
			// Only loaded when it is needed, so that the extension starts as fast as without.
			const { showCertificates } = await import('./certificateView');
			const subject = {
				name: basename(uri.path),
				file: uri,
				read: () => sourceOf(uri),
				facts: [],
				findings: [],
				judging: { purpose: 'both', host: '' },
			} as const;
			const view = showCertificates(panel.webview, subject, services);
			const views = open.get(uri.toString()) ?? new Set();
			open.set(uri.toString(), views.add(view));
			const wanted = waiting.get(uri.toString());
			if (wanted !== undefined) {
				waiting.delete(uri.toString());
				view.select(wanted);
			}
			const watching = watch(uri, view.refresh);
			panel.onDidDispose(() => {
				watching.dispose();
				view.dispose();
				views.delete(view);
			});
		},
	};
	const registrations = viewTypes.map((viewType) => window.registerCustomEditorProvider(viewType, provider));
	return {
		select(file, sha256) {
			const views = open.get(file.toString()) ?? new Set();
			views.forEach((view) => {
				view.select(sha256);
			});
			if (views.size === 0) {
				waiting.set(file.toString(), sha256);
			}
		},
		dispose() {
			Disposable.from(...registrations).dispose();
		},
	};
}

/** A document that is open counts as it stands in the editor, also when it is not saved. */
async function sourceOf(uri: Uri): Promise<CertificateSource> {
	const document = openDocument(uri);
	if (document !== undefined && (document.isDirty || uri.scheme !== 'file')) {
		return { text: document.getText() };
	}
	return uri.scheme === 'file' ? { file: uri.fsPath } : { bytes: await workspace.fs.readFile(uri) };
}

function watch(file: Uri, onChange: () => void): Disposable {
	const watcher = workspace.createFileSystemWatcher(
		new RelativePattern(Uri.joinPath(file, '..'), basename(file.path).replace(/[[\]{}*?]/g, '[$&]')),
	);
	return Disposable.from(
		watcher,
		watcher.onDidChange(onChange),
		watcher.onDidCreate(onChange),
		watcher.onDidDelete(onChange),
	);
}
