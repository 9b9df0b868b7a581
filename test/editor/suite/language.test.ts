import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import { commands, TabInputCustom, window, workspace, type Diagnostic } from 'vscode';
import { closeAll, createSuiteFolder, open, setSetting, type SuiteFolder } from './editing';
import { caseMessage } from './messages';
import { ourDiagnostics, untilCodes, untilProblems } from './problems';

describe('the language of what is shown', () => {
	let folder: SuiteFolder;
	let file: Uri;
	before(async () => {
		folder = createSuiteFolder('language');
		file = folder.write('faulty.xml', caseMessage({ bsn: '123456789' }));
		await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
	});
	afterEach(() => setSetting('language', undefined));
	after(async () => {
		await closeAll();
		folder.remove();
	});

	const only = (): Diagnostic => {
		const [diagnostic] = ourDiagnostics(file);
		assert.ok(diagnostic);
		return diagnostic;
	};

	it('is Dutch, and follows the setting at once', async () => {
		const dutch = only().message;
		assert.match(dutch, /voldoet niet aan de 11-proef/);
		await setSetting('language', 'en');
		await untilProblems(file, () => only().message !== dutch);
		assert.match(only().message, /fails the 11-proef/);
		await setSetting('language', undefined);
		await untilProblems(file, () => only().message === dutch);
	});

	it('follows VS Code when the setting says so', async () => {
		const dutch = only().message;
		await setSetting('language', 'auto');
		await untilProblems(file, () => only().message !== dutch);
	});

	it('links each finding to an explanation that opens as a page, in that language', async () => {
		const { code } = only();
		assert.ok(typeof code === 'object');
		await commands.executeCommand('vscode.open', code.target);
		const tab = window.tabGroups.activeTabGroup.activeTab;
		assert.ok(tab?.input instanceof TabInputCustom);
		assert.equal(tab.input.viewType, 'vscode.markdown.preview.editor');
		const page = await workspace.openTextDocument(code.target);
		assert.match(page.getText(), /^# zaakbericht\.bsn-check-digit\n\n\*\*Fout: /);

		const rewritten = new Promise<string>((resolve) => {
			const listener = workspace.onDidChangeTextDocument(({ document }) => {
				if (document === page) {
					listener.dispose();
					resolve(document.getText());
				}
			});
		});
		await setSetting('language', 'en');
		assert.match(await rewritten, /^# zaakbericht\.bsn-check-digit\n\n\*\*Error: /);
	});
});
