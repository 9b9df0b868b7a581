import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
	commands,
	extensions,
	MarkdownString,
	Range,
	workspace,
	type CodeAction,
	type CodeLens,
	type Hover,
	type TextDocument,
} from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import type { WorkspaceVerdict } from '../../../src/editor/checkWorkspace';
import { fillCertificateFolder, type CertificateFolder } from '../certificates/certificateFolder';
import { specification } from '../certificates/specification';
import { closeAll, createSuiteFolder, open, replace, setSetting, type SuiteFolder } from './editing';
import { errorMessage } from './messages';
import { codeOf, codesOf, ourDiagnostics, problemsOf, untilCodes } from './problems';

const run = promisify(execFile);

/** The lenses above certificates; the file may have others. */
async function lensesOf({ uri }: TextDocument): Promise<readonly CodeLens[]> {
	const all = await commands.executeCommand<readonly CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
	return all.filter(({ command }) => command?.command === 'lopendeZaken.inspectCertificate');
}

async function hoverAt(document: TextDocument, word: string): Promise<string> {
	const hovers = await commands.executeCommand<readonly Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		document.positionAt(document.getText().indexOf(word) + 30),
	);
	return hovers
		.flatMap(({ contents }) => contents)
		.map((content) => (content instanceof MarkdownString ? content.value : ''))
		.join('\n');
}

/** What the program in the installed package says of a file. */
async function validate(...args: readonly string[]): Promise<readonly object[]> {
	const extension = extensions.getExtension('lopende-zaken.lopende-zaken');
	assert.ok(extension);
	const program = join(extension.extensionPath, 'dist', 'cli.cjs');
	const { stdout } = await run(process.execPath, [program, 'validate', '--format', 'json', ...args], {
		env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
	}).catch((error: unknown) => error as { readonly stdout: string });
	const { files } = JSON.parse(stdout) as {
		readonly files: readonly {
			readonly findings: readonly {
				readonly code: string;
				readonly message: string;
				readonly range: Range;
			}[];
		}[];
	};
	return files.flatMap(({ findings }) =>
		findings.map(({ code, message, range: { start, end } }) => ({
			code,
			message,
			range: [start.line, start.character, end.line, end.character],
		})),
	);
}

