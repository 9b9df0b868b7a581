import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	commands,
	Disposable,
	EventEmitter,
	FileSystemError,
	FileType,
	TabInputCustom,
	Uri,
	window,
	workspace,
	type CodeLens,
	type FileChangeEvent,
	type FileSystemProvider,
} from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { closeAll, open, replace, workspaceFolder } from './editing';
import { caseMessage } from './messages';
import { problemsOf, untilCodes } from './problems';

const scheme = 'lopende-zaken-test';

/** A file system in memory with files in its root, as a virtual workspace has one. */
function memoryFiles(): FileSystemProvider & { readonly write: (name: string, content: string) => Uri } {
	const files = new Map<string, Uint8Array>();
	const changed = new EventEmitter<FileChangeEvent[]>();
	const find = (uri: Uri): Uint8Array => {
		const content = files.get(uri.path);
		if (content === undefined) {
			throw FileSystemError.FileNotFound(uri);
		}
		return content;
	};
	return {
		onDidChangeFile: changed.event,
		watch: () => new Disposable(() => undefined),
		stat: (uri) =>
			uri.path === '/'
				? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
				: { type: FileType.File, ctime: 0, mtime: Date.now(), size: find(uri).length },
		readDirectory: () => [...files.keys()].map((path) => [path.slice(1), FileType.File]),
		createDirectory: (uri) => {
			throw FileSystemError.NoPermissions(uri);
		},
		readFile: find,
		writeFile: (uri, content) => {
			files.set(uri.path, content);
		},
		delete: (uri) => {
			files.delete(uri.path);
		},
		rename: (from) => {
			throw FileSystemError.NoPermissions(from);
		},
		write(name, content) {
			files.set(`/${name}`, Buffer.from(content));
			return Uri.from({ scheme, path: `/${name}` });
		},
	};
}

describe('a file that is not on disk', () => {
	const files = memoryFiles();
	let registration: Disposable;
	before(() => {
		registration = workspace.registerFileSystemProvider(scheme, files);
	});
	afterEach(closeAll);
	after(() => {
		registration.dispose();
	});

	const checkFile = async (file: Uri): Promise<FileVerdict | undefined> =>
		commands.executeCommand<FileVerdict | undefined>('lopendeZaken.checkFile', file);

	it('is checked when it is opened, when it is saved, and as it stands in the editor', async () => {
		const file = files.write('zaak.xml', caseMessage({ bsn: '123456789' }));
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
		const file = files.write('fout.xml', caseMessage({ bsn: '123456789' }));
		await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		await closeAll();
		await untilCodes(file, []);
	});

	it('is not checked as long as it is closed', async () => {
		assert.equal(await checkFile(files.write('dicht.xml', caseMessage())), undefined);
	});

	it('shows its certificates above the elements that hold them', async () => {
		const text = readFileSync(join(workspaceFolder(), 'koppeling', 'consumerspecificatie.xml'), 'utf8');
		const file = files.write('consumerspecificatie.xml', text);
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
		const file = files.write('certificaat.pem', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n');
		await commands.executeCommand('lopendeZaken.inspectCertificate', file);
		const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
		assert.ok(input instanceof TabInputCustom);
		assert.equal(input.uri.toString(), file.toString());
	});

	it('is no schema folder', async () => {
		await commands.executeCommand('lopendeZaken.chooseSchemaFolder', Uri.from({ scheme, path: '/' }));
		const setting = workspace.getConfiguration('lopendeZaken').inspect('schemas.folders');
		assert.equal(setting?.workspaceValue, undefined);
	});
});
