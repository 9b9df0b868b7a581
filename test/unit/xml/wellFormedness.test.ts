import { deepEqual, equal } from 'node:assert/strict';
import { parseXml } from '../../../src/xml/parse';
import { readMarks } from './marked';

/** A document with its faults marked, and the codes of these (without `xml.`) in order. */
type Case = readonly [name: string, marked: string, ...codes: string[]];

const cases: Readonly<Record<string, readonly Case[]>> = {
	'elements and their tags': [
		['an element that is not closed before its parent is', '<a>\n <⟦b⟧>text\n</a>', 'unclosed-element'],
		['two elements that are not closed', '<a><⟦b⟧><⟦c⟧>x</a>', 'unclosed-element', 'unclosed-element'],
		['a document that breaks off: one finding for all open elements', '<a><b><⟦c⟧>x', 'unclosed-element'],
		['a start tag where an end tag is meant', '<a><b>text<⟦b⟧><c/></a>', 'slash-missing'],
		[
			'a start tag where the end tag of an element with elements is meant',
			'<a><b><c/><⟦b⟧><d/></a>',
			'slash-missing',
		],
		['an end tag with another capital', '<a><naam>x</⟦Naam⟧><b/></a>', 'end-tag-mismatch'],
		['an end tag with another prefix', '<p:a xmlns:p="urn:p"><p:b>x</⟦b⟧></p:a>', 'end-tag-mismatch'],
		['a misspelt end tag of the root', '<a>x</⟦b⟧>', 'end-tag-mismatch'],
		['an end tag without a start tag', '<a><b/></⟦c⟧></a>', 'orphan-end-tag'],
		['an end tag without a start tag between elements', '<a><b>x</b></⟦c⟧><d></d></a>', 'orphan-end-tag'],
		['a start tag without its first character', '<a><b/>\n⟦c⟧ d="1">x</c><e/></a>', 'bracket-missing'],
		[
			'a start tag without its first character, of an element with elements',
			'<a>⟦b⟧><c>x</c><d/></b><e/></a>',
			'bracket-missing',
		],
		['an end tag without its first character', '<a><b>x⟦/b>⟧<c/></a>', 'bracket-missing'],
		[
			'an end tag without its first character, of an element with elements',
			'<a><b><c/>⟦/b>⟧</a>',
			'bracket-missing',
		],
		['the end tag of the root without its first character', '<a><b/>⟦/a>⟧\n', 'bracket-missing'],
		['a slash in a start tag', '<a><b⟦/⟧>x</b><c/></a>', 'closed-too-early'],
		['a slash in the start tag of an element with elements', '<a><b⟦/⟧>\n<c/></b></a>', 'closed-too-early'],
		['a space before the name in a start tag', '<a><⟦ ⟧b c="1">x</b></a>', 'space-before-name'],
		['a line end before the name of an empty element', '<a><⟦\n⟧b/></a>', 'space-before-name'],
		['two < in text that begin nothing', '<a>x ⟦<⟧ y > z ⟦<⟧ b</a>', 'bare-less-than', 'bare-less-than'],
		[
			'an end tag that stands there twice, however far the end of its parent is',
			`<a><b>x</b></⟦b⟧>${'<c>y</c>'.repeat(5000)}</a>`,
			'orphan-end-tag',
		],
		['an end tag after the root', '<a/></⟦a⟧>', 'orphan-end-tag'],
		['elements that overlap: one finding', '<a><b><⟦i⟧>x</b></i></a>', 'unclosed-element'],
		['an end tag without a name', '<a>x⟦</>⟧', 'invalid-end-tag'],
		['an end tag with a space before its name', '<a>x</⟦ ⟧a>', 'invalid-end-tag'],
		['an end tag with an attribute', '<a>x</a ⟦b="1"⟧>', 'invalid-end-tag'],
		['a character in the name of an end tag', '<naam>x</na⟦!m⟧>', 'invalid-end-tag'],
		['a start tag that runs into another', '<a><⟦b⟧ c="1" <d/></a>', 'unfinished-tag'],
		['a start tag that runs into its own text', '<a><⟦b⟧ some text</b></a>', 'unfinished-tag'],
		['a name that runs into the text', '<a><⟦naam⟧Jansen</naam></a>', 'unfinished-tag'],
		['an empty-element tag without its last character', '<a><⟦b⟧ c="1"/\n</a>', 'unfinished-tag'],
		['a root that the document breaks off in its start tag', '<⟦a⟧ b="1"', 'unfinished-tag'],
		['an end tag without its last character', '<a><b>x</⟦b⟧</a>', 'unfinished-tag'],
		['a < in text', '<a>1 ⟦<⟧ 2 en 3 ⟦<⟧= 4</a>', 'bare-less-than', 'bare-less-than'],
		['a < before a digit', '<a>x ⟦<⟧5</a>', 'bare-less-than'],
		['an element with a name that begins with a digit', '<a><⟦1b⟧>x</1b></a>', 'invalid-name'],
		['a name with two colons', '<a xmlns:b="urn:b"><⟦b:c:d⟧/></a>', 'invalid-qualified-name'],
		['a name that ends with a colon', '<a ⟦b:⟧="1"/>', 'invalid-qualified-name'],
	],
	attributes: [
		['no value', '<a ⟦b⟧ c="1"/>', 'attribute-value-missing'],
		['no value after =', '<a ⟦b⟧= />', 'attribute-value-missing'],
		['no =', '<a ⟦b⟧"1" c="2"/>', 'attribute-equals-missing'],
		['no quotation marks', '<a b=⟦1⟧ c="2"/>', 'attribute-quotes-missing'],
		['no quotation marks before the end of the tag', '<a b=⟦http://x/y⟧/>', 'attribute-quotes-missing'],
		['no opening quotation mark', '<a b=⟦1"⟧ c="2"/>', 'attribute-quotes-missing'],
		['no closing quotation mark before another attribute', '<a b=⟦"1⟧ c="2"/>', 'attribute-quote-unclosed'],
		['no closing quotation mark before > ', '<a><b c=⟦"1⟧>x</b></a>', 'attribute-quote-unclosed'],
		['no closing quotation mark before />', '<a><b c=⟦"1⟧/><d e="f"/></a>', 'attribute-quote-unclosed'],
		[
			'no closing quotation mark before an attribute in other marks',
			"<a b=⟦\"1⟧ c='2'/>",
			'attribute-quote-unclosed',
		],
		['typographic quotation marks', '<a b=⟦“1 2”⟧ c="3"/>', 'typographic-quotes'],
		['a < in a value', '<a b="1 ⟦<⟧ 2" c="3"/>', 'less-than-in-attribute'],
		[
			'quotation marks in a value',
			'<a b="zeg ⟦"⟧hallo⟦"⟧ nu" c="1"/>',
			'quote-in-attribute',
			'quote-in-attribute',
		],
		['a > in a value is fine, a bare & is not', '<a b="1 > 2 ⟦&⟧ 3"/>', 'bare-ampersand'],
		['twice the same', '<a b="1" c="2" ⟦b⟧="3"/>', 'duplicate-attribute'],
		[
			'the same by namespace',
			'<a xmlns:p="urn:p" xmlns:q="urn:p" p:b="1" ⟦q:b⟧="2"/>',
			'duplicate-attribute',
		],
		['no space between', '<a b="1"⟦c⟧="2"/>', 'space-missing'],
		['no space after the name of the element', '<a><naam⟦soort⟧="2">x</naam></a>', 'space-missing'],
		['something else in a tag', '<a b="1" ⟦,⟧ c="2"/>', 'unexpected-in-tag'],
		['a value without a name', '<a ⟦"b c"⟧ d="1"/>', 'unexpected-in-tag'],
		['a character in the name of an attribute', '<a naa⟦!⟧m="1"/>', 'unexpected-in-tag'],
		['a name that begins with a hyphen', '<a ⟦-b⟧="1"/>', 'invalid-name'],
	],
	namespaces: [
		[
			'a prefix that is not declared: once, at its first use',
			'<a><⟦p⟧:b p:c="1"><p:d/></p:b></a>',
			'unbound-prefix',
		],
		['a prefix of an attribute that is not declared', '<a ⟦p⟧:b="1"/>', 'unbound-prefix'],
		['a prefix that is declared on a sibling only', '<a><b xmlns:p="urn:p"/><⟦p⟧:c/></a>', 'unbound-prefix'],
		[
			'a misspelt prefix in a start tag: no second finding at the end tag',
			'<a xmlns:zkn="urn:z"><⟦zk⟧:b>x</zkn:b></a>',
			'unbound-prefix',
		],
		[
			'a misspelt xmlns: no second finding where the prefix is used',
			'<p:a ⟦xmln⟧:p="urn:p"/>',
			'unbound-prefix',
		],
		['a prefix without namespace', '<a ⟦xmlns:p=""⟧><p:b/></a>', 'prefix-without-namespace'],
		['the prefix xmlns', '<a ⟦xmlns:xmlns⟧="urn:x"/>', 'reserved-prefix'],
		['the prefix xml for something else', '<a ⟦xmlns:xml⟧="urn:x"/>', 'reserved-prefix'],
		[
			'the namespace of xml for another prefix',
			'<a xmlns:p="⟦http://www.w3.org/XML/1998/namespace⟧"/>',
			'reserved-namespace',
		],
		[
			'the namespace of xmlns as the default',
			'<a xmlns="⟦http://www.w3.org/2000/xmlns/⟧"/>',
			'reserved-namespace',
		],
	],
	'references and characters': [
		['a bare &', '<a>Jansen ⟦&⟧ Zn., R⟦&⟧D</a>', 'bare-ampersand', 'bare-ampersand'],
		['a bare & in a web address', '<a>https://x.nl/?b=1⟦&⟧c=2</a>', 'bare-ampersand'],
		['an entity of HTML', '<a>⟦&nbsp;⟧</a>', 'unknown-entity'],
		['an entity of HTML in an attribute', '<a b="caf⟦&eacute;⟧"/>', 'unknown-entity'],
		['a reference without ;', '<a>1 ⟦&amp⟧ 2</a>', 'reference-unfinished'],
		['a number without ;', '<a>caf⟦&#233⟧ x</a>', 'reference-unfinished'],
		[
			'a number that is no character',
			'<a>⟦&#0;⟧⟦&#xD800;⟧⟦&#x110000;⟧</a>',
			'character-reference',
			'character-reference',
			'character-reference',
		],
		[
			'a number with a wrong digit',
			'<a>⟦&#xZZ;⟧⟦&#12a;⟧⟦&#;⟧</a>',
			'character-reference',
			'character-reference',
			'character-reference',
		],
		[
			'a run of control characters',
			'<a>x⟦\u0001\u0002⟧y⟦\u001f⟧</a>',
			'illegal-character',
			'illegal-character',
		],
		['a NUL in an attribute', '<a b="⟦\u0000⟧"/>', 'illegal-character'],
		['half a surrogate pair', '<a>⟦\ud83d⟧ \u{1f600} ⟦\udc00⟧</a>', 'illegal-character', 'illegal-character'],
		['no characters', '<a>⟦\ufffe⟧ ⟦\uffff⟧</a>', 'illegal-character', 'illegal-character'],
		['a control character in a tag: no second finding', '<a ⟦\u0001⟧b="1"/>', 'illegal-character'],
		[']]> in text', '<a>x ⟦]]>⟧ y</a>', 'cdata-end-in-text'],
	],
	'the document': [
		['empty', '⟦⟧', 'empty'],
		['white space only', '⟦⟧ \n', 'empty'],
		['text only', '\n⟦geen & XML <⟧\n', 'root-missing'],
		['a declaration and a comment only', '<?xml version="1.0"?><!-- c -->⟦⟧', 'root-missing'],
		['two roots: one finding', '<a/>\n<⟦b⟧/><c/>', 'second-root'],
		['a root that is closed too early: one finding', '<a/>\n<⟦b⟧>x</b>tekst</a>', 'second-root'],
		['text before the root', '⟦tekst⟧ <a/>', 'text-outside-root'],
		['text after the root', '<a/>\n⟦tekst⟧\n', 'text-outside-root'],
		['a CDATA section after the root', '<a/>⟦<![CDATA[x]]>⟧', 'text-outside-root'],
		['a root that lacks its <', '⟦p:a xmlns:p="urn:p">⟧<p:b>x</p:b></p:a>', 'text-outside-root'],
	],
	'the XML declaration': [
		['after an empty line', '\n⟦<?xml⟧ version="1.0"?><a/>', 'declaration-not-first'],
		['after a comment', '<!-- c -->⟦<?xml⟧ version="1.0"?><a/>', 'declaration-not-first'],
		['without version', '<?⟦xml⟧ encoding="UTF-8"?><a/>', 'declaration-version-missing'],
		['without anything', '<?⟦xml⟧ ?><a/>', 'declaration-version-missing'],
		['with a version that does not exist', '<?xml version="⟦2.0⟧"?><a/>', 'declaration-value'],
		['with an encoding that is no name', '<?xml version="1.0" encoding="⟦UTF 8⟧"?><a/>', 'declaration-value'],
		[
			'with standalone that is not yes or no',
			'<?xml version="1.0" standalone="⟦ja⟧"?><a/>',
			'declaration-value',
		],
		['with something unknown', '<?xml version="1.0" ⟦charset="UTF-8"⟧?><a/>', 'declaration-syntax'],
		[
			'in the wrong order',
			'<?xml version="1.0" standalone="yes" ⟦encoding="UTF-8"⟧?><a/>',
			'declaration-syntax',
		],
		['without a quotation mark', '<?xml version="1.0" ⟦encoding="UTF-8⟧?><a/>', 'declaration-syntax'],
		['without ?', '⟦<?xml⟧ version="1.0" encoding="UTF-8">\n<a/>', 'unterminated'],
		['without the first ?', '⟦<xml⟧ version="1.0" encoding="UTF-8"?>\n<a/>', 'declaration-syntax'],
	],
	'comments, instructions, CDATA and DOCTYPE': [
		['two hyphens in a comment', '<a><!-- x ⟦--⟧ y ⟦---⟧ z --></a>', 'double-hyphen', 'double-hyphen'],
		['a comment that ends with ---', '<a><!-- x ⟦--⟧-></a>', 'double-hyphen'],
		['a comment that is not closed', '<a>⟦<!--⟧ x\n<b/></a>', 'unterminated'],
		['a comment that is closed by ->', '<a>⟦<!--⟧ x -><b/><!-- y --></a>', 'unterminated'],
		['a comment without !', '<a>⟦<--⟧ x <b> --></a>', 'unknown-markup'],
		['a misspelt CDATA', '<a>⟦<![CDTA[⟧ x < y ]]></a>', 'unknown-markup'],
		['something unknown', '<a>⟦<!ELEMENT⟧ a ANY><b/></a>', 'unknown-markup'],
		['a CDATA section that is not closed', '<a><b>⟦<![CDATA[⟧x < y]></b></a>', 'unterminated'],
		['an instruction without a name', '<a>⟦<?⟧ x?></a>', 'instruction-target'],
		['an instruction called XML', '<a><?⟦XML⟧ x?></a>', 'instruction-target'],
		['an instruction without space after its name', '<a><?⟦b/c⟧ d?></a>', 'instruction-target'],
		['an instruction that is not closed', '<a>⟦<?b⟧ c>x</a>', 'unterminated'],
		['a second DOCTYPE', '<!DOCTYPE a>⟦<!DOCTYPE a>⟧<a/>', 'doctype-misplaced'],
		['a DOCTYPE in the root', '<a>⟦<!DOCTYPE a>⟧</a>', 'doctype-misplaced'],
		['a DOCTYPE that is not closed', '⟦<!DOCTYPE⟧ a [<!ENTITY b "c">\n<a/>', 'unterminated'],
		['a DOCTYPE without a name', '<!DOCTYPE ⟦[]⟧><a/>', 'doctype-malformed'],
		[
			'a malformed declaration in a DOCTYPE',
			'<!DOCTYPE a [<!ENTITY b "c">⟦<!ENTITY⟧ d>]><a>&b;</a>',
			'doctype-malformed',
		],
		[
			'an entity that a DOCTYPE does not declare',
			'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;⟦&d;⟧</a>',
			'unknown-entity',
		],
	],
};

