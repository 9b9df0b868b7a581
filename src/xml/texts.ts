import type { FindingTexts } from '../finding';

type NoData = Readonly<Record<string, never>>;

/** The findings of reading a file as XML, with their data. Names are as written in the document. */
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface has no index signature
export type XmlFindings = {
	'xml.empty': NoData;
	'xml.root-missing': NoData;
	'xml.second-root': { readonly name: string; readonly root: string };
	'xml.text-outside-root': NoData;
	/** `before` is the end tag that came instead (`</a>`), `''` at the end of the document; `others` are unclosed too. */
	'xml.unclosed-element': {
		readonly name: string;
		readonly before: string;
		readonly others: readonly string[];
	};
	'xml.slash-missing': { readonly name: string };
	/** `tag` is how it should begin, such as `<a` or `</a`. */
	'xml.bracket-missing': { readonly tag: string };
	'xml.closed-too-early': { readonly name: string };
	'xml.space-before-name': { readonly name: string };
	'xml.orphan-end-tag': { readonly name: string };
	'xml.end-tag-mismatch': { readonly name: string; readonly expected: string };
	/** `expected` is the end tag as it should be, such as `</a>`; `''` when there is nothing to close. */
	'xml.invalid-end-tag': { readonly expected: string };
	/** `tag` is how it begins, such as `<a` or `</a`. */
	'xml.unfinished-tag': { readonly tag: string };
	'xml.bare-less-than': NoData;
	'xml.invalid-name': { readonly name: string };
	'xml.invalid-qualified-name': { readonly name: string };
	'xml.attribute-value-missing': { readonly name: string };
	'xml.attribute-equals-missing': { readonly name: string };
	'xml.attribute-quotes-missing': { readonly name: string; readonly value: string };
	'xml.attribute-quote-unclosed': { readonly name: string };
	'xml.typographic-quotes': { readonly name: string };
	'xml.less-than-in-attribute': { readonly name: string };
	'xml.quote-in-attribute': { readonly name: string };
	/** `first` is the name of the earlier attribute: another one when two prefixes have the same namespace. */
	'xml.duplicate-attribute': { readonly name: string; readonly first: string };
	'xml.unbound-prefix': { readonly prefix: string };
	'xml.prefix-without-namespace': { readonly prefix: string };
	'xml.reserved-prefix': { readonly prefix: string };
	'xml.reserved-namespace': { readonly namespace: string };
	/** `name` is `''` when the name of the element and that of the attribute cannot be told apart. */
	'xml.space-missing': { readonly name: string };
	'xml.unexpected-in-tag': { readonly found: string; readonly name: string };
	'xml.bare-ampersand': NoData;
	'xml.unknown-entity': { readonly entity: string };
	'xml.character-reference': { readonly reference: string };
	'xml.reference-unfinished': { readonly reference: string };
	/** `character` is the first of the run, such as `U+0001`. */
	'xml.illegal-character': { readonly character: string };
	'xml.declaration-not-first': NoData;
	'xml.declaration-version-missing': NoData;
	'xml.declaration-syntax': NoData;
	'xml.declaration-value': { readonly name: string; readonly value: string };
	'xml.instruction-target': { readonly target: string };
	/** What began (`<!--`) and what should end it (`-->`). */
	'xml.unterminated': { readonly opening: string; readonly closing: string };
	'xml.doctype-misplaced': NoData;
	'xml.doctype-malformed': NoData;
	'xml.unknown-markup': { readonly markup: string };
	'xml.cdata-end-in-text': NoData;
	'xml.double-hyphen': NoData;
	/** `declared` and `actual` are names of encodings; `byte` is the 0-based offset of the first byte that does not fit. */
	'xml.encoding-contradiction': {
		readonly declared: string;
		readonly actual: string;
		readonly byte: number;
	};
	/** There is no declaration and the bytes are not UTF-8. */
	'xml.encoding-undeclared': { readonly actual: string; readonly byte: number };
	/** Every byte is legal in the declared encoding, but the text is most likely in another one. */
	'xml.encoding-suspect': { readonly declared: string; readonly likely: string; readonly byte: number };
	/** `byte` is the 0-based offset of the first byte that is not of this encoding. */
	'xml.invalid-bytes': { readonly encoding: string; readonly byte: number };
	'xml.encoding-unsupported': { readonly encoding: string };
	/** `format` is what the file looks like (`PDF`), `''` when that is not known. */
	'xml.not-xml': { readonly format: string };
};

