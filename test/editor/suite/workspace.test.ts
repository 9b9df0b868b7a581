import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { CancellationTokenSource, commands, Uri, workspace, WorkspaceEdit } from 'vscode';
import type { WorkspaceVerdict } from '../../../src/editor/checkWorkspace';
import {
	closeAll,
	createSuiteFolder,
	open,
	replace,
	untilNoticed,
	watchedFile,
	type SuiteFolder,
} from './editing';
import { caseMessage } from './messages';
import { print } from './print';
import { codesOf, ourDiagnostics, untilCodes, untilProblems } from './problems';

async function checkWorkspace(token?: unknown): Promise<WorkspaceVerdict> {
	return commands.executeCommand<WorkspaceVerdict>('lopendeZaken.checkWorkspace', token);
}

describe('checking all messages of the workspace', () => {
	let folder: SuiteFolder;
	beforeEach(() => {
		folder = createSuiteFolder('messages');
	});
	afterEach(async () => {
		await closeAll();
		folder.remove();
		// So that what is left of this test in the Problems panel is gone.
		await checkWorkspace();
	});

	it('shows the problems of closed files and gives the totals', async () => {
		const before = await checkWorkspace();
		folder.write('good.xml', caseMessage({ reference: 'a1' }));
		folder.write('foreign.xml', '<project/>');
		const faulty = folder.write('deep/er/faulty.XML', caseMessage({ reference: 'a2', bsn: '123456789' }));
		const broken = folder.write('broken.xml', '<project>');
		const verdict = await checkWorkspace();
		assert.deepEqual(codesOf(faulty), ['zaakbericht.bsn-check-digit']);
		assert.deepEqual(codesOf(broken), ['xml.unclosed-element']);
		assert.deepEqual(verdict, {
			outcome: 'finished',
			files: before.files + 4,
			checked: before.files + 4,
			known: before.known + 2,
			faulty: before.faulty + 2,
			counts: { ...before.counts, error: before.counts.error + 2 },
		});
	});

	it('counts an open document as it stands in the editor', async () => {
		const file = folder.write('open.xml', caseMessage());
		const { document } = await open(file);
		await replace(document, '999993653', '123456789');
		await checkWorkspace();
		assert.deepEqual(codesOf(file), ['zaakbericht.bsn-check-digit']);
	});

	it('keeps the problems of a file that is opened and closed again, as they are on disk', async () => {
		const file = folder.write('kept.xml', caseMessage({ bsn: '123456789' }));
		await checkWorkspace();
		const { document } = await open(file);
		await replace(document, '123456789', '999993653');
		await commands.executeCommand('lopendeZaken.checkFile');
		assert.deepEqual(codesOf(file), []);
		await closeAll();
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
	});

	it('finds a reference that one sender uses twice, until one of the two is changed', async () => {
		const first = folder.write('1.xml', caseMessage({ reference: 'same', start: '20260301' }));
		const second = folder.write('2.xml', caseMessage({ reference: 'same', start: '20260302' }));
		folder.write('3.xml', caseMessage({ reference: 'same', sender: '00000099000000002000' }));
		await checkWorkspace();
		assert.deepEqual(codesOf(first), []);
		assert.deepEqual(codesOf(second), ['zaakbericht.reference-duplicate']);
		const [related] = ourDiagnostics(second)[0]?.relatedInformation ?? [];
		assert.equal(related?.location.uri.toString(), first.toString());

		const { document } = await open(first);
		await replace(document, '>same<', '>another<');
		await document.save();
		await untilCodes(second, []);
	});

	it('forgets files that are deleted or renamed', async () => {
		const gone = folder.write('gone/1.xml', caseMessage({ bsn: '123456789' }));
		const moved = folder.write('moved.xml', caseMessage({ bsn: '123456789' }));
		await checkWorkspace();
		assert.deepEqual([codesOf(gone).length, codesOf(moved).length], [1, 1]);
		const edit = new WorkspaceEdit();
		edit.deleteFile(Uri.joinPath(gone, '..'), { recursive: true });
		edit.renameFile(moved, Uri.joinPath(moved, '..', 'elsewhere.xml'));
		await workspace.applyEdit(edit);
		await untilCodes(gone, []);
		await untilCodes(moved, []);
	});

	it('follows what other programs do with a closed file', async () => {
		const file = watchedFile('written.xml');
		await untilNoticed(file, caseMessage());
		await checkWorkspace();
		writeFileSync(file.fsPath, caseMessage({ bsn: '123456789' }));
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		rmSync(file.fsPath);
		await untilCodes(file, []);
	});

	it('leaves out what files.exclude leaves out', async () => {
		const excluded = folder.write('node/faulty.xml', caseMessage({ bsn: '123456789' }));
		const files = workspace.getConfiguration('files');
		await files.update('exclude', { '**/node': true });
		await checkWorkspace();
		await files.update('exclude', undefined);
		assert.deepEqual(codesOf(excluded), []);
	});

	it('stops within 200 ms and keeps what was found', async () => {
		for (let number = 0; number < 1500; number++) {
			folder.write(`${number}.xml`, caseMessage({ reference: String(number), bsn: '123456789' }));
		}
		const stop = new CancellationTokenSource();
		const running = checkWorkspace(stop.token);
		await untilProblems(Uri.file(`${folder.path}/0.xml`), (problems) => problems.length > 0);
		const stoppedAt = performance.now();
		stop.cancel();
		const verdict = await running;
		print(`stopped after ${Math.round(performance.now() - stoppedAt)} ms`);
		assert.equal(verdict.outcome, 'cancelled');
		assert.ok(verdict.checked < verdict.files);
		assert.deepEqual(codesOf(Uri.file(`${folder.path}/0.xml`)), ['zaakbericht.bsn-check-digit']);
	});

	it('shows more problems than VS Code takes at once', async () => {
		const files = Array.from({ length: 1300 }, (_, number) =>
			folder.write(`${number}.xml`, caseMessage({ reference: String(number), bsn: '123456789' })),
		);
		await checkWorkspace();
		assert.equal(files.filter((file) => codesOf(file).length === 1).length, 1300);
	});
});
