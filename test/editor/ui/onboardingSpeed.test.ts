import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describeInWorkbench } from './openWorkbench';
import { row } from './taskView';

const rows = '.tree-explorer-viewlet-tree-view .monaco-list-row';
const firstTask = `${rows}[aria-label^="Laat de businesscase goedkeuren"]`;

/** Clicks on something and tells when something else is there, by the clock of the machine. The figures are those of the page itself. */
async function clickUntil(
	page: Page,
	clicked: string,
	shown: string,
): Promise<{ readonly start: number; readonly end: number }> {
	return page.evaluate(
		`new Promise((resolve) => {
			const isThere = () => document.querySelector(${JSON.stringify(shown)}) !== null;
			const observer = new MutationObserver(() => {
				if (isThere()) {
					observer.disconnect();
					resolve({ start, end: Date.now() });
				}
			});
			observer.observe(document.body, { subtree: true, childList: true, attributes: true });
			const element = document.querySelector(${JSON.stringify(clicked)});
			const start = Date.now();
			for (const type of ['mousedown', 'mouseup', 'click']) {
				element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button: 0 }));
			}
		})`,
	);
}

describeInWorkbench('the speed of the onboarding', (workbench) => {
	const file = (): string => join(workbench().folder, '.lopende-zaken', 'aansluiting.json');

	it('shows the tasks of a project that has all of them', async () => {
		const { page, folder } = workbench();
		mkdirSync(join(folder, '.lopende-zaken'));
		const situation = {
			...{ organisation: 'government', hasOin: false, hasAdapter: false, hasCertificates: false },
			...{ network: 'diginetwerk', messageStandard: 'stuf', start: '2027-01-04', roles: {} },
		};
		writeFileSync(file(), JSON.stringify({ version: 1, situation, tasks: {} }));
		await page.getByRole('tab', { name: 'Lopende Zaken' }).waitFor();
		const tab = '.activitybar [aria-label^="Lopende Zaken"]';
		const { start, end } = await clickUntil(page, tab, firstTask);
		console.log(`      view to tasks, VS Code, activation and drawing included: ${end - start} ms`);
		await row(page, 'Stap 4: Aansluiten op productie, 0 van 11').waitFor();
	});

	it('has a tick on disk and on screen', async () => {
		const { page } = workbench();
		// For 200 ms after a view changed VS Code gathers what changes next: a person does not tick so soon after opening it.
		await page.waitForTimeout(1000);
		let onDisk = 0;
		const watcher = watch(join(workbench().folder, '.lopende-zaken'), () => {
			onDisk ||= Date.now();
		});
		const shown = `${rows}[aria-label^="Stap 1: Voorbereiding, 1 van"]`;
		const { start, end } = await clickUntil(page, `${firstTask} [role="checkbox"]`, shown);
		watcher.close();
		console.log(`      a tick: on disk after ${onDisk - start} ms, on screen after ${end - start} ms`);
		assert.ok(readFileSync(file(), 'utf8').includes('business-case'));
	});

	it('is activated without reading anything', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Developer: Show Running Extensions');
		const ours = page.locator('.runtime-extensions-editor .extension', { hasText: 'Lopende Zaken' });
		await ours.waitFor();
		const activation = /Activation: (\d+)\s?ms/.exec((await ours.textContent()) ?? '');
		assert.ok(activation, 'VS Code tells how long the activation took');
		console.log(`      activation, code loading included, as VS Code measures it: ${activation[1] ?? ''} ms`);
	});
});
