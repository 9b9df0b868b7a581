import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Span } from '../../../src/finding';
import { NameTable } from '../../../src/xml/names';
import { parseXml } from '../../../src/xml/parse';
import type { XmlDocument, XmlNode } from '../../../src/xml/tree';

const sample = `<?xml version="1.0" encoding="UTF-8"?>
<!-- een zaak -->
<!DOCTYPE ZKN:zakLk01 [<!ENTITY x "y"><!ELEMENT a (b|c)*>]>
<ZKN:zakLk01 xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF='http://www.egem.nl/StUF/StUF0301'>
	<ZKN:stuurgegevens><StUF:berichtcode>Lk01</StUF:berichtcode></ZKN:stuurgegevens>
	<ZKN:object StUF:entiteittype="ZAK" StUF:verwerkingssoort="T">
		<ZKN:omschrijving>Jansen &amp; Zn. &#233; \u{1f600}</ZKN:omschrijving>
		<ZKN:toelichting><![CDATA[x < y]]></ZKN:toelichting><?pi x?>
		<ZKN:einddatum StUF:noValue="geenWaarde"/>
	</ZKN:object>
</ZKN:zakLk01>
`;

/** What is put in: single characters, and beginnings and ends of markup. */
const pieces: readonly string[] = [
	...Array.from('<>/&"\'=-!?[];: \n1x\u0001\ufeff“'),
	...[
		'\ud800',
		'\udc00',
		'<!--',
		'-->',
		'<![CDATA[',
		']]>',
		'<?',
		'?>',
		'<?xml ',
		'</',
		'/>',
		'<!DOCTYPE a [',
		']>',
	],
	...['<ZKN:object>', '</ZKN:object>', 'xmlns:q="', 'b=c', '&amp', '&#x', ' b="1"'],
];

/** Numbers from 0 up to `limit`, the same in each run. */
function createRandom(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return (state >>> 8) % limit;
	};
}

function damage(random: (limit: number) => number): string {
	let text = sample;
	for (let count = random(8); count >= 0; count--) {
		const at = random(text.length + 1);
		const removed = random(2) === 0 ? 0 : random(20);
		const added = random(3) === 0 ? '' : (pieces[random(pieces.length)] ?? '');
		text = text.slice(0, at) + added + text.slice(at + removed);
	}
	return text;
}

function isWithin(inner: Span, outer: Span): boolean {
	return inner.start >= outer.start && inner.start <= inner.end && inner.end <= outer.end;
}

/** Whether all spans are in the text, and each node is in its parent, after its siblings. */
function isConsistent(document: XmlDocument): boolean {
	const waiting: (readonly [readonly XmlNode[], Span])[] = [
		[document.children, { start: 0, end: document.text.length }],
	];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const [siblings, outer] = next;
		let before = outer.start;
		for (const node of siblings) {
			if (!isWithin(node.span, { start: before, end: outer.end })) {
				return false;
			}
			before = node.span.end;
			if (node.kind === 'element') {
				const spans = [node.startTagSpan, node.nameSpan, node.contentSpan, node.endNameSpan ?? node.span];
				const parts = node.attributes.flatMap((attribute) => [attribute.span, attribute.valueSpan]);
				if (
					!spans.every((span) => isWithin(span, node.span)) ||
					!parts.every((span) => isWithin(span, node.startTagSpan)) ||
					!node.children.every((child) => child.parent === node)
				) {
					return false;
				}
				waiting.push([node.children, node.contentSpan]);
			}
		}
	}
	const whole = { start: 0, end: document.text.length };
	return document.faults.every(
		({ span, related }) =>
			isWithin(span, whole) && (related ?? []).every((place) => isWithin(place.span, whole)),
	);
}

/** All that a document says, in its order. */
function told({ children, faults }: XmlDocument): unknown {
	const waiting = children.toReversed();
	const said: unknown[] = [];
	for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
		said.push(node.kind, node.span);
		if (node.kind === 'element') {
			said.push(node.name, node.namespace, node.endNameSpan);
			for (const { name, namespace, localName, value, owner } of node.attributes) {
				const found = namespace === undefined ? undefined : owner.attributeValue(namespace, localName);
				said.push(name, namespace, value, found !== undefined);
			}
			waiting.push(...node.children.toReversed());
		}
	}
	return { said, faults };
}

describe('The parser takes anything:', () => {
	it('what 500 damaged documents say does not depend on the documents before them', () => {
		const random = createRandom(31);
		const names = new NameTable();
		for (let round = 0; round < 500; round++) {
			const text = damage(random);
			deepEqual(told(parseXml(text, names)), told(parseXml(text)), JSON.stringify(text));
		}
	});

	it('2,000 damaged documents give trees whose spans fit', () => {
		const random = createRandom(2025);
		for (let round = 0; round < 2000; round++) {
			const text = damage(random);
			ok(isConsistent(parseXml(text)), JSON.stringify(text));
		}
	});

	it('each beginning of a document gives a tree whose spans fit', () => {
		for (let length = 0; length <= sample.length; length++) {
			const text = sample.slice(0, length);
			const document = parseXml(text);
			ok(isConsistent(document), JSON.stringify(text));
			equal(document.faults.length === 0, length >= sample.trimEnd().length, JSON.stringify(text));
		}
	});

	it('100,000 elements inside one another', () => {
		const depth = 100_000;
		const { root, faults } = parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth));
		equal(faults.length, 0);
		let levels = 0;
		for (let node: XmlNode | undefined = root; node?.kind === 'element'; node = node.children[0]) {
			levels++;
		}
		equal(levels, depth);
	});

	it('100,000 elements inside one another that are not closed', () => {
		const { faults } = parseXml('<a>'.repeat(100_000));
		equal(faults.length, 1);
	});

	for (const [end, code] of [
		['</b>', 'xml.orphan-end-tag'],
		['> </b>', 'xml.bracket-missing'],
	] as const) {
		it(`a word 200,000 times, before ${end} of that name`, () => {
			const { faults } = parseXml(`<a>${'b '.repeat(200_000)}${end}</a>`);
			deepEqual(
				faults.map((fault) => fault.code),
				[code],
			);
		});
	}

	const garbage: readonly string[] = [
		'<', '&', '"', '<!--', '<![CDATA[', '<?x ', '</a>', '<a b="', "<a b='x\" ", 'b=x ', '<a ', '<!DOCTYPE a [', '<b>x', '<a></b>', '\u0000', '&x', ']]>', '<1 ', '<a b=“',
	]; // prettier-ignore
	for (const piece of garbage) {
		it(`50,000 times ${JSON.stringify(piece)}`, () => {
			const document = parseXml(`<a ${piece.repeat(50_000)}`);
			ok(isConsistent(document));
			ok(document.faults.length >= 1 && document.faults.length <= 500);
		});
	}
});
