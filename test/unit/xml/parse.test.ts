import { deepEqual, equal } from 'node:assert/strict';
import { NameTable } from '../../../src/xml/names';
import { parseXml } from '../../../src/xml/parse';
import { childElements, firstChild } from '../../../src/xml/navigate';
import type { XmlElement, XmlNode } from '../../../src/xml/tree';
import { readMarks } from './marked';

function rootOf(text: string): XmlElement {
	const { root } = parseXml(text);
	if (root === undefined) {
		throw new Error(`no root in ${text}`);
	}
	return root;
}

describe('The tree of a document', () => {
	it('has the offsets of an element with content', () => {
		const text = ' <p:a b="1">x</p:a >';
		const { span, nameSpan, startTagSpan, contentSpan, endNameSpan } = rootOf(text);
		deepEqual(
			[span, nameSpan, startTagSpan, contentSpan, endNameSpan].map((part) =>
				text.slice(part?.start, part?.end),
			),
			['<p:a b="1">x</p:a >', 'p:a', '<p:a b="1">', 'x', 'p:a'],
		);
		deepEqual(endNameSpan, { start: 15, end: 18 });
	});

	it('has the offsets of an empty-element tag', () => {
		const { span, nameSpan, startTagSpan, contentSpan, endNameSpan } = rootOf('<a b="1"/>');
		deepEqual(
			{ span, nameSpan, startTagSpan, contentSpan, endNameSpan },
			{
				span: { start: 0, end: 10 },
				nameSpan: { start: 1, end: 2 },
				startTagSpan: { start: 0, end: 10 },
				contentSpan: { start: 10, end: 10 },
				endNameSpan: undefined,
			},
		);
	});

	it('has the offsets of attributes', () => {
		const { text, spans } = readMarks('<a ⟦b⟧ = \'⟦1⟧\' c=""/>');
		const root = rootOf(text);
		const [first, second] = root.attributes;
		deepEqual([first?.nameSpan, first?.valueSpan], spans);
		deepEqual(first?.span, { start: 3, end: 10 });
		deepEqual(second?.valueSpan, { start: 14, end: 14 });
		equal(first.owner, root);
	});

	it('has each run of text, comment, CDATA section and instruction', () => {
		const root = rootOf('<a>x<b/> <!--c--><![CDATA[ d ]]><?e f?></a>');
		const place = (node: XmlNode): unknown[] => [
			node.kind,
			node.span.start,
			node.span.end,
			node.parent === root,
		];
		deepEqual(root.children.map(place), [
			['text', 3, 4, true],
			['element', 4, 8, true],
			['text', 8, 9, true],
			['comment', 9, 17, true],
			['cdata', 17, 32, true],
			['instruction', 32, 39, true],
		]);
		const trimmed = root.children.map((node) => ('trimmedSpan' in node ? node.trimmedSpan : node.kind));
		deepEqual(trimmed, [
			{ start: 3, end: 4 },
			'element',
			undefined,
			'comment',
			{ start: 27, end: 28 },
			'instruction',
		]);
	});

	it('has what stands around the root', () => {
		const document = parseXml('<?xml version="1.0" encoding="UTF-8"?><!--a--><!DOCTYPE b []><b/>x<?c?>');
		deepEqual(
			document.children.map(({ kind, span }) => [kind, span.start]),
			[
				['comment', 38],
				['element', 61],
				['text', 65],
				['instruction', 66],
			],
		);
		deepEqual(document.declaration, {
			span: { start: 0, end: 38 },
			encoding: { value: 'UTF-8', span: { start: 30, end: 35 } },
		});
		deepEqual(document.doctype, { span: { start: 46, end: 61 }, name: 'b', entities: new Map() });
	});

	it('resolves references and line ends in text', () => {
		const root = rootOf('<a>x\r\ny\rz &amp;&lt;&#xE9;&#13;&b; &amp;lt;<![CDATA[&amp;\r\n]]></a>');
		deepEqual(
			root.children.map((node) => ('value' in node ? node.value : undefined)),
			['x\ny\nz &<é\r&b; &lt;', '&amp;\n'],
		);
	});

	it('normalises white space in attributes, but not where it is written by number', () => {
		deepEqual(
			rootOf('<a b=" 1\r\n2\t3\n4 " c="1&#10;2&quot;"/>').attributes.map(({ value }) => value),
			[' 1 2 3 4 ', '1\n2"'],
		);
	});

	it('resolves the namespaces of elements and attributes', () => {
		const root = rootOf(
			'<p:a xmlns="urn:d" xmlns:p="urn:p" p:b="1" c="2" xml:lang="nl"><d/><q:e q:f="1"/></p:a>',
		);
		deepEqual(
			[root, ...root.attributes, ...childElements(root)].map(({ prefix, localName, namespace }) => [
				prefix,
				localName,
				namespace,
			]),
			[
				['p', 'a', 'urn:p'],
				['', 'xmlns', 'http://www.w3.org/2000/xmlns/'],
				['xmlns', 'p', 'http://www.w3.org/2000/xmlns/'],
				['p', 'b', 'urn:p'],
				['', 'c', ''],
				['xml', 'lang', 'http://www.w3.org/XML/1998/namespace'],
				['', 'd', 'urn:d'],
				['q', 'e', undefined],
			],
		);
		equal(childElements(root)[1]?.attributes[0]?.namespace, undefined);
	});

	it('takes a namespace back where its element ends', () => {
		const root = rootOf('<a xmlns="urn:a"><b xmlns="urn:b"><c xmlns=""/><d/></b><e/></a>');
		const [b, e] = childElements(root);
		deepEqual(
			[b, ...(b === undefined ? [] : childElements(b)), e].map((element) => element?.namespace),
			['urn:b', '', 'urn:b', 'urn:a'],
		);
	});
});

