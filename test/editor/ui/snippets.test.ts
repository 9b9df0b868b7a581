import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInWorkbench } from './openWorkbench';

describeInWorkbench('a snippet', (workbench) => {
	it('comes before what VS Code makes of its name itself, so that Enter takes it', async () => {
		const { page, folder, openFile } = workbench();
		writeFileSync(join(folder, 'nieuw.xml'), '');
		await openFile('nieuw.xml');
		await page.locator('.monaco-editor.focused').waitFor();
		await page.keyboard.type('lz-');
		const suggestions = page.locator('.suggest-widget.visible .monaco-list-row[data-index="0"]');
		// While it still reads the snippets, VS Code has nothing to suggest, and does not try again by itself.
		while (!(await suggestions.isVisible())) {
			await page.keyboard.press('Control+Space');
			await page.locator('.suggest-widget.visible').waitFor();
			await suggestions.or(page.locator('.suggest-widget.visible.message')).waitFor();
		}
		assert.match((await suggestions.getAttribute('aria-label')) ?? '', /^lz-bv03/);
		await page.keyboard.press('Enter');
		await page.locator('.view-lines', { hasText: 'Bv03Bericht' }).waitFor();
	});
});
