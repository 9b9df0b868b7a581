import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import { closeAll, createSuiteFolder, open, workspaceFolder } from './editing';
import { codesOf } from './problems';
import { tabs, untilTab } from './tabs';

const file = (name: string): Uri => Uri.file(join(workspaceFolder(), 'koppeling', name));

describe('What can be done with a CPA', () => {
	afterEach(closeAll);

	it('is shown as a page, once', async () => {
		await commands.executeCommand('lopendeZaken.showCpa', file('cpa.xml'));
		await untilTab('CPA: cpa.xml');
		await commands.executeCommand('lopendeZaken.showCpa', file('cpa.xml'));
		assert.equal(tabs().filter((label) => label === 'CPA: cpa.xml').length, 1);
	});

	it('is shown of the CPA in the editor in front, also when it was not saved', async () => {
		const text = readFileSync(file('cpa.xml').fsPath, 'utf8');
		await window.showTextDocument(await workspace.openTextDocument({ language: 'xml', content: text }));
		await commands.executeCommand('lopendeZaken.showCpa');
		await untilTab(/^CPA: Untitled/);
	});

	it('is not shown of something else', async () => {
		await commands.executeCommand('lopendeZaken.showCpa', file('ping.xml'));
		assert.deepEqual(tabs(), []);
	});

	it('is compared with the Consumerspecificatie in the editor in front', async () => {
		await open(file('consumerspecificatie.xml'));
		await answering(commands.executeCommand('lopendeZaken.compareCpa'));
		await untilTab('Vergelijk: consumerspecificatie.xml en cpa.xml');
	});

	it('is a message that passes our own checks', async () => {
		await answering(commands.executeCommand('lopendeZaken.newEbmsMessage', file('cpa.xml')));
		const document = window.activeTextEditor?.document;
		assert.equal(document?.isUntitled, true);
		assert.match(document.getText(), /<eb:Action>Ping<\/eb:Action>/);
		assert.match(
			document.getText(),
			/<eb:CPAId>Voorbeeldservice_00000099000000001000_00000099000000002000_1<\/eb:CPAId>/,
		);
		const verdict = await commands.executeCommand<object>('lopendeZaken.checkFile', document.uri);
		assert.deepEqual(verdict, {
			kind: 'ebms-bericht',
			schema: 'bundled:ebms',
			counts: { error: 0, warning: 0, info: 0 },
		});
	});

	it('is told when another file holds a different CPA with the same id, after a check of the workspace', async () => {
		const folder = createSuiteFolder('twee-cpas');
		try {
			const text = readFileSync(file('cpa.xml').fsPath, 'utf8').replace(/cpaid="[^"]*"/, 'cpaid="Dubbel"');
			const [first, second] = [text, text.replace('2026-01-01T', '2026-02-01T')].map((content, index) =>
				folder.write(`${index}.xml`, content),
			);
			assert.ok(first && second);
			await commands.executeCommand('lopendeZaken.checkWorkspace');
			assert.deepEqual(codesOf(first), []);
			assert.deepEqual(codesOf(second), ['cpa.id-duplicate']);
		} finally {
			folder.remove();
		}
	});
});

/** Answers each question with what is proposed first, as a user does. */
async function answering(work: Thenable<unknown>): Promise<void> {
	const accepting = setInterval(() => {
		void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
	}, 300);
	try {
		await work;
	} finally {
		clearInterval(accepting);
	}
}
