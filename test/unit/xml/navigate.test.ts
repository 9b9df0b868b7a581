import { deepEqual, equal } from 'node:assert/strict';
import {
	attributeOf,
	childElements,
	childrenNamed,
	elementAt,
	elementByIndices,
	elementByXPath,
	elementIndices,
	firstChild,
	hasOnlyText,
	pathOf,
	textContent,
	trimmedTextSpan,
} from '../../../src/xml/navigate';
import { parseXml } from '../../../src/xml/parse';
import type { XmlDocument, XmlElement } from '../../../src/xml/tree';
import { readMarks } from './marked';

const document = parseXml(
	'<z:a xmlns:z="urn:z" xmlns:y="urn:y" n="0"><!-- c -->\n' +
		'<z:b n="1">x</z:b> <y:b n="2"/> <z:b n="3" y:n="4"><z:c n="5">y<z:d n="6"/>z</z:c></z:b><b n="7"/></z:a>',
);

function rootOf(of: XmlDocument): XmlElement {
	if (of.root === undefined) {
		throw new Error('no root');
	}
	return of.root;
}

const root = rootOf(document);

/** Tells an element by its attribute `n`. */
function numberOf(element: XmlElement | undefined): string | undefined {
	return element?.attributes.find(({ name }) => name === 'n')?.value;
}

function allElements(element: XmlElement): readonly XmlElement[] {
	return [element, ...childElements(element).flatMap(allElements)];
}

describe('Children', () => {
	it('are all elements directly inside', () => {
		deepEqual(childElements(root).map(numberOf), ['1', '2', '3', '7']);
	});

	it('are found by namespace and local name', () => {
		deepEqual(childrenNamed(root, 'urn:z', 'b').map(numberOf), ['1', '3']);
		equal(numberOf(firstChild(root, 'urn:y', 'b')), '2');
		equal(numberOf(firstChild(root, '', 'b')), '7');
		equal(firstChild(root, 'urn:z', 'c'), undefined);
	});

	it('with a prefix that is not bound have no namespace, not even none', () => {
		const unbound = rootOf(parseXml('<a><p:b/></a>'));
		equal(firstChild(unbound, '', 'b'), undefined);
	});
});

describe('An attribute', () => {
	it('is found by namespace and local name', () => {
		const third = childElements(root)[2];
		equal(third && attributeOf(third, '', 'n')?.value, '3');
		equal(third && attributeOf(third, 'urn:y', 'n')?.value, '4');
		equal(third && attributeOf(third, 'urn:z', 'n'), undefined);
	});
});

describe('The text in an element', () => {
	const rows: readonly (readonly [name: string, marked: string, content: string, onlyText: boolean])[] = [
		['is trimmed', '<a> \n⟦x y⟧\t</a>', ' \nx y\t', true],
		['has its references', '<a> ⟦x &amp; y⟧</a>', ' x & y', true],
		['may be in CDATA', '<a><![CDATA[ ⟦x⟧ ]]></a>', ' x ', true],
		['may go on in CDATA, which is taken whole', '<a> ⟦x<![CDATA[ y ]]>⟧ </a>', ' x y  ', true],
		['may be all CDATA, without its delimiters', '<a> <![CDATA[ ⟦x⟧ ]]> </a>', '  x  ', true],
		['does not have comments', '<a><!-- c --> ⟦x<!-- d -->y⟧ <!-- e --></a>', ' xy ', true],
		['may have elements', '<a> ⟦x<b>y</b>⟧ </a>', ' xy ', false],
		['is the name when there is none but white space', '<⟦a⟧> \n </a>', ' \n ', true],
		['is the name when there is nothing', '<⟦a⟧/>', '', true],
	];
	for (const [name, marked, content, onlyText] of rows) {
		it(name, () => {
			const { text, spans } = readMarks(marked);
			const element = rootOf(parseXml(text));
			deepEqual(trimmedTextSpan(element), spans[0]);
			equal(textContent(element), content);
			equal(hasOnlyText(element), onlyText);
		});
	}

	it('comes from any depth', () => {
		const depth = 50_000;
		const deep = parseXml(`${'<a>x'.repeat(depth)}${'</a>'.repeat(depth)}`);
		equal(textContent(rootOf(deep)), 'x'.repeat(depth));
	});
});

