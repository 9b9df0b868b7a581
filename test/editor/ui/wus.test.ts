import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInWorkbench } from './openWorkbench';
import { startPartner } from './localPartner';
import { choice, textField } from './questions';
import { viewIn } from './viewIn';

describeInWorkbench('the check of a WUS endpoint', (workbench) => {
	it('shows that a service answers, with the certificate of a connection', async () => {
		const { page, folder, runCommand, openFile } = workbench();
		await openFile('fout-bsn.xml');
		await startPartner(workbench());
		await runCommand('Lopende Zaken: Controleer WUS-endpoint');
		await answerUrl(page, endpointIn(folder));
		await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Lokaal' }).waitFor();
		await page.keyboard.press('Enter');
		await choice(page, 'Zoals bij verbinding Lokale ebMS-partner').click();
		await viewIn(page).getByRole('heading', { level: 1, name: 'SOAP Fault' }).waitFor();
	});

	it('shows what was asked, and each message', async () => {
		const view = viewIn(workbench().page);
		await view.getByRole('heading', { name: 'Wat er is gevraagd' }).waitFor();
		await view.getByRole('row', { name: /^TLS/ }).waitFor();
		const headings = await view.locator('.messages h2').allInnerTexts();
		assert.deepEqual(headings, [
			'Verzoek: WSDL',
			'Antwoord: WSDL',
			'Verzoek: SOAP-vraag',
			'Antwoord: SOAP-vraag',
		]);
		assert.match(await view.locator('.messages').innerText(), /GET https:\/\/localhost:\d+\/ebms\?wsdl/);
	});

	it('copies the question as curl, and opens the messages as documents', async () => {
		const { page } = workbench();
		const view = viewIn(page);
		await view.getByRole('button', { name: 'Kopiëren als curl' }).click();
		await view.getByRole('status').filter({ hasText: 'Gekopieerd: curl' }).waitFor();
		await view.getByRole('button', { name: 'Verzoek en antwoord openen' }).click();
		await page.locator('.tab[data-resource-name="soap-request.xml"]').waitFor();
		await page.locator('.tab[data-resource-name="soap-response.xml"]').waitFor();
		await page.locator('.tab', { hasText: 'WUS: localhost' }).click();
	});

	it('refuses an address that is none while it is typed, and remembers the last', async () => {
		const { page, folder, runCommand } = workbench();
		await runCommand('Lopende Zaken: Controleer WUS-endpoint');
		const input = textField(page);
		// The palette has the same field, a moment before.
		const deadline = Date.now() + 15_000;
		while ((await input.inputValue()) !== endpointIn(folder) && Date.now() < deadline) {
			await page.waitForTimeout(50);
		}
		assert.equal(await input.inputValue(), endpointIn(folder));
		await input.fill('https://profiel service/');
		await page
			.locator('.quick-input-message', { hasText: 'De service is niet bevraagd: er staan spaties' })
			.waitFor();
		await page.keyboard.press('Escape');
	});

	it('asks once before anything goes to production', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Lopende Zaken: Controleer WUS-endpoint');
		await answerUrl(page, 'https://localhost:1/profiel');
		await page.getByRole('option', { name: /^PRODUCTIE/ }).click();
		await choice(page, 'Zoals de vorige keer').click();
		const dialog = page.locator('.monaco-dialog-box', { hasText: 'Dit is PRODUCTIE' });
		await dialog.getByRole('button', { name: 'Naar productie versturen' }).click();
		await viewIn(page).locator('.badge', { hasText: 'PRODUCTIE' }).waitFor();
		await viewIn(page).getByRole('heading', { level: 1, name: 'neemt niemand verbindingen aan' }).waitFor();
		await viewIn(page).getByRole('button', { name: 'Opnieuw controleren' }).click();
		await viewIn(page).getByRole('heading', { level: 1, name: 'neemt niemand verbindingen aan' }).waitFor();
		assert.equal(await dialog.count(), 0);
	});
});

async function answerUrl(page: Page, url: string): Promise<void> {
	const input = textField(page);
	await input.fill(url);
	await input.press('Enter');
}

function endpointIn(folder: string): string {
	const cpa = readFileSync(join(folder, 'ebms-partner', 'cpa.xml'), 'utf8');
	return /https:\/\/localhost:\d+\/ebms/.exec(cpa.slice(cpa.indexOf('them-channel')))?.[0] ?? '';
}
