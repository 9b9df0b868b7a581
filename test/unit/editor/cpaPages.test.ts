import assert from 'node:assert/strict';
import { compareSpecification } from '../../../src/documents/cpa/comparison/compareSpecification';
import { readSpecifications } from '../../../src/documents/cpa/comparison/readSpecifications';
import { summarizeCpa } from '../../../src/documents/cpa/summary';
import { placeText } from '../../../src/editor/cpa/placeText';
import { writeComparisonPage } from '../../../src/editor/cpa/writeComparisonPage';
import { writeCpaPage, type CpaPageModel } from '../../../src/editor/cpa/writeCpaPage';
import { createTranslate, type Language } from '../../../src/text';
import type { LocatedFinding } from '../../../src/validation/report';
import { createLineIndex } from '../../../src/xml/lines';
import { parseXml } from '../../../src/xml/parse';
import { agreement, changeParty, cpaOf, readFixture } from '../documents/cpa/agreement';
import { change } from '../documents/marked';

const moment = new Date('2026-11-24T12:00:00Z');

function page(text = agreement, changed: Partial<CpaPageModel> = {}, language: Language = 'en'): string {
	const lines = createLineIndex(text);
	return writeCpaPage(
		{
			name: 'cpa.xml',
			summary: summarizeCpa(cpaOf(text)),
			findings: [],
			truncated: false,
			canPing: true,
			moment,
			...changed,
		},
		{
			t: createTranslate(() => language),
			language,
			moment,
			placeOf: ({ start, end }) => placeText({ start: lines.positionAt(start), end: lines.positionAt(end) }),
		},
	).html;
}

