import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeInWorkbench, openWorkbench } from './openWorkbench';
import { row, showTasks, tree, webPage } from './taskView';
import { municipality } from '../../fixtures/situations';

interface ProgressFile {
	readonly tasks: Readonly<Record<string, unknown>>;
}

const situation = { ...municipality, roles: {} };

const done = { state: 'done', when: '2026-11-02' };
const firstTask = 'Laat de businesscase goedkeuren';

describeInWorkbench('the progress file while it is open', (workbench) => {
	const file = (): string => join(workbench().folder, '.lopende-zaken', 'aansluiting.json');
	const write = (content: unknown): void => {
		writeFileSync(file(), typeof content === 'string' ? content : JSON.stringify(content, null, '\t'));
	};
	const progress = (): ProgressFile => JSON.parse(readFileSync(file(), 'utf8')) as ProgressFile;
	const message = 'koppeling/consumerspecificatie.xml';

	it('is shown as it stands when the view opens', async () => {
		const { page, folder } = workbench();
		mkdirSync(join(folder, '.lopende-zaken'));
		const sha256 = createHash('sha256')
			.update(readFileSync(join(folder, message)))
			.digest('hex');
		const evidence = {
			kind: 'consumerspecificatie',
			when: '2026-11-02T09:00:00.000Z',
			outcome: 'valid',
			summary: 'De Consumerspecificatie heeft geen fouten.',
			file: message,
			sha256,
		};
		write({
			version: 1,
			situation,
			tasks: { 'business-case': { ...done, evidence: [evidence] } },
		});
		await showTasks(page);
		await row(page, 'Stap 1: Voorbereiding, 1 van').waitFor();
	});

	it('opens the evidence of a task again, and says when its file has changed', async () => {
		const { page, folder } = workbench();
		await row(page, firstTask).click();
		await webPage(page).getByText('De Consumerspecificatie heeft geen fouten.').waitFor();
		await webPage(page)
			.getByRole('link', { name: `Open ${message}` })
			.click();
		await page.locator('.tab.active[data-resource-name="consumerspecificatie.xml"]').waitFor();
		assert.equal(await page.getByText('is gewijzigd sinds het als bewijs').count(), 0);

		appendFileSync(join(folder, message), '<!-- later -->');
		await row(page, firstTask).click();
		await webPage(page)
			.getByRole('link', { name: `Open ${message}` })
			.click();
		await page.getByText('is gewijzigd sinds het als bewijs').first().waitFor();
	});

	it('shows the merged changes of a colleague at once', async () => {
		const { page } = workbench();
		write({ version: 1, situation, tasks: { ...progress().tasks, requirements: done } });
		await row(page, 'Stap 1: Voorbereiding, 2 van').waitFor();
		await tree(page)
			.getByText(/^2 van 34 gereed/)
			.waitFor();
	});

	it('shows a tick in another window on the same folder at once', async () => {
		const { page, folder } = workbench();
		const other = await openWorkbench({ folder });
		try {
			await showTasks(other.page);
			await row(other.page, 'Stap 1: Voorbereiding, 2 van').waitFor();
			await row(other.page, 'Kies de zaakberichtstroom').getByRole('checkbox').click();
			await row(page, 'Stap 1: Voorbereiding, 3 van').waitFor();
			await row(page, 'Kies de verbinding').getByRole('checkbox').click();
			await row(other.page, 'Stap 1: Voorbereiding, 4 van').waitFor();
		} finally {
			await other.close();
		}
		assert.deepEqual(Object.keys(progress().tasks), [
			'business-case',
			'requirements',
			'connection-choice',
			'message-stream-choice',
		]);
	});

	it('is left as it is when it gets damaged, until it is repaired', async () => {
		const { page, runCommand } = workbench();
		const sound = readFileSync(file(), 'utf8');
		const damaged = sound.replace('"state": "done"', '"state": 7');
		assert.notEqual(damaged, sound);
		write(damaged);
		await tree(page).getByText('Het voortgangsbestand is beschadigd:').waitFor();
		assert.equal(await row(page, 'Kies de verbinding').getByRole('checkbox').count(), 0);
		assert.equal(readFileSync(file(), 'utf8'), damaged);

		await runCommand('Lopende Zaken: Herstel voortgangsbestand');
		await page.getByText('Het voortgangsbestand is hersteld.').first().waitFor();
		assert.equal(readFileSync(join(file(), '..', 'aansluiting.beschadigd-1.json'), 'utf8'), damaged);
		await row(page, 'Kies de verbinding').getByRole('checkbox').waitFor();
	});

	it('offers a repair when nothing of it can be shown', async () => {
		const { page } = workbench();
		const sound = readFileSync(file(), 'utf8');
		write('{ "version": 1, <<<<');
		const welcome = page.locator('.welcome-view-content', { hasText: 'kan niet worden gelezen' });
		await welcome.waitFor();
		await page.getByRole('button', { name: 'Open het bestand' }).click();
		await page.locator('.tab.active[data-resource-name="aansluiting.json"]').waitFor();
		assert.equal(readFileSync(file(), 'utf8'), '{ "version": 1, <<<<');
		write(sound);
		await row(page, 'Stap 1: Voorbereiding').waitFor();
	});

	it('is only shown when it is of a newer version', async () => {
		const { page } = workbench();
		const newer = JSON.stringify({ ...progress(), version: 2 });
		write(newer);
		await tree(page)
			.getByText('Het voortgangsbestand is van een nieuwere versie van Lopende Zaken')
			.waitFor();
		assert.equal(await row(page, firstTask).getByRole('checkbox').count(), 0);
		assert.equal(readFileSync(file(), 'utf8'), newer);
	});

	it('is begun anew when it has been removed', async () => {
		const { page, folder } = workbench();
		rmSync(join(folder, '.lopende-zaken'), { recursive: true });
		await page.getByRole('button', { name: 'Stel de aansluiting in' }).waitFor();
		assert.equal(existsSync(file()), false);
	});
});