describe('Faults of XML', () => {
	for (const [subject, rows] of Object.entries(cases)) {
		describe(`in ${subject}`, () => {
			for (const [name, marked, ...codes] of rows) {
				it(name, () => {
					const { text, spans } = readMarks(marked);
					deepEqual(
						parseXml(text).faults.map(({ code, span }) => ({ code, span })),
						codes.map((code, index) => ({ code: `xml.${code}`, span: spans[index] })),
					);
				});
			}
		});
	}
});

const wellFormed: readonly (readonly [name: string, text: string])[] = [
	['an empty-element tag', '<a/>'],
	['white space wherever it may stand', '\n<a  b = "1"\n\tc\n=\r\n\'2\' ><d\n/></a\n>\n'],
	['a declaration with all its parts', '<?xml version=\'1.0\' encoding="UTF-8"\tstandalone="no" ?>\n<a/>'],
	['a byte order mark', '\ufeff<?xml version="1.0"?><a/>'],
	[
		'names with letters of other scripts',
		'<\u00e9l\u00e9ment.b-c_d\u00b7 \u03b1="1"><\u{10400}/></\u00e9l\u00e9ment.b-c_d\u00b7>',
	],
	[
		'all predefined entities and references by number',
		'<a b="&lt;&amp;&#x27;">&amp;&lt;&gt;&quot;&apos;&#233;&#xE9;&#x1F600;</a>',
	],
	['> and single brackets in text and values', '<a b=">">x > y ]] ]> "</a>'],
	['a CDATA section with anything', '<a><![CDATA[<b>&c;]] ]>]]]]><![CDATA[>]]></a>'],
	['comments and instructions around the root', '<!-- b --><?c d?><a/><!-- e - f --><?g?>\n'],
	['an instruction for a style sheet', '<?xml-stylesheet href="x"?><a/>'],
	['a namespace that changes and is taken away', '<a xmlns="urn:a"><b xmlns="urn:b"><c xmlns=""/></b></a>'],
	['a prefix that gets another namespace', '<p:a xmlns:p="urn:a"><p:b xmlns:p="urn:b"/><p:c/></p:a>'],
	['the same local name with and without prefix', '<a xmlns:p="urn:p" xmlns="urn:p" b="1" p:b="2"/>'],
	[
		'the prefix xml, declared or not',
		'<a xml:lang="nl"><b xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:space="preserve"/></a>',
	],
	['a DOCTYPE', '<!DOCTYPE a><a/>'],
	['a DOCTYPE with an external subset that may declare anything', '<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>'],
	[
		'a DOCTYPE with all kinds of declarations',
		'<!DOCTYPE a PUBLIC "-//b//c" "d" [\n<!-- ]> --><?e ]>?>\n<!ELEMENT a (b, (c | d)*, e?)+>\n<!ELEMENT b (#PCDATA | c)*>\n' +
			'<!ATTLIST a b CDATA #IMPLIED c (d|e) "d" xmlns:p CDATA #FIXED "urn:p">\n<!NOTATION n SYSTEM "]>">\n' +
			'<!ENTITY f "]>&g;"><!ENTITY g ""><!ENTITY % h ""> %h; <!ENTITY j SYSTEM "k" NDATA n>\n] ><p:a xmlns:p="urn:p">&f;</p:a>',
	],
	[
		'a prefix that a DOCTYPE declares',
		'<!DOCTYPE a [<!ATTLIST a xmlns:p CDATA #FIXED "urn:p">]><a><p:b/></a>',
	],
];

