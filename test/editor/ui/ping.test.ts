import type { FrameLocator, Page } from 'playwright-core';
import { describeInWorkbench } from './openWorkbench';

describeInWorkbench('the Ping to the local partner', (workbench) => {
	it('shows the Pong in a view beside the editor, a minute after installing', async () => {
		const { page, runCommand, openFile } = workbench();
		await openFile('fout-bsn.xml');
		await runCommand('Lopende Zaken: Start lokale ebMS-partner');
		await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Starten, en' }).waitFor();
		await page.keyboard.press('Enter');
		await page.locator('.statusbar-item', { hasText: 'ebMS-partner' }).waitFor();
		await runCommand('Lopende Zaken: Verstuur ebMS-ping');
		await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Lokale ebMS-partner' }).waitFor();
		await page.keyboard.press('Enter');
		await viewIn(page).getByRole('heading', { level: 1, name: /Pong/ }).waitFor();
	});

	it('explains a fault that the partner is set to, after sending again from the view', async () => {
		const { page } = workbench();
		await page.locator('.statusbar-item', { hasText: 'ebMS-partner' }).click();
		await page.locator('.quick-input-widget input[type=text]').first().fill('naam');
		await page.keyboard.press('Enter');
		await viewIn(page).getByRole('button', { name: 'Opnieuw versturen' }).click();
		await viewIn(page).getByRole('heading', { level: 1, name: 'niet voor localhost' }).waitFor();
		await viewIn(page).getByRole('heading', { name: 'Mogelijke oorzaken' }).waitFor();
	});

	it('lists the connection with what came of its last Ping', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Lopende Zaken: Focus on Verbindingen View');
		const connection = page.locator('.pane-body .monaco-list-row', { hasText: 'Lokale ebMS-partner' });
		await connection.filter({ hasText: /Test · tls-host-mismatch, / }).waitFor();
		await connection.click();
		await page
			.locator('.pane-body .monaco-list-row', { hasText: 'De andere partij antwoordde met een Pong' })
			.waitFor();
	});

	it('offers a Ping above each party of the CPA', async () => {
		const { page, openFile } = workbench();
		await openFile('cpa.xml');
		await page.locator('.codelens-decoration', { hasText: 'Ping als' }).first().waitFor();
	});
});

/** The page inside a web view. */
function viewIn(page: Page): FrameLocator {
	return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
