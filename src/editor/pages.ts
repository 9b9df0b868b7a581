import { Disposable, EventEmitter, Uri, workspace } from 'vscode';

/**
 * Read-only Markdown pages of our own. VS Code opens their addresses from everywhere (the Problems panel, a hover, a
 * command), offline and without asking; `workbench.editorAssociations` in package.json has them shown as a preview.
 */
const scheme = 'lopende-zaken';

/**
 * Makes the text of a page, in the reader's language, at the moment that it is shown.
 *
 * @param name As given to {@link pageAddress}; `subject` too.
 */
export type PageWriter = (name: string, subject: string) => string | PromiseLike<string>;

export interface Pages {
	/** Has `writer` write the pages of a folder, until the result is disposed. */
	readonly add: (folder: string, writer: PageWriter) => Disposable;
	/** Has the open pages of a folder written again. */
	readonly refresh: (folder: string) => void;
	readonly dispose: () => void;
}

/**
 * @param folder Says who writes the page.
 * @param name Shown as its title.
 * @param subject What it is about, where the name does not say it all.
 */
export function pageAddress(folder: string, name: string, subject = ''): Uri {
	return Uri.from({ scheme, path: `/${folder}/${name}.md`, query: subject });
}

export function createPages(): Pages {
	const writers = new Map<string, PageWriter>();
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: changed.event,
		provideTextDocumentContent(address) {
			const [folder, file] = partsOf(address);
			return writers.get(folder)?.(file.replace(/\.md$/, ''), address.query);
		},
	});
	return {
		add(folder, writer) {
			writers.set(folder, writer);
			return new Disposable(() => writers.delete(folder));
		},
		refresh(folder) {
			for (const { uri } of workspace.textDocuments) {
				if (uri.scheme === scheme && partsOf(uri)[0] === folder) {
					changed.fire(uri);
				}
			}
		},
		dispose() {
			Disposable.from(provider, changed).dispose();
		},
	};
}

function partsOf(address: Uri): readonly [folder: string, file: string] {
	const [, folder = '', file = ''] = address.path.split('/');
	return [folder, file];
}
