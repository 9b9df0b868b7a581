import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInWorkbench } from './openWorkbench';

describeInWorkbench('the Problems panel', (workbench) => {
	it('shows the fault of a file that is opened', async () => {
		const { page, folder, openFile, runCommand } = workbench();
		writeFileSync(join(folder, 'kapot.xml'), '<a><b></a>');
		await openFile('kapot.xml');
		await runCommand('Problems: Focus on Problems View');
		await page.locator('.markers-panel .monaco-list-row', { hasText: 'Lopende Zaken' }).waitFor();
	});
});
