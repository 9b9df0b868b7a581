import { Range, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Edit } from '../xml/repair';

/** Changes of a document as VS Code applies them, in one step that can be undone. */
export function asWorkspaceEdit(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
	const edit = new WorkspaceEdit();
	for (const { span, text } of edits) {
		const range = new Range(document.positionAt(span.start), document.positionAt(span.end));
		edit.replace(document.uri, range, text);
	}
	return edit;
}
