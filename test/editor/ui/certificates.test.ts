import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { authorities } from '../../../src/certificates/pkioverheid';
import { startProxy } from '../../unit/certificates/cli/proxy';
import { fillCertificateFolder, password, type CertificateFolder } from '../certificates/certificateFolder';
import { withRevokedCertificate } from '../certificates/revocationServer';
import { withServer, writeClientIdentity } from '../certificates/server';
import { specification } from '../certificates/specification';
import { chooseFile } from './chooseFile';
import { notification } from './notification';
import { describeInWorkbench, type Workbench } from './openWorkbench';
import { writeUserSettings } from './userSettings';
import { passwordField, question } from './questions';
import { viewIn } from './viewIn';

const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-certificates-ui-'));
let made: CertificateFolder;

describe('certificates', () => {
	before(() => {
		made = fillCertificateFolder(folder);
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	describeInWorkbench('in a file', fileTests, { folder });
	describeInWorkbench('in a locked file', passwordTests, { folder });
	describeInWorkbench('in the workspace', treeTests, { folder });
	describeInWorkbench('of a server', endpointTests, { folder });
	describeInWorkbench('that are still to be requested', requestTests, { folder });
	describeInWorkbench('in a new Consumerspecificatie', specificationTests, { folder });
	describeInWorkbench('in a Consumerspecificatie that is there', existingSpecificationTests, { folder });
	describeInWorkbench('of the CAs of PKIoverheid', authorityTests, { folder });
});

function fileTests(workbench: () => Workbench): void {
	it('are told with a verdict after the password was asked, as often as it was wrong', async () => {
		const { page, openFile } = workbench();
		await openFile('goed.p12');
		const input = passwordField(page);
		await input.waitFor();
		await input.fill('een verkeerd wachtwoord');
		await input.press('Enter');
		await page
			.locator('.quick-input-widget', { hasText: 'Dit is niet het wachtwoord van dit bestand' })
			.waitFor();
		await input.fill(password);
		await input.press('Enter');
		assert.equal(await verdictIn(page), 'Geschikt voor Digikoppeling als client en server');
	});

	it('are judged for the host name that is asked', async () => {
		const { page } = workbench();
		const host = viewIn(page).getByRole('textbox', { name: 'voor hostnaam' });
		await host.fill('elders.voorbeeld.nl');
		await host.press('Enter');
		await viewIn(page)
			.getByRole('heading', { name: /^Niet geschikt.*elders\.voorbeeld\.nl/ })
			.waitFor();
		await host.fill('digikoppeling.voorbeeld.nl');
		await host.press('Enter');
		await viewIn(page)
			.getByRole('heading', { name: /^Geschikt/ })
			.waitFor();
	});

	it('show their chain as a ladder, of which each step can be chosen by keyboard', async () => {
		const { page } = workbench();
		const steps = viewIn(page).locator('.ladder button');
		assert.deepEqual(
			(await steps.locator('.title').allInnerTexts()).map((title) => title.trim()),
			[
				'Gemeente Voorbeeld',
				'KPN - G4 PKIo Priv G-TLS SYS - 2025',
				'Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024',
				'Staat der Nederlanden - G4 Root Priv G-TLS - 2024',
			],
		);
		await steps.nth(3).focus();
		await page.keyboard.press('Enter');
		await viewIn(page)
			.getByRole('heading', { name: 'Gegevens van Staat der Nederlanden - G4 Root Priv G-TLS - 2024' })
			.waitFor();
		assert.equal(await steps.nth(3).getAttribute('aria-current'), 'true');
	});

	it('are exported with their chain, without its root', async () => {
		const { page } = workbench();
		await viewIn(page)
			.getByRole('heading', { name: 'Gegevens van Staat der Nederlanden - G4 Root Priv G-TLS - 2024' })
			.waitFor();
		assert.equal(await viewIn(page).getByRole('button', { name: 'Exporteer keten als PEM' }).count(), 0);
		await viewIn(page).locator('.ladder button').first().click();
		await viewIn(page).getByRole('button', { name: 'Exporteer keten als PEM' }).click();
		await chooseFile(page, 'Exporteer de keten', join(folder, 'keten.pem'));
		const written = await untilWritten(join(folder, 'keten.pem'), (text) => text.endsWith('-----'));
		assert.equal(written.split('-----BEGINCERTIFICATE-----').length - 1, 3);
		rmSync(join(folder, 'keten.pem'));
	});

	it('are copied by buttons with names of their own', async () => {
		const buttons = viewIn(workbench().page).locator('dl vscode-toolbar-button');
		const names = await Promise.all((await buttons.all()).map((button) => button.getAttribute('label')));
		assert.ok(names.includes('Kopieer Hele naam (Uitgever)'));
		assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
	});

	it('are held against the lists of their issuers when the user asks for it', async () => {
		const { page, runCommand, openFile } = workbench();
		await withRevokedCertificate(folder, async () => {
			await openFile('ingetrokken.pem');
			await runCommand('Lopende Zaken: Inspecteer certificaat…');
			await viewIn(page).getByRole('button', { name: 'Controleer intrekking' }).click();
			await viewIn(page)
				.getByRole('heading', { name: /^Niet geschikt.*ingetrokken/ })
				.waitFor();
			const [first] = await viewIn(page).locator('.ladder .note').allInnerTexts();
			assert.match(first ?? '', /ingetrokken op \d+ \w+ \d+/);
		});
	});

	it('say why one that has expired will not do, as soon as it is opened', async () => {
		const { page, openFile } = workbench();
		await openFile('verlopen.cer');
		assert.match(await verdictIn(page), /^Niet geschikt voor Digikoppeling: Dit certificaat is verlopen op/);
	});
}

function passwordTests(workbench: () => Workbench): void {
	const passwordBox = (): Locator =>
		workbench().page.locator('.quick-input-widget input[type=password]:visible');
	const closeEditor = (): Promise<void> => workbench().closeEditors();

	it('ask nothing any more when the user has the password remembered', async () => {
		const { page, openFile } = workbench();
		await openFile('goed.p12');
		await passwordBox().fill(password);
		await page.keyboard.press('Enter');
		await viewIn(page).getByRole('button', { name: 'Onthoud het wachtwoord op deze computer' }).click();
		await viewIn(page)
			.getByText('Het wachtwoord van dit bestand wordt op deze computer onthouden.')
			.waitFor();
		await closeEditor();
		await openFile('goed.p12');
		assert.equal(await verdictIn(page), 'Geschikt voor Digikoppeling als client en server');
	});

	it('ask again after the passwords were forgotten', async () => {
		const { page, openFile, runCommand } = workbench();
		await closeEditor();
		await runCommand('Lopende Zaken: Vergeet wachtwoorden van certificaten');
		await openFile('goed.p12');
		await passwordBox().waitFor();
		await page.keyboard.press('Escape');
		await viewIn(page).getByRole('heading', { name: 'Dit bestand is vergrendeld' }).waitFor();
	});

	it('ask nothing by themselves when VS Code starts again; a button does', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Developer: Reload Window');
		const unlock = viewIn(page).getByRole('button', { name: 'Geef het wachtwoord' });
		await unlock.waitFor();
		assert.equal(await passwordBox().count(), 0);
		await unlock.click();
		await passwordBox().fill(password);
		await page.keyboard.press('Enter');
		await verdictIn(page);
	});
}

function treeTests(workbench: () => Workbench): void {
	it('are listed by how soon they end; a locked file asks nothing', async () => {
		const { page } = workbench();
		await page.getByRole('tab', { name: 'Lopende Zaken' }).click();
		// Only rows with room to show are there.
		for (const other of ['Aansluiten', 'Verbindingen']) {
			await page.locator(`.pane-header[aria-label^="${other}"]`).click();
		}
		const rows = page.locator('.pane', { hasText: 'Certificaten' }).locator('.monaco-list-row');
		await rows.filter({ hasText: 'goed.p12' }).waitFor();
		const labels = await rows.locator('.label-name').allInnerTexts();
		const descriptions = await rows.locator('.label-description').allInnerTexts();
		assert.deepEqual(
			labels.map((label, index) => `${label}: ${descriptions[index]?.replace(/\d{3,}/, '…')}`),
			[
				'Verlopen: 1',
				'Gemeente Voorbeeld: verlopen · verlopen.cer',
				'Verloopt binnen 60 dagen: 1',
				'Gemeente Voorbeeld: nog 19 dagen · bijna-verlopen.pem',
				'Geldig: 1',
				'Staat der Nederlanden - G4 Root Priv G-TLS - 2024: nog … dagen · vertrouwd/root.pem',
				'Vergrendeld: 1',
				'goed.p12: vraagt een wachtwoord',
			],
		);
		assert.equal(await passwordField(page).count(), 0);
	});
}

function endpointTests(workbench: () => Workbench): void {
	it('are shown as the server sends them, with what it asks for', async () => {
		const { page, runCommand } = workbench();
		await withServer(async (port) => {
			await runCommand('Lopende Zaken: Inspecteer certificaat van endpoint…');
			const box = question(page);
			await box.filter({ hasText: '(1/2)' }).waitFor();
			await box.locator('input[type=text]').first().fill(`localhost:${port}`);
			await page.keyboard.press('Enter');
			await box.filter({ hasText: '(2/2)' }).locator('.monaco-list-row').first().click();

			assert.match(await verdictIn(page), /^Niet geschikt.*niet voor localhost/);
			const facts = viewIn(page).getByRole('region', { name: 'Verbinding', exact: true });
			assert.match(await facts.innerText(), /TLSv1\.3\s*aanbevolen voor Digikoppeling/);
			assert.match(await facts.innerText(), /Vraagt om een clientcertificaat\s*ja/);
			assert.match(
				await facts.innerText(),
				/Geaccepteerde CA's\s*Staat der Nederlanden - G4 Root Priv G-TLS - 2024/,
			);
			await viewIn(page)
				.getByText(/stuurt niet mee: Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024/)
				.waitFor();
		});
	});

	it('are shown with what the server thinks of a client certificate, whose passphrase is asked', async () => {
		const { page, runCommand } = workbench();
		writeClientIdentity(folder, password);
		await withServer(async (port) => {
			await runCommand('Lopende Zaken: Inspecteer certificaat van endpoint…');
			const box = question(page);
			await box.filter({ hasText: '(1/2)' }).waitFor();
			await box.locator('input[type=text]').first().fill(`localhost:${port}`);
			await page.keyboard.press('Enter');
			await box
				.filter({ hasText: '(2/2)' })
				.locator('.monaco-list-row', { hasText: 'Met een clientcertificaat uit een bestand…' })
				.click();
			await chooseFile(
				page,
				'Kies het bestand met het certificaat en de privésleutel',
				join(folder, 'client.pem'),
			);
			const secret = box.locator('input[type=password]:visible');
			await secret.fill('een verkeerd wachtwoord');
			await page.keyboard.press('Enter');
			await box.filter({ hasText: 'Dit is niet het wachtwoord van dit bestand' }).waitFor();
			await secret.fill(password);
			await page.keyboard.press('Enter');

			const facts = viewIn(page).getByRole('region', { name: 'Verbinding', exact: true });
			await facts.getByText(/niet geweigerd door de server/).waitFor();
			assert.match(
				await facts.innerText(),
				/Getoond clientcertificaat\s*Gemeente Voorbeeld\s*niet geweigerd door de server/,
			);
		});
	});
}

function requestTests(workbench: () => Workbench): void {
	it('get a configuration for OpenSSL by a few questions, checked while typing', async () => {
		const { page, runCommand } = workbench();
		const box = question(page);
		const input = box.locator('input[type=text]').first();
		const step = (number: number): Promise<void> => box.filter({ hasText: `(${number}/4)` }).waitFor();

		await runCommand('Lopende Zaken: Maak OpenSSL-configuratie voor certificaataanvraag…');
		await step(1);
		await input.fill('Gemeente Voorbeeld');
		await input.press('Enter');
		await step(2);
		await input.fill('9999999');
		await box.filter({ hasText: 'Een KVK-nummer heeft 8 cijfers.' }).waitFor();
		await input.fill('99999991');
		await input.press('Enter');
		await step(3);
		assert.equal(await input.inputValue(), '00000003999999910000');
		await input.fill('00000003123456780000');
		await box.filter({ hasText: 'Dit OIN is van KVK-nummer 12345678, maar u vulde 99999991 in.' }).waitFor();
		await input.fill('00000003999999910000');
		await input.press('Enter');
		await step(4);
		await input.fill('ebms.voorbeeld.nl, *.voorbeeld.nl');
		await box.filter({ hasText: '*.voorbeeld.nl heeft een wildcard' }).waitFor();
		await input.fill('ebms.voorbeeld.nl, digikoppeling.voorbeeld.nl');
		await input.press('Enter');
		await box.filter({ hasText: 'Configuratie opslaan' }).waitFor();
		await input.press('Enter');
		await page.locator('.tabs-container .tab.active[data-resource-name="certificaataanvraag.cnf"]').waitFor();
		const written = readFileSync(join(folder, 'certificaataanvraag.cnf'), 'utf8');
		assert.match(written, /^serialNumber = "00000003999999910000"$/m);
		assert.match(written, /^DNS\.2 = digikoppeling\.voorbeeld\.nl$/m);
		assert.match(written, /-config certificaataanvraag\.cnf -key certificaataanvraag\.key/);
	});
}

function specificationTests(workbench: () => Workbench): void {
	it('are put in by a few questions, checked while typing, to a file without findings', async () => {
		const { page, runCommand } = workbench();
		const box = question(page);
		const input = box.locator('input[type=text]').first();
		const row = box.locator('.monaco-list-row');

		await runCommand('Lopende Zaken: Nieuwe Consumerspecificatie…');
		await row.filter({ hasText: 'goed.p12' }).click();
		await box.locator('input[type=password]').fill(password);
		await page.keyboard.press('Enter');

		await box.filter({ hasText: '(2/5)' }).waitFor();
		await row.filter({ hasText: 'Hetzelfde certificaat als voor versturen' }).click();

		await box.filter({ hasText: '(3/5)' }).waitFor();
		assert.equal(await input.inputValue(), 'Gemeente Voorbeeld');
		await input.press('Enter');

		await box.filter({ hasText: '(4/5)' }).waitFor();
		assert.equal(await input.inputValue(), '00000003999999910000');
		await input.fill('0000000399999991');
		await box.filter({ hasText: /20/ }).locator('.quick-input-message').waitFor();
		await input.press('Enter');
		await input.fill('00000003999999910000');
		await input.press('Enter');

		await box.filter({ hasText: '(5/5)' }).waitFor();
		assert.equal(await input.inputValue(), 'https://digikoppeling.voorbeeld.nl/');
		await input.fill('https://elders.voorbeeld.nl/ebms');
		await box.filter({ hasText: 'maar voor: digikoppeling.voorbeeld.nl' }).waitFor();
		await input.fill('https://digikoppeling.voorbeeld.nl/ebms');
		await input.press('Enter');

		await box.filter({ hasText: 'Consumerspecificatie opslaan' }).waitFor();
		await input.press('Enter');
		await page
			.locator('.tabs-container .tab.active[data-resource-name="consumerspecificatie.xml"]')
			.waitFor();
		await page.locator('.codelens-decoration', { hasText: 'OIN 00000003999999910000' }).first().waitFor();
		const written = readFileSync(join(folder, 'consumerspecificatie.xml'), 'utf8');
		assert.match(written, /<parameter name="EndpointUri">https:\/\/digikoppeling\.voorbeeld\.nl\/ebms</);
		await page.locator('[id="status.languageStatus"]').hover();
		const status = page.locator('.hover-language-status .element', { hasText: 'Consumerspecificatie' });
		await status.waitFor();
		assert.match(await status.innerText(), /geen bevindingen/);
		await page.locator('[id="status.problems"] [aria-label="No Problems"]').waitFor();
	});
}

function existingSpecificationTests(workbench: () => Workbench): void {
	const name = 'bestaand.xml';
	const base64Of = (der: Uint8Array): string => Buffer.from(der).toString('base64').slice(0, 40);
	/** The text without white space, once it is saved with the certificate in it so many times. */
	const saved = async (count: number): Promise<string> => {
		await workbench().page.keyboard.press('Control+S');
		const good = base64Of(made.good.der);
		return untilWritten(join(folder, name), (text) => text.split(good).length - 1 === count);
	};

	before(() => {
		writeFileSync(
			join(folder, name),
			specification({ client: made.stranger, server: made.expired }).replace(
				'digikoppeling.voorbeeld.nl',
				'digikoppeling.voorbeeld.nl:443',
			),
		);
	});

	it('are judged in the view as the document uses them', async () => {
		const { page, openFile, runCommand } = workbench();
		await openFile(name);
		await runCommand('Lopende Zaken: Inspecteer certificaat…');
		const verdict = viewIn(page).getByRole('heading', { name: /^Niet geschikt/ });
		await verdict.waitFor();
		assert.match(await verdict.innerText(), /hoort bij OIN of HRN 00000003999999920000, maar hier wordt/);
		assert.equal(
			await viewIn(page).getByRole('combobox', { name: 'Beoordeeld als' }).innerText(),
			'gebruikt in het document',
		);
		await workbench().closeEditors();
	});

	it('are put in from the view, as what the user chooses', async () => {
		const { page, openFile } = workbench();
		await openFile('goed.p12');
		await page.locator('.quick-input-widget input[type=password]:visible').fill(password);
		await page.keyboard.press('Enter');
		await viewIn(page).getByRole('button', { name: 'Gebruik in een Consumerspecificatie' }).click();
		const box = question(page);
		const rows = box.filter({ hasText: '(1/2)' }).locator('.monaco-list-row');
		await rows.filter({ hasText: 'Een nieuwe Consumerspecificatie…' }).waitFor();
		await rows.filter({ hasText: name }).filter({ hasText: '00000003999999910000' }).click();
		await box
			.filter({ hasText: '(2/2)' })
			.locator('.monaco-list-row', { hasText: 'Als client, om berichten te versturen' })
			.click();
		const text = await saved(1);
		assert.ok(text.includes(base64Of(made.good.der)), 'the certificate is there');
		assert.ok(!text.includes(base64Of(made.stranger.der)), 'that of the client is gone');
		assert.ok(text.includes(base64Of(made.expired.der)), 'that of the server stands');
	});

	it('are filled in from a file by a code action', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Go to Line/Column...');
		const lines = readFileSync(join(folder, name), 'utf8').split('\n');
		await page.keyboard.type(`${lines.findIndex((line) => line.includes('ServerCert')) + 1}:20`);
		await page.keyboard.press('Enter');
		await runCommand('Quick Fix...');
		await page
			.locator('.action-widget .monaco-list-row', { hasText: 'Vul certificaat uit bestand…' })
			.waitFor();
		await page.keyboard.press('Enter');
		const box = question(page);
		await box.locator('.monaco-list-row', { hasText: 'goed.p12' }).click();
		await box.locator('input[type=password]:visible').fill(password);
		await page.keyboard.press('Enter');
		const text = await saved(2);
		assert.equal(text.split(base64Of(made.good.der)).length - 1, 2, 'it is there as client and as server');
		assert.ok(!text.includes(base64Of(made.expired.der)));
	});
}

