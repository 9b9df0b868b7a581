import { EventEmitter, Uri, workspace } from 'vscode';

/** Reports that stand in no file, to be compared with one that does. */
export interface Drafts {
	/** @returns Its address; the same for the same name, with the newest text. */
	readonly show: (name: string, text: string) => Uri;
	readonly dispose: () => void;
}

const scheme = 'lopende-zaken-report';

export function createDrafts(): Drafts {
	const texts = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: ({ path }) => texts.get(path),
	});
	return {
		show(name, text) {
			const address = Uri.from({ scheme, path: `/${name}` });
			texts.set(address.path, text);
			changed.fire(address);
			return address;
		},
		dispose() {
			provider.dispose();
			changed.dispose();
		},
	};
}
