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
		const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
		await suggestions.filter({ hasText: 'Emmet' }).waitFor();
		assert.match((await suggestions.first().getAttribute('aria-label')) ?? '', /^lz-bv03/);
		await page.keyboard.press('Enter');
		await page.locator('.view-lines', { hasText: 'Bv03Bericht' }).waitFor();
	});
});
