import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { clickLens } from './clickLens';
import { describeInWorkbench } from './openWorkbench';
import { choice } from './questions';
import { viewIn } from './viewIn';

describeInWorkbench('the page about a CPA', (workbench) => {
	/** The page about cpa.xml, in front: opened when it is not there, so that each test can run alone. */
	const showPage = async (): Promise<FrameLocator> => {
		const { page, openFile, runCommand } = workbench();
		const tab = page.locator('.tab', { hasText: 'CPA: cpa.xml' });
		if ((await tab.count()) === 0) {
			await openFile('cpa.xml');
			await runCommand('Lopende Zaken: Toon CPA');
		}
		await tab.click();
		await viewIn(page).getByText('Voorbeeldservice_').first().waitFor();
		return viewIn(page);
	};

	it('opens from a lens above the CPA, with its verdict, parties and channels', async () => {
		const { page, openFile } = workbench();
		await openFile('cpa.xml');
		const view = viewIn(page);
		const verdict = view.getByRole('heading', { level: 1, name: 'In dit CPA is niets gevonden' });
		await clickLens(page, 'Toon CPA', verdict);
		await view.getByRole('heading', { level: 2, name: 'Gemeente Voorbeeldstad (fictief)' }).waitFor();
		assert.equal(await view.getByText('hierover gaat de Ping').count(), 2);
		assert.equal(await view.getByText('osb-rm', { exact: true }).count(), 2);
		await view
			.getByText(/nog \d+ dagen/)
			.first()
			.waitFor();
	});

	it('leads from a channel to its place in the file', async () => {
		const { page, runCommand } = workbench();
		const view = await showPage();
		await view.getByRole('button', { name: 'B_Kanaal' }).click();
		await page.locator('.tab.active[data-resource-name="cpa.xml"]').waitFor();
		await page.locator('.statusbar-item', { hasText: /Ln \d+, Col \d+ \(8 selected\)/ }).waitFor();
		await runCommand('View: Close All Editors in Group');
	});

	it('follows the file, keeps the focus, and says so', async () => {
		const { folder } = workbench();
		const view = await showPage();
		await view
			.getByRole('button', { name: 'Toon' })
			.or(view.getByRole('button', { name: 'A_Kanaal' }))
			.first()
			.focus();
		const file = join(folder, 'koppeling', 'cpa.xml');
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace('tp:value="agreed"', 'tp:value="proposed"'));
		await view.getByRole('heading', { level: 1, name: 'Aan dit CPA valt iets op' }).waitFor();
		await view.getByText('De status is proposed').waitFor();
		await view
			.getByRole('status')
			.filter({ hasText: 'De pagina is weer bijgewerkt.' })
			.waitFor({ state: 'attached' });
		assert.equal(await view.locator(':focus').innerText(), 'A_Kanaal');
		writeFileSync(file, text);
		await view.getByRole('heading', { level: 1, name: 'In dit CPA is niets gevonden' }).waitFor();
	});

	it('leads from a finding to its explanation and its place', async () => {
		const { page, openFile, runCommand } = workbench();
		await openFile('fout-cpa.xml');
		await runCommand('Lopende Zaken: Toon CPA');
		const view = viewIn(page);
		await view.getByRole('heading', { level: 1, name: 'Dit CPA klopt niet' }).waitFor();
		await view.getByRole('button', { name: 'cpa.tls-version' }).click();
		await page.locator('.tab', { hasText: 'cpa.tls-version' }).waitFor();
		await page.locator('.tab', { hasText: 'CPA: fout-cpa.xml' }).click();
		await view
			.getByRole('listitem')
			.filter({ hasText: 'cpa.tls-version' })
			.getByRole('button', { name: /^Regel \d+$/ })
			.click();
		await page.locator('.tab.active[data-resource-name="fout-cpa.xml"]').waitFor();
		await runCommand('View: Close All Editors in Group');
	});

	it('inspects a certificate of it', async () => {
		const view = await showPage();
		await view.getByRole('button', { name: 'Certificaat A_Certificaat inspecteren' }).click();
		await viewIn(workbench().page).getByText('ebms.voorbeeldstad.example').first().waitFor();
	});

	it('opens a message that is filled from it, with what is made up selected', async () => {
		const { page } = workbench();
		const view = await showPage();
		await view.getByRole('button', { name: 'Nieuw bericht…' }).click();
		const choose = async (text: string): Promise<void> => {
			await choice(page, text).click();
		};
		await choose('Acknowledgment');
		await choose('Van Voorbeelddienst (fictief) aan Gemeente Voorbeeldstad (fictief)');
		await page.locator('.statusbar-item', { hasText: /^2 selections/ }).waitFor();
		await page.locator('.view-lines', { hasText: 'Acknowledgment' }).waitFor();
	});

	it('begins a Ping as one of its parties', async () => {
		const { page } = workbench();
		const view = await showPage();
		await view.getByRole('button', { name: 'Ping als' }).first().click();
		const question = page.locator('.quick-input-widget input[placeholder^="Wat is https://"]');
		await question.waitFor();
		await page.keyboard.press('Escape');
		await question.waitFor({ state: 'hidden' });
	});

	it('is one click away in the editor of a CPA', async () => {
		const { page, openFile } = workbench();
		await openFile('cpa.xml');
		await page.locator('.editor-actions .action-label[aria-label^="Toon CPA"]').click();
		await page.locator('.tab.active', { hasText: 'CPA: cpa.xml' }).waitFor();
		await openFile('consumerspecificatie.xml');
		await page.locator('.codelens-decoration', { hasText: 'Vergelijk met CPA…' }).waitFor();
		assert.equal(await page.locator('.editor-actions .action-label[aria-label^="Toon CPA"]').count(), 0);
	});

	it('compares with the Consumerspecificatie side by side, and tells what differs', async () => {
		const { page } = workbench();
		const view = await showPage();
		await view.getByRole('button', { name: 'Vergelijk met Consumerspecificatie…' }).click();
		await choice(page, 'van een partij van dit CPA').click();
		await view.getByRole('heading', { level: 1, name: 'Verschillend: Naam' }).waitFor();
		await view.getByRole('row', { name: /^Endpoint .* gelijk$/ }).waitFor();
		await view.getByText('Geen bericht gaat erdoor mis').waitFor();
		await view.getByRole('button', { name: 'Vergelijk met de andere partij' }).click();
		await view.getByRole('heading', { level: 1, name: 'Verschillend: Naam, OIN, Endpoint' }).waitFor();
	});

	it('is there again after VS Code was started anew', async () => {
		const { page, runCommand } = workbench();
		await showPage();
		// Unlike a reload of the page, this waits until VS Code has written down what is open.
		await runCommand('Developer: Reload Window');
		await page.locator('.tab', { hasText: 'CPA: cpa.xml' }).click();
		await viewIn(page).getByRole('heading', { level: 1, name: 'In dit CPA is niets gevonden' }).waitFor();
	});
});
