import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { DocumentReport } from '../../../src/validation/report';
import { zaakbericht } from '../../bench/corpus';
import { withEngine } from './checking';

describe('The check of one document', () => {
	const check = withEngine();
	const codes = (report: DocumentReport): readonly string[] => report.findings.map(({ code }) => code);
	const message = zaakbericht(4000, 7);

	it('finds nothing in a message that is right', async () => {
		const report = await check(message);
		assert.deepEqual(report.findings, []);
		assert.equal(report.kind, 'zaakbericht');
		assert.equal(report.schema, 'bundled:stuf-zkn-0310');
	});

	it('tells the place of a fault in lines, in UTF-16 units and as a path', async () => {
		const report = await check(message.replace('999993653', '999993654'));
		assert.deepEqual(codes(report), ['zaakbericht.bsn-check-digit']);
		const line = message.slice(0, message.indexOf('999993653')).split('\n').length - 1;
		assert.deepEqual(report.findings[0]?.range, {
			start: { line, character: 22 },
			end: { line, character: 31 },
		});
		assert.equal(
			report.findings[0].path,
			'/zakLk01/object/heeftAlsInitiator/gerelateerde/natuurlijkPersoon/BG:inp.bsn',
		);
	});

	it('tells a value that breaks a rule and the schema once, by the rule', async () => {
		const report = await check(message.replace('999993653', '[uw_test_bsn]'));
		assert.deepEqual(codes(report), ['document.placeholder']);
	});

	it('tells all faults at once: of the text, of the schema and of the rules', async () => {
		const report = await check(
			message
				.replace('Aanvraag parkeervergunning', 'Aanvraag & vergunning')
				.replace('<StUF:berichtcode>Lk01</StUF:berichtcode>', '<StUF:berichtcode>Lk02</StUF:berichtcode>')
				.replace('999993653', '999993654'),
		);
		assert.deepEqual(codes(report), [
			'schema.value-not-in-list',
			'xml.bare-ampersand',
			'zaakbericht.bsn-check-digit',
		]);
	});

	it('tells a start tag that is misspelt once, though its end tag does not match it', async () => {
		const report = await check(message.replace('<startdatum>', '<startDatum>'));
		assert.deepEqual(codes(report), ['schema.element-not-allowed']);
		assert.equal(report.findings[0]?.data['similar'], 'startdatum');
		assert.deepEqual(codes(await check(message.replace('</startdatum>', '</startDatum>'))), [
			'xml.end-tag-mismatch',
		]);
	});

	it('tells a BSN that is left empty once', async () => {
		const without = message.replace(/<BG:inp.bsn>.*?<\/BG:inp.bsn>/, '<BG:inp.bsn xsi:nil="true"/>');
		assert.deepEqual(codes(await check(without)), ['zaakbericht.bsn-missing']);
	});

	it('proposes the attribute of the schema that is nearly called so, also when it may be left out', async () => {
		const report = await check(
			message
				.replace('StUF:sleutelVerzendend=', 'sleutelVerzendend=')
				.replace('<startdatum>', '<startdatum StUF:indonvolledigedatum="V" exact="true" soort="x" code="y">'),
		);
		assert.deepEqual(
			report.findings.map(({ code, data }) => [code, data['attribute'], data['similar']]),
			[
				['schema.attribute-not-allowed', 'sleutelVerzendend', 'StUF:sleutelVerzendend'],
				['schema.attribute-not-allowed', 'StUF:indonvolledigedatum', 'StUF:indOnvolledigeDatum'],
				['schema.attribute-not-allowed', 'exact', 'StUF:exact'],
				['schema.attribute-not-allowed', 'soort', ''],
				['schema.attribute-not-allowed', 'code', ''],
			],
		);
	});

	it('says of a document of no known kind only whether it is well-formed', async () => {
		const report = await check('<a><b></a>');
		assert.deepEqual(codes(report), ['xml.unclosed-element']);
		assert.equal(report.kind, 'unknown');
		assert.equal(report.schema, null);
	});

	it('says when a message is only missed by its namespace', async () => {
		const report = await check(message.replace('sector/zkn/0310"', 'sector/zkn/0320"'));
		assert.deepEqual(codes(report), ['document.wrong-namespace']);
	});

	it('judges a CPA at the moment that it is given, which is now of itself', async () => {
		const cpa = readFileSync(new URL('../../fixtures/messages/valid/cpa.xml', import.meta.url), 'utf8');
		const at = async (now: string): Promise<readonly string[]> =>
			codes(await check(cpa, { now: new Date(now) }));
		assert.deepEqual(await at('2026-06-01T00:00:00Z'), []);
		assert.deepEqual(await at('2025-12-31T23:00:00Z'), ['cpa.not-started']);
		const past = cpa.replace('2035-12-31T23:59:59Z', '2026-01-02T00:00:00Z');
		assert.deepEqual(codes(await check(past)), ['cpa.expired']);
	});

	it('tells a reference that cannot be an id once, by the schema', async () => {
		const cpa = readFileSync(new URL('../../fixtures/messages/valid/cpa.xml', import.meta.url), 'utf8');
		const faulty = cpa.replace('defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="1 kanaal"');
		assert.deepEqual(codes(await check(faulty)), ['schema.value-type']);
	});

	it('checks the header of an ebMS message, whatever else SOAP lets stand there', async () => {
		const ping = readFileSync(
			new URL('../../fixtures/messages/valid/ebms-ping.xml', import.meta.url),
			'utf8',
		);
		const report = await check(ping.replace('>Ping<', '>Pong<').replace('eb:type="urn', 'type="urn'));
		assert.equal(report.schema, 'bundled:ebms');
		assert.deepEqual(codes(report), ['schema.attribute-not-allowed', 'ebms-bericht.reference-missing']);
	});

	it('gives as many findings as were asked for, and says that there are more', async () => {
		const faulty = message.replaceAll('<code>', '<codde>').replaceAll('</code>', '</codde>');
		const all = await check(faulty);
		assert.ok(all.findings.length > 1);
		assert.equal(all.truncated, false);
		const some = await check(faulty, { maxFindings: 1 });
		assert.deepEqual(some.findings, all.findings.slice(0, 1));
		assert.equal(some.truncated, true);
	});

	it('begins with the schema of a large text before the tree is there, with the same outcome', async () => {
		const large = zaakbericht(600_000, 7);
		assert.deepEqual((await check(large)).findings, []);
		assert.deepEqual(codes(await check(large.replace('S50<', 'S5012345678<'))), ['schema.value-too-long']);
	});

	it('leaves no text in memory when its report is kept, as a run over a folder keeps it', async () => {
		setFlagsFromString('--expose-gc');
		const collectGarbage = runInNewContext('gc') as () => void;
		const heapUsed = (): number => {
			collectGarbage();
			return process.memoryUsage().heapUsed;
		};
		const padding = `<!--${'-x'.repeat(250_000)}-->`;
		const faulty = message.replace('<volgnummer>', '<volgnummer>een te lange waarde ');
		const kept: DocumentReport[] = [];
		const before = heapUsed();
		for (let n = 0; n < 40; n++) {
			kept.push(await check(`${faulty.replace('1c2e8', `1c2e${n % 10}`)}${padding}`));
		}
		const grown = heapUsed() - before;
		assert.ok(kept.every(({ findings, keys }) => findings.length > 0 && keys.length === 1));
		assert.ok(grown < 5_000_000, `40 texts of 0.5 MB: ${grown} bytes more in the heap`);
	});
});
