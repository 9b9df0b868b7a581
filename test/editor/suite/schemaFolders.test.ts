import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commands, Uri, workspace } from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import { closeAll, open, setSetting, untilNoticed, watchedFile } from './editing';
import { codesOf, problemsOf, untilCodes } from './problems';

/** An own schema in a namespace that nobody bundles: one element with one child. */
function schema(child: string): string {
	return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:melding"
	xmlns="urn:example:melding" elementFormDefault="qualified">
	<xs:element name="melding">
		<xs:complexType><xs:sequence><xs:element name="${child}" type="xs:date"/></xs:sequence></xs:complexType>
	</xs:element>
</xs:schema>
`;
}

const message = '<melding xmlns="urn:example:melding"><datum>2026-02-30</datum></melding>\n';

describe('a schema folder', () => {
	const xsd = watchedFile('melding.xsd');
	const document = watchedFile('melding.xml');
	const folder = dirname(xsd.fsPath);
	before(async () => {
		writeFileSync(document.fsPath, message);
		await untilNoticed(xsd, schema('datum'));
	});
	beforeEach(async () => {
		await open(document);
	});
	afterEach(async () => {
		await setSetting('schemas.folders', undefined);
		await closeAll();
	});
	after(() => {
		rmSync(xsd.fsPath);
		rmSync(document.fsPath);
	});

	const verdict = async (): Promise<FileVerdict> =>
		commands.executeCommand<FileVerdict>('lopendeZaken.checkFile', document);

	it('is chosen for the workspace, by a path that can be shared', async () => {
		await commands.executeCommand('lopendeZaken.chooseSchemaFolder', Uri.file(folder));
		const setting = workspace.getConfiguration('lopendeZaken').inspect('schemas.folders');
		assert.deepEqual(setting?.workspaceValue, ['koppeling']);
		assert.equal(setting.globalValue, undefined);
	});

	it('has open documents checked with it as soon as it is set, and no more when it is not', async () => {
		assert.deepEqual(codesOf(document), []);
		await setSetting('schemas.folders', ['koppeling']);
		await untilCodes(document, ['schema.value-type']);
		assert.deepEqual(
			problemsOf(document).map(({ text }) => text),
			['2026-02-30'],
		);
		assert.match(String((await verdict()).schema), /^folder:.*melding\.xsd$/);
		await setSetting('schemas.folders', undefined);
		await untilCodes(document, []);
		assert.equal((await verdict()).schema, null);
	});

	it('is read again when a file in it changes', async () => {
		await setSetting('schemas.folders', [folder]);
		await untilCodes(document, ['schema.value-type']);
		writeFileSync(xsd.fsPath, schema('dag'));
		await untilCodes(document, ['schema.element-not-allowed']);
		writeFileSync(xsd.fsPath, schema('datum'));
		await untilCodes(document, ['schema.value-type']);
	});

	it('shows what is in it on a page', async () => {
		await setSetting('schemas.folders', ['koppeling']);
		await commands.executeCommand('lopendeZaken.showSchemaFolder');
		const page = workspace.textDocuments.find(({ uri }) => uri.scheme === 'lopende-zaken');
		assert.ok(page);
		assert.match(page.getText(), /urn:example:melding/);
		assert.match(page.getText(), /melding\.xsd/);
	});
});
