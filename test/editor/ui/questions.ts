import type { Locator, Page } from 'playwright-core';

/** What VS Code asks with: a list to choose from, or a line to fill in. */
export function question(page: Page): Locator {
	return page.locator('.quick-input-widget');
}

/** A choice of the question, by words that stand in it. */
export function choice(page: Page, text: string): Locator {
	return question(page).locator('.monaco-list-row', { hasText: text });
}

/** Where the question wants a text. */
export function textField(page: Page): Locator {
	return question(page).locator('input[type=text]').first();
}

/** Where the question wants a password. */
export function passwordField(page: Page): Locator {
	return question(page).locator('input[type=password]');
}
