import { Disposable, EventEmitter, Uri, workspace } from 'vscode';

/**
 * Read-only Markdown pages of our own. VS Code opens their addresses from everywhere (the Problems panel, a hover, a
 * command), offline and without asking; `workbench.editorAssociations` in package.json has them shown as a preview.
 */
export const pageScheme = 'lopende-zaken';

/** Makes the text of a page, in the reader's language, at the moment that it is shown. */
export type PageWriter = (name: string, subject: string) => string | PromiseLike<string>;

/**
 * @param folder Says who writes the page.
 * @param name Shown as its title.
 * @param subject What it is about, where the name does not say it all.
 */
export function pageAddress(folder: string, name: string, subject = ''): Uri {
	return Uri.from({ scheme: pageScheme, path: `/${folder}/${name}.md`, query: subject });
}

export interface Pages {
	/** Has all open pages written again. */
	readonly refresh: () => void;
	readonly dispose: () => void;
}

/** @param writers By folder. */
export function registerPages(writers: Readonly<Record<string, PageWriter>>): Pages {
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(pageScheme, {
		onDidChange: changed.event,
		provideTextDocumentContent(address) {
			const [, folder = '', file = ''] = address.path.split('/');
			return writers[folder]?.(file.replace(/\.md$/, ''), address.query);
		},
	});
	return {
		refresh() {
			for (const { uri } of workspace.textDocuments) {
				if (uri.scheme === pageScheme) {
					changed.fire(uri);
				}
			}
		},
		dispose() {
			Disposable.from(provider, changed).dispose();
		},
	};
}