/** What a person reads: without tags, with single spaces. */
function wordsOf(markup: string): string {
	return markup
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function finding(severity: LocatedFinding['severity']): LocatedFinding {
	return {
		code: 'cpa.status',
		severity,
		span: { start: 0, end: 1 },
		range: { start: { line: 4, character: 2 }, end: { line: 4, character: 9 } },
		path: null,
		data: { status: 'proposed' },
	};
}

describe('The page about a CPA', () => {
	it('begins with the verdict, the id, the status and how long it holds', () => {
		assert.match(
			wordsOf(page()),
			/^cpa\.xml CPA ✓ Nothing wrong was found in this CPA CPA-id Voorbeeldservice_00000099000000011000_00000099000000022000_1 Status agreed Valid 1 January 2026 – 31 December 2035 \(3324 days left\)/,
		);
		assert.match(
			wordsOf(page(agreement, {}, 'nl')),
			/Geldig 1 januari 2026 – 31 december 2035 \(nog 3324 dagen\)/,
		);
	});

	const verdicts: readonly (readonly [
		title: string,
		findings: CpaPageModel['findings'],
		tone: string,
		verdict: string,
	])[] = [
		['is being checked', null, 'attention', '… The CPA is being checked'],
		[
			'has an error',
			[finding('error'), finding('warning')],
			'bad',
			'✕ This CPA is not right: 1 error, 1 warning',
		],
		['has a warning', [finding('warning')], 'attention', '! This CPA has something to look at: 1 warning'],
		['has a remark', [finding('info')], 'good', '✓ Nothing wrong was found in this CPA'],
	];
	for (const [title, findings, tone, verdict] of verdicts) {
		it(`tells at once that the CPA ${title}`, () => {
			const markup = page(agreement, { findings });
			assert.ok(markup.includes(`class="banner ${tone}"`));
			assert.ok(wordsOf(markup).includes(verdict));
		});
	}

	it('tells each finding with its cure, its place and its code', () => {
		const markup = page(agreement, { findings: [finding('warning')], truncated: true });
		assert.ok(markup.includes('<code>proposed</code>'));
		assert.match(markup, /data-action="reveal"\s+data-place="4:2:4:9"[^>]*>\s*Line 5\s*</);
		assert.match(markup, /data-action="explain"[^>]*data-code="cpa\.status"/);
		assert.match(wordsOf(markup), /There are more findings in this file\./);
	});

	it('tells of a channel what goes over it and how', () => {
		const text = wordsOf(page());
		assert.match(
			text,
			/A_Kanaal carries the Ping Profile osb-rm reliable messaging For signals, unless another channel is named, stuurZaakbericht, stuurAntwoord Endpoint https:\/\/ebms\.voorbeeldstad\.example\/lopende-zaken Client certificate A_ClientCertificaat Server certificate A_ServerCertificaat Answer syncReplyMode=none a Pong comes in a request of its own Acknowledgment ackRequested=always ackSignatureRequested=never actor=toPartyMSH Duplicates duplicateElimination=always Sends again 8 times, with PT3H in between, kept for P1D/,
		);
	});

	it('tells which of two channels carries the Ping, and which the other signals', () => {
		const text = wordsOf(page(readFixture('cpa-all-elements')));
		assert.match(text, /B_Signalen Profile no profile of Digikoppeling/);
		assert.match(text, /B_Kanaal carries the Ping/);
	});

	it('tells of a certificate whose it is, for how long, and how to see more', () => {
		const markup = page();
		assert.match(
			wordsOf(markup),
			/A_ClientCertificaat client ebms\.voorbeeldstad\.example OIN 00000099000000011000 · valid until 6 March 2076 \(\d+ days left\) Inspect/,
		);
		assert.equal([...markup.matchAll(/data-action="inspect"\s+data-sha256="[0-9a-f]{64}"/g)].length, 4);
	});

	it('leads from each id to its place', () => {
		const markup = page();
		const places = [...markup.matchAll(/data-place="(\d+):(\d+):(\d+):(\d+)"[^>]*>\s*([^<]*?)\s*</g)];
		const lines = agreement.split('\n');
		const ids = ['agreed', 'A_Kanaal', 'B_Kanaal', '00000099000000022000'];
		for (const id of ids) {
			const [, line, start, , end] = places.find(([, , , , , text]) => text === id) ?? [];
			assert.equal(lines[Number(line)]?.slice(Number(start), Number(end)), id);
		}
	});

	it('offers a Ping as each party, unless none may be sent', () => {
		const pings = (markup: string): readonly (string | undefined)[] =>
			[...markup.matchAll(/data-action="ping" data-as="(\d+)"/g)].map(([, as]) => as);
		assert.deepEqual(pings(page()), ['00000099000000011000', '00000099000000022000']);
		assert.deepEqual(pings(page(agreement, { canPing: false })), []);
	});

	it('tells that a CPA has ended, or has yet to begin', () => {
		const end = (value: string): string => change(agreement, ['>2035-12-31T23:59:59Z<', `>${value}<`]);
		assert.match(wordsOf(page(end('2026-11-01T00:00:00Z'))), /1 November 2026 expired/);
		assert.match(wordsOf(page(end('morgen'))), /– morgen/);
		const start = change(agreement, ['>2026-01-01T00:00:00Z<', '>2027-01-01T00:00:00Z<']);
		assert.match(wordsOf(page(start)), /31 December 2035 not yet valid/);
	});

	it('is there of a CPA in which everything is missing', () => {
		const markup = page(
			'<CollaborationProtocolAgreement xmlns="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd"><PartyInfo/></CollaborationProtocolAgreement>',
		);
		assert.match(
			wordsOf(markup),
			/CPA-id missing Status missing Valid missing – missing .* party without name PartyId missing Channels no channel Certificates no certificate$/,
		);
	});

	it('shows what others wrote as text', () => {
		const evil = '&lt;img src=x onerror=alert(1)&gt;&quot;';
		const markup = page(
			changeParty('A', ['"Gemeente Voorbeeldstad (fictief)"', `"${evil}"`]).replace(
				'tp:cpaid="Voorbeeldservice_',
				`tp:cpaid="${evil}_`,
			),
			{ name: '<b>.xml' },
		);
		assert.doesNotMatch(markup, /<img|<b>/);
		assert.ok(markup.includes('&#60;img src=x onerror=alert(1)&#62;&#34;'));
	});
});

describe('The page with a Consumerspecificatie and a CPA side by side', () => {
	function compared(specification: string): string {
		const [first] = readSpecifications(parseXml(specification)) ?? [];
		const [party] = cpaOf(agreement).parties;
		assert.ok(first && party);
		return writeComparisonPage(
			{
				comparison: compareSpecification([first], party),
				names: { specification: 'spec.xml', cpa: 'cpa.xml' },
			},
			{
				t: createTranslate(() => 'en'),
				language: 'en',
				moment,
				placeOf: (side, { start, end }) => `${side}:${start}-${end}`,
			},
		).html;
	}
	const specification = (endpoint: string, name = 'Gemeente Voorbeeldstad (fictief)'): string =>
		`<osb-ebms-service-specificatie><parameters name="SR"><parameter name="PartyName">${name}</parameter><parameter name="PartyId">00000099000000011000</parameter><parameter name="EndpointUri">${endpoint}</parameter></parameters></osb-ebms-service-specificatie>`;

	it('has a row for each subject, equal or different', () => {
		const text = wordsOf(compared(specification('https://ebms.voorbeeldstad.example/lopende-zaken')));
		assert.match(text, /≠ Different: Client certificate, Server certificate/);
		assert.match(text, /OIN 00000099000000011000 00000099000000011000 = equal/);
		assert.match(
			text,
			/Client certificate missing ebms\.voorbeeldstad\.example OIN 00000099000000011000 · valid until 6 March 2076 SHA-256 [0-9a-f]{16}… ≠ different Client certificate: missing in the Consumerspecificatie, so it could not be compared\./,
		);
	});

	it('tells what a difference breaks, and leads to both places', () => {
		const markup = compared(specification('https://elders.voorbeeldstad.example/'));
		assert.match(wordsOf(markup), /The host differs\. The other party sends messages/);
		assert.match(markup, /<tbody class="error">/);
		assert.match(markup, /data-side="specification"\s+data-place="specification:\d+-\d+"/);
		assert.match(markup, /data-side="cpa"\s+data-place="cpa:\d+-\d+"/);
		assert.match(markup, /data-code="comparison\.endpoint"/);
	});

	it('shows what others wrote as text', () => {
		assert.doesNotMatch(compared(specification('https://a.example/', '&lt;img src=x&gt;')), /<img/);
	});
});
