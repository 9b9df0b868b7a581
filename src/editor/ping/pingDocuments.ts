import { commands, Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import type { PingRecord } from '../../ebms/ping/pingRecord';

/** Read-only documents with the request and the response of a Ping, exactly as they went. */
export interface PingDocuments {
	/** Shows them side by side. */
	readonly open: (record: PingRecord) => Promise<void>;
	readonly dispose: () => void;
}

const scheme = 'lopende-zaken-ping';

export function createPingDocuments(): PingDocuments {
	/** Of the last Ping whose documents were opened: older ones show what they showed. */
	const texts = new Map<string, string>();
	const changed = new EventEmitter<Uri>();
	const provider = workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: changed.event,
		provideTextDocumentContent: (address) => texts.get(address.toString()),
	});
	const forgetting = workspace.onDidCloseTextDocument(({ uri }) => {
		texts.delete(uri.toString());
	});
	const show = async (record: PingRecord, name: string, body: string, column: ViewColumn): Promise<void> => {
		const extension = /^\uFEFF?\s*</.test(body) ? 'xml' : 'txt';
		const address = Uri.from({
			scheme,
			path: `/${record.connection.replace(/[\\/]/g, '-')}/${name}.${extension}`,
			query: record.at,
		});
		texts.set(address.toString(), body);
		changed.fire(address);
		await window.showTextDocument(address, { viewColumn: column, preview: false });
	};
	return {
		async open(record) {
			const { request, response, received } = record.report;
			if (request !== null) {
				await show(record, 'request', request.body, ViewColumn.One);
			}
			if (response !== null && response.body !== '') {
				await show(record, 'response', response.body, ViewColumn.Beside);
			}
			if (received !== null) {
				await show(record, 'pong', received.body, ViewColumn.Beside);
			}
			await commands.executeCommand('workbench.action.evenEditorWidths');
		},
		dispose() {
			Disposable.from(provider, changed, forgetting).dispose();
		},
	};
}
