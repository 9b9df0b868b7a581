import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands, extensions, workspace, type CodeAction, type TextDocument } from 'vscode';
import { closeAll, createSuiteFolder, open, openUntitled, replace, setSetting } from './editing';
import { caseMessage } from './messages';
import { untilCodes } from './problems';

const allAtOnce = 'Herstel alles waarvoor geen keuze nodig is';

/** So many actions come with what they change. */
const resolvedAtOnce = 10;

/** The quick fixes where a text stands. */
async function fixesAt(document: TextDocument, text: string): Promise<readonly CodeAction[]> {
	const range = document.getWordRangeAtPosition(
		document.positionAt(document.getText().indexOf(text)),
		/[^<>"]+/,
	);
	assert.ok(range);
	return commands.executeCommand<readonly CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		range,
		'quickfix',
		resolvedAtOnce,
	);
}

async function choose(document: TextDocument, text: string, title: string): Promise<void> {
	const action = (await fixesAt(document, text)).find((one) => one.title === title);
	assert.ok(action?.edit, `"${title}" is offered.`);
	assert.ok(await workspace.applyEdit(action.edit));
}

describe('quick fixes', () => {
	before(() => extensions.getExtension('lopende-zaken.lopende-zaken')?.activate());
	afterEach(async () => {
		await setSetting('language', undefined);
		await setSetting('validation.run', undefined);
		await closeAll();
	});

	it('take faults away one after the other, also of a text that was not checked since', async () => {
		const text = caseMessage({ start: '2026-03-09' })
			.replace(
				'<omschrijving>Aanvraag parkeervergunning</omschrijving>',
				'<omschrijvng>Aanvraag &amp; meer</omschrijvng>',
			)
			.replace('<StUF:mutatiesoort>T<', '<StUF:mutatiesoort>t<');
		const { document } = await openUntitled(text);
		await untilCodes(document.uri, [
			'schema.element-not-allowed',
			'schema.value-not-in-list',
			'zaakbericht.date-impossible',
		]);
		const [only, ...others] = await fixesAt(document, 'omschrijvng');
		assert.equal(only?.title, 'Wijzig in omschrijving');
		assert.deepEqual(
			others.map(({ title }) => title),
			[allAtOnce],
		);
		assert.equal(only.isPreferred, true);
		await choose(document, 'omschrijvng', 'Wijzig in omschrijving');
		// The name is longer now, so what comes after it stands elsewhere than it was told.
		await choose(document, '2026-03-09', 'Wijzig in 20260309');
		await choose(document, 't</StUF:mutatiesoort', 'Wijzig in T');
		assert.equal(
			document.getText(),
			caseMessage().replace('Aanvraag parkeervergunning', 'Aanvraag &amp; meer'),
		);
	});

	it('take away at once all that needs no choice', async () => {
		const text = caseMessage({ start: '2026-03-09', bsn: '123456789' })
			.replace('<StUF:mutatiesoort>T<', '<StUF:mutatiesoort>t<')
			.replace('Aanvraag parkeervergunning', 'Eten & drinken');
		const { document } = await openUntitled(text);
		await untilCodes(document.uri, [
			'xml.bare-ampersand',
			'schema.value-not-in-list',
			'zaakbericht.bsn-check-digit',
			'zaakbericht.date-impossible',
		]);
		assert.deepEqual(
			(await fixesAt(document, '2026-03-09')).map((action) => action.title),
			['Wijzig in 20260309', allAtOnce],
		);
		await choose(document, '2026-03-09', allAtOnce);
		assert.equal(
			document.getText(),
			caseMessage({ bsn: '123456789' }).replace('Aanvraag parkeervergunning', 'Eten &amp; drinken'),
		);
		assert.deepEqual(await fixesAt(document, '123456789'), []);
	});

	it('are made on saving for who asks for that', async () => {
		const files = createSuiteFolder('op-te-slaan');
		const onSave = workspace.getConfiguration('editor');
		await onSave.update('codeActionsOnSave', { 'source.fixAll.lopendeZaken': 'explicit' }, true);
		try {
			const file = files.write('op-te-slaan.xml', caseMessage());
			const { document } = await open(file);
			await replace(document, '20260309', '9-3-2026');
			assert.ok(await document.save());
			assert.equal(readFileSync(file.fsPath, 'utf8'), caseMessage());
			assert.equal(document.isDirty, false);
		} finally {
			files.remove();
			await onSave.update('codeActionsOnSave', undefined, true);
		}
	});

	it('follow the language of the reader, and are not there where only the user knows what is right', async () => {
		await setSetting('language', 'en');
		const { document } = await openUntitled(caseMessage({ bsn: '123456789', start: '9-3-2026' }));
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit', 'zaakbericht.date-impossible']);
		assert.deepEqual(
			(await fixesAt(document, '9-3-2026')).map(({ title }) => title),
			['Change to 20260309'],
		);
		assert.deepEqual(await fixesAt(document, '123456789'), []);
	});
});
