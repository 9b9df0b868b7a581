import type { Span } from '../../finding';

/** The namespace of XML Schema itself. */
export const xsdNamespace = 'http://www.w3.org/2001/XMLSchema';

/** The symbol spaces of a schema; simple and complex types share one (XML Schema part 1, §2.5). */
export type ComponentKind = 'element' | 'attribute' | 'type' | 'group' | 'attributeGroup' | 'notation';

/** Prefixes and their namespaces; `''` is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

/** A QName in an attribute of a component that refers to a global component. */
export interface SchemaReference {
	/** `constraint`: the key of a keyref. It is found inside elements, so it is rewritten but not looked up. */
	readonly to: ComponentKind | 'constraint';
	/** What a redefinition may point at itself with: `base` of a derivation, or `ref` of a group. */
	readonly attribute: string;
	/** The QName, without surrounding white space. */
	readonly span: Span;
	readonly prefix: string;
	readonly localName: string;
	/** `''` for a name without a namespace; `undefined` when the prefix is not bound. */
	readonly namespace: string | undefined;
}

/** A place where a declaration takes a default of its document, such as `elementFormDefault`. */
export interface ImpliedAttribute {
	readonly attribute: 'form' | 'block' | 'final';
	readonly of: 'element' | 'attribute' | 'complexType' | 'simpleType';
	/** Where the attribute can be written: right after the name of the tag. */
	readonly at: number;
}

/** A global declaration or definition, as offsets in the text of its document. */
export interface SchemaComponent {
	readonly kind: ComponentKind;
	readonly name: string;
	readonly span: Span;
	/** The line on which it starts, 0-based. */
	readonly line: number;
	/** The value of its `name`. */
	readonly nameSpan: Span;
	/** Right after the name of its start tag. */
	readonly attributesAt: number;
	/** The namespaces in scope around it. */
	readonly scope: Scope;
	/** The prefixes that its own start tag declares. */
	readonly ownPrefixes: ReadonlySet<string>;
	readonly references: readonly SchemaReference[];
	readonly implied: readonly ImpliedAttribute[];
}

/** An include, import or redefine. */
export interface SchemaLink {
	readonly kind: 'include' | 'import' | 'redefine';
	readonly location: string | undefined;
	/** Of an import; `''` when it names none. */
	readonly namespace: string;
	/** The location, or the name of the tag when it has none. */
	readonly span: Span;
	/** What a redefine redefines. */
	readonly components: readonly SchemaComponent[];
}

/** The attributes of `xs:schema` that its declarations inherit. */
export interface SchemaDefaults {
	readonly elementFormDefault: string;
	readonly attributeFormDefault: string;
	readonly blockDefault: string;
	readonly finalDefault: string;
}

/**
 * What merging needs of one XSD file: its text and where in it everything stands. A tree would take twenty times the
 * memory, and cutting components out of the text keeps their lines as the user knows them.
 */
export interface SchemaDocument {
	/** Path relative to the folder, with `/`. */
	readonly name: string;
	readonly text: string;
	/** `''` when it has none. */
	readonly targetNamespace: string;
	readonly defaults: SchemaDefaults;
	readonly links: readonly SchemaLink[];
	readonly components: readonly SchemaComponent[];
	/** Top-level content that XML Schema 1.0 does not know: a component without a name, `xs:override`. */
	readonly unknown: readonly { readonly name: string; readonly span: Span }[];
	/** Every prefix that is declared anywhere in it. */
	readonly prefixes: ReadonlySet<string>;
}

/** The key of a global component: equal keys clash. */
export function componentKey(kind: ComponentKind, namespace: string, localName: string): string {
	return `${kind} ${namespace} ${localName}`;
}
