import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, window, workspace } from 'vscode';
import { closeAll, setSetting, workspaceFolder } from './editing';

const name = 'Lokale ebMS-partner';

describe('the Ping', () => {
	after(async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		await setSetting('connections', undefined);
		await closeAll();
	});

	it('reaches the local partner, which came into the workspace with its CPA, and gets a Pong', async () => {
		await startPartner();
		const cpa = readFileSync(join(workspaceFolder(), 'ebms-partner', 'cpa.xml'), 'utf8');
		assert.match(cpa, /CollaborationProtocolAgreement/);
		const connections = workspace
			.getConfiguration('lopendeZaken')
			.get<readonly Readonly<Record<string, unknown>>[]>('connections');
		assert.deepEqual(
			connections?.map(({ name, environment, cpa }) => ({ name, environment, cpa })),
			[{ name, environment: 'local', cpa: 'ebms-partner/cpa.xml' }],
		);
		assert.equal(await ping(), 'pong');
		await untilTab(`Ping: ${name}`);
	});

	for (const [mode, outcome] of [
		['empty-error', 'empty-error'],
		['error-list:SecurityFailure', 'ebms-error'],
		['wrong-host-certificate', 'tls-host-mismatch'],
		['normal', 'pong'],
	]) {
		it(`tells ${outcome} of a partner that is set to ${mode}`, async () => {
			await commands.executeCommand('lopendeZaken.choosePartnerMode', mode);
			assert.equal(await ping(), outcome);
		});
	}

	it('waits a second between two Pings to one endpoint', async () => {
		const start = performance.now();
		await ping();
		await ping();
		assert.ok(performance.now() - start >= 1000);
	});

	it('sends one Ping at a time', async () => {
		const both = await Promise.all([ping(), ping()]);
		assert.deepEqual(both, ['pong', undefined]);
	});

	it('tells that nothing listens once the partner has stopped', async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		assert.equal(await ping(), 'connection-refused');
	});

	it('does not try a connection that is not complete', async () => {
		await setSetting('connections', [{ name: 'half', environment: 'test', url: 'https://localhost:1/' }]);
		assert.equal(await ping('half'), undefined);
	});
});

/** Starts it as a user does, with the first answer to its question. */
async function startPartner(): Promise<void> {
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

async function ping(connection = name): Promise<string | undefined> {
	return commands.executeCommand<string | undefined>('lopendeZaken.sendPing', connection);
}

/** Waits until an editor with this title is there: VS Code tells of it a little later. */
async function untilTab(label: string): Promise<void> {
	const isThere = (): boolean =>
		window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label));
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
