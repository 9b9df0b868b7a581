import { parseXml } from '../../../src/xml/parse';
import type { XmlAttribute, XmlElement } from '../../../src/xml/tree';

/** A text with one thing wrong. */
export interface Slip {
	readonly name: string;
	readonly text: string;
	/** What was changed to make it. */
	readonly edits: readonly Edit[];
}

/** Replacements that do not overlap, in the order of the text. */
type Edit = readonly [start: number, end: number, replacement: string];

/** Every slip of the pen that one can make in the elements and attributes of a document, one at a time. */
export function slipsOf(text: string): readonly Slip[] {
	const { root } = parseXml(text);
	return root === undefined
		? []
		: [...elementsFrom(root)]
				.flatMap((element) => [
					...slipsOfElement(element, text),
					...element.attributes.flatMap(slipsOfAttribute),
				])
				.map(([name, edits]) => ({ name, text: applied(text, edits), edits }))
				.filter((slip) => slip.text !== text);
}

type Slipped = readonly [name: string, edits: readonly Edit[]];

function slipsOfElement(element: XmlElement, text: string): readonly Slipped[] {
	const { name, prefix, localName, parent, span, contentSpan, endNameSpan, nameSpan } = element;
	const written = text.slice(span.start, span.end);
	const renamed = (newName: string): readonly Edit[] => [
		[nameSpan.start, nameSpan.end, newName],
		...(endNameSpan ? [[endNameSpan.start, endNameSpan.end, newName] as const] : []),
	];
	const withPrefix = prefix === '' ? '' : `${prefix}:`;
	const isLeaf = !element.markup.some(({ kind }) => kind === 'element');
	const values = isLeaf && endNameSpan !== undefined ? ['', 'X', '   ', '99999999999999999999999'] : [];
	return [
		...(parent === undefined
			? []
			: [
					[`without ${name}`, [[span.start, span.end, '']]] as const,
					[`${name} twice`, [[span.end, span.end, written]]] as const,
				]),
		[`${name} misspelt`, renamed(withPrefix + misspelt(localName))],
		[`${name} called onzin`, renamed(`${withPrefix}onzin`)],
		[`${name} without prefix`, renamed(localName)],
		...values.map((value): Slipped => [
			`${name} is "${value}"`,
			[[contentSpan.start, contentSpan.end, value]],
		]),
	];
}

function slipsOfAttribute({ name, owner, span, nameSpan, valueSpan }: XmlAttribute): readonly Slipped[] {
	const place = `${owner.name}/@${name}`;
	return [
		[`without ${place}`, [[span.start, span.end, '']]],
		[`${place} is onzin`, [[valueSpan.start, valueSpan.end, 'onzin']]],
		[`${place} is empty`, [[valueSpan.start, valueSpan.end, '']]],
		...(name.startsWith('xmlns')
			? []
			: [[`${place} misspelt`, [[nameSpan.start, nameSpan.end, misspelt(name)]]] as const]),
	];
}

function misspelt(name: string): string {
	return name.slice(0, -2) + name.slice(-1);
}

/** A text with these changes made, which are in order. */
export function applied(text: string, edits: readonly Edit[]): string {
	return edits.reduceRight(
		(result, [start, end, replacement]) => result.slice(0, start) + replacement + result.slice(end),
		text,
	);
}

function* elementsFrom(element: XmlElement): Generator<XmlElement> {
	yield element;
	for (const child of element.markup) {
		if (child.kind === 'element') {
			yield* elementsFrom(child);
		}
	}
}
