import type { FrameLocator, Locator, Page } from 'playwright-core';
import { choice, question } from './questions';

/** The view with the tasks. */
export const tree = (page: Page): Locator => page.locator('.pane', { hasText: 'Aansluiten' }).first();

/** The row of a task or step, by the beginning of what a screen reader says. */
export const row = (page: Page, name: string): Locator =>
	page.locator(`.tree-explorer-viewlet-tree-view .monaco-list-row[aria-label^="${name}"]`);

/** Answers a question with one of its choices, by keyboard only. */
export async function answer(page: Page, title: string, text: string): Promise<void> {
	await question(page).locator('.quick-input-title', { hasText: title }).waitFor();
	await choice(page, text).first().waitFor();
	await page.keyboard.type(text);
	await question(page).locator('.monaco-list-row.focused', { hasText: text }).waitFor();
	await page.keyboard.press('Enter');
}

export async function typeAnswer(page: Page, prompt: string, text: string): Promise<void> {
	await question(page).locator('.quick-input-message', { hasText: prompt }).waitFor();
	await page.keyboard.press('Control+A');
	await page.keyboard.type(text);
	await page.keyboard.press('Enter');
}

/** Shows the tasks, with all the room of the side bar: rows that are out of sight are not in the page. */
export async function showTasks(page: Page): Promise<void> {
	const header = page.locator('.sidebar .pane-header[aria-label^="Aansluiten"]');
	// A click on the tab of what is in sight hides it.
	if (!(await header.isVisible())) {
		await page.getByRole('tab', { name: 'Lopende Zaken' }).click();
	}
	await header.waitFor();
	const others = page.locator('.sidebar .pane-header[aria-expanded="true"]:not([aria-label^="Aansluiten"])');
	while ((await others.count()) > 0) {
		await others.first().click();
	}
}

/** What stands in the page of ours that was opened last. */
export function webPage(page: Page): FrameLocator {
	return page.locator('iframe.webview').last().contentFrame().frameLocator('iframe#active-frame');
}
