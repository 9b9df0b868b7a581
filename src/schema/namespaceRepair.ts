import type { Finding, RelatedPlace, Span } from '../finding';
import { findingsOf } from '../finding';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import type { SchemaError, SchemaSet } from './engine';
import { mostSimilar } from './similarNames';
import { schemaTexts } from './texts';
import { descendants } from '../xml/descendants';

/** A text in which some parts were replaced, and the way back to the offsets of the original. */
export interface CorrectedText {
	readonly text: string;
	/** The places where a namespace is declared that was probably meant to be another one. */
	readonly findings: readonly Finding[];
	/** Whether the errors of the corrected text show that the correction is right. */
	readonly helps: (errors: readonly SchemaError[]) => boolean;
	/** The part of the original that a part of the corrected text stands for. */
	readonly original: (span: Span) => Span;
}

const finding = findingsOf(schemaTexts);

const targetNamespace = /\btargetNamespace\s*=\s*(?:"([^"]+)"|'([^']+)')/g;

const declaredName = /\bname\s*=\s*["']([^"']+)["']/g;

/** Attributes of this namespace may stand in any document; no schema declares it. */
const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** The namespaces of the element and the attribute that an error is about. */
const refusedNamespace = /^Element '(?:\{(.*?)\})?[^']*'(?:, attribute '\{(.*?)\})?/s;

/**
 * Corrects namespaces that the schema does not know, and that look like one that it has (a wrong version, a slip of the
 * pen) or whose names are all in one that it has. One wrong declaration makes every element and attribute with its prefix wrong; it is one fault.
 *
 * @param errors What the schema says of the text: only a namespace that it refuses is corrected.
 * @returns `undefined` when there is nothing to correct.
 */
export function correctNamespaces(
	text: string,
	root: XmlElement,
	set: SchemaSet,
	errors: readonly SchemaError[],
): CorrectedText | undefined {
	const texts = [...set.documents.values()];
	const known = texts.flatMap((schema) =>
		[...schema.matchAll(targetNamespace)].map(([, double, single]) => double ?? single ?? ''),
	);
	const refused = new Map<string, SchemaError[]>();
	for (const error of errors) {
		for (const namespace of refusedNamespace.exec(error.message)?.slice(1) ?? []) {
			if (namespace) {
				const list = refused.get(namespace) ?? [];
				refused.set(namespace, list);
				list.push(error);
			}
		}
	}
	const corrections = new Map<string, string>();
	const causes = new Set<string>();
	for (const [namespace, because] of refused) {
		const meant = known.includes(namespace)
			? undefined
			: (mostSimilar(namespace, [...known, instanceNamespace]) ?? namespaceOfNames(root, namespace, texts));
		if (meant !== undefined) {
			corrections.set(namespace, meant);
			because.forEach((error) => causes.add(keyOf(error)));
		}
	}
	const declarations = corrections.size === 0 ? [] : declarationsOf(root, corrections);
	if (declarations.length === 0) {
		return undefined;
	}
	return {
		...correct(text, declarations, corrections),
		helps: (remaining) => !remaining.some((error) => causes.has(keyOf(error))),
	};
}

/** Names that the schema need not declare. */
const instanceNames = ['nil', 'type', 'schemaLocation', 'noNamespaceSchemaLocation'];

/**
 * The namespace in which all names are that the document uses with this one.
 *
 * @returns `undefined` when no namespace has them all, or more than one; and when the document declares it too, since then it
 * is the prefixes of the elements that are wrong.
 */
function namespaceOfNames(
	root: XmlElement,
	namespace: string,
	schemas: readonly string[],
): string | undefined {
	const used = namesUsedWith(root, namespace);
	const candidates = new Map([[instanceNamespace, new Set(instanceNames)]]);
	for (const schema of schemas) {
		const [[, double, single] = []] = schema.matchAll(targetNamespace);
		const target = double ?? single ?? '';
		const declared = candidates.get(target) ?? new Set();
		candidates.set(target, declared);
		for (const [, name = ''] of schema.matchAll(declaredName)) {
			declared.add(name);
		}
	}
	const [only, ...others] = [...candidates].filter(
		([target, declared]) => target !== '' && used.size > 0 && [...used].every((name) => declared.has(name)),
	);
	return only !== undefined && others.length === 0 && declarationsOf(root, new Set([only[0]])).length === 0
		? only[0]
		: undefined;
}

/** Local names of the elements and attributes in a namespace. */
function namesUsedWith(root: XmlElement, namespace: string): ReadonlySet<string> {
	const names = new Set<string>();
	for (const element of descendants(root)) {
		for (const named of [element, ...element.attributes]) {
			if (named.namespace === namespace) {
				names.add(named.localName);
			}
		}
	}
	return names;
}

function keyOf({ code, xpath }: SchemaError): string {
	return `${code} ${xpath}`;
}

/** Where these namespaces are declared, in the order of the document. */
function declarationsOf(
	root: XmlElement,
	namespaces: { has(namespace: string): boolean },
): readonly XmlAttribute[] {
	const above: XmlElement[] = [];
	for (let node = root.parent; node; node = node.parent) {
		above.unshift(node);
	}
	return [...above, ...descendants(root)].flatMap(({ attributes }) =>
		attributes.filter(
			({ name, prefix, value }) => (name === 'xmlns' || prefix === 'xmlns') && namespaces.has(value),
		),
	);
}

function correct(
	text: string,
	declarations: readonly XmlAttribute[],
	corrections: ReadonlyMap<string, string>,
): Omit<CorrectedText, 'helps'> {
	let corrected = '';
	let end = 0;
	/** Where each replacement begins, in the original and in the corrected text, and its lengths there. */
	const replaced: { readonly from: Span; readonly to: Span }[] = [];
	const findings: Finding[] = [];
	for (const [namespace, meant] of corrections) {
		const [first, ...others] = declarations.filter(({ value }) => value === namespace);
		if (first) {
			const related = others.map(({ valueSpan }): RelatedPlace => ({ span: valueSpan }));
			findings.push(
				finding(
					'schema.namespace-unknown',
					first.valueSpan,
					{ namespace, meant },
					related.length > 0 ? related : undefined,
				),
			);
		}
	}
	for (const { value, valueSpan } of declarations) {
		corrected += text.slice(end, valueSpan.start);
		const start = corrected.length;
		corrected += corrections.get(value) ?? value;
		end = valueSpan.end;
		replaced.push({ from: valueSpan, to: { start, end: corrected.length } });
	}
	corrected += text.slice(end);
	const originalOffset = (offset: number) => {
		const last = replaced.findLast(({ to }) => to.end <= offset);
		return last ? offset - last.to.end + last.from.end : offset;
	};
	return {
		text: corrected,
		findings,
		original: (span) => ({ start: originalOffset(span.start), end: originalOffset(span.end) }),
	};
}
