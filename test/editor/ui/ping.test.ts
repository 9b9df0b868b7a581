import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { chooseFile } from './chooseFile';
import { notification } from './notification';
import { describeInWorkbench, openWorkbench } from './openWorkbench';
import { partnerStatus, startPartner } from './localPartner';
import { choice, passwordField, question, textField } from './questions';
import { viewIn } from './viewIn';

const passphrase = 'een goed wachtwoord';

describeInWorkbench('the Ping to the local partner', (workbench) => {
	it('shows the Pong in a view beside the editor, a minute after installing', async () => {
		const { page, runCommand, openFile } = workbench();
		await openFile('fout-bsn.xml');
		await startPartner(workbench());
		await runCommand('Lopende Zaken: Verstuur ebMS-ping');
		await choice(page, 'Lokale ebMS-partner').waitFor();
		await page.keyboard.press('Enter');
		await viewIn(page).getByRole('heading', { level: 1, name: /Pong/ }).waitFor();
	});

	it('shows the phases, what TLS agreed, and both messages', async () => {
		const view = viewIn(workbench().page);
		await view.getByRole('row', { name: /^TLS/ }).waitFor();
		await view.getByText('TLSv1.3').waitFor();
		assert.match(await view.locator('pre').nth(1).innerText(), /<eb:Action>Ping</);
		assert.match(await view.locator('pre').nth(3).innerText(), /Action>Pong</);
		assert.equal(await view.getByText('Gecontroleerd: geen fouten.').count(), 2);
		await view.getByRole('heading', { name: 'Verzoek' }).scrollIntoViewIfNeeded();
	});

	it('copies the request as curl, and says so', async () => {
		const view = viewIn(workbench().page);
		await view.getByRole('button', { name: 'Kopiëren als curl' }).click();
		await view.getByRole('status').filter({ hasText: 'Gekopieerd: curl' }).waitFor();
	});

	it('opens the request and the response as documents side by side', async () => {
		const { page } = workbench();
		await viewIn(page).getByRole('button', { name: 'Verzoek en antwoord openen' }).click();
		await page.locator('.tab[data-resource-name="request.xml"]').waitFor();
		await page.locator('.tab[data-resource-name="response.xml"]').waitFor();
		await page.locator('.tab', { hasText: 'Ping: Lokale ebMS-partner' }).click();
	});

	for (const [choice, heading] of [
		['naam', /niet voor localhost/],
		['Lege 500', /HTTP 500/],
		['SecurityFailure', /ErrorList|SecurityFailure/],
		['TLS 1.1', /TLS/],
		['onbekende CA', /niet vertrouwd/],
		['halverwege', /verbroken/],
		['10 MB', /antwoord/],
	] as const) {
		it(`explains what came of a Ping to a partner that is set to ${choice}`, async () => {
			const { page } = workbench();
			const view = viewIn(page);
			const before = await view.locator('time').getAttribute('datetime');
			await setPartner(page, choice);
			await view.getByRole('button', { name: 'Opnieuw versturen' }).click();
			await view.locator(`time:not([datetime="${before ?? ''}"])`).waitFor();
			assert.match(await view.getByRole('heading', { level: 1 }).innerText(), heading);
			await view.getByRole('heading', { name: 'Mogelijke oorzaken' }).waitFor();
			await view.getByRole('heading', { name: 'Wat te doen' }).waitFor();
		});
	}

	it('can be cancelled while the partner does not answer, and says in which phase that was', async () => {
		const { page, runCommand } = workbench();
		await setPartner(page, 'Geen antwoord');
		await viewIn(page).getByRole('button', { name: 'Opnieuw versturen' }).click();
		const progress = await notification(page, runCommand, 'Ping naar Lokale ebMS-partner');
		await progress.filter({ hasText: 'wachten op het antwoord' }).waitFor();
		await progress.getByRole('button', { name: 'Cancel' }).click();
		await viewIn(page)
			.getByRole('heading', { level: 1, name: /geannuleerd/ })
			.waitFor();
		await setPartner(page, 'Zoals het hoort');
	});

	it('lists the connection with its endpoint and what came of its last Ping, and opens an older one', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Lopende Zaken: Focus on Verbindingen View');
		const connection = connectionRow(page, 'Lokale ebMS-partner');
		await connection.filter({ hasText: /Lokaal · localhost:\d+\/ebms · cancelled, \d\d:\d\d/ }).waitFor();
		assert.match(
			(await connection.getAttribute('aria-label')) ?? '',
			/^Lokale ebMS-partner \(actief\), Lokaal, https:\/\/localhost:\d+\/ebms, cancelled/,
		);
		await connection.click();
		await row(page, 'https://localhost:').waitFor();
		await row(page, /unexpected-response/).click();
		await viewIn(page).locator('code', { hasText: 'unexpected-response' }).waitFor();
	});

	it('compares a Ping with the one before it, in the diff editor', async () => {
		const { page } = workbench();
		await viewIn(page).getByRole('button', { name: 'Vergelijken met de vorige' }).click();
		await page.locator('.monaco-diff-editor').first().waitFor();
		await page.locator('.monaco-diff-editor', { hasText: 'connection-reset' }).first().waitFor();
		await page.keyboard.press('Control+F4');
	});

	it('lists what came in at the partner', async () => {
		const { page } = workbench();
		// The view is small: first the history is folded.
		await connectionRow(page, 'Lokale ebMS-partner').click();
		await row(page, 'Binnengekomen bij de lokale ebMS-partner').click();
		await row(page, /Ping van 0{6}\d+/)
			.first()
			.waitFor();
	});

	it('saves what went over the line, without secrets', async () => {
		const { page, folder } = workbench();
		const target = join(folder, 'bewaard');
		mkdirSync(target);
		await page.locator('.tab', { hasText: 'Ping: Lokale ebMS-partner' }).click();
		await viewIn(page).getByRole('button', { name: 'Opslaan' }).click();
		await chooseFile(page, 'Map waarin', `${target}/`);
		await viewIn(page).getByRole('status').filter({ hasText: 'Opgeslagen in' }).waitFor();
		const saved = readdirSync(target);
		assert.ok(saved.includes('report.json') && saved.includes('tls.json'), saved.join());
		assert.doesNotMatch(saved.map((name) => readFileSync(join(target, name), 'utf8')).join(), /PRIVATE KEY/);
	});

	it('offers the active connection in the status bar, to Ping over or to choose another', async () => {
		const { page } = workbench();
		const status = connectionStatus(page);
		assert.match(
			(await status.locator('a').getAttribute('aria-label')) ?? '',
			/Actieve ebMS-verbinding: Lokale ebMS-partner, Lokaal\. \S+, \d\d:\d\d/,
		);
		const before = await viewIn(page).locator('time').getAttribute('datetime');
		await status.click();
		await choice(page, 'Ping versturen over Lokale ebMS-partner').click();
		await viewIn(page)
			.locator(`time:not([datetime="${before ?? ''}"])`)
			.waitFor();
		await viewIn(page).getByRole('heading', { level: 1, name: /Pong/ }).waitFor();
	});

	it('makes a connection of a CPA in a few steps, and keeps it in the settings of the workspace', async () => {
		const { page, folder, runCommand } = workbench();
		const settings = join(folder, '.vscode', 'settings.json');
		const [local] = connectionsIn(settings);
		assert.ok(local);
		await runCommand('Lopende Zaken: Nieuwe ebMS-verbinding');
		await pickIn(page, 'ebms-partner/cpa.xml');
		await pickIn(page, '00000099000000011000');
		await pickIn(page, 'Preproductie');
		await chooseFile(page, 'Uw clientcertificaat', String(local['certificate']));
		await chooseFile(page, 'De privésleutel', String(local['key']));
		await chooseFile(page, 'De stamcertificaten', String((local['trust'] as readonly string[])[0]));
		const input = textField(page);
		await input.fill('Lokale ebMS-partner');
		await page
			.locator('.quick-input-message', { hasText: 'Er is al een verbinding met deze naam.' })
			.waitFor();
		await input.fill('Nieuw');
		await input.press('Enter');
		await connectionRow(page, 'Nieuw').filter({ hasText: 'Preproductie' }).waitFor();
		const { name, environment, cpa, as } = connectionsIn(settings).at(-1) ?? {};
		assert.deepEqual(
			{ name, environment, cpa, as },
			{
				name: 'Nieuw',
				environment: 'preproduction',
				cpa: 'ebms-partner/cpa.xml',
				as: '00000099000000011000',
			},
		);
		await connectionStatus(page).filter({ hasText: 'Nieuw (Preproductie)' }).waitFor();
	});

	it('asks the passphrase of a key once, and keeps it out of the settings', async () => {
		const { page, folder, runCommand } = workbench();
		const settings = join(folder, '.vscode', 'settings.json');
		const [local] = connectionsIn(settings);
		assert.ok(local);
		const cipher = { cipher: 'aes-256-cbc', passphrase } as const;
		writeFileSync(
			join(folder, 'geheim.key'),
			createPrivateKey(readFileSync(local['key'] as string)).export({
				type: 'pkcs8',
				format: 'pem',
				...cipher,
			}),
		);
		const connection = { ...local, name: 'Met wachtwoord', key: 'geheim.key' };
		writeFileSync(settings, JSON.stringify({ 'lopendeZaken.connections': [connection] }));
		const item = connectionRow(page, 'Met wachtwoord');
		await item.filter({ hasText: 'nog geen ping' }).waitFor();
		const choose = () => pingOver(page, runCommand, 'Met wachtwoord');
		await choose();
		const input = passwordField(page);
		await input.fill(passphrase);
		await input.press('Enter');
		const name = viewIn(page).locator('.name', { hasText: 'Met wachtwoord' });
		await name.waitFor();
		const first = await viewIn(page).locator('time').getAttribute('datetime');
		await choose();
		await viewIn(page)
			.locator(`time:not([datetime="${first ?? ''}"])`)
			.waitFor();
		assert.doesNotMatch(readFileSync(settings, 'utf8'), new RegExp(passphrase));
	});

	it('reads an old PKCS#12, which the TLS library itself refuses', async () => {
		const { page, folder, runCommand } = workbench();
		const settings = join(folder, '.vscode', 'settings.json');
		const [known] = connectionsIn(settings);
		assert.ok(known);
		const { certificate, key, ...rest } = known;
		const secret = `pass:${passphrase}`;
		const made = spawnSync(
			'openssl',
			[
				...[
					'pkcs12',
					'-export',
					'-legacy',
					'-in',
					String(certificate),
					'-out',
					'oud.p12',
					'-passout',
					secret,
				],
				...['-inkey', String(key), '-passin', secret],
			],
			{ cwd: folder, encoding: 'utf8' },
		);
		assert.equal(made.status, 0, made.stderr);
		const connection = { ...rest, name: 'Oud bestand', certificate: 'oud.p12' };
		writeFileSync(settings, JSON.stringify({ 'lopendeZaken.connections': [connection] }));
		await connectionRow(page, 'Oud bestand').filter({ hasText: 'nog geen ping' }).waitFor();
		await pingOver(page, runCommand, 'Oud bestand');
		const input = passwordField(page);
		await input.fill('fout');
		await input.press('Enter');
		const box = question(page);
		await box.filter({ hasText: 'Dit is niet het wachtwoord van dit bestand' }).waitFor();
		await input.fill(passphrase);
		await input.press('Enter');
		const view = viewIn(page);
		await view.locator('.name', { hasText: 'Oud bestand' }).waitFor();
		await view.getByRole('heading', { level: 1, name: 'antwoordde met een Pong' }).waitFor();
		await view.getByText('TLS en beide certificaten zijn in orde.').waitFor();
	});

	it('asks once before anything goes to production', async () => {
		const { page, folder, runCommand } = workbench();
		const connection = {
			name: 'Echt',
			environment: 'production',
			url: 'https://localhost:1/ebms',
			...{ from: '1', to: '2', cpaId: '3' },
		};
		writeFileSync(
			join(folder, '.vscode', 'settings.json'),
			JSON.stringify({ 'lopendeZaken.connections': [connection] }),
		);
		const item = connectionRow(page, 'Echt');
		await item.filter({ hasText: 'PRODUCTIE · localhost:1/ebms · nog geen ping' }).waitFor();
		const choose = () => pingOver(page, runCommand, 'Echt');
		const dialog = page.locator('.monaco-dialog-box', { hasText: 'Echt is PRODUCTIE' });
		await choose();
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await choose();
		await dialog.getByRole('button', { name: 'Naar productie versturen' }).click();
		await viewIn(page).getByRole('heading', { level: 1, name: 'De Ping is niet verstuurd' }).waitFor();
		await item.filter({ hasText: 'PRODUCTIE · localhost:1/ebms · not-sent' }).waitFor();
		const status = connectionStatus(page).filter({ hasText: 'PRODUCTIE: Echt' });
		await status.waitFor();
		assert.match((await status.getAttribute('class')) ?? '', /error-kind/);
		const first = await viewIn(page).locator('time').getAttribute('datetime');
		await choose();
		await viewIn(page)
			.locator(`time:not([datetime="${first ?? ''}"])`)
			.waitFor();
	});

	it('forgets all Pings only when the user says so once more', async () => {
		const { page, runCommand } = workbench();
		const dialog = page.locator('.monaco-dialog-box', { hasText: 'pings wissen, van alle verbindingen?' });
		const kept = connectionRow(page, 'Echt').filter({ hasText: 'not-sent' });
		await runCommand('Lopende Zaken: Wis geschiedenis van pings');
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await kept.waitFor();
		await runCommand('Lopende Zaken: Wis geschiedenis van pings');
		await dialog.getByRole('button', { name: 'Wissen' }).click();
		await connectionRow(page, 'Echt').filter({ hasText: 'nog geen ping' }).waitFor();
		await runCommand('Lopende Zaken: Wis geschiedenis van pings');
		await notification(page, runCommand, 'Er zijn geen pings om te wissen.');
	});

	it('offers a Ping above each party of the CPA', async () => {
		const { page, openFile } = workbench();
		await openFile('cpa.xml');
		await page.locator('.codelens-decoration', { hasText: 'Ping als' }).first().waitFor();
	});
});