/** Names of elements with what they hold, as in `a(b c(d))`. */
function outline(element: XmlElement): string {
	const inner = childElements(element).map(outline).join(' ');
	return inner === '' ? element.name : `${element.name}(${inner})`;
}

describe('The tree of a faulty document', () => {
	const rows: readonly (readonly [name: string, text: string, tree: string])[] = [
		['a text element that is not closed ends before the next element', '<a><b>x<c/><d/></a>', 'a(b c d)'],
		['an element with elements that is not closed ends with its parent', '<a><b><c/><d/></a>', 'a(b(c d))'],
		['the slash that was forgotten', '<a><b>x<b><c/></a>', 'a(b c)'],
		['a misspelt end tag closes', '<a><b>x</B><c/></a>', 'a(b c)'],
		['an end tag too many closes nothing', '<a><b>x</b></b><c/></a>', 'a(b c)'],
		['a tag without > whose element is closed has content', '<a><b x="1" <c/></b><d/></a>', 'a(b(c) d)'],
		['a tag without > whose element is not closed has none', '<a><b <c/></a>', 'a(b c)'],
		['a name that runs into the text', '<a><b:cx</b:c><d/></a>', 'a(b:c d)'],
		['a value without closing mark ends with the tag', '<a><b x="1>y</b><c z="2"/></a>', 'a(b c)'],
		['a CDATA section that is not closed ends with the element', '<a><b><![CDATA[x</b><c/></a>', 'a(b c)'],
		['what is open at the end is closed there', '<a><b/><c><d>', 'a(b c(d))'],
	];
	for (const [name, text, tree] of rows) {
		it(`is what was meant: ${name}`, () => {
			equal(outline(rootOf(text)), tree);
		});
	}

	it('has the attributes with a fault, and their values', () => {
		deepEqual(
			rootOf('<a b c=1 d="2 e="3" f"4" g=“5”/>').attributes.map(({ name, value }) => [name, value]),
			[
				['b', ''],
				['c', '1'],
				['d', '2'],
				['e', '3'],
				['f', '4'],
				['g', '5'],
			],
		);
	});

	it('has all roots', () => {
		const { root, children } = parseXml('<a/><b/>');
		equal(root?.name, 'a');
		deepEqual(
			children.map((node) => (node.kind === 'element' ? node.name : node.kind)),
			['a', 'b'],
		);
	});

	it('ends an element without end tag where the document ends', () => {
		const root = rootOf('<a><b>x');
		const b = firstChild(root, '', 'b');
		deepEqual(
			[root.span, b?.span, b?.contentSpan, b?.endNameSpan],
			[{ start: 0, end: 7 }, { start: 3, end: 7 }, { start: 6, end: 7 }, undefined],
		);
	});

	it('gives the text of an element that holds nothing else, and the value of an attribute', () => {
		const root = rootOf(
			'<r xmlns:p="urn:p" p:k="&lt; 1"> a&amp;b\r\n<e k="2"/><t> x </t><c>1<!-- -->2</c><d><![CDATA[y]]></d></r>',
		);
		const [e, t, c, d] = childElements(root);
		deepEqual(
			[root, e, t, c, d].map((element) => element?.onlyText?.value),
			[undefined, undefined, ' x ', undefined, undefined],
		);
		equal(t?.children.length, 1);
		deepEqual(t.onlyText, t.children[0]);
		deepEqual(
			[root.attributeValue('urn:p', 'k'), root.attributeValue('', 'k'), e?.attributeValue('', 'k')],
			['< 1', undefined, '2'],
		);
		equal(e?.attributes.length, 1);
		deepEqual([e.attributeValue('', 'k'), e.attributeValue('urn:p', 'k')], ['2', undefined]);
		deepEqual([root.hasAttributes, e.hasAttributes, t.hasAttributes], [true, true, false]);
	});

	it('is not that of another document with the same names', () => {
		const names = new NameTable();
		const namespaces = ['urn:one', 'urn:two'].map((uri) => {
			const { root } = parseXml(`<p:a xmlns:p="${uri}" p:b="1"><p:c/></p:a>`, names);
			return [root?.namespace, root?.attributes[1]?.namespace, root && childElements(root)[0]?.namespace];
		});
		deepEqual(namespaces, [
			['urn:one', 'urn:one', 'urn:one'],
			['urn:two', 'urn:two', 'urn:two'],
		]);
		const many = Array.from({ length: 5000 }, (_, n) => `<n${n}/>`).join('');
		equal(parseXml(`<a>${many}</a>`, names).root?.children.length, 5000);
		deepEqual(
			parseXml('<a><p:b/></a>', names).faults.map(({ code }) => code),
			['xml.unbound-prefix'],
		);
	});
});
