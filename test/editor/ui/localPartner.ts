import type { Locator } from 'playwright-core';
import type { Workbench } from './openWorkbench';
import { choice } from './questions';

/** What the status bar says of the local partner while it runs. */
export function partnerStatus({ page }: Pick<Workbench, 'page'>): Locator {
	return page.locator('.statusbar-item[id$="lopendeZaken.partner"]');
}

/** Starts the local partner and adds the connection to it to the settings of the workspace. */
export async function startPartner(workbench: Pick<Workbench, 'page' | 'runCommand'>): Promise<void> {
	const { page, runCommand } = workbench;
	await runCommand('Lopende Zaken: Start lokale ebMS-partner');
	await choice(page, 'Starten, en').waitFor();
	await page.keyboard.press('Enter');
	await partnerStatus(workbench).waitFor();
}
