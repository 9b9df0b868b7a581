import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the installed extension', () => {
	it('checks a sample message when it is opened, and is active then', async () => {
		const folder = vscode.workspace.workspaceFolders?.[0];
		assert.ok(folder, 'the harness opens a folder');
		const file = vscode.Uri.joinPath(folder.uri, 'berichten', 'fout-bsn.xml');
		const diagnostics = nextDiagnostics(file);
		await vscode.window.showTextDocument(file);
		assert.deepEqual(
			(await diagnostics).map(({ source, severity }) => ({ source, severity })),
			[{ source: 'Lopende Zaken', severity: vscode.DiagnosticSeverity.Error }],
		);
		assert.equal(vscode.extensions.getExtension('lopende-zaken.lopende-zaken')?.isActive, true);
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	});

	it('comes from its VSIX, and not from the checkout', () => {
		const extension = vscode.extensions.getExtension('lopende-zaken.lopende-zaken');
		assert.match(extension?.extensionPath ?? '', /extensions[/\\]lopende-zaken\.lopende-zaken-[^/\\]+$/);
	});
});

/** The findings of a file, as soon as it has some. */
function nextDiagnostics(file: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
	return new Promise((resolve) => {
		const listener = vscode.languages.onDidChangeDiagnostics(() => {
			const diagnostics = vscode.languages.getDiagnostics(file);
			if (diagnostics.length > 0) {
				listener.dispose();
				resolve(diagnostics);
			}
		});
	});
}
