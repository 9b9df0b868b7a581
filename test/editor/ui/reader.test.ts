import assert from 'node:assert/strict';
import { describeInWorkbench } from './openWorkbench';

describeInWorkbench('a reader', (workbench) => {
	it('sees in the language status which kind the document is, how it went and which schema was used', async () => {
		const { page, openFile } = workbench();
		await openFile('fout-bsn.xml');
		await page
			.locator('.tab.active .monaco-icon-label.deco-error, .tab.active [class*="deco"]')
			.first()
			.waitFor();
		await page.locator('[id="status.languageStatus"]').hover();
		const status = page.locator('.hover-language-status .element', { hasText: 'Zaakbericht' });
		await status.waitFor();
		assert.match(
			await status.innerText(),
			/Zaakbericht.*: 1 fout\s*–?\s*eigen schema voor StUF-ZKN 3\.10, niet van Logius/,
		);
	});

	it('gets to the actions from there', async () => {
		const { page } = workbench();
		// The hover of the test before may have gone by now: let the mouse enter anew.
		await page.mouse.move(700, 300);
		await page.locator('[id="status.languageStatus"]').hover();
		await page.locator('.hover-language-status .element a', { hasText: 'Acties' }).click();
		const actions = page.locator('.quick-input-widget .monaco-list-row');
		await actions.filter({ hasText: 'Kies de schemamap' }).waitFor();
		assert.equal(await actions.count(), 5);
		await page.keyboard.press('Escape');
	});

	it('opens the explanation of a finding from the Problems panel, as a page', async () => {
		const { page, openFile, runCommand } = workbench();
		await openFile('fout-bsn.xml');
		await runCommand('Problems: Focus on Problems View');
		await page.locator('.markers-panel a', { hasText: 'zaakbericht.bsn-check-digit' }).click();
		const content = page
			.frameLocator('iframe.webview')
			.frameLocator('iframe#active-frame')
			.getByText('11-proef')
			.first();
		await content.waitFor();
	});

	it('gets the totals of the workspace, and from there the problems', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Lopende Zaken: Controleer alle berichten in de werkruimte');
		// In the notification centre, because a VS Code that is driven shows no toasts.
		await runCommand('Notifications: Show Notifications');
		const summary = page.locator('.notifications-center .monaco-list-row', {
			hasText: /\d+ bestanden gecontroleerd, \d+ met fouten/,
		});
		await summary.getByRole('button', { name: 'Toon problemen' }).click();
		await page
			.locator('.markers-panel .monaco-list-row', { hasText: 'heeft ook referentienummer' })
			.first()
			.waitFor();
	});
});
