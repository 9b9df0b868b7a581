import assert from 'node:assert/strict';
import { commands, extensions, FileType, Uri, workspace } from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { municipality } from '../../fixtures/situations';
import { memoryScheme } from '../host/memoryFiles';
import { closeAll, open, replace } from '../suite/editing';
import { caseMessage } from '../suite/messages';
import { problemsOf, untilCodes } from '../suite/problems';

function folder(): Uri {
	const uri = workspace.workspaceFolders?.[0]?.uri;
	assert.equal(uri?.scheme, memoryScheme, 'or these tests say nothing');
	return uri;
}

async function write(name: string, content: string): Promise<Uri> {
	const file = Uri.joinPath(folder(), name);
	await workspace.fs.writeFile(file, Buffer.from(content));
	return file;
}

const read = async (file: Uri): Promise<string> => Buffer.from(await workspace.fs.readFile(file)).toString();

describe('a workspace whose folder is not on disk', () => {
	before(async () => {
		await extensions.getExtension('lopende-zaken.lopende-zaken')?.activate();
	});
	afterEach(closeAll);

	it('has its messages checked when they are opened and when they are saved', async () => {
		const file = await write('berichten/zaak.xml', caseMessage({ bsn: '123456789' }));
		const { document } = await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		assert.deepEqual(
			problemsOf(file).map(({ text }) => text),
			['123456789'],
		);
		await replace(document, '123456789', '999993653');
		await document.save();
		await untilCodes(file, []);
		assert.deepEqual(await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile', file), {
			kind: 'zaakbericht',
			schema: 'bundled:stuf-zkn-0310',
			counts: { error: 0, warning: 0, info: 0 },
		});
	});

	it('is not checked as a whole', async () => {
		await write('berichten/fout.xml', caseMessage({ bsn: '123456789' }));
		assert.equal(await commands.executeCommand('lopendeZaken.checkWorkspace'), undefined);
	});

	it('keeps the progress of the onboarding in a file of its own', async () => {
		await commands.executeCommand('lopendeZaken.setUpOnboarding', { situation: municipality });
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		const file = Uri.joinPath(folder(), '.lopende-zaken', 'aansluiting.json');
		const { situation, tasks } = JSON.parse(await read(file)) as {
			readonly situation: { readonly organisation: string };
			readonly tasks: Readonly<Record<string, { readonly state: string }>>;
		};
		assert.equal(situation.organisation, municipality.organisation);
		assert.equal(tasks['business-case']?.state, 'done');
	});

	it('gets reports', async () => {
		await commands.executeCommand('lopendeZaken.setUpOnboarding', { situation: municipality });
		await commands.executeCommand('lopendeZaken.makeReport', { report: 'status' });
		const reports = await workspace.fs.readDirectory(Uri.joinPath(folder(), 'rapporten'));
		assert.deepEqual(
			reports.map(([, type]) => type),
			[FileType.File],
		);
	});
});
