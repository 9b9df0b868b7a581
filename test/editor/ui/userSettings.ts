import type { Workbench } from './openWorkbench';

/** Writes the settings of the user, for those that a workspace may not change. */
export async function writeUserSettings(
	{ page, runCommand, closeEditors }: Workbench,
	settings: Readonly<Record<string, unknown>>,
): Promise<void> {
	await runCommand('Preferences: Open User Settings (JSON)');
	const tab = page.locator('.tabs-container .tab.active[data-resource-name="settings.json"]');
	await tab.waitFor();
	await page.locator('.editor-instance .view-lines').click();
	await page.keyboard.press('Control+A');
	await page.keyboard.insertText(JSON.stringify(settings));
	await page.keyboard.press('Control+S');
	await page.locator('.tabs-container .tab.active:not(.dirty)[data-resource-name="settings.json"]').waitFor();
	await closeEditors();
}