describe('Well-formed XML has no faults:', () => {
	for (const [name, text] of wellFormed) {
		it(name, () => {
			deepEqual(parseXml(text).faults, []);
		});
	}
});

describe('A fault of XML', () => {
	it('tells the name in the start tag and the end tag that came instead, and points at that', () => {
		const { text, spans } = readMarks('<a><b>x</⟦a⟧>');
		const [fault] = parseXml(text).faults;
		deepEqual(fault?.data, { name: 'b', before: '</a>', others: [] });
		deepEqual(fault.related, [{ span: spans[0] }]);
	});

	it('names all elements that are open where the document ends', () => {
		const { text, spans } = readMarks('<⟦a⟧><⟦b⟧><c>x');
		const [fault] = parseXml(text).faults;
		deepEqual(fault?.data, { name: 'c', before: '', others: ['b', 'a'] });
		deepEqual(fault.related, [{ span: spans[1] }, { span: spans[0] }]);
	});

	it('points at the first of two attributes', () => {
		const { text, spans } = readMarks('<a ⟦b⟧="1" b="2"/>');
		deepEqual(parseXml(text).faults[0]?.related, [{ span: spans[0] }]);
	});

	it('points at the other uses of a prefix that is not declared', () => {
		const { text, spans } = readMarks('<a><p:b/><⟦p⟧:c ⟦p⟧:d="1"/></a>');
		deepEqual(parseXml(text).faults[0]?.related, [{ span: spans[0] }, { span: spans[1] }]);
	});

	it('does not repeat a long text of the document', () => {
		const [fault] = parseXml(`<a b=${'x'.repeat(1000)}/>`).faults;
		equal(fault?.data['value'], `${'x'.repeat(200)}…`);
	});

	it('is an error', () => {
		equal(parseXml('<a>').faults[0]?.severity, 'error');
	});

	it('stands in the order of the document, and there are at most 500', () => {
		const { faults } = parseXml(`<a>${'\u0001 & '.repeat(1000)}</a>`);
		equal(faults.length, 500);
		deepEqual(
			faults.slice(0, 4).map(({ code, span }) => [code, span.start]),
			[
				['xml.illegal-character', 3],
				['xml.bare-ampersand', 5],
				['xml.illegal-character', 7],
				['xml.bare-ampersand', 9],
			],
		);
	});
});
