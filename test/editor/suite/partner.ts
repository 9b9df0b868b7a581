import assert from 'node:assert/strict';
import { commands, window } from 'vscode';

/** Starts it as a user does, with the first answer to its question. */
export async function startPartner(): Promise<void> {
	const started = commands.executeCommand<boolean>('lopendeZaken.startPartner');
	const accepting = setInterval(() => {
		void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
	}, 300);
	try {
		assert.equal(await started, true);
	} finally {
		clearInterval(accepting);
	}
}

/** Waits until an editor with this title is there. */
export async function untilTab(label: string): Promise<void> {
	await untilTabs(() => window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label)));
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
