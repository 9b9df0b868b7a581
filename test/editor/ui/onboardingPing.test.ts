import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notification } from './notification';
import { describeInWorkbench } from './openWorkbench';
import { row, showTasks, webPage } from './taskView';
import { startPartner } from './localPartner';
import { choice, question } from './questions';
import { municipality } from '../../fixtures/situations';

/** The local partner stands in for MijnOverheid: the connection with it is recorded as one with pre-production. */
describeInWorkbench('a Ping for a task', (workbench) => {
	const file = (): string => join(workbench().folder, '.lopende-zaken', 'aansluiting.json');
	const readProgress = (): { readonly tasks: object } =>
		JSON.parse(readFileSync(file(), 'utf8')) as { readonly tasks: object };
	const check = 'Controleer de verbinding met preproductie';

	it('goes to the only connection of that environment, without a question', async () => {
		const { page, folder, runCommand } = workbench();
		await startPartner(workbench());
		await notification(page, runCommand, 'luistert op');
		const settings = join(folder, '.vscode', 'settings.json');
		const written = JSON.parse(readFileSync(settings, 'utf8')) as {
			readonly 'lopendeZaken.connections': readonly Readonly<Record<string, unknown>>[];
		};
		const [local] = written['lopendeZaken.connections'];
		const preproduction = { ...local, name: 'Naar preproductie', environment: 'preproduction' };
		writeFileSync(settings, JSON.stringify({ 'lopendeZaken.connections': [local, preproduction] }));

		mkdirSync(join(folder, '.lopende-zaken'));
		writeFileSync(file(), JSON.stringify({ version: 1, situation: municipality, tasks: {} }));
		await showTasks(page);
		const connections = page.locator('.sidebar .pane-header[aria-label^="Verbindingen"]');
		await connections.click();
		await page.locator('.pane-body .monaco-list-row', { hasText: 'Naar preproductie' }).waitFor();
		await connections.click();
		await row(page, 'Stap 2: Aansluiten op preproductie').click();
		await row(page, check).click();
		await webPage(page).getByRole('link', { name: 'Ping preproductie' }).click();
		await webPage(page).getByRole('heading', { level: 1, name: /Pong/ }).waitFor();
		await webPage(page).locator('.name', { hasText: 'Naar preproductie' }).waitFor();
	});

	it('proposes nothing when its Pong never left this machine, whatever the connection is called', async () => {
		const { page, folder, runCommand } = workbench();
		for (const name of readdirSync(join(folder, 'berichten')).filter((each) => each.startsWith('fout'))) {
			rmSync(join(folder, 'berichten', name));
		}
		// What this proposes comes after whatever the Pong would propose.
		await runCommand('Lopende Zaken: Controleer alle berichten in de werkruimte');
		const hasProposal = page.locator('[aria-label*="er is een voorstel"]');
		await row(page, 'Doe de interne gebruikersacceptatietest').and(hasProposal).waitFor();
		assert.equal(await row(page, check).count(), 1);
		assert.equal(await row(page, check).and(hasProposal).count(), 0);
		assert.deepEqual(readProgress().tasks, {});
	});

	it('opens again from the evidence of the task', async () => {
		const { page, closeEditors } = workbench();
		const at = await webPage(page).locator('time').getAttribute('datetime');
		const evidence = {
			kind: 'ping',
			when: at,
			outcome: 'pong',
			summary: 'Er kwam een Pong terug.',
			connection: 'Naar preproductie',
		};
		writeFileSync(
			file(),
			JSON.stringify({
				version: 1,
				situation: municipality,
				tasks: { 'connectivity-check': { evidence: [evidence] } },
			}),
		);
		await closeEditors();
		await row(page, check).click();
		await webPage(page).getByRole('link', { name: 'Deze ping openen' }).click();
		await webPage(page).locator('.name', { hasText: 'Naar preproductie' }).waitFor();
	});

	it('to production does not offer the connections of another environment', async () => {
		const { page } = workbench();
		await row(page, 'Stap 4: Aansluiten op productie').click();
		await row(page, 'Controleer de verbinding met productie').click();
		await webPage(page).getByRole('link', { name: 'Ping productie' }).click();
		const input = question(page).locator(
			'input[placeholder="Er is nog geen verbinding met deze omgeving: PRODUCTIE"]',
		);
		await input.waitFor();
		await choice(page, 'Nieuwe verbinding').waitFor();
		assert.equal(await choice(page, 'Naar preproductie').count(), 0);
		await page.keyboard.press('Escape');
	});
});
