import assert from 'node:assert/strict';
import { documentKinds, documentTexts, recognise, runRules } from '../../../src/documents/registry';
import type { DocumentKind } from '../../../src/documents/kind';
import { createTranslate } from '../../../src/text';
import { parseXml } from '../../../src/xml/parse';
import {
	assertFindings,
	change,
	findingsOfText,
	nearMissOfText,
	now,
	readMarks,
	recogniseText,
	type Expected,
} from './marked';
import { answer, changeMessage, message, parts, question } from './zaakbericht/messages';

const body = message.slice(message.indexOf('<zakLk01'));
const envelope = (namespace: string, content: string): string =>
	`<s:Envelope xmlns:s="${namespace}"><s:Header><x/></s:Header><s:Body>\n${content}</s:Body></s:Envelope>`;
const fault = (prefix: string, detail: string): string =>
	`<s:Fault><${prefix}faultcode/><${detail}><Fo02Bericht xmlns="http://www.egem.nl/StUF/StUF0301"/></${detail}></s:Fault>`;
const eb = 'http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd';
const ebms = (soap: string, ofHeader: string, content: string): string =>
	`<s:Envelope xmlns:s="${soap}"><s:Header><MessageHeader xmlns="${ofHeader}"/></s:Header><s:Body>${content}</s:Body></s:Envelope>`;
const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap12 = 'http://www.w3.org/2003/05/soap-envelope';

describe('a document', () => {
	const recognised: readonly (readonly [string, string, string])[] = [
		[message, 'zaakbericht', 'zakLk01'],
		[question, 'zaakbericht', 'zakLv01'],
		[answer, 'zaakbericht', 'zakLa01'],
		...['Bv01', 'Bv02', 'Bv03', 'Fo01', 'Fo02', 'Fo03'].map(
			(code) =>
				[
					`<${code}Bericht xmlns="http://www.egem.nl/StUF/StUF0301"/>`,
					'stuf-antwoord',
					`${code}Bericht`,
				] as const,
		),
		['<osb-ebms-service-specificatie/>', 'consumerspecificatie', 'osb-ebms-service-specificatie'],
		['<MessageMetadataDocument/>', 'ping-opdracht', 'MessageMetadataDocument'],
		[
			'<tp:CollaborationProtocolAgreement xmlns:tp="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd"/>',
			'cpa',
			'CollaborationProtocolAgreement',
		],
		[ebms(soap11, eb, ''), 'ebms-bericht', 'Envelope'],
		[ebms(soap11, eb, '<x/>'), 'ebms-bericht', 'Envelope'],
		[ebms(soap11, eb.replace('http:', 'https:'), ''), 'ebms-bericht', 'Envelope'],
		[ebms(soap11, eb, body), 'zaakbericht', 'zakLk01'],
		[envelope(soap11, body), 'zaakbericht', 'zakLk01'],
		[envelope(soap12, body), 'zaakbericht', 'zakLk01'],
		[envelope(soap11, `<x/>${body}`), 'zaakbericht', 'zakLk01'],
		[envelope(soap11, fault('', 'detail')), 'stuf-antwoord', 'Fo02Bericht'],
		[envelope(soap12, fault('s:', 's:Detail')), 'stuf-antwoord', 'Fo02Bericht'],
	];
	for (const [text, kind, root] of recognised) {
		it(`is a ${kind} when it is ${text.slice(0, 30)}… with ${root}`, () => {
			const found = recogniseText(text);
			assert.equal(found.kind.id, kind);
			assert.equal(found.subject.root.localName, root);
		});
	}

	const unknown: readonly string[] = [
		'',
		'geen xml',
		'<html/>',
		'<zakLk02 xmlns="http://www.egem.nl/StUF/sector/zkn/0310"/>',
		envelope(soap11, ''),
		envelope(soap11, '<s:Fault><detail/></s:Fault>'),
		envelope('urn:other', body),
		`<s:Envelope xmlns:s="${soap11}"/>`,
		ebms(soap11, 'urn:x', ''),
		'<gml:Envelope xmlns:gml="http://www.opengis.net/gml"/>',
		'<x:zakLk01/>',
	];
	for (const text of unknown) {
		it(`is not known when it is "${text.slice(0, 60)}"`, () => {
			assert.equal(nearMissOfText(text), undefined);
		});
	}

	it('behind another in a SOAP envelope is said not to be checked', () => {
		assertFindings(envelope(soap11, `${body}${body.replace('<zakLk01', '<«zakLk01»')}`), [
			['document.second-message', 'warning', { name: 'zakLk01' }],
		]);
	});

	it('in a SOAP envelope is checked inside it', () => {
		assertFindings(envelope(soap12, change(body, ['999993653', '«123456789»'])), [
			['zaakbericht.bsn-check-digit', 'error', { number: 'BSN', fault: 'check-digit' }],
		]);
	});
});

