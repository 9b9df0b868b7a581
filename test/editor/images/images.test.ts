import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { municipality } from '../../fixtures/situations';
import { fillCertificateFolder, inDays, password } from '../certificates/certificateFolder';
import { clickLens } from '../ui/clickLens';
import { partnerStatus, startPartner } from '../ui/localPartner';
import { choice, passwordField } from '../ui/questions';
import { row, showTasks, webPage } from '../ui/taskView';
import { viewIn } from '../ui/viewIn';
import { pictures } from './photograph';

pictures(
	'of a message with its finding',
	() => undefined,
	async ({ page, openFile, runCommand, photograph }) => {
		await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'berichten' }).click();
		await openFile('fout-volgorde.xml');
		await runCommand('View: Focus Problems');
		await page.locator('.markers-panel .monaco-list-row', { hasText: 'einddatumGepland' }).first().click();
		await page.locator('.statusbar-item', { hasText: /^Ln 31, Col \d+ \(16 selected\)/ }).waitFor();
		await page.keyboard.press('Control+1');
		await page.locator('.monaco-editor.focused').first().waitFor();
		await page.keyboard.press('Control+Period');
		await page.locator('.action-widget', { hasText: 'Verplaats naar vóór einddatum' }).waitFor();
		await photograph('problems');
	},
);

pictures(
	'of a keystore',
	(folder) => {
		const settings = readSettings(folder);
		fillCertificateFolder(folder);
		writeSettings(folder, { ...settings, ...readSettings(folder) });
	},
	async ({ page, openFile, photograph }) => {
		await openFile('goed.p12');
		await passwordField(page).fill(password);
		await passwordField(page).press('Enter');
		await viewIn(page)
			.getByRole('heading', { name: /^Geschikt/ })
			.waitFor();
		await showOnly(page, 'Certificaten');
		await widenSideBar(page, 380);
		await row(page, 'Geldig').waitFor();
		await photograph('certificate', 'light', 'dark');
	},
);

pictures(
	'of a CPA, alone and beside a Consumerspecificatie',
	(folder) => {
		const file = (name: string): string => join(folder, 'koppeling', name);
		edit(file('cpa.xml'), 'tp:value="agreed"', 'tp:value="proposed"');
		edit(file('consumerspecificatie.xml'), 'Gemeente Voorbeeldstad', 'Gemeente Voorbeeldstad (fictief)');
		edit(file('consumerspecificatie.xml'), '.example/', '.example:8443/');
	},
	async ({ page, openFile, photograph }) => {
		await page.keyboard.press('Control+B');
		await openFile('cpa.xml');
		const view = viewIn(page);
		await clickLens(page, 'Toon CPA', view.getByRole('heading', { level: 1, name: /^Aan dit CPA/ }));
		await photograph('cpa', 'light', 'dark');
		await view.getByRole('button', { name: 'Vergelijk met Consumerspecificatie…' }).click();
		await choice(page, 'van een partij van dit CPA').click();
		await view.getByRole('heading', { level: 1, name: /^Verschillend/ }).waitFor();
		await photograph('cpa-comparison', 'light', 'dark');
	},
);

pictures(
	'of a Ping to the local partner',
	() => undefined,
	async (workbench) => {
		const { page, openFile, runCommand, photograph } = workbench;
		await openFile('fout-bsn.xml');
		await startPartner(workbench);
		await runCommand('Lopende Zaken: Verstuur ebMS-ping');
		await choice(page, 'Lokale ebMS-partner').waitFor();
		await page.keyboard.press('Enter');
		const view = viewIn(page);
		await view.getByRole('heading', { level: 1, name: /Pong/ }).waitFor();
		for (const [mode, heading] of [
			['Lege 500', /HTTP 500/],
			['Zoals het hoort', /Pong/],
		] as const) {
			await partnerStatus(workbench).click();
			await page.getByRole('option', { name: new RegExp(`^${mode},`) }).click();
			await view.getByRole('button', { name: 'Opnieuw versturen' }).click();
			await view.getByRole('heading', { level: 1, name: heading }).waitFor();
		}
		await showOnly(page, 'Verbindingen');
		await widenSideBar(page, 430);
		await page.locator('.pane-body .monaco-list-row', { hasText: 'Lokaal · ' }).click();
		await page.locator('.pane-body .monaco-list-row', { hasText: 'HTTP 500' }).waitFor();
		await photograph('ping', 'light', 'dark');
	},
);

pictures(
	'of the onboarding tasks and their planning',
	(folder) => {
		const doneOn = {
			'business-case': -60,
			requirements: -51,
			'connection-choice': -42,
			'message-stream-choice': -33,
			'letter-of-intent': -18,
			'implementation-plan': -1,
		};
		const done = Object.entries(doneOn).map(([task, days]) => [task, { state: 'done', when: day(days) }]);
		const progress = {
			version: 1,
			situation: { ...municipality, start: day(-85), roles: { projectleider: 'An Jansen' } },
			tasks: {
				...(Object.fromEntries(done) as Readonly<Record<string, unknown>>),
				certificates: { state: 'open', begunOn: day(-4) },
			},
		};
		mkdirSync(join(folder, '.lopende-zaken'));
		writeFileSync(join(folder, '.lopende-zaken', 'aansluiting.json'), JSON.stringify(progress));
	},
	async ({ page, runCommand, photograph }) => {
		await showTasks(page);
		await widenSideBar(page, 450);
		await row(page, 'Zorg voor PKIoverheid-certificaten').click();
		await webPage(page).getByRole('heading', { level: 1, name: 'Zorg voor PKIoverheid' }).waitFor();
		await photograph('onboarding-tasks', 'light', 'dark');
		await runCommand('Lopende Zaken: Toon planning');
		await webPage(page).locator('svg.lz-timeline').waitFor();
		await photograph('onboarding-planning', 'light', 'dark');
	},
);

/** Gives one of our views all the room of the side bar. */
async function showOnly(page: Page, view: string): Promise<void> {
	await page.getByRole('tab', { name: 'Lopende Zaken' }).click();
	const header = page.locator(`.sidebar .pane-header[aria-label^="${view}"]`);
	await header.waitFor();
	if ((await header.getAttribute('aria-expanded')) === 'false') {
		await header.click();
	}
	const others = page.locator(`.sidebar .pane-header[aria-expanded="true"]:not([aria-label^="${view}"])`);
	while ((await others.count()) > 0) {
		await others.first().click();
	}
}

async function widenSideBar(page: Page, width: number): Promise<void> {
	const bar = await page.locator('.part.sidebar').boundingBox();
	if (bar === null) {
		throw new Error('The side bar is not in sight.');
	}
	const { x, y } = { x: bar.x + bar.width, y: bar.y + bar.height / 2 };
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(bar.x + width, y, { steps: 5 });
	await page.mouse.up();
}

function day(fromToday: number): string {
	return inDays(fromToday).toISOString().slice(0, 10);
}

function edit(file: string, from: string, to: string): void {
	writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

function readSettings(folder: string): Readonly<Record<string, unknown>> {
	return JSON.parse(readFileSync(join(folder, '.vscode', 'settings.json'), 'utf8')) as Readonly<
		Record<string, unknown>
	>;
}

function writeSettings(folder: string, settings: Readonly<Record<string, unknown>>): void {
	writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}
