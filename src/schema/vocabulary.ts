import type { SchemaSet } from './engine';
import type { ExpandedName } from '../xml/tree';
import { mostSimilar } from './similarNames';

/** The names in a schema. It is read from the text, so that names of types count too: enough to tell a slip of the pen. */
export interface Vocabulary {
	/** Whether something in the schema has this local name: then it is no slip of the pen. */
	isKnown(localName: string): boolean;
	/** Whether a name looks like one in the schema. */
	isSlip(localName: string): boolean;
	/** The attributes that stand with a prefix, wherever in the schema they are allowed. */
	prefixedAttributes(): readonly ExpandedName[];
}

const declaredName = /\b(?:name|ref)\s*=\s*(?:"(?:[^":]*:)?([^":]+)"|'(?:[^':]*:)?([^':]+)')/g;

const attributeReference = /<(?:[\w.-]+:)?attribute\b[^>]*?\bref\s*=\s*["'](?:([^"':]*):)?([^"':]+)["']/g;

/** Reads the names at first need. */
export function createVocabulary({ documents }: SchemaSet): Vocabulary {
	let names: ReadonlySet<string> | undefined;
	let attributes: readonly ExpandedName[] | undefined;
	const slips = new Map<string, boolean>();
	function known(): ReadonlySet<string> {
		names ??= new Set(
			[...documents.values()].flatMap((text) =>
				[...text.matchAll(declaredName)].map(([, double, single]) => double ?? single ?? ''),
			),
		);
		return names;
	}
	return {
		isKnown: (localName) => known().has(localName),
		isSlip(localName) {
			const before = slips.get(localName);
			if (before !== undefined) {
				return before;
			}
			const isSlip = !known().has(localName) && mostSimilar(localName, [...known()]) !== undefined;
			slips.set(localName, isSlip);
			return isSlip;
		},
		prefixedAttributes: () => (attributes ??= [...documents.values()].flatMap(attributesReferredToIn)),
	};
}

function attributesReferredToIn(text: string): readonly ExpandedName[] {
	const found = new Map<string, ExpandedName>();
	for (const [, prefix = '', localName = ''] of text.matchAll(attributeReference)) {
		const namespace = namespaceOf(prefix, text);
		if (namespace !== undefined) {
			found.set(`${prefix}:${localName}`, { namespace, localName });
		}
	}
	return [...found.values()];
}

function namespaceOf(prefix: string, text: string): string | undefined {
	const declaration = prefix === '' ? '\\bxmlns' : `\\bxmlns:${prefix.replace(/\W/g, '\\$&')}`;
	return new RegExp(`${declaration}\\s*=\\s*["']([^"']+)["']`).exec(text)?.[1];
}