describe('the local partner', function () {
	it('and its port are gone when the window closes', async () => {
		const { page, runCommand, close } = await openWorkbench();
		try {
			await runCommand('Lopende Zaken: Start lokale ebMS-partner');
			await choice(page, 'Alleen starten').click();
			await partnerStatus({ page }).waitFor();
			const told = await (await notification(page, runCommand, 'luistert op')).innerText();
			const port = Number(/localhost:(\d+)/.exec(told)?.[1]);
			assert.equal(await accepts(port), true);
			await page.goto('about:blank');
			for (let tries = 0; (await accepts(port)) && tries < 200; tries++) {
				await pause(100);
			}
			assert.equal(await accepts(port), false);
		} finally {
			await close();
		}
	});
});

/** Whether something listens at a port of this computer. */
async function accepts(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}

/** Chooses a connection for a Ping. What takes the focus at that moment closes the list again: then it is asked for once more. */
async function pingOver(
	page: Page,
	runCommand: (title: string) => Promise<void>,
	connection: string,
	tries = 3,
): Promise<void> {
	await runCommand('Lopende Zaken: Verstuur ebMS-ping');
	try {
		await choice(page, connection).click({ timeout: 10_000 });
	} catch (error) {
		if (tries <= 1) {
			throw error;
		}
		await page.keyboard.press('Escape');
		await pingOver(page, runCommand, connection, tries - 1);
	}
}

function connectionStatus(page: Page): Locator {
	return page.locator('.statusbar-item[id$="lopendeZaken.connection"]');
}

function row(page: Page, text: string | RegExp): Locator {
	return page.locator('.pane-body .monaco-list-row', { hasText: text });
}

/** The row of a connection: others may have its name in their text. */
function connectionRow(page: Page, name: string): Locator {
	return row(page, new RegExp(`^${name}`))
		.filter({ hasText: ' · ' })
		.first();
}

/** Has the partner behave in a way that is found by some words. */
async function setPartner(page: Page, words: string): Promise<void> {
	await partnerStatus({ page }).click();
	await pickIn(page, words);
}

async function pickIn(page: Page, words: string): Promise<void> {
	await textField(page).fill(words);
	await choice(page, words).first().click();
}

function connectionsIn(settings: string): readonly Readonly<Record<string, unknown>>[] {
	const all = JSON.parse(readFileSync(settings, 'utf8')) as Readonly<Record<string, unknown>>;
	return all['lopendeZaken.connections'] as readonly Readonly<Record<string, unknown>>[];
}
