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
		await page
			.locator('.suggest-widget.visible .monaco-list-row[data-index="0"][aria-label^="lz-bv03"]')
			.waitFor();
		await page.keyboard.press('Enter');
		await page.locator('.view-lines', { hasText: 'Bv03Bericht' }).waitFor();
	});
});
