import type { Page } from 'playwright-core';

/** Answers VS Code's own dialog for files, which puts its own proposal in place of what is filled in too soon. */
export async function chooseFile(page: Page, title: string, path: string, tries = 4): Promise<void> {
	const dialog = page.locator('.quick-input-widget', { hasText: title });
	const input = dialog.locator('input[type=text]').first();
	await dialog.locator('.monaco-list-row').first().waitFor();
	await input.fill(path);
	await dialog.locator('.quick-input-action .monaco-button').first().click();
	try {
		await dialog.waitFor({ state: 'hidden', timeout: 5000 });
	} catch (error) {
		if (tries <= 1) {
			throw error;
		}
		await chooseFile(page, title, path, tries - 1);
	}
}
