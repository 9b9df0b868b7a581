import type { Finding, Span } from '../finding';

/**
 * XML as positioned text. All offsets are UTF-16 code units in {@link XmlDocument.text}. The tree of a document that is
 * not well-formed holds everything that could be read.
 */
export interface XmlDocument {
	readonly text: string;
	/** The first element; `undefined` when there is none. */
	readonly root: XmlElement | undefined;
	/** Comments, processing instructions, elements (more than one when the document is faulty) and stray text, in order. */
	readonly children: readonly XmlNode[];
	readonly declaration: XmlDeclaration | undefined;
	readonly doctype: XmlDoctype | undefined;
	/** Why the text is not well-formed XML with namespaces, in document order; empty when it is. */
	readonly faults: readonly Finding[];
}

export interface XmlDeclaration {
	readonly span: Span;
	readonly encoding: { readonly value: string; readonly span: Span } | undefined;
}

export interface XmlDoctype {
	readonly span: Span;
	readonly name: string;
	/** The entities that it declares, with what they stand for as it is written; `undefined` for one in another file. */
	readonly entities: ReadonlyMap<string, string | undefined>;
}

export type XmlNode = XmlElement | XmlCharacters | XmlComment | XmlInstruction;

export interface XmlElement {
	readonly kind: 'element';
	/** As written, with prefix. */
	readonly name: string;
	readonly prefix: string;
	readonly localName: string;
	/** `''` when in no namespace; `undefined` when the prefix is not bound. */
	readonly namespace: string | undefined;
	readonly parent: XmlElement | undefined;
	/** Made when they are asked for, like {@link children}: who needs only a value asks for that. */
	readonly attributes: readonly XmlAttribute[];
	readonly hasAttributes: boolean;
	/** The value of the attribute with this name; `namespace` is `''` for one without prefix. */
	attributeValue(namespace: string, localName: string): string | undefined;
	readonly children: readonly XmlNode[];
	/**
	 * The children for who looks for elements: text may be missing from them. Text is only made when {@link children} is asked
	 * for, which for most elements of a large document never happens.
	 */
	readonly markup: readonly XmlNode[];
	/**
	 * The run of text that is all that the element holds; `undefined` when it holds something else besides, or nothing. Made
	 * anew each time, unlike {@link children}: a large document has many values, which are looked at once and forgotten.
	 */
	readonly onlyText: XmlCharacters | undefined;
	/** From `<` of the start tag to `>` of the end tag (or to where the element ends for lack of one). */
	readonly span: Span;
	/** The name in the start tag. */
	readonly nameSpan: Span;
	/** From `<` to and including `>`. */
	readonly startTagSpan: Span;
	/** Between the tags; empty at the end of an empty-element tag. */
	readonly contentSpan: Span;
	/** The name in the end tag; `undefined` for an empty-element tag and for an element without its end tag. */
	readonly endNameSpan: Span | undefined;
}

export interface XmlAttribute {
	readonly kind: 'attribute';
	/** As written, with prefix. */
	readonly name: string;
	readonly prefix: string;
	readonly localName: string;
	/** `''` without prefix; `undefined` when the prefix is not bound. `xmlns` attributes are in the xmlns namespace. */
	readonly namespace: string | undefined;
	readonly owner: XmlElement;
	/** References resolved and white space normalised, as an application sees it. */
	readonly value: string;
	readonly nameSpan: Span;
	/** Between the quotes. */
	readonly valueSpan: Span;
	/** Name to closing quote. */
	readonly span: Span;
}

/** A run of text or a CDATA section. */
export interface XmlCharacters {
	readonly kind: 'text' | 'cdata';
	readonly parent: XmlElement | undefined;
	/** References resolved, line ends normalised. */
	readonly value: string;
	/** A CDATA section with its delimiters. */
	readonly span: Span;
	/** Without delimiters and the white space around the characters; `undefined` when there is nothing else. */
	readonly trimmedSpan: Span | undefined;
}

export interface XmlComment {
	readonly kind: 'comment';
	readonly parent: XmlElement | undefined;
	readonly span: Span;
}

export interface XmlInstruction {
	readonly kind: 'instruction';
	readonly parent: XmlElement | undefined;
	readonly target: string;
	readonly span: Span;
}

/** A name with its namespace; `''` is no namespace. */
export interface ExpandedName {
	readonly namespace: string;
	readonly localName: string;
}