describe('The element at an offset', () => {
	const { text, spans } = readMarks(' ⟦<a⟧>⟦x⟧⟦<b⟧ c="1"⟦/⟧>⟦ ⟧⟦</⟧a>⟦ ⟧');
	const small = parseXml(text);
	const names = [undefined, 'a', 'a', 'b', 'b', 'a', 'a', undefined];
	it('is the innermost one whose tags or content stand there', () => {
		deepEqual(
			[0, ...spans.map(({ start }) => start)].map((offset) => elementAt(small, offset)?.name),
			names,
		);
	});

	it('is none before and beyond the text', () => {
		equal(elementAt(small, -1), undefined);
		equal(elementAt(small, 1000), undefined);
	});
});

describe('The path of an element', () => {
	it('has an index where siblings have the same name', () => {
		deepEqual(allElements(root).map(pathOf), [
			'/z:a',
			'/z:a/z:b[1]',
			'/z:a/y:b',
			'/z:a/z:b[2]',
			'/z:a/z:b[2]/z:c',
			'/z:a/z:b[2]/z:c/z:d',
			'/z:a/b',
		]);
	});
});

describe('Indices', () => {
	it('lead to an element, and from it', () => {
		const indices = allElements(root).map(elementIndices);
		deepEqual(indices, [[], [0], [1], [2], [2, 0], [2, 0, 0], [3]]);
		deepEqual(
			indices.map((way) => numberOf(elementByIndices(document, way))),
			['0', '1', '2', '3', '5', '6', '7'],
		);
	});

	it('that lead nowhere give no element', () => {
		equal(elementByIndices(document, [4]), undefined);
		equal(elementByIndices(document, [1, 0]), undefined);
		equal(elementByIndices(document, [-1]), undefined);
		equal(elementByIndices(parseXml(''), []), undefined);
	});
});

describe('A node path of libxml2', () => {
	const rows: readonly (readonly [xpath: string, number: string | undefined])[] = [
		['/z:a', '0'],
		['/z:a/z:b[1]', '1'],
		['/z:a/z:b[2]', '3'],
		['/z:a/y:b', '2'],
		['/z:a/b', '7'],
		['/z:a/z:b[2]/z:c/z:d', '6'],
		['/z:a/z:b[2]/@y:n', '3'],
		['/z:a/z:b[2]/z:c/text()[2]', '5'],
		['/z:a/z:b[1]/text()', '1'],
		['/z:a/comment()', '0'],
		['/*/*[2]', '2'],
		['/*/*[3]/*/*', '6'],
		['/*[1]/*[4]/@n', '7'],
		['/z:a/z:b[3]', undefined],
		['/*/*[5]', undefined],
		['/y:a', undefined],
		['/z:a/z:b[1]/z:c', undefined],
		['/z:a/@n/z:b', undefined],
		['z:a', undefined],
		['/', undefined],
		['', undefined],
		['//', undefined],
		['/z:a[x]', undefined],
	];
	for (const [xpath, number] of rows) {
		it(`${xpath} leads to ${number ?? 'nothing'}`, () => {
			equal(numberOf(elementByXPath(document, xpath)), number);
		});
	}

	it('without prefix does not count elements in a default namespace', () => {
		const mixed = parseXml('<a><b xmlns="urn:b" n="1"/><b n="2"/><b n="3"/></a>');
		equal(numberOf(elementByXPath(mixed, '/a/b[2]')), '3');
		equal(numberOf(elementByXPath(mixed, '/a/*')), '1');
	});

	it('finds one among many', () => {
		const many = parseXml(
			`<a>\n${Array.from({ length: 20_000 }, (_, index) => `<b n="${index + 1}"/>\n`).join('')}</a>`,
		);
		equal(numberOf(elementByXPath(many, '/a/b[20000]')), '20000');
		equal(numberOf(elementByXPath(many, '/*/*[19999]')), '19999');
	});

	it('leads nowhere without root', () => {
		equal(elementByXPath(parseXml(''), '/a'), undefined);
	});
});
