import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { fillCertificateFolder, password } from '../certificates/certificateFolder';
import { describeInWorkbench } from './openWorkbench';

const folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-certificates-ui-'));

describe('certificates', () => {
	before(() => {
		fillCertificateFolder(folder);
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	describeInWorkbench(
		'a file with certificates',
		(workbench) => {
			it('asks its password, also after a wrong one, and then tells the verdict', async () => {
				const { page, openFile } = workbench();
				await openFile('goed.p12');
				const input = page.locator('.quick-input-widget input[type=password]');
				await input.waitFor();
				await input.fill('een verkeerd wachtwoord');
				await input.press('Enter');
				await page
					.locator('.quick-input-widget', { hasText: 'Dit is niet het wachtwoord van dit bestand' })
					.waitFor();
				await input.fill(password);
				await input.press('Enter');
				const heading = viewIn(page).getByRole('heading', { name: /^Geschikt voor Digikoppeling/ });
				await heading.waitFor();
				assert.equal(await heading.innerText(), 'Geschikt voor Digikoppeling als client en server');
			});
		},
		{ folder },
	);
});

/** The page inside a web view. */
function viewIn(page: Page): FrameLocator {
	return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
