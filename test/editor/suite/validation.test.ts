import assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import type { FileVerdict } from '../../../src/editor/checkFile';
import {
	closeAll,
	createSuiteFolder,
	open,
	openUntitled,
	replace,
	setSetting,
	untilNoticed,
	watchedFile,
	type SuiteFolder,
} from './editing';
import { caseMessage } from './messages';
import { codesOf, problemsOf, untilCodes } from './problems';

const wrongBsn = '123456789';

describe('checking a document', () => {
	let folder: SuiteFolder;
	before(() => {
		folder = createSuiteFolder('checking');
	});
	afterEach(async () => {
		await setSetting('validation.run', undefined);
		await closeAll();
	});
	after(() => {
		folder.remove();
	});

	it('shows each fault of a message once, under exactly the text that has to change, when it is opened', async () => {
		const text = caseMessage({ bsn: wrongBsn, end: '20260301' }).replace('Initiator<', 'Initiator &<');
		const { document } = await open(folder.write('faulty.xml', text));
		const codes = ['xml.bare-ampersand', 'zaakbericht.bsn-check-digit', 'zaakbericht.end-before-start'];
		await untilCodes(document.uri, codes);
		assert.deepEqual(problemsOf(document.uri), [
			{ code: 'zaakbericht.end-before-start', severity: 'error', text: '20260301', line: 28 },
			{ code: 'zaakbericht.bsn-check-digit', severity: 'error', text: wrongBsn, line: 36 },
			{ code: 'xml.bare-ampersand', severity: 'error', text: '&', line: 40 },
		]);
	});

	it('shows what breaks the schema', async () => {
		const text = caseMessage().replace(
			'<omschrijving>Aanvraag parkeervergunning</omschrijving>',
			`<omschrijving>${'a'.repeat(93)}</omschrijving>`,
		);
		const { document } = await open(folder.write('schema.xml', text));
		await untilCodes(document.uri, ['schema.value-too-long']);
		assert.deepEqual(problemsOf(document.uri), [
			{ code: 'schema.value-too-long', severity: 'error', text: 'a'.repeat(93), line: 25 },
		]);
	});

	it('checks when a document is saved: a new fault is shown and a repaired one is gone', async () => {
		const { document } = await open(folder.write('saved.xml', caseMessage()));
		await replace(document, '999993653', wrongBsn);
		await document.save();
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit']);
		await replace(document, wrongBsn, '999993653');
		await document.save();
		await untilCodes(document.uri, []);
	});

	it('checks an open document again when another program writes it', async () => {
		const { document } = await open(folder.write('written.xml', caseMessage()));
		folder.write('written.xml', caseMessage({ bsn: wrongBsn }));
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit']);
	});

	it('sees that the bytes of a file are not in the encoding that it declares', async () => {
		const text = caseMessage().replace('Parkeervergunning aanvragen', 'Caf\u00e9vergunning aanvragen');
		const { document } = await open(folder.write('latin1.xml', Buffer.from(text, 'latin1')));
		await untilCodes(document.uri, ['xml.encoding-contradiction']);
	});

	it('checks while a document is typed in, when the setting says so', async () => {
		await setSetting('validation.run', 'onType');
		const { document } = await open(folder.write('typed.xml', caseMessage()));
		await replace(document, '999993653', wrongBsn);
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit']);
		assert.equal(document.isDirty, true);
		await replace(document, wrongBsn, '999993653');
		await untilCodes(document.uri, []);
	});

	it('checks nothing by itself when that is switched off, and still does so when asked', async () => {
		const { document } = await open(folder.write('off.xml', caseMessage({ bsn: wrongBsn })));
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit']);
		await setSetting('validation.run', 'off');
		await untilCodes(document.uri, []);
		const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile');
		assert.deepEqual(verdict.counts, { error: 1, warning: 0, info: 0 });
		assert.deepEqual(codesOf(document.uri), ['zaakbericht.bsn-check-digit']);
	});

	it('checks a document that was never saved', async () => {
		const { document } = await openUntitled(caseMessage({ bsn: wrongBsn }));
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit']);
	});

	it('forgets the problems of a document that is closed', async () => {
		const { document } = await open(folder.write('closed.xml', caseMessage({ bsn: wrongBsn })));
		await untilCodes(document.uri, ['zaakbericht.bsn-check-digit']);
		await closeAll();
		await untilCodes(document.uri, []);
	});

	it('leaves XML that is none of its business alone, until it is asked', async () => {
		const { document } = await open(folder.write('foreign.xml', '<project><name>a & b</name></project>\n'));
		// The document that is opened next is checked after this one: when its result is there, this one's is too.
		const next = await open(folder.write('next.xml', caseMessage({ bsn: wrongBsn })));
		await untilCodes(next.document.uri, ['zaakbericht.bsn-check-digit']);
		assert.deepEqual(problemsOf(document.uri), []);

		await open(document.uri);
		const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile');
		assert.equal(verdict.kind, 'unknown');
		assert.deepEqual(problemsOf(document.uri), [
			{ code: 'xml.bare-ampersand', severity: 'error', text: '&', line: 1 },
		]);
	});

	it('says so when a message has the name of one that we know but another namespace', async () => {
		const text = caseMessage().replace(
			'"http://www.egem.nl/StUF/sector/zkn/0310"',
			'"http://www.egem.nl/StUF/sector/zkn/0320"',
		);
		const { document } = await open(folder.write('near.xml', text));
		await untilCodes(document.uri, ['document.wrong-namespace']);
	});

	it('checks a file that is not open, when a menu names it', async () => {
		const file = watchedFile('named.xml');
		await untilNoticed(file, caseMessage({ bsn: wrongBsn }));
		const verdict = await commands.executeCommand<FileVerdict>('lopendeZaken.checkFile', file);
		assert.deepEqual(verdict, {
			kind: 'zaakbericht',
			schema: 'bundled:stuf-zkn-0310',
			counts: { error: 1, warning: 0, info: 0 },
		});
		assert.deepEqual(codesOf(file), ['zaakbericht.bsn-check-digit']);
		await workspace.fs.delete(file);
		await untilCodes(file, []);
	});
});