function authorityTests(workbench: () => Workbench): void {
	it('are fetched by the proxy of VS Code; of each that does not come is told why', async () => {
		const { page, runCommand } = workbench();
		const published = authorities.flatMap(({ download }) => download ?? []);
		const [first = ''] = published;
		const proxy = await startProxy({ pages: { [first]: made.good.der } });
		await writeUserSettings(workbench(), { 'http.proxy': proxy.url });
		const fetchAll = async (): Promise<Locator> => {
			await runCommand('Lopende Zaken: Haal PKIoverheid-certificaten op');
			return notification(page, runCommand, 'Geen van de CA-certificaten van PKIoverheid was op te halen.');
		};
		let notice = await fetchAll();
		// VS Code tells its extension host of another proxy in its own time, which may be after the first try.
		for (let tries = 1; tries < 3 && !proxy.requests.some((one) => one.includes('pkioverheid')); tries++) {
			await runCommand('Notifications: Clear All Notifications');
			notice = await fetchAll();
		}
		await proxy.close();
		assert.deepEqual(
			proxy.requests.filter((request) => request.includes('pkioverheid')).toSorted(),
			published.map((address) => `GET ${address}`).toSorted(),
		);
		await notice.getByRole('button', { name: 'Details' }).click();
		const told = await page.locator('.monaco-dialog-box .dialog-message-detail').innerText();
		assert.equal(told.split('stuurde is een ander certificaat; het wordt niet gebruikt.').length - 1, 1);
		assert.equal(
			told.split('is niet op te halen (de server geeft het niet).').length - 1,
			published.length - 1,
		);
	});
}

/** Waits until a file on disk is there, and as it has to be; gives its text without white space. */
async function untilWritten(file: string, isRight: (text: string) => boolean): Promise<string> {
	const stop = new AbortController();
	const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(20_000)]);
	const changes = watch(dirname(file), { signal })[Symbol.asyncIterator]();
	for (let change = changes.next(); ; change = changes.next()) {
		const text = existsSync(file) ? readFileSync(file, 'utf8').replace(/\s/g, '') : '';
		if (isRight(text)) {
			change.catch(() => undefined);
			stop.abort();
			return text;
		}
		await change;
	}
}

async function verdictIn(page: Page): Promise<string> {
	const verdict = viewIn(page).getByRole('heading', { name: /^(Geschikt|Niet geschikt|Let op)/ });
	await verdict.waitFor();
	return verdict.innerText();
}
