import assert from 'node:assert/strict';
import { commands } from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { closeAll, createSuiteFolder, open, replace, type SuiteFolder } from './editing';
import { caseMessage } from './messages';
import { print } from './print';
import { codesOf, untilCodes } from './problems';

/** How long the extension host was kept from other work at most: by the clock, and by the processor time of its thread. */
interface Block {
	readonly wall: number;
	/** What does not count that other programs had the processor; only on Node 24 and later. */
	readonly processor: number | undefined;
}

/** Milliseconds of processor time that this thread has used. */
function threadTime(): number | undefined {
	const { threadCpuUsage } = process as {
		readonly threadCpuUsage?: () => { readonly user: number; readonly system: number };
	};
	const used = threadCpuUsage?.call(process);
	return used && (used.user + used.system) / 1000;
}

/** Measures how long the extension host is kept from other work, until it is stopped. */
function watchHost(): { stop(): Block } {
	let longest: Block = { wall: 0, processor: threadTime() && 0 };
	let last = { clock: performance.now(), used: threadTime() };
	const timer = setInterval(() => {
		const now = { clock: performance.now(), used: threadTime() };
		longest = {
			wall: Math.max(longest.wall, now.clock - last.clock - 1),
			processor:
				longest.processor === undefined
					? undefined
					: Math.max(longest.processor, (now.used ?? 0) - (last.used ?? 0)),
		};
		last = now;
	}, 1);
	return {
		stop() {
			clearInterval(timer);
			return longest;
		},
	};
}

function inWords({ wall, processor }: Block): string {
	const used = processor === undefined ? '' : ` (${processor.toFixed(0)} ms of processor time)`;
	return `${wall.toFixed(0)} ms at most${used}`;
}

/** Checks the active document and prints how long that took. */
async function checkWatched(what: string): Promise<void> {
	const host = watchHost();
	const startedAt = performance.now();
	const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile');
	const duration = Math.round(performance.now() - startedAt);
	print(`${what}: ${duration} ms, in which the extension host was kept ${inWords(host.stop())}`);
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
		const text = caseMessage({ bsn: '123456789' }).replace('\t\t<isVan', `${filler.join('')}\t\t<isVan`);
		assert.ok(text.length > 5_000_000);
		const file = folder.write('large.xml', text);
		const opening = watchHost();
		const { document } = await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		print(`opened, most of it by VS Code: the extension host was kept ${inWords(opening.stop())}`);

		await checkWatched('saved');
		await replace(document, 'VoorbeeldZaaksysteem', 'Zaaksysteem');
		await checkWatched('not saved');
		await checkWatched('not saved, again');
		assert.deepEqual(codesOf(document.uri), ['zaakbericht.bsn-check-digit']);
	});
});
