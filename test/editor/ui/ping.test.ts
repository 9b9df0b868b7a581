import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { describeInWorkbench } from './openWorkbench';

const passphrase = 'een goed wachtwoord';

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

	it('shows the phases, what TLS agreed, and both messages', async () => {
		const view = viewIn(workbench().page);
		await view.getByRole('row', { name: /^TLS/ }).waitFor();
		await view.getByText('TLSv1.3').waitFor();
		assert.match(await view.locator('pre').nth(1).innerText(), /<eb:Action>Ping</);
		assert.match(await view.locator('pre').nth(3).innerText(), /Action>Pong</);
		assert.equal(await view.getByText('Gecontroleerd: geen fouten.').count(), 2);
		await view.getByRole('heading', { name: 'Verzoek' }).scrollIntoViewIfNeeded();
	});

	it('copies the request as curl, and says so', async () => {
		const view = viewIn(workbench().page);
		await view.getByRole('button', { name: 'Kopiëren als curl' }).click();
		await view.getByRole('status').filter({ hasText: 'Gekopieerd: curl' }).waitFor();
	});

	it('opens the request and the response as documents side by side', async () => {
		const { page } = workbench();
		await viewIn(page).getByRole('button', { name: 'Verzoek en antwoord openen' }).click();
		await page.locator('.tab[data-resource-name="request.xml"]').waitFor();
		await page.locator('.tab[data-resource-name="response.xml"]').waitFor();
		await page.locator('.tab', { hasText: 'Ping: Lokale ebMS-partner' }).click();
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
		await connection.filter({ hasText: /Lokaal · tls-host-mismatch, / }).waitFor();
		await connection.click();
		await page
			.locator('.pane-body .monaco-list-row', { hasText: 'De andere partij antwoordde met een Pong' })
			.waitFor();
	});

	it('asks the passphrase of a key once, and keeps it out of the settings', async () => {
		const { page, folder, runCommand } = workbench();
		const settings = join(folder, '.vscode', 'settings.json');
		const [local] = connectionsIn(settings);
		assert.ok(local);
		const cipher = { cipher: 'aes-256-cbc', passphrase } as const;
		writeFileSync(
			join(folder, 'geheim.key'),
			createPrivateKey(readFileSync(local['key'] as string)).export({
				type: 'pkcs8',
				format: 'pem',
				...cipher,
			}),
		);
		const connection = { ...local, name: 'Met wachtwoord', key: 'geheim.key' };
		writeFileSync(settings, JSON.stringify({ 'lopendeZaken.connections': [connection] }));
		const item = page.locator('.pane-body .monaco-list-row', { hasText: 'Met wachtwoord' });
		await item.filter({ hasText: 'nog geen ping' }).waitFor();
		const choose = async () => {
			await runCommand('Lopende Zaken: Verstuur ebMS-ping');
			await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Met wachtwoord' }).click();
		};
		await choose();
		const input = page.locator('.quick-input-widget input[type=password]');
		await input.fill(passphrase);
		await input.press('Enter');
		const name = viewIn(page).locator('.name', { hasText: 'Met wachtwoord' });
		await name.waitFor();
		const first = await viewIn(page).locator('time').getAttribute('datetime');
		await choose();
		await viewIn(page)
			.locator(`time:not([datetime="${first ?? ''}"])`)
			.waitFor();
		assert.doesNotMatch(readFileSync(settings, 'utf8'), new RegExp(passphrase));
	});

	it('asks once before anything goes to production', async () => {
		const { page, folder, runCommand } = workbench();
		const connection = {
			name: 'Echt',
			environment: 'production',
			url: 'https://localhost:1/ebms',
			...{ from: '1', to: '2', cpaId: '3' },
		};
		writeFileSync(
			join(folder, '.vscode', 'settings.json'),
			JSON.stringify({ 'lopendeZaken.connections': [connection] }),
		);
		const item = page.locator('.pane-body .monaco-list-row', { hasText: 'Echt' });
		await item.filter({ hasText: 'PRODUCTIE · nog geen ping' }).waitFor();
		const choose = async (tries = 3): Promise<void> => {
			await runCommand('Lopende Zaken: Verstuur ebMS-ping');
			const choice = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Echt' });
			try {
				await choice.click({ timeout: 10_000 });
			} catch (error) {
				// What takes the focus at that moment closes the list again.
				if (tries <= 1) {
					throw error;
				}
				await page.keyboard.press('Escape');
				await choose(tries - 1);
			}
		};
		const dialog = page.locator('.monaco-dialog-box', { hasText: 'Echt is PRODUCTIE' });
		await choose();
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await choose();
		await dialog.getByRole('button', { name: 'Naar productie versturen' }).click();
		await viewIn(page).getByRole('heading', { level: 1, name: 'De Ping is niet verstuurd' }).waitFor();
		await item.filter({ hasText: 'PRODUCTIE · not-sent' }).waitFor();
		const first = await viewIn(page).locator('time').getAttribute('datetime');
		await choose();
		await viewIn(page)
			.locator(`time:not([datetime="${first ?? ''}"])`)
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

function connectionsIn(settings: string): readonly Readonly<Record<string, unknown>>[] {
	const all = JSON.parse(readFileSync(settings, 'utf8')) as Readonly<Record<string, unknown>>;
	return all['lopendeZaken.connections'] as readonly Readonly<Record<string, unknown>>[];
}