describe('a document that only has the wrong namespace', () => {
	const zkn = 'http://www.egem.nl/StUF/sector/zkn/0310';
	const cases: readonly (readonly [string, string, string, string])[] = [
		[
			'another scheme',
			'<zakLk01 xmlns="«https://www.egem.nl/StUF/sector/zkn/0310»"/>',
			'https://www.egem.nl/StUF/sector/zkn/0310',
			zkn,
		],
		[
			'another version',
			'<z:zakLk01 xmlns="urn:x" xmlns:z="«http://www.egem.nl/StUF/sector/zkn/0320»"/>',
			'http://www.egem.nl/StUF/sector/zkn/0320',
			zkn,
		],
		['none', '<«zakLk01»/>', '', zkn],
		['one where none belongs', '<MessageMetadataDocument xmlns="«urn:x»"/>', 'urn:x', ''],
		[
			'one of the envelope',
			envelope('«»', '')
				.replace('«»', soap11)
				.replace('xmlns:s', 'xmlns="«urn:x»" xmlns:s')
				.replace('\n', '<zakLk01/>'),
			'urn:x',
			zkn,
		],
	];
	for (const [name, source, found, expected] of cases) {
		it(`(${name}) is told so`, () => {
			const { text, spans } = readMarks(source);
			const miss = nearMissOfText(text);
			const localName = expected === '' ? 'MessageMetadataDocument' : 'zakLk01';
			assert.deepEqual(miss, {
				code: 'document.wrong-namespace',
				severity: 'warning',
				span: spans[0],
				data: { name: localName, found, expected },
			});
		});
	}

	for (const [name, source, meant] of [
		['a letter left out', `<«zakLk0» xmlns="${zkn}"/>`, 'zakLk01'],
		['a wrong capital', `<«zaklk01» xmlns="${zkn}"/>`, 'zakLk01'],
		['no namespace', '<«MessageMetaDataDocument»/>', 'MessageMetadataDocument'],
	] as const) {
		it(`in its name (${name}) is told so`, () => {
			const { text, spans } = readMarks(source);
			assert.deepEqual(nearMissOfText(text), {
				code: 'document.wrong-name',
				severity: 'warning',
				span: spans[0],
				data: { name: text.slice(spans[0]?.start, spans[0]?.end), meant },
			});
		});
	}

	it('is not assumed of another message of StUF, nor of any other document', () => {
		for (const text of [`<zakSa03 xmlns="${zkn}"/>`, `<edcLk01 xmlns="${zkn}"/>`, '<project/>']) {
			assert.equal(nearMissOfText(text), undefined, text);
		}
	});

	it('(the envelope of an ebMS message) is told so', () => {
		assert.deepEqual(nearMissOfText(ebms(soap12, eb, ''))?.data, {
			name: 'Envelope',
			found: soap12,
			expected: soap11,
		});
	});

	it('is no near miss when it is right', () => {
		assert.equal(recognise(parseXml(message))?.kind.id, 'zaakbericht');
	});
});

describe('what holds for every document', () => {
	const placeholder = (value: string): Expected => ['document.placeholder', 'error', { value }];
	const cases: readonly (readonly [string, string, readonly Expected[]])[] = [
		[
			'a DOCTYPE',
			change(message, ['?>\n', '?>\n«<!DOCTYPE zakLk01>»\n']),
			[['document.doctype', 'error', {}]],
		],
		[
			'an identification to fill in',
			change(message, ['<identificatie>9999ZK2026000123<', '<identificatie>\n«[zaaknummer]»\n<']),
			[placeholder('[zaaknummer]')],
		],
		[
			'an attribute to fill in',
			change(message, ['sleutelVerzendend="9999ZK2026000123"', 'sleutelVerzendend="«[zaaknummer]»"']),
			[placeholder('[zaaknummer]')],
		],
		[
			'a text to fill in',
			change(message, ['>Aanvraag parkeervergunning<', '>«[uw_omschrijving]»<']),
			[placeholder('[uw_omschrijving]')],
		],
		[
			'a value in CDATA to fill in',
			change(message, ['<identificatie>9999ZK2026000123<', '<identificatie><![CDATA[ «[zaaknummer]» ]]><']),
			[placeholder('[zaaknummer]')],
		],
		[
			'a value of the manual without its brackets',
			change(message, ['>Gemeente Voorbeeldstad<', '>«uw_organisatie_naam»<']),
			[placeholder('uw_organisatie_naam')],
		],
		[
			'a number between square brackets, which is no name to fill in',
			change(message, ['<identificatie>9999ZK2026000123<', '<identificatie>[20260001]<']),
			[],
		],
		[
			'nothing in a text between brackets',
			change(message, ['>Aanvraag parkeervergunning<', '>[ingetrokken]<']),
			[],
		],
		[
			'nothing in brackets inside a text',
			change(message, ['>In behandeling<', '>In behandeling [zie bijlage]<']),
			[],
		],
		['nothing in a link with brackets', change(message, ['/zaken/123<', '/zaken?filter[nummer]=123<']), []],
	];
	for (const [name, source, expected] of cases) {
		it(name, () => {
			assertFindings(source, expected);
		});
	}
});

