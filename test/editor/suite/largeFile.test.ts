import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { closeAll, createSuiteFolder, open, replace, type SuiteFolder } from './editing';
import { caseMessage } from './messages';
import { print } from './print';
import { codesOf, untilCodes } from './problems';

/** Measures how long the extension host is kept from other work, until it is stopped. */
function watchHost(): { stop(): number } {
	let longest = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last - 1);
		last = now;
	}, 1);
	return {
		stop() {
			clearInterval(timer);
			return Math.round(longest);
		},
	};
}

/** Checks the active document and prints how long that took. */
async function checkWatched(what: string): Promise<void> {
	const host = watchHost();
	const startedAt = performance.now();
	const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile');
	const duration = Math.round(performance.now() - startedAt);
	print(`${what}: ${duration} ms, in which the extension host was kept ${host.stop()} ms at most`);
	assert.deepEqual(verdict.counts, { error: 1, warning: 0, info: 0 });
}

describe('a message of 5 MB', () => {
	let folder: SuiteFolder;
	before(() => {
		folder = createSuiteFolder('large');
	});
	afterEach(closeAll);
	after(() => {
		folder.remove();
	});

	it('is checked without keeping the extension host from its work', async () => {
		const filler = Array.from(
			{ length: 45_000 },
			(_, number) => `    <!-- ${number} ${'x'.repeat(100)} -->\n`,
		);
		const text = caseMessage({ bsn: '123456789' }).replace('    <isVan', `${filler.join('')}    <isVan`);
		assert.ok(text.length > 5_000_000);
		const file = folder.write('large.xml', text);
		const { document } = await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);

		await checkWatched('saved');
		await replace(document, 'VoorbeeldZaaksysteem', 'Zaaksysteem');
		await checkWatched('not saved');
		assert.deepEqual(codesOf(document.uri), ['zaakbericht.bsn-check-digit']);
	});
});
