import assert from 'node:assert/strict';
import { commands } from 'vscode';

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
