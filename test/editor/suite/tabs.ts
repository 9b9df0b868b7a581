import { window } from 'vscode';

/** The titles of all editors. */
export function tabs(): readonly string[] {
	return window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

/** Waits until an editor with such a title is there: a page tells its title when it has been read. */
export async function untilTab(label: string | RegExp): Promise<void> {
	await untilTabs(() => tabs().some((tab) => (typeof label === 'string' ? tab === label : label.test(tab))));
}

/** VS Code tells of editors a little later. */
export async function untilTabs(isThere: () => boolean): Promise<void> {
	if (isThere()) {
		return;
	}
	await new Promise<void>((resolve) => {
		const listener = window.tabGroups.onDidChangeTabs(() => {
			if (isThere()) {
				listener.dispose();
				resolve();
			}
		});
	});
}
