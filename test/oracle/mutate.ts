import type { Span } from '../../src/finding';
import { parseXml } from '../../src/xml/parse';
import type { XmlAttribute, XmlElement } from '../../src/xml/tree';

/** Gives whole numbers from 0 up to and not including `below`; the same row for the same seed. */
export type Random = (below: number) => number;

/** A small generator of even quality (mulberry32): the corpus must be the same on every machine and every day. */
export function createRandom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

/** A document with one thing changed. */
export interface Mutant {
	/** What was done, and where. */
	readonly name: string;
	readonly text: string;
}

interface Draft {
	readonly text: string;
	readonly pick: <T>(things: readonly T[]) => T | undefined;
	readonly elements: readonly XmlElement[];
	readonly attributes: readonly XmlAttribute[];
	/** Elements that hold text and no elements. */
	readonly leaves: readonly XmlElement[];
}

type Change = (draft: Draft) => { readonly place: string; readonly text: string } | undefined;

/** Values that some type refuses, or all but one. */
const values = [
	'',
	' ',
	'x',
	'0',
	'-1',
	'1.5',
	'true',
	'J',
	'N',
	'é€😀',
	'20250230',
	'20251301',
	'2025',
	'20250101120000123',
	'123456782',
	'Lk01',
	'geenWaarde',
	' spaties eromheen ',
	'regel\nregel',
	'a'.repeat(41),
	'a'.repeat(81),
	'a'.repeat(201),
	'9'.repeat(400),
];

const changes: Readonly<Record<string, Change>> = {
	'delete element': onElement(({ text }, element) => replace(text, element.span, '')),
	'duplicate element': onElement(({ text }, element) => {
		const copy = slice(text, element.span);
		return replace(text, element.span, copy + copy);
	}),
	'swap with the next element': onElement(({ text }, element) => {
		const siblings = elementsIn(element.parent);
		const next = siblings[siblings.indexOf(element) + 1];
		return (
			next &&
			replace(replace(text, next.span, slice(text, element.span)), element.span, slice(text, next.span))
		);
	}),
	'rename element': onElement(({ text }, element) => rename(text, element, `${element.name}X`)),
	'give another element’s name': onElement(({ text, elements, pick }, element) =>
		rename(text, element, pick(elements)?.name ?? ''),
	),
	'move into another element': onElement(({ text, elements, pick }, element) => {
		const target = pick(
			elements.filter(
				({ span, contentSpan }) => span.start < element.span.start && contentSpan.start < element.span.start,
			),
		);
		return (
			target &&
			replace(
				replace(text, element.span, ''),
				{ start: target.contentSpan.start, end: target.contentSpan.start },
				slice(text, element.span),
			)
		);
	}),
	'put in an unknown element': onElement(({ text }, { contentSpan }) =>
		insert(text, contentSpan.end, '<onbekend/>'),
	),
	'put in text': onElement(({ text }, { contentSpan }) => insert(text, contentSpan.start, 'tekst')),
	'put in a comment': onElement(({ text }, { contentSpan }) => insert(text, contentSpan.start, '<!-- - -->')),
	'empty an element': onElement(({ text }, { contentSpan }) => replace(text, contentSpan, '')),
	'undeclare its namespace': onElement(({ text }, { nameSpan }) =>
		insert(text, nameSpan.end, ' xmlns="urn:anders"'),
	),
	'add an unknown attribute': onElement(({ text }, { nameSpan }) =>
		insert(text, nameSpan.end, ' onbekend="1"'),
	),
	'make it nil': onElement(({ text }, { nameSpan }) =>
		insert(text, nameSpan.end, ' xmlns:n="http://www.w3.org/2001/XMLSchema-instance" n:nil="true"'),
	),
	'change value': onLeaf(({ text, pick }, { contentSpan }) => replace(text, contentSpan, pick(values) ?? '')),
	'write value as CDATA': onLeaf(({ text }, { contentSpan }) =>
		replace(text, contentSpan, `<![CDATA[${slice(text, contentSpan)}]]>`),
	),
	'split value by a comment': onLeaf(({ text }, { contentSpan }) =>
		insert(text, Math.floor((contentSpan.start + contentSpan.end) / 2), '<!---->'),
	),
	'drop attribute': onAttribute(({ text }, { span }) => replace(text, span, '')),
	'change attribute': onAttribute(({ text, pick }, { valueSpan }) =>
		replace(text, valueSpan, pick(values) ?? ''),
	),
	'rename attribute': onAttribute(({ text }, { nameSpan }) => insert(text, nameSpan.end, 'X')),
	'repeat attribute': onAttribute(({ text }, { span }) => insert(text, span.end, ` ${slice(text, span)}`)),
	'drop an end tag': onElement(({ text }, { contentSpan, span }) =>
		replace(text, { start: contentSpan.end, end: span.end }, ''),
	),
	'put in a bare ampersand': onLeaf(({ text }, { contentSpan }) => insert(text, contentSpan.start, 'a & b')),
	'put in a control character': onLeaf(({ text }, { contentSpan }) =>
		insert(text, contentSpan.start, '\u0001'),
	),
};

/** Changes one thing in a document. */
export function mutate(text: string, random: Random): Mutant {
	const document = parseXml(text);
	const elements = document.root ? withDescendants(document.root) : [];
	const draft: Draft = {
		text,
		pick: (things) => things[random(things.length)],
		elements,
		attributes: elements.flatMap(({ attributes }) => attributes),
		leaves: elements.filter((element) => elementsIn(element).length === 0),
	};
	const names = Object.keys(changes);
	// A change that fits nowhere in this document (an attribute, where there is none) makes room for another.
	for (;;) {
		const name = draft.pick(names) ?? '';
		const changed = changes[name]?.(draft);
		if (changed && changed.text !== text) {
			return { name: `${name} ${changed.place}`, text: changed.text };
		}
	}
}

function onElement(change: (draft: Draft, element: XmlElement) => string | undefined): Change {
	return on(({ elements }) => elements, change);
}

function onLeaf(change: (draft: Draft, element: XmlElement) => string | undefined): Change {
	return on(({ leaves }) => leaves, change);
}

function onAttribute(change: (draft: Draft, attribute: XmlAttribute) => string | undefined): Change {
	return on(({ attributes }) => attributes, change);
}

function on<T extends { readonly name: string; readonly span: Span }>(
	candidates: (draft: Draft) => readonly T[],
	change: (draft: Draft, target: T) => string | undefined,
): Change {
	return (draft) => {
		const target = draft.pick(candidates(draft));
		const text = target && change(draft, target);
		return target && text !== undefined
			? { place: `${target.name} at ${target.span.start}`, text }
			: undefined;
	};
}

function rename(text: string, element: XmlElement, name: string): string {
	const renamed = element.endNameSpan ? replace(text, element.endNameSpan, name) : text;
	return replace(renamed, element.nameSpan, name);
}

function elementsIn(parent: XmlElement | undefined): readonly XmlElement[] {
	return parent?.children.filter((child) => child.kind === 'element') ?? [];
}

function withDescendants(element: XmlElement): readonly XmlElement[] {
	return [element, ...elementsIn(element).flatMap(withDescendants)];
}

function slice(text: string, { start, end }: Span): string {
	return text.slice(start, end);
}

function replace(text: string, { start, end }: Span, by: string): string {
	return text.slice(0, start) + by + text.slice(end);
}

function insert(text: string, offset: number, words: string): string {
	return replace(text, { start: offset, end: offset }, words);
}
