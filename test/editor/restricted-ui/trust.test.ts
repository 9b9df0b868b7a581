import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillCertificateFolder, password } from '../certificates/certificateFolder';
import { describeInWorkbench, type Workbench } from '../ui/openWorkbench';
import { startPartner } from '../ui/localPartner';
import { choice, passwordField, textField } from '../ui/questions';
import { viewIn } from '../ui/viewIn';

const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-trust-'));

describe('a folder whose authors the user does not know', () => {
	before(() => {
		cpSync(join('test', 'workspace'), folder, { recursive: true });
		fillCertificateFolder(folder);
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	describeInWorkbench('opens in restricted mode, until it is trusted', trustTests, { folder });
});

function trustTests(workbench: () => Workbench): void {
	it('has its messages checked', async () => {
		const { page, openFile, runCommand } = workbench();
		// The newest VS Code does not ask when a test drives it.
		const refuse = page.getByRole('button', { name: "No, I don't trust the authors" });
		await page.addLocatorHandler(refuse, () => refuse.click());
		await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
		await page.locator('.part.sidebar .composite.title').click();
		await openFile('fout-bsn.xml');
		await runCommand('Problems: Focus on Problems View');
		await page.locator('.markers-panel .monaco-list-row', { hasText: 'Lopende Zaken' }).waitFor();
	});

	it('says that its schema folders do not count', async () => {
		const { page } = workbench();
		await page.locator('[id="status.languageStatus"]').hover();
		await page
			.locator('.hover-language-status .element', {
				hasText: /Schemamappen tellen niet mee.*u vertrouwt deze werkruimte niet.*Vertrouwen beheren/,
			})
			.waitFor();
	});

	it('is not offered a Ping, a partner or an endpoint', async () => {
		const { page } = workbench();
		for (const title of [
			'Lopende Zaken: Verstuur ebMS-ping',
			'Lopende Zaken: Start lokale ebMS-partner',
			'Lopende Zaken: Inspecteer certificaat van endpoint',
			'Lopende Zaken: Haal PKIoverheid-certificaten op',
		]) {
			await page.keyboard.press('F1');
			await textField(page).fill(`>${title}`);
			const rows = page.locator('.quick-input-widget .monaco-list-row');
			await rows.first().waitFor();
			assert.equal(await rows.filter({ hasText: title }).count(), 0);
			await page.keyboard.press('Escape');
		}
	});

	it('is told why, and what to do, where a command is executed all the same', async () => {
		const { page, runCommand } = workbench();
		await runCommand('Lopende Zaken: Toon inhoud van schemamap');
		// In the notification centre, because a VS Code that is driven shows no toasts.
		await runCommand('Notifications: Show Notifications');
		const notification = page.locator('.notifications-center .monaco-list-row', {
			hasText: 'Dat gebeurt alleen in een werkruimte die u vertrouwt.',
		});
		await notification.getByRole('button', { name: 'Vertrouwen beheren' }).waitFor();
		await runCommand('Notifications: Clear All Notifications');
	});

	it('shows a certificate, but asks no password', async () => {
		const { page, openFile, closeEditors } = workbench();
		await openFile('verlopen.cer');
		await viewIn(page)
			.getByRole('heading', { name: /^Niet geschikt voor Digikoppeling: Dit certificaat is verlopen op/ })
			.waitFor();
		await closeEditors();
		await openFile('goed.p12');
		await viewIn(page).getByText('alleen gevraagd in een werkruimte die u vertrouwt.').waitFor();
		assert.equal(await page.locator('.quick-input-widget input[type=password]:visible').count(), 0);
	});

	it('asks the password as soon as the user trusts the folder', async () => {
		const { page, openFile } = workbench();
		await viewIn(page).getByRole('button', { name: 'Vertrouwen beheren' }).click();
		await page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).click();
		await page.getByText('You trust this folder').waitFor();
		// In the newest VS Code that page lies over the editors.
		await page.keyboard.press('Escape');
		await openFile('goed.p12');
		await viewIn(page).getByRole('button', { name: 'Geef het wachtwoord' }).click();
		const input = passwordField(page);
		await input.fill(password);
		await input.press('Enter');
		// The root that the settings of the folder trust counts now as well.
		await viewIn(page)
			.getByRole('heading', { name: 'Geschikt voor Digikoppeling als client en server' })
			.waitFor();
	});

	it('sends a Ping then, without being opened again', async () => {
		const { page, runCommand } = workbench();
		await workbench().closeEditors();
		await startPartner(workbench());
		await runCommand('Lopende Zaken: Verstuur ebMS-ping');
		await choice(page, 'Lokale ebMS-partner').waitFor();
		await page.keyboard.press('Enter');
		await viewIn(page).getByRole('heading', { level: 1, name: /Pong/ }).waitFor();
	});
}
