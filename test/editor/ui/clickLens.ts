import type { Locator, Page } from 'playwright-core';

/**
 * Clicks a code lens. VS Code draws the lenses anew while a document is still being checked, and a click on one that
 * goes away at that moment is lost: then it is clicked once more.
 *
 * @param outcome What the click brings.
 */
export async function clickLens(page: Page, title: string, outcome: Locator): Promise<void> {
	const lens = page.locator('.codelens-decoration a', { hasText: title }).first();
	for (let attempt = 1; ; attempt += 1) {
		await lens.click();
		try {
			await outcome.waitFor({ timeout: 8000 });
			return;
		} catch (error) {
			if (attempt === 3) {
				throw error;
			}
		}
	}
}
