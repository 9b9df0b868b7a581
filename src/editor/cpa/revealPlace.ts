import type { Uri } from 'vscode';
import { Range, ViewColumn, window, workspace } from 'vscode';

/**
 * Shows a place in an editor: in the one that has the document, else beside the page.
 *
 * @param place As `placeText` writes it.
 */
export async function revealPlace(uri: Uri, place: string): Promise<void> {
	const [startLine = 0, startCharacter = 0, endLine = 0, endCharacter = 0] = place.split(':').map(Number);
	const document = await workspace.openTextDocument(uri);
	const open = window.visibleTextEditors.find((editor) => editor.document === document);
	await window.showTextDocument(document, {
		selection: new Range(startLine, startCharacter, endLine, endCharacter),
		viewColumn: open?.viewColumn ?? otherColumn(),
	});
}

/** Beside the page that is in front, and not over it. */
function otherColumn(): ViewColumn {
	return window.tabGroups.activeTabGroup.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
}
