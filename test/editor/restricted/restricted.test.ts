import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
	commands,
	extensions,
	TabInputCustom,
	Uri,
	window,
	workspace,
	type CodeLens,
	type Hover,
	type MarkdownString,
} from 'vscode';
import snippets from '../../../snippets/xml.json';
import type { FileVerdict } from '../../../src/editor/checkFile';
import type { WorkspaceVerdict } from '../../../src/editor/checkWorkspace';
import { trustReasons } from '../../../src/editor/trustReasons';
import { fillCertificateFolder } from '../certificates/certificateFolder';
import {
	closeAll,
	createSuiteFolder,
	open,
	openUntitled,
	replace,
	setSetting,
	workspaceFolder,
	type SuiteFolder,
} from '../suite/editing';
import { caseMessage, errorMessage } from '../suite/messages';
import { problemsOf, untilCodes } from '../suite/problems';

/** An own schema in a namespace that nobody bundles, and a message that breaks it. */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:melding">
	<xs:element name="melding" type="xs:date"/>
</xs:schema>
`;
const message = '<melding xmlns="urn:example:melding">morgen</melding>\n';

const checkFile = async (file: Uri): Promise<FileVerdict> =>
	commands.executeCommand<FileVerdict>('lopendeZaken.checkFile', file);

describe('a workspace that is not trusted', () => {
	let folder: SuiteFolder;
	before(async () => {
		assert.equal(workspace.isTrusted, false, 'or these tests say nothing');
		folder = createSuiteFolder('onbekend');
		await extensions.getExtension('lopende-zaken.lopende-zaken')?.activate();
	});
	afterEach(closeAll);
	after(() => {
		folder.remove();
	});

	it('has its messages checked with the bundled schemas, when they are opened and when they are saved', async () => {
		const file = folder.write('zaak.xml', caseMessage({ bsn: '123456789' }));
		const { document } = await open(file);
		await untilCodes(file, ['zaakbericht.bsn-check-digit']);
		assert.deepEqual(
			problemsOf(file).map(({ text }) => text),
			['123456789'],
		);
		await replace(document, '123456789', '999993653');
		await document.save();
		await untilCodes(file, []);
		assert.deepEqual(await checkFile(file), {
			kind: 'zaakbericht',
			schema: 'bundled:stuf-zkn-0310',
			counts: { error: 0, warning: 0, info: 0 },
		});
	});

	it('has all its messages checked at once', async () => {
		folder.write('zaak.xml', caseMessage({ bsn: '123456789' }));
		const { outcome, files, checked, faulty } = await commands.executeCommand<WorkspaceVerdict>(
			'lopendeZaken.checkWorkspace',
		);
		assert.deepEqual([outcome, checked], ['finished', files]);
		assert.ok(faulty > 1);
	});

	it('has its fault codes explained', async () => {
		await setSetting('validation.run', 'off');
		const { document } = await openUntitled(errorMessage('StUF055'));
		const hovers = await commands.executeCommand<readonly Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			document.positionAt(document.getText().indexOf('StUF055') + 2),
		);
		await setSetting('validation.run', undefined);
		const [content] = hovers.flatMap(({ contents }) => contents as MarkdownString[]);
		assert.match(content?.value ?? '', /^\*\*StUF055\*\*: /);
	});

	it('gets messages from snippets', async () => {
		const [name] = Object.keys(snippets);
		const { document } = await openUntitled('');
		await commands.executeCommand('editor.action.insertSnippet', { langId: 'xml', name });
		assert.match(document.getText(), /zakLk01/);
		assert.equal((await checkFile(document.uri)).kind, 'zaakbericht');
	});

	it('does not decide by which schemas, over which connections and by whose word messages are checked', async () => {
		folder.write('melding.xsd', schema);
		const file = folder.write('melding.xml', message);
		await setSetting('schemas.folders', ['onbekend']);
		await setSetting('certificates.trust', ['onbekend/root.pem']);
		await setSetting('connections', [{ name: 'hun', environment: 'test', url: 'https://localhost:1/' }]);
		const settings = workspace.getConfiguration('lopendeZaken');
		for (const name of ['schemas.folders', 'certificates.trust', 'connections']) {
			assert.deepEqual(settings.get(name), [], name);
		}
		await open(file);
		assert.deepEqual(await checkFile(file), {
			kind: 'unknown',
			schema: null,
			counts: { error: 0, warning: 0, info: 0 },
		});
		for (const name of ['schemas.folders', 'certificates.trust', 'connections']) {
			await setSetting(name, undefined);
		}
	});

	it('shows what is in a certificate, also when it needs no password, and asks none', async () => {
		fillCertificateFolder(folder.path);
		for (const name of ['verlopen.cer', 'bijna-verlopen.pem', 'goed.p12']) {
			await commands.executeCommand('lopendeZaken.inspectCertificate', Uri.file(join(folder.path, name)));
			const { input, label } = window.tabGroups.activeTabGroup.activeTab ?? {};
			assert.ok(input instanceof TabInputCustom);
			assert.equal(label, name);
		}
	});

	it('offers no Ping above the parties of a CPA', async () => {
		const cpa = Uri.file(join(workspaceFolder(), 'koppeling', 'cpa.xml'));
		await open(cpa);
		const lenses = await commands.executeCommand<readonly CodeLens[]>('vscode.executeCodeLensProvider', cpa);
		assert.deepEqual(
			lenses.filter(({ command }) => command?.command === 'lopendeZaken._pingAs'),
			[],
		);
	});

	for (const command of Object.keys(trustReasons)) {
		it(`does not run ${command}, whoever executes it, and asks nothing first`, async () => {
			const cpa = join(workspaceFolder(), 'koppeling', 'cpa.xml');
			const argument = { file: cpa, as: '00000099000000001000' };
			assert.equal(await commands.executeCommand(command, argument), undefined);
		});
	}

	it('holds nothing of a local partner then', () => {
		assert.equal(existsSync(join(workspaceFolder(), 'ebms-partner')), false);
	});
});
