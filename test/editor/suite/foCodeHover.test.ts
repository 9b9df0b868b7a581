import assert from 'node:assert/strict';
import { commands, extensions, MarkdownString, type Hover, type TextDocument } from 'vscode';
import { closeAll, openUntitled, setSetting } from './editing';
import { caseMessage, errorMessage } from './messages';
import { untilCodes } from './problems';

async function hoverOn(document: TextDocument, word: string): Promise<string> {
	const hovers = await commands.executeCommand<readonly Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		document.positionAt(document.getText().indexOf(word) + 2),
	);
	return hovers
		.flatMap(({ contents }) => contents)
		.map((content) => (content instanceof MarkdownString ? content.value : ''))
		.join('\n');
}

describe('hovering a Fo code', () => {
	before(() => extensions.getExtension('lopende-zaken.lopende-zaken')?.activate());
	afterEach(async () => {
		await setSetting('language', undefined);
		await setSetting('validation.run', undefined);
		await closeAll();
	});

	it('tells what the code means, whose fault it is and what to do', async () => {
		await setSetting('validation.run', 'off');
		const { document } = await openUntitled(errorMessage('StUF055'));
		const dutch = await hoverOn(document, 'StUF055');
		assert.match(dutch, /^\*\*StUF055\*\*: .*schema.*\n\n.*\(client\)\.\n\n.*nieuw/);
		await setSetting('language', 'en');
		assert.match(
			await hoverOn(document, 'StUF055'),
			/^\*\*StUF055\*\*: .*schema.*\n\n.*\(client\)\.\n\n.*new/,
		);
	});

	it('leaves it to the finding, when there is one that says the same', async () => {
		const { document } = await openUntitled(errorMessage('StUF055'));
		await untilCodes(document.uri, ['stuf-antwoord.code-explained']);
		assert.equal(await hoverOn(document, 'StUF055'), '');
	});

	it('is silent elsewhere, and in other documents', async () => {
		const answer = await openUntitled(errorMessage('StUF055'));
		assert.equal(await hoverOn(answer.document, 'crossRefnummer'), '');
		const other = await openUntitled(caseMessage({ reference: 'StUF055' }));
		assert.equal(await hoverOn(other.document, 'StUF055'), '');
	});
});
