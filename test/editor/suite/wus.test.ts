import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, workspace } from 'vscode';
import { closeAll, setSetting, workspaceFolder } from './editing';
import { startPartner } from './partner';
import { untilTab } from './tabs';

describe('the check of a WUS endpoint', () => {
	let url = '';

	before(async () => {
		await startPartner();
		const cpa = readFileSync(join(workspaceFolder(), 'ebms-partner', 'cpa.xml'), 'utf8');
		url = /https:\/\/localhost:\d+\/ebms/.exec(cpa.slice(cpa.indexOf('them-channel')))?.[0] ?? '';
	});
	after(async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		await setSetting('connections', undefined);
		await closeAll();
	});

	it('takes a SOAP Fault for a connection that works', async () => {
		assert.equal(await check(), 'answered');
		await untilTab('WUS: localhost');
	});

	it('shows the certificates that it is told to, and tells when they are missing', async () => {
		assert.equal(await check({ certificate: null, key: null }), 'tls-client-certificate-missing');
	});

	it('trusts nobody who was not named', async () => {
		assert.equal(await check({ trust: [] }), 'not-sent');
	});

	it('tells that nothing listens once the service has stopped', async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		assert.equal(await check(), 'connection-refused');
	});

	async function check(overrides: object = {}): Promise<string | undefined> {
		const [connection] =
			workspace
				.getConfiguration('lopendeZaken')
				.get<readonly Readonly<Record<string, unknown>>[]>('connections') ?? [];
		return commands.executeCommand<string | undefined>('lopendeZaken.checkWus', {
			...connection,
			url,
			...overrides,
		});
	}
});
