import { commands, Disposable, EventEmitter, Uri, window, workspace, type ViewColumn } from 'vscode';

/** A message as a document. */
export interface MessageDocument {
	/** The name of the document, without its extension. */
	readonly name: string;
	readonly body: string;
	readonly column: ViewColumn;
}

/** Read-only documents with what was sent and what came back, exactly as it went. */
export interface MessageDocuments {
	/**
	 * Shows them side by side.
	 *
	 * @param folder What they are of.
	 * @param at ISO 8601.
	 */
	readonly open: (folder: string, at: string, documents: readonly MessageDocument[]) => Promise<void>;
	readonly dispose: () => void;
}

/** @param scheme Of the addresses of the documents. */
export function createMessageDocuments(scheme: string): MessageDocuments {
	/** Of the last request whose documents were opened: older ones show what they showed. */
	const texts = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: (address) => texts.get(address.toString()),
	});
	const forgetting = workspace.onDidCloseTextDocument(({ uri }) => {
		texts.delete(uri.toString());
	});
	const show = async (folder: string, at: string, { name, body, column }: MessageDocument): Promise<void> => {
		const extension = /^\uFEFF?\s*</.test(body) ? 'xml' : 'txt';
		const address = Uri.from({
			scheme,
			path: `/${folder.replace(/[\\/]/g, '-')}/${name}.${extension}`,
			query: at,
		});
		texts.set(address.toString(), body);
		changed.fire(address);
		await window.showTextDocument(address, { viewColumn: column, preview: false });
	};
	return {
		async open(folder, at, documents) {
			for (const document of documents) {
				await show(folder, at, document);
			}
			await commands.executeCommand('workbench.action.evenEditorWidths');
		},
		dispose() {
			Disposable.from(provider, changed, forgetting).dispose();
		},
	};
}
