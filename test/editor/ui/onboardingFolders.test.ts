import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { municipality, supplier } from '../../fixtures/situations';
import { describeInWorkbench } from './openWorkbench';
import { question } from './questions';
import { answer, row, showTasks, tree, typeAnswer, webPage } from './taskView';

interface ProgressFile {
	readonly situation: Readonly<Record<string, unknown>>;
	readonly tasks: Readonly<Record<string, unknown>>;
}

describeInWorkbench(
	'the onboarding in a workspace of two folders',
	(workbench) => {
		const fileOf = (name: string): string =>
			join(dirname(workbench().folder), name, '.lopende-zaken', 'aansluiting.json');
		const progressOf = (name: string): ProgressFile =>
			JSON.parse(readFileSync(fileOf(name), 'utf8')) as ProgressFile;

		/** Sets up a folder, unless a test before has, so that each can run alone. */
		const given = async (name: string, situation: Readonly<Record<string, unknown>>): Promise<void> => {
			const { page } = workbench();
			if (!existsSync(fileOf(name))) {
				mkdirSync(dirname(fileOf(name)));
				writeFileSync(fileOf(name), JSON.stringify({ version: 1, situation, tasks: {} }));
				await showTasks(page);
			}
			await row(page, `${name}, `).and(page.locator('[aria-label*="/"]')).waitFor();
		};

		it('asks of which folder, and sets up a supplier by keyboard only', async () => {
			const { page } = workbench();
			await showTasks(page);
			await page.getByRole('button', { name: 'Stel de aansluiting in' }).press('Enter');
			await answer(page, 'Van welke map?', 'leverancier');
			await answer(page, 'Soort organisatie (1/8)', 'leverancier');
			await answer(page, 'Digikoppeling-adapter aanwezig (2/7)', 'nee');
			await answer(page, 'Netwerk', 'Diginetwerk');
			await answer(page, 'Berichtstandaard', 'MO-bericht');
			await answer(page, 'PKIoverheid-certificaten aanwezig', 'nee');
			await answer(page, 'Planning', 'Terug vanaf een gewenste datum');
			await typeAnswer(page, 'De datum', '2027-09-01');
			await answer(page, 'Rollen', 'Klaar');
			await row(page, 'leverancier, 0/27').waitFor();
			const { organisation, production, network } = progressOf('leverancier').situation;
			assert.deepEqual([organisation, production, network], ['supplier', '2027-09-01', 'diginetwerk']);
		});

		it('shows both folders, and which is not set up', async () => {
			const { page } = workbench();
			await given('leverancier', supplier);
			await row(page, 'gemeente, nog niet ingesteld').waitFor();
			assert.equal(existsSync(fileOf('gemeente')), false);
		});

		it('leaves what is not for a supplier in sight, with the reason', async () => {
			const { page } = workbench();
			await given('leverancier', supplier);
			await row(page, 'Stap 1: Voorbereiding, 0 van').waitFor();
			await row(page, 'Meld u aan bij Digikoppeling en kies een adapter').waitFor();
			assert.match(
				(await row(page, 'Meld u aan bij Digikoppeling').getAttribute('aria-label')) ?? '',
				/adapter, Niet van toepassing: Een leverancier kan zich niet bij Digikoppeling aanmelden en krijgt geen OIN; het HRN/,
			);
			assert.equal(await row(page, 'Meld u aan bij Digikoppeling').getByRole('checkbox').count(), 0);
			await row(page, 'Stap 4: Aansluiten op productie, niet van toepassing').waitFor();
		});

		it('has for a supplier the HRN with the certificates, and the test report to be assessed', async () => {
			const { page } = workbench();
			await given('leverancier', supplier);
			await row(page, 'Zorg voor PKIoverheid-certificaten').click();
			await webPage(page).getByText('Bestel een certificaat met uw HRN').waitFor();
			assert.equal(await webPage(page).getByText('uitdrukkelijk om uw OIN').count(), 0);
			await row(page, 'Stap 3: Testen op preproductie').locator('.monaco-tl-twistie').click();
			await row(page, 'Vul het testrapport in en stuur het op').click();
			await webPage(page)
				.getByText('Laat ook als leverancier het testrapport door Logius beoordelen')
				.waitFor();
			await webPage(page).getByText('Softwarecatalogus van VNG Realisatie').waitFor();
		});

		it('sets up the other folder from its row, and keeps the two apart', async () => {
			const { page } = workbench();
			await given('leverancier', supplier);
			await row(page, 'gemeente, nog niet ingesteld').click();
			await answer(page, 'Soort organisatie (1/8)', 'overheidsorganisatie');
			for (const [title, choice] of [
				['OIN aanwezig', 'ja'],
				['Digikoppeling-adapter aanwezig', 'ja'],
				['Netwerk', 'internet'],
				['Berichtstandaard', 'StUF'],
				['PKIoverheid-certificaten aanwezig', 'ja'],
				['Planning', 'Nog geen planning'],
				['Rollen', 'Klaar'],
			] as const) {
				await answer(page, title, choice);
			}
			await row(page, 'gemeente, 0/34').waitFor();
			await row(page, 'Laat de businesscase goedkeuren').first().getByRole('checkbox').click();
			await row(page, 'gemeente, 1/34').waitFor();
			await row(page, 'leverancier, 0/27').waitFor();
			assert.deepEqual(Object.keys(progressOf('gemeente').tasks), ['business-case']);
			assert.deepEqual(progressOf('leverancier').tasks, {});
		});

		it('asks of which folder when a command does not tell', async () => {
			const { page, runCommand } = workbench();
			await given('leverancier', supplier);
			await given('gemeente', municipality);
			await runCommand('Lopende Zaken: Toon planning');
			await question(page).locator('.quick-input-title', { hasText: 'Van welke map?' }).waitFor();
			await page.keyboard.press('Escape');
		});
	},
	{ folders: ['gemeente', 'leverancier'] },
);

describeInWorkbench(
	'the onboarding without a folder',
	(workbench) => {
		it('says how to begin', async () => {
			const { page } = workbench();
			await showTasks(page);
			await tree(page).getByText('Stap voor stap aansluiten op Lopende zaken').waitFor();
			await page.getByRole('button', { name: 'Open de map van uw project' }).waitFor();
		});
	},
	{ folders: [] },
);
