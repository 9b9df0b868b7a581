import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { commands, TabInputTextDiff, window, workspace, type Uri } from 'vscode';
import { errorCodes } from '../../../src/ebms/message/message';
import type { PartnerMode } from '../../../src/ebms/partner/modes';
import type { OutcomeKind } from '../../../src/ebms/outcome/outcome';
import { closeAll, setSetting, workspaceFolder } from './editing';
import { startPartner } from './partner';
import { untilTab, untilTabs } from './tabs';

const name = 'Lokale ebMS-partner';

/** The node of the connection, as the view hands it to commands. */
const node = { kind: 'connection', connection: { name }, endpoint: null };

describe('the Ping', () => {
	let blocker: Server | undefined;

	after(async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		blocker?.close();
		await setSetting('connections', undefined);
		await setSetting('ping.timeoutSeconds', undefined);
		await closeAll();
	});

	it('reaches the local partner, which came into the workspace with its CPA, and gets a Pong', async () => {
		await startPartner();
		assert.match(cpaText(), /CollaborationProtocolAgreement/);
		assert.deepEqual(
			connections().map(({ name, environment, cpa }) => ({ name, environment, cpa })),
			[{ name, environment: 'local', cpa: 'ebms-partner/cpa.xml' }],
		);
		assert.equal(await ping(), 'pong');
		await untilTab(`Ping: ${name}`);
	});

	describe('to a partner with a fault', () => {
		before(() => setSetting('ping.timeoutSeconds', 2));
		after(() => setSetting('ping.timeoutSeconds', undefined));

		const outcomes: readonly (readonly [PartnerMode, OutcomeKind])[] = [
			['no-answer', 'timeout'],
			['slow', 'timeout'],
			['no-content', 'accepted'],
			['empty-error', 'empty-error'],
			['soap-fault', 'soap-fault'],
			['wrong-reference', 'pong-mismatch'],
			['cut-off', 'connection-reset'],
			['garbage', 'unexpected-response'],
			...errorCodes.map((code) => [`error-list:${code}`, 'ebms-error'] as const),
			['expired-certificate', 'tls-server-expired'],
			['wrong-host-certificate', 'tls-host-mismatch'],
			['unknown-ca-certificate', 'tls-untrusted-server'],
			['tls-1.1', 'tls-version'],
			['client-certificate-refused', 'tls-client-certificate-rejected'],
			['normal', 'pong'],
		];
		for (const [mode, outcome] of outcomes) {
			it(`tells ${outcome} when it is set to ${mode}`, async () => {
				await commands.executeCommand('lopendeZaken.choosePartnerMode', mode);
				assert.equal(await ping(), outcome);
			});
		}
	});

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

	it('is laid beside the one before it, with what differs', async () => {
		await commands.executeCommand('lopendeZaken.choosePartnerMode', 'empty-error');
		assert.equal(await ping(), 'empty-error');
		await commands.executeCommand('lopendeZaken.choosePartnerMode', 'normal');
		assert.equal(await commands.executeCommand('lopendeZaken.comparePings', node), true);
		const { original, modified } = await diffOnScreen();
		const [before, now] = await Promise.all([textOf(original), textOf(modified)]);
		assert.match(before, /^# Uitkomst\npong\n[^]*\n# Fasen\n[^]*\n# TLS\n[^]*HTTP 200\n/);
		assert.match(now, /^# Uitkomst\nempty-error\n[^]*HTTP 500\n/);
	});

	it('can be opened again as long as it is kept', async () => {
		const { original, modified } = await diffOnScreen();
		await closeAll();
		const open = (at: string): Thenable<boolean> =>
			commands.executeCommand<boolean>('lopendeZaken.openPing', { connection: name, at });
		assert.equal(await open(original.query), true);
		await untilTab(`Ping: ${name}`);
		assert.equal(await open(modified.query), true);
		await commands.executeCommand('lopendeZaken.clearConnectionHistory', node);
		assert.equal(await open(modified.query), false);
		assert.equal(await commands.executeCommand('lopendeZaken.comparePings', node), false);
	});

	it('waits for a Pong that comes in a request of its own, where the connection listens', async () => {
		await commands.executeCommand('lopendeZaken.choosePartnerMode', 'async');
		assert.match(cpaText(), /syncReplyMode="none"/);
		const [{ listen } = {}] = connections();
		assert.match(String(listen), /^localhost:\d+$/);
		assert.equal(await ping(), 'pong-async');
	});

	it('is not sent when another program listens where the Pong is to come', async () => {
		const [{ listen } = {}] = connections();
		const port = Number(String(listen).split(':')[1]);
		const other = await listenOn(port, 'localhost');
		try {
			assert.equal(await ping(), 'not-sent');
		} finally {
			other.close();
			await once(other, 'close');
		}
	});

	it('is not sent when the Pong is to come to an address that is not of this computer', async () => {
		const [connection] = connections();
		await setSetting('connections', [{ ...connection, listen: '192.0.2.1:8443' }]);
		assert.equal(await ping(), 'not-sent');
		await setSetting('connections', [connection]);
	});

	it('gets its Pong in the response again when the partner is told so', async () => {
		await commands.executeCommand('lopendeZaken.choosePartnerMode', 'sync');
		assert.match(cpaText(), /syncReplyMode="mshSignalsOnly"/);
		assert.equal(connections()[0]?.['listen'], undefined);
		assert.equal(await ping(), 'pong');
	});

	it('tells that nothing listens once the partner has stopped', async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		assert.equal(await ping(), 'connection-refused');
	});

	it('reaches the partner at another port when the usual one is in use', async () => {
		blocker = await listenOn(8443, '127.0.0.1');
		await startPartner();
		assert.doesNotMatch(cpaText(), /localhost:8443\//);
		assert.equal(await ping(), 'pong');
	});

	it('reaches the partner at the port of the setting', async () => {
		await commands.executeCommand('lopendeZaken.stopPartner');
		await setSetting('partner.port', 18_443);
		await startPartner();
		assert.match(cpaText(), /https:\/\/localhost:18443\//);
		assert.equal(await ping(), 'pong');
		await setSetting('partner.port', undefined);
	});

	it('does not try a connection that is not complete, or of an environment that we do not know', async () => {
		await setSetting('connections', [
			{ name: 'half', environment: 'test', url: 'https://localhost:1/' },
			{
				name: 'where',
				environment: 'acceptance',
				url: 'https://localhost:1/',
				from: '1',
				to: '2',
				cpaId: '3',
			},
		]);
		assert.equal(await ping('half'), undefined);
		assert.equal(await ping('where'), undefined);
		assert.equal(await ping('nobody'), undefined);
	});

	it('takes the first of two connections with one name', async () => {
		const odd = { name: 'twice', environment: 'test', from: '1', to: '2', cpaId: '3' };
		await setSetting('connections', [
			{ ...odd, url: 'https://local host/' },
			{ ...odd, url: 'https://localhost:1/' },
		]);
		assert.equal(await ping('twice'), 'not-sent');
		assert.equal(await ping('twice (2)'), undefined);
	});

	for (const [what, url] of [
		['an endpoint with a space', 'https://local host/ebms'],
		['plain HTTP to another machine', 'http://ebms.example.org/'],
		['no trusted root', 'https://localhost:1/'],
	] as const) {
		it(`is not sent with ${what}`, async () => {
			await setSetting('connections', [
				{ name: 'odd', environment: 'test', url, from: '1', to: '2', cpaId: '3' },
			]);
			assert.equal(await ping('odd'), 'not-sent');
		});
	}
});

async function ping(connection = name): Promise<string | undefined> {
	return commands.executeCommand<string | undefined>('lopendeZaken.sendPing', connection);
}

function connections(): readonly Readonly<Record<string, unknown>>[] {
	return workspace.getConfiguration('lopendeZaken').get('connections') ?? [];
}

function cpaText(): string {
	return readFileSync(join(workspaceFolder(), 'ebms-partner', 'cpa.xml'), 'utf8');
}

async function listenOn(port: number, host: string): Promise<Server> {
	const server = createServer().listen(port, host);
	await once(server, 'listening');
	return server;
}

async function textOf(address: Uri): Promise<string> {
	return (await workspace.openTextDocument(address)).getText();
}

async function diffOnScreen(): Promise<TabInputTextDiff> {
	const find = (): TabInputTextDiff | undefined =>
		window.tabGroups.all
			.flatMap(({ tabs }) => tabs)
			.map(({ input }) => input)
			.find((input) => input instanceof TabInputTextDiff);
	await untilTabs(() => find() !== undefined);
	const diff = find();
	assert.ok(diff);
	return diff;
}