/** The words of the findings of reading a file as XML. */
export const xmlTexts: FindingTexts<XmlFindings> = {
	'xml.empty': {
		severity: 'error',
		problem: (_, t) => t('This document is empty.'),
		cure: (_, t) => t('Write a message in it, or remove the file.'),
		source: 'XML 1.0 §2.1',
		about: 'The file has no bytes, or nothing but white space. An XML document has at least one element.',
	},
	'xml.root-missing': {
		severity: 'error',
		problem: (_, t) => t('This document has no element.'),
		cure: (_, t) => t('An XML document has exactly one root element that holds all others.'),
		source: 'XML 1.0 §2.1',
		about:
			'There is text, or there are comments or a declaration, but there is no element. Is it really XML?',
	},
	'xml.second-root': {
		severity: 'error',
		problem: ({ name, root }, t) =>
			t('`{0}` stands after the root element `{1}`, but a document has one root element only.', name, root),
		cure: ({ root }, t) =>
			t('Put it inside `{0}`, or give each message its own file. Is `{0}` perhaps closed too early?', root),
		source: 'XML 1.0 §2.1',
		about:
			'After the end of the root element only comments and processing instructions may follow. Reported once: what ' +
			'follows the second root element has the same cause.',
	},
	'xml.text-outside-root': {
		severity: 'error',
		problem: (_, t) => t('This text stands outside the root element.'),
		cure: (_, t) => t('Remove it, or move it into an element.'),
		source: 'XML 1.0 §2.8',
		about:
			'Before and after the root element only comments, processing instructions and white space may stand.',
	},
	'xml.unclosed-element': {
		severity: 'error',
		problem: ({ name, before, others }, t) => {
			if (before !== '') {
				return t('Element `{0}` is not closed: `{1}` comes before its end tag.', name, before);
			}
			return others.length === 0
				? t('Element `{0}` is not closed.', name)
				: t(
						'The document ends while element `{0}` is still open, and so are {1}.',
						name,
						others.map((other) => `\`${other}\``).join(', '),
					);
		},
		cure: ({ name, others }, t) =>
			others.length === 0
				? t('Add `</{0}>` where the element ends.', name)
				: t(
						'Is the end of the document missing? Add the end tags: {0}.',
						[name, ...others].map((open) => `\`</${open}>\``).join(' '),
					),
		source: 'XML 1.0 §3 (GI: element type match)',
		about:
			'A start tag without its end tag. The finding stands at the name in the start tag; related information points at ' +
			'the end tag that came instead. When the document breaks off, one finding names all elements that are open.',
	},
	'xml.slash-missing': {
		severity: 'error',
		problem: ({ name }, t) =>
			t('`<{0}>` opens a second element `{0}` inside the first, and neither is closed.', name),
		cure: ({ name }, t) => t('Write `</{0}>` if this is the end of the first.', name),
		source: 'XML 1.0 §3.1',
		about: 'Twice the same start tag where a start tag and an end tag are expected: the slash was forgotten.',
	},
	'xml.bracket-missing': {
		severity: 'error',
		problem: ({ tag }, t) => t('The `<` of the tag `{0}>` is missing, so that it is text.', tag),
		cure: ({ tag }, t) => t('Write `{0}`.', tag),
		source: 'XML 1.0 §3.1',
		about:
			'Text that is a start tag or an end tag but for its first character, where the other tag of the element is there.',
	},
	'xml.closed-too-early': {
		severity: 'error',
		problem: ({ name }, t) =>
			t('The slash closes `{0}` at once, but content and an end tag `</{0}>` follow.', name),
		cure: ({ name }, t) => t('Remove the slash: `<{0}>`.', name),
		source: 'XML 1.0 §3.1',
		about: 'An empty-element tag (`<a/>`) where a start tag is meant: its content and its end tag follow it.',
	},
	'xml.space-before-name': {
		severity: 'error',
		problem: ({ name }, t) => t('Between `<` and the name `{0}` there may be no white space.', name),
		cure: ({ name }, t) => t('Write `<{0}`.', name),
		source: 'XML 1.0 §3.1',
		about: 'The name of an element stands right after the `<` of its tag.',
	},
	'xml.orphan-end-tag': {
		severity: 'error',
		problem: ({ name }, t) => t('`</{0}>` closes an element that is not open.', name),
		cure: (_, t) => t('Remove this end tag, or add the start tag that belongs to it.'),
		source: 'XML 1.0 §3.1',
		about: 'An end tag for which no element with that name is open.',
	},
	'xml.end-tag-mismatch': {
		severity: 'error',
		problem: ({ name, expected }, t) =>
			t('The end tag `</{0}>` does not match the start tag `<{1}>`.', name, expected),
		cure: ({ expected }, t) => t('Write `</{0}>`. Capitals and the prefix count.', expected),
		source: 'XML 1.0 §3 (GI: element type match)',
		about:
			'The name in an end tag differs from the name in the start tag, for instance by a capital or a prefix.',
	},
	'xml.invalid-end-tag': {
		severity: 'error',
		problem: (_, t) => t('This does not belong in an end tag: it holds a name and nothing else.'),
		cure: ({ expected }, t) => (expected === '' ? t('Remove this end tag.') : t('Write `{0}`.', expected)),
		source: 'XML 1.0 §3.1 [42]',
		about:
			'An end tag without a name, with white space before its name, or with attributes or text after it.',
	},
	'xml.unfinished-tag': {
		severity: 'error',
		problem: ({ tag }, t) => t('The tag `{0}` has no closing `>`.', tag),
		cure: (_, t) => t('Add `>` where the tag ends.'),
		source: 'XML 1.0 §3.1',
		about: 'A new tag or the end of the document comes before the `>` of this tag.',
	},
	'xml.bare-less-than': {
		severity: 'error',
		problem: (_, t) => t('A `<` in text begins a tag, but no name follows here.'),
		cure: (_, t) => t('Write `&lt;` for the character itself.'),
		source: 'XML 1.0 §2.4',
		about: 'The character `<` cannot stand in text as itself.',
	},
	'xml.invalid-name': {
		severity: 'error',
		problem: ({ name }, t) => t('`{0}` is not a name in XML: a name begins with a letter or `_`.', name),
		cure: (_, t) => t('Correct the name.'),
		source: 'XML 1.0 §2.3',
		about:
			'The name of an element, attribute or processing instruction begins with a digit, a hyphen or a full stop.',
	},
	'xml.invalid-qualified-name': {
		severity: 'error',
		problem: ({ name }, t) => t('In the name `{0}` a colon stands in the wrong place.', name),
		cure: (_, t) => t('Write one colon, between the prefix and the rest of the name, or none.'),
		source: 'Namespaces in XML 1.0 §4',
		about: 'A name may hold one colon, with a name before it (the prefix) and a name after it.',
	},
	'xml.attribute-value-missing': {
		severity: 'error',
		problem: ({ name }, t) => t('Attribute `{0}` has no value.', name),
		cure: ({ name }, t) => t('Write `{0}="…"`, or remove the attribute.', name),
		source: 'XML 1.0 §3.1 [41]',
		about: 'An attribute always has a value in quotation marks; it may be empty.',
	},
	'xml.attribute-equals-missing': {
		severity: 'error',
		problem: ({ name }, t) => t('Between attribute `{0}` and its value `=` is missing.', name),
		cure: ({ name }, t) => t('Write `{0}="…"`.', name),
		source: 'XML 1.0 §3.1 [41]',
		about: 'An attribute is a name, an equals sign and a value in quotation marks.',
	},
	'xml.attribute-quotes-missing': {
		severity: 'error',
		problem: ({ name }, t) => t('The value of attribute `{0}` has no quotation mark before it.', name),
		cure: ({ name, value }, t) => t('Write `{0}="{1}"`.', name, value),
		source: 'XML 1.0 §3.1 [41]',
		about: 'A value of an attribute stands in double or single quotation marks, also when it is a number.',
	},
	'xml.attribute-quote-unclosed': {
		severity: 'error',
		problem: ({ name }, t) => t('The value of attribute `{0}` has no quotation mark after it.', name),
		cure: (_, t) => t('Add the same quotation mark where the value ends.'),
		source: 'XML 1.0 §3.1 [41]',
		about: 'The quotation mark that opens a value does not come back where the value ends.',
	},
	'xml.typographic-quotes': {
		severity: 'error',
		problem: ({ name }, t) =>
			t('The value of attribute `{0}` stands in typographic quotation marks, which XML does not know.', name),
		cure: (_, t) => t('Use straight quotation marks: `"…"`.'),
		source: 'XML 1.0 §3.1 [41]',
		about: 'Curly quotation marks, often from text that was copied out of a word processor or a mail.',
	},
	'xml.less-than-in-attribute': {
		severity: 'error',
		problem: ({ name }, t) => t('A `<` may not stand in the value of attribute `{0}`.', name),
		cure: (_, t) => t('Write `&lt;` for the character itself.'),
		source: 'XML 1.0 §3.1 (No < in attribute values)',
		about: 'The character `<` cannot stand in the value of an attribute as itself.',
	},
	'xml.quote-in-attribute': {
		severity: 'error',
		problem: ({ name }, t) =>
			t('The value of attribute `{0}` ends at this quotation mark, but more follows.', name),
		cure: (_, t) =>
			t('Write `&quot;` for a double quotation mark in a value, and `&apos;` for a single one.'),
		source: 'XML 1.0 §2.4',
		about: 'The quotation mark that encloses a value cannot stand in it as itself.',
	},
	'xml.duplicate-attribute': {
		severity: 'error',
		problem: ({ name, first }, t) =>
			name === first
				? t('Attribute `{0}` occurs twice in this tag.', name)
				: t('`{0}` is the same attribute as `{1}`: both prefixes have the same namespace.', name, first),
		cure: (_, t) => t('Remove one of the two.'),
		source: 'XML 1.0 §3.1 (Unique Att Spec), Namespaces in XML 1.0 §6.3',
		about: 'An attribute may occur once in a tag. Related information points at the first occurrence.',
	},
	'xml.unbound-prefix': {
		severity: 'error',
		problem: ({ prefix }, t) => t('The namespace prefix `{0}` is not declared.', prefix),
		cure: ({ prefix }, t) =>
			t('Declare it here or on an element around it with `xmlns:{0}="…"`, or correct the prefix.', prefix),
		source: 'Namespaces in XML 1.0 §5 (Prefix Declared)',
		about:
			'Each prefix is declared by an attribute `xmlns:prefix` on the element itself or on one around it. Reported once ' +
			'per prefix; related information points at the other uses.',
	},
	'xml.prefix-without-namespace': {
		severity: 'error',
		problem: ({ prefix }, t) => t('Prefix `{0}` is bound to an empty namespace.', prefix),
		cure: (_, t) => t('Give the namespace, or remove this declaration.'),
		source: 'Namespaces in XML 1.0 §5 (No Prefix Undeclaring)',
		about:
			'Only the default namespace may be taken away (`xmlns=""`); a prefix always stands for a namespace.',
	},
	'xml.reserved-prefix': {
		severity: 'error',
		problem: ({ prefix }, t) => t('The prefix `{0}` is reserved.', prefix),
		cure: (_, t) => t('Choose another prefix, or remove this declaration.'),
		source: 'Namespaces in XML 1.0 §3 (Reserved Prefixes and Namespace Names)',
		about: 'The prefixes `xml` and `xmlns` have a fixed meaning and cannot be declared as anything else.',
	},
	'xml.reserved-namespace': {
		severity: 'error',
		problem: ({ namespace }, t) => t('The namespace `{0}` is reserved.', namespace),
		cure: (_, t) => t('Remove this declaration: the prefixes `xml` and `xmlns` need none.'),
		source: 'Namespaces in XML 1.0 §3 (Reserved Prefixes and Namespace Names)',
		about:
			'The namespaces of the prefixes `xml` and `xmlns` cannot be bound to another prefix or be the default.',
	},
	'xml.space-missing': {
		severity: 'error',
		problem: ({ name }, t) =>
			name === ''
				? t('There is no space between the name of the element and the name of its attribute.')
				: t('There is no space before attribute `{0}`.', name),
		cure: (_, t) => t('Add a space before the attribute.'),
		source: 'XML 1.0 §3.1 [40]',
		about: 'White space separates the name of the element and its attributes in a tag.',
	},
	'xml.unexpected-in-tag': {
		severity: 'error',
		problem: ({ found, name }, t) => t('`{0}` does not belong in the tag of `{1}`.', found, name),
		cure: (_, t) => t('Remove it. In a tag stand a name and attributes: `name="value"`.'),
		source: 'XML 1.0 §3.1 [40]',
		about: 'Characters in a start tag that are no attribute and no end of the tag.',
	},
	'xml.bare-ampersand': {
		severity: 'error',
		problem: (_, t) => t('A bare `&` may not stand in XML.'),
		cure: (_, t) => t('Write `&amp;` for the character itself.'),
		source: 'XML 1.0 §2.4',
		about:
			'The character `&` begins a reference such as `&lt;`. As itself it is written `&amp;`, in a web address too.',
	},
	'xml.unknown-entity': {
		severity: 'error',
		problem: ({ entity }, t) =>
			t(
				'`&{0};` is unknown in XML, which knows only `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`.',
				entity,
			),
		cure: ({ entity }, t) => t('Write the character itself. For the text `&{0};` write `&amp;{0};`.', entity),
		source: 'XML 1.0 §4.1 (Entity Declared)',
		about: 'Names of HTML, such as `&nbsp;` and `&euml;`, are not part of XML.',
	},
	'xml.character-reference': {
		severity: 'error',
		problem: ({ reference }, t) => t('`{0}` is not the number of a character that XML allows.', reference),
		cure: (_, t) => t('Correct the number (`&#233;` or `&#xE9;`), or remove it.'),
		source: 'XML 1.0 §4.1 (Legal Character)',
		about:
			'A reference by number without digits, with a wrong digit, or to a character that XML forbids, such as `&#0;`.',
	},
	'xml.reference-unfinished': {
		severity: 'error',
		problem: ({ reference }, t) => t('After `{0}` the `;` is missing.', reference),
		cure: ({ reference }, t) => t('Write `{0};`.', reference),
		source: 'XML 1.0 §4.1 [66] [68]',
		about: 'A reference to a character or entity ends with a semicolon.',
	},
	'xml.illegal-character': {
		severity: 'error',
		problem: ({ character }, t) => t('Here stands the character {0}, which XML forbids.', character),
		cure: (_, t) => t('Remove it; it is often invisible. XML has no way to write it.'),
		source: 'XML 1.0 §2.2',
		about:
			'Control characters (but tab and line ends), half surrogate pairs, U+FFFE and U+FFFF. A run is one finding.',
	},
	'xml.declaration-not-first': {
		severity: 'error',
		problem: (_, t) => t('The XML declaration does not stand at the very start of the document.'),
		cure: (_, t) => t('Remove what stands before it, white space too, or remove this declaration.'),
		source: 'XML 1.0 §2.8',
		about: 'Nothing may come before `<?xml …?>`, not even an empty line or a space.',
	},
	'xml.declaration-version-missing': {
		severity: 'error',
		problem: (_, t) => t('The XML declaration does not begin with the version.'),
		cure: (_, t) => t('Write `<?xml version="1.0" encoding="UTF-8"?>`.'),
		source: 'XML 1.0 §2.8 [23]',
		about: 'In an XML declaration the version comes first and is required.',
	},
	'xml.declaration-syntax': {
		severity: 'error',
		problem: (_, t) => t('This part of the XML declaration is not written as it should be.'),
		cure: (_, t) => t('Write `<?xml version="1.0" encoding="UTF-8"?>`.'),
		source: 'XML 1.0 §2.8 [23]',
		about:
			'After the version come `encoding` and `standalone`, in this order, both optional, values in quotation marks.',
	},
	'xml.declaration-value': {
		severity: 'error',
		problem: ({ name, value }, t) => t('`{0}` is not a value for `{1}` in an XML declaration.', value, name),
		cure: (_, t) => t('Write `<?xml version="1.0" encoding="UTF-8"?>`.'),
		source: 'XML 1.0 §2.8, §4.3.3, §2.9',
		about: 'The version is `1.0`, the encoding a name such as `UTF-8`, and `standalone` is `yes` or `no`.',
	},
	'xml.instruction-target': {
		severity: 'error',
		problem: ({ target }, t) =>
			target === ''
				? t('After `<?` a name must follow at once.')
				: t('`{0}` is not a name for a processing instruction.', target),
		cure: (_, t) => t('Correct or remove this processing instruction.'),
		source: 'XML 1.0 §2.6',
		about:
			'A processing instruction begins with a name that is not `xml` in whatever capitals, followed by white space.',
	},
	'xml.unterminated': {
		severity: 'error',
		problem: ({ opening, closing }, t) => t('`{0}` is not closed by `{1}`.', opening, closing),
		cure: ({ closing }, t) => t('Add `{0}` where it ends.', closing),
		source: 'XML 1.0 §2.5, §2.6, §2.7, §2.8',
		about: 'A comment, CDATA section, processing instruction, XML declaration or DOCTYPE that never ends.',
	},
	'xml.doctype-misplaced': {
		severity: 'error',
		problem: (_, t) => t('A DOCTYPE may stand only once, before the root element.'),
		cure: (_, t) => t('Remove it.'),
		source: 'XML 1.0 §2.8 [22]',
		about: 'A DOCTYPE inside or after the root element, or a second one.',
	},
	'xml.doctype-malformed': {
		severity: 'error',
		problem: (_, t) => t('This DOCTYPE is not written as it should be.'),
		cure: (_, t) => t('Remove the DOCTYPE; messages have none.'),
		source: 'XML 1.0 §2.8 [28]',
		about: 'A DOCTYPE, or a declaration inside it, breaks the grammar of XML.',
	},
	'xml.unknown-markup': {
		severity: 'error',
		problem: ({ markup }, t) => t('`{0}` begins nothing that XML knows.', markup),
		cure: (_, t) =>
			t('Write `<!-- … -->` for a comment, `<![CDATA[ … ]]>` for text, or `&lt;!` for the characters.'),
		source: 'XML 1.0 §2.5, §2.7',
		about: 'After `<!` only a comment, a CDATA section or a DOCTYPE can follow.',
	},
	'xml.cdata-end-in-text': {
		severity: 'error',
		problem: (_, t) => t('`]]>` may not stand in text.'),
		cure: (_, t) => t('Write `]]&gt;`, or remove it when it belongs to a CDATA section that is not there.'),
		source: 'XML 1.0 §2.4',
		about: 'The end of a CDATA section without its beginning.',
	},
	'xml.double-hyphen': {
		severity: 'error',
		problem: (_, t) => t('Two hyphens may not stand in a comment.'),
		cure: (_, t) => t('Put a space between them, or write another character.'),
		source: 'XML 1.0 §2.5',
		about: 'In a comment `--` may only be part of the closing `-->`; nor may a comment end with `--->`.',
	},
	'xml.encoding-contradiction': {
		severity: 'error',
		problem: ({ declared, actual }, t) =>
			t('The declaration says {0}, but the bytes of this file are {1}.', declared, actual),
		cure: ({ actual }, t) => t('Save the file in the declared encoding, or declare `{0}`.', actual),
		source: 'XML 1.0 §4.3.3',
		about:
			'The encoding in the XML declaration, a byte order mark and the bytes do not agree. The text is shown as the ' +
			'bytes are most likely meant. When there are bytes that are not UTF-8, the offset of the first one is in the data.',
	},
	'xml.encoding-undeclared': {
		severity: 'error',
		problem: ({ actual }, t) =>
			t(
				'The bytes of this file are not UTF-8, and no other encoding is declared; {0} is most likely.',
				actual,
			),
		cure: (_, t) => t('Save the file as UTF-8.'),
		source: 'XML 1.0 §4.3.3',
		about: 'A file without encoding in its XML declaration is UTF-8 (or UTF-16 with a byte order mark).',
	},
	'xml.encoding-suspect': {
		severity: 'warning',
		problem: ({ declared, likely }, t) =>
			t('The declaration says {0}, but the bytes of this file look like {1}.', declared, likely),
		cure: ({ likely }, t) =>
			t(
				'Look whether letters with accents are right. If not, declare `{0}`, or save the file as UTF-8.',
				likely,
			),
		source: 'XML 1.0 §4.3.3',
		about:
			'All bytes are legal in the declared encoding, and a receiver reads them so, but they form UTF-8, or characters ' +
			'that only windows-1252 has. Most likely the text was saved in another encoding than it declares.',
	},
	'xml.invalid-bytes': {
		severity: 'error',
		problem: ({ encoding, byte }, t) =>
			t('Here stand bytes that are not {0} (at byte {1} of the file).', encoding, byte),
		cure: (_, t) => t('Type this character again and save the file as UTF-8.'),
		source: 'XML 1.0 §4.3.3',
		about:
			'The file is UTF-8 (or UTF-16) but for some bytes: a character was cut in two, or text of another encoding was ' +
			'pasted in. Reported once, at the first such byte, which shows as U+FFFD.',
	},
	'xml.encoding-unsupported': {
		severity: 'error',
		problem: ({ encoding }, t) => t('The encoding `{0}` is not supported.', encoding),
		cure: (_, t) => t('Save the file as UTF-8.'),
		source: 'XML 1.0 §4.3.3',
		about:
			'Supported are UTF-8, UTF-16, ISO-8859-1, windows-1252, US-ASCII and what Node.js knows beside these. The text is read as UTF-8 or windows-1252, so that the rest can be checked.',
	},
	'xml.not-xml': {
		severity: 'error',
		problem: ({ format }, t) =>
			format === ''
				? t('This is not an XML file: it holds bytes that no text has.')
				: t('This is not an XML file: it looks like {0}.', format),
		cure: (_, t) => t('Choose an XML file, or give this file the extension of its format.'),
		source: 'XML 1.0 §2.2',
		about:
			'A binary file (an image, an archive, a PDF), or a file with NUL bytes. It is not looked into any further.',
	},
};
