import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, TabInputCustom, Uri, window, workspace, type CodeLens } from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { memoryScheme } from '../host/memoryFiles';
import { closeAll, open, replace, workspaceFolder } from './editing';
import { caseMessage } from './messages';
import { problemsOf, untilCodes } from './problems';

async function write(name: string, content: string): Promise<Uri> {
	const file = Uri.from({ scheme: memoryScheme, path: `/${name}` });
	await workspace.fs.writeFile(file, Buffer.from(content));
	return file;
}

describe('a file that is not on disk', () => {
	afterEach(closeAll);

	const checkFile = async (file: Uri): Promise<FileVerdict | undefined> =>
		commands.executeCommand<FileVerdict | undefined>('lopendeZaken.checkFile', file);

	it('is checked when it is opened, when it is saved, and as it stands in the editor', async () => {
		const file = await write('zaak.xml', caseMessage({ bsn: '123456789' }));
		const { document } = await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		await replace(document, '123456789', '999993653');
		await document.save();
		await untilCodes(file, []);
		await replace(document, '20260309', '20260230');
		assert.deepEqual((await checkFile(file))?.counts, { error: 1, warning: 0, info: 0 });
		assert.deepEqual(
			problemsOf(file).map(({ text }) => text),
			['20260230'],
		);
	});

	it('leaves no problems behind when it is closed', async () => {
		const file = await write('fout.xml', caseMessage({ bsn: '123456789' }));
		await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		await closeAll();
		await untilCodes(file, []);
	});

	it('is not checked as long as it is closed', async () => {
		assert.equal(await checkFile(await write('dicht.xml', caseMessage())), undefined);
	});

	it('shows its certificates above the elements that hold them', async () => {
		const text = readFileSync(join(workspaceFolder(), 'koppeling', 'consumerspecificatie.xml'), 'utf8');
		const file = await write('consumerspecificatie.xml', text);
		await open(file);
		const all = await commands.executeCommand<readonly CodeLens[]>(
			'vscode.executeCodeLensProvider',
			file,
			10,
		);
		const lenses = all.filter(({ command }) => command?.command === 'lopendeZaken.inspectCertificate');
		assert.equal(lenses.length, [...text.matchAll(/<(?:\w+:)?X509Certificate>/g)].length);
		assert.ok(lenses.length > 0);
	});

	it('is inspected when it is a certificate', async () => {
		const file = await write('certificaat.pem', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n');
		await commands.executeCommand('lopendeZaken.inspectCertificate', file);
		const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
		assert.ok(input instanceof TabInputCustom);
		assert.equal(input.uri.toString(), file.toString());
	});

	it('is no schema folder', async () => {
		await commands.executeCommand(
			'lopendeZaken.chooseSchemaFolder',
			Uri.from({ scheme: memoryScheme, path: '/' }),
		);
		const setting = workspace.getConfiguration('lopendeZaken').inspect('schemas.folders');
		assert.equal(setting?.workspaceValue, undefined);
	});
});