describe('certificates in XML', () => {
	let folder: SuiteFolder;
	let made: CertificateFolder;
	before(async () => {
		await extensions.getExtension('lopende-zaken.lopende-zaken')?.activate();
		folder = createSuiteFolder('certificaten-in-xml');
		made = fillCertificateFolder(folder.path);
		await setSetting('certificates.trust', ['certificaten-in-xml/vertrouwd/root.pem']);
	});
	afterEach(closeAll);
	after(async () => {
		await setSetting('certificates.trust', undefined);
		folder.remove();
	});

	const openWith = async (
		parts: Partial<Parameters<typeof specification>[0]> = {},
	): Promise<TextDocument> => {
		const { good } = made;
		const uri = folder.write('specificatie.xml', specification({ client: good, server: good, ...parts }));
		return (await open(uri)).document;
	};

	it('have above them whose they are and how long they are valid; a click shows everything', async () => {
		const document = await openWith({ server: made.expiring });
		const lenses = await lensesOf(document);
		const title = (days: string): RegExp =>
			new RegExp(`^\\$\\(\\w+\\) Gemeente Voorbeeld · OIN 00000003999999910000 · nog ${days} dagen$`);
		assert.deepEqual(
			lenses.map(({ range }) => document.lineAt(range.start.line).text.trim().slice(0, 20)),
			['<ds:X509Certificate>', '<ds:X509Certificate>'],
		);
		assert.match(lenses[0]?.command?.title ?? '', title('699'));
		assert.match(lenses[1]?.command?.title ?? '', title('19'));
		assert.equal(lenses[1]?.command?.command, 'lopendeZaken.inspectCertificate');
	});

	it('tell their main facts to the mouse', async () => {
		const document = await openWith();
		const text = await hoverAt(document, '<ds:X509Certificate>');
		assert.match(text, /^\*\*Geschikt voor Digikoppeling als client\*\*/);
		assert.match(text, /OIN\/HRN: 00000003999999910000\\\. OIN of HRN: prefix 00000003/);
		assert.match(text, /Uitgever: KPN \\- G4 PKIo Priv G\\-TLS SYS \\- 2025/);
		assert.match(text, /Gebruikt als: client/);
		assert.equal(await hoverAt(document, 'PartyName'), '');
	});

	it('give no problems when they fit what the document says', async () => {
		const document = await openWith();
		await commands.executeCommand('lopendeZaken.checkFile');
		// The problems come of the same answer of the worker as the lenses.
		assert.equal((await lensesOf(document)).length, 2);
		assert.deepEqual(codesOf(document.uri), []);
	});

	it('give problems when they are of another party, for another host or expired', async () => {
		const document = await openWith({
			endpoint: 'https://elders.voorbeeld.nl/ebms',
			client: made.stranger,
			server: made.expired,
		});
		await untilCodes(document.uri, [
			'certificate.expired',
			'certificate.host-mismatch',
			'certificate.oin-mismatch',
		]);
		assert.deepEqual(
			problemsOf(document.uri).map(({ code, severity }) => `${code} ${severity}`),
			['certificate.oin-mismatch error', 'certificate.expired error', 'certificate.host-mismatch error'],
		);
		await replace(document, 'elders.voorbeeld.nl', 'digikoppeling.voorbeeld.nl');
		await document.save();
		await untilCodes(document.uri, ['certificate.expired', 'certificate.oin-mismatch']);
	});

	it('are counted with the rest of what is wrong, and told by the command line in the same words', async () => {
		const document = await openWith({ client: made.stranger, server: made.expired });
		const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile');
		assert.deepEqual(verdict.counts, { error: 2, warning: 0, info: 0 });
		const shown = ourDiagnostics(document.uri).map((diagnostic) => {
			const { message, range } = diagnostic;
			return {
				code: codeOf(diagnostic),
				message: message.replace('\n', ' '),
				range: [range.start.line, range.start.character, range.end.line, range.end.character],
			};
		});
		assert.deepEqual(
			shown.map(({ code }) => code),
			['certificate.oin-mismatch', 'certificate.expired'],
		);
		assert.deepEqual(
			await validate(document.uri.fsPath, '--trust', join(folder.path, 'vertrouwd', 'root.pem')),
			shown,
		);
	});

	it('are judged in closed files too when the workspace is checked', async () => {
		const uri = folder.write('gesloten.xml', specification({ client: made.good, server: made.expired }));
		const before = await commands.executeCommand<WorkspaceVerdict>('lopendeZaken.checkWorkspace');
		assert.deepEqual(codesOf(uri), ['certificate.expired']);
		folder.write('gesloten.xml', specification({ client: made.good, server: made.good }));
		const after = await commands.executeCommand<WorkspaceVerdict>('lopendeZaken.checkWorkspace');
		assert.deepEqual(codesOf(uri), []);
		assert.deepEqual(
			[after.checked, after.faulty, after.counts.error],
			[before.checked, before.faulty - 1, before.counts.error - 1],
		);
	});

	it('are judged anew when what is trusted changes', async () => {
		const document = await openWith();
		await untilCodes(document.uri, []);
		await setSetting('certificates.trust', []);
		await untilCodes(document.uri, ['certificate.chain-untrusted', 'certificate.chain-untrusted']);
		await setSetting('certificates.trust', ['certificaten-in-xml/vertrouwd/root.pem']);
		await untilCodes(document.uri, []);
	});

	it('are told once when they cannot be read', async () => {
		const document = await openWith();
		await replace(document, Buffer.from(made.good.der).toString('base64'), 'AAAA');
		await document.save();
		await untilCodes(document.uri, ['consumerspecificatie.certificate-unreadable']);
		assert.equal((await lensesOf(document)).length, 1);
	});

	it('are left alone in documents that are none of ours', async () => {
		const good = Buffer.from(made.expired.der).toString('base64');
		const uri = folder.write(
			'vreemd.xml',
			`<a><ds:X509Certificate xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${good}</ds:X509Certificate></a>`,
		);
		const { document } = await open(uri);
		await commands.executeCommand('lopendeZaken.checkFile');
		assert.equal((await lensesOf(document)).length, 1);
		assert.deepEqual(codesOf(uri), []);
		const answer = folder.write('antwoord.xml', errorMessage('StUF055'));
		assert.deepEqual(await lensesOf((await open(answer)).document), []);
	});

	const actionsAt = async (document: TextDocument, word: string): Promise<readonly CodeAction[]> => {
		const position = document.positionAt(document.getText().indexOf(word) + 3);
		return commands.executeCommand<readonly CodeAction[]>(
			'vscode.executeCodeActionProvider',
			document.uri,
			new Range(position, position),
		);
	};

	it('can give their OIN to the document', async () => {
		const document = await openWith({ oin: '00000003999999920000' });
		await untilCodes(document.uri, ['certificate.oin-mismatch', 'certificate.oin-mismatch']);
		const actions = await actionsAt(document, '00000003999999920000');
		assert.deepEqual(
			actions.map(({ title }) => title),
			['Neem OIN 00000003999999910000 over uit certificaat'],
		);
		const [action] = actions;
		assert.ok(action?.edit);
		await workspace.applyEdit(action.edit);
		await document.save();
		await untilCodes(document.uri, []);
		assert.deepEqual(await actionsAt(document, '00000003999999910000'), []);
	});

	it('can be filled in where one has to be', async () => {
		const document = await openWith();
		const titles = async (word: string): Promise<readonly string[]> =>
			(await actionsAt(document, word)).map(({ title }) => title);
		assert.deepEqual(await titles('ClientCert'), ['Vul certificaat uit bestand…']);
		assert.deepEqual(await titles('ServerCert'), ['Vul certificaat uit bestand…']);
		assert.deepEqual(await titles('PartyName'), []);
	});
});