describe('the rules', () => {
	it('give their findings in document order', () => {
		const text = change(
			message,
			['999993653', '123456789'],
			['<identificatie>9999', '<identificatie> 9999'],
			['20260316101530123', '2026031610153Z'],
			['<StUF:indicatorOvername>V<', '<StUF:indicatorOvername><'],
		);
		assert.deepEqual(
			findingsOfText(text).map(({ code }) => code),
			[
				'zaakbericht.time-zone',
				'zaakbericht.indicator-empty',
				'zaakbericht.surrounding-whitespace',
				'zaakbericht.bsn-check-digit',
			],
		);
	});

	it('let a fault of ours through', () => {
		const { kind, subject } = recogniseText(message);
		const broken: DocumentKind = {
			...kind,
			rules: [
				() => {
					throw new Error('broken rule');
				},
			],
		};
		assert.throws(() => runRules(broken, subject), /broken rule/);
	});

	it('say nothing of what is missing where the text breaks off', () => {
		const texts = [
			message.slice(0, message.indexOf('<isVan')),
			message.slice(0, message.indexOf('<StUF:organisatie>')),
			change(message, ['<omschrijving>Aanvraag parkeervergunning</omschrijving>', '<omschrijving>']),
			change(changeMessage, [
				'<heeft xsi:nil="true" StUF:noValue="geenWaarde" StUF:entiteittype="ZAKSTT" StUF:verwerkingssoort="T"/>\n\t</object>',
				'',
			]),
			'<osb-ebms-service-specificatie><parameters name="SR"><parameter name="PartyName">x</parameter>',
			'<MessageMetadataDocument protocol="ebXML" protocolVersion="2.0">',
		];
		assert.deepEqual(texts.flatMap(findingsOfText), []);
	});

	it('go on after a fault that leaves the elements in their places', () => {
		assertFindings(
			change(
				message,
				[parts.status, ''],
				['Aanvraag parkeervergunning', 'Aanvraag & vergunning'],
				['<object', '<«object»'],
			),
			[['zaakbericht.status-missing', 'error', {}]],
		);
	});

	it('point at the place that explains a finding', () => {
		const text = change(message, [
			'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>',
			'<einddatum>20260308</einddatum>',
		]);
		const start = text.indexOf('20260309');
		assert.deepEqual(findingsOfText(text)[0]?.related, [{ span: { start, end: start + 8 } }]);
	});

	it('work on every beginning of a message, however it breaks off', () => {
		for (const text of [message, changeMessage, answer, question]) {
			for (let length = 0; length < text.length; length += 7) {
				const document = parseXml(text.slice(0, length));
				const found = recognise(document);
				if (found !== undefined) {
					runRules(found.kind, { document, root: found.root, now });
					found.kind.uniqueKeys?.({ document, root: found.root, now });
				}
			}
		}
	});

	it('work on a message of which any one element is missing', () => {
		for (const [element] of message.matchAll(/<([\w:.]+)[^<>]*>[^<>]*<\/\1>|<[\w:.]+[^<>]*\/>/g)) {
			findingsOfText(message.replace(element, ''));
		}
	});

	it('work on a message that is nested very deeply', () => {
		const deep = change(message, ['<identificatie>', `${'<x>'.repeat(20_000)}<identificatie>`]);
		assert.ok(Array.isArray(findingsOfText(deep)));
	});
});

describe('the kinds', () => {
	it('have a name in both languages', () => {
		assert.deepEqual(
			documentKinds.map(({ label }) => [
				label(createTranslate(() => 'nl')),
				label(createTranslate(() => 'en')),
			]),
			[
				['Zaakbericht', 'Case message (zaakbericht)'],
				['StUF-antwoord (Bv- of Fo-bericht)', 'StUF reply (Bv or Fo message)'],
				['Consumerspecificatie', 'Consumer specification (Consumerspecificatie)'],
				['Ping-opdracht (MessageMetadataDocument)', 'Ping order (MessageMetadataDocument)'],
				['Afspraak over ebMS-berichten (CPA)', 'Agreement on ebMS messages (CPA)'],
				['ebMS-bericht', 'ebMS message'],
			],
		);
	});

	it('own the codes that begin with their id', () => {
		for (const { id, texts } of documentKinds) {
			for (const code of texts.keys()) {
				assert.ok(code.startsWith(`${id}.`), code);
				assert.ok(documentTexts.has(code), code);
			}
		}
	});
});
