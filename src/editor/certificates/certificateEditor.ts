import {
	Disposable,
	RelativePattern,
	Uri,
	window,
	workspace,
	type CustomReadonlyEditorProvider,
} from 'vscode';
import { basename } from 'node:path';
import type { CertificateServices } from './certificateServices';
import { certificateSource } from './certificateSource';
import type { CertificateView } from './certificateView';
import { viewTypes } from './fileTypes';

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
				read: () => certificateSource(uri),
				facts: [],
				findings: [],
				judging: { purpose: 'document', host: '' },
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
