import assert from 'node:assert/strict';
import { commands, extensions, SnippetString } from 'vscode';
import snippets from '../../../snippets/xml.json';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { closeAll, openUntitled } from './editing';
import { problemsOf } from './problems';

/** What a user must still fill in: a snippet may say so, and nothing else. */
const leftToFillIn = 'document.placeholder';

describe('each snippet', () => {
	afterEach(closeAll);

	it('is offered in XML documents', () => {
		const manifest = extensions.getExtension('lopende-zaken.lopende-zaken')?.packageJSON as {
			readonly contributes: { readonly snippets: readonly unknown[] };
		};
		assert.deepEqual(manifest.contributes.snippets, [{ language: 'xml', path: './snippets/xml.json' }]);
		assert.ok(Object.keys(snippets).length >= 9);
	});

	for (const [name, { body }] of Object.entries(snippets)) {
		it(`expands to a document without faults: ${name}`, async () => {
			const editor = await openUntitled('');
			await editor.insertSnippet(new SnippetString(Array.isArray(body) ? body.join('\n') : String(body)));
			assert.notEqual(editor.document.getText(), '');
			const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile');
			assert.notEqual(verdict.kind, 'unknown');
			assert.deepEqual(
				problemsOf(editor.document.uri).filter(
					({ code, severity }) => severity !== 'info' && code !== leftToFillIn,
				),
				[],
			);
		});
	}
});
