import assert from 'node:assert/strict';
import { describeInWorkbench } from './openWorkbench';

describeInWorkbench('the Problems panel', (workbench) => {
	it('shows the fault of a message that is opened, and where it stands', async () => {
		const { page, openFile, runCommand } = workbench();
		await openFile('fout-volgorde.xml');
		await runCommand('Problems: Focus on Problems View');
		const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'Lopende Zaken' });
		await problem.waitFor();
		assert.match(await problem.innerText(), /einddatumGepland.*einddatum[^]*\[Ln 31, Col 4\]/);
	});
});
