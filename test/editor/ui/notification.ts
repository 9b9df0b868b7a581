import type { Locator, Page } from 'playwright-core';

/** A notification that shows by itself, or that the newest VS Code only keeps in its list: then the list is opened. */
export async function notification(
	page: Page,
	runCommand: (title: string) => Promise<void>,
	text: string,
): Promise<Locator> {
	const shown = page
		.locator('.notification-toast, .notifications-center .monaco-list-row', { hasText: text })
		.first();
	try {
		await shown.waitFor({ timeout: 4000 });
	} catch {
		await runCommand('Notifications: Show Notifications');
		await shown.waitFor();
	}
	return shown;
}
