import type { Finding, RelatedPlace, Span } from '../finding';
import { findingsOf } from '../finding';
import { escaped } from '../xml/escaped';
import type { SchemaError } from './engine';
import { schemaTexts } from './texts';
import type { WrongDeclaration } from './wrongDeclarations';

/** A text in which some parts were replaced, and the way back to the offsets of the original. */
export interface CorrectedText {
	readonly text: string;
	/** The places where a namespace is declared that was probably meant to be another one. */
	readonly findings: readonly Finding[];
	/** The part of the original that a part of the corrected text stands for. */
	readonly original: (span: Span) => Span;
}

const finding = findingsOf(schemaTexts);

/** Makes all that is written with some wrong declarations stand in the namespace that was meant. */
export function correctNamespaces(text: string, wrong: readonly WrongDeclaration[]): CorrectedText {
	let corrected = '';
	let end = 0;
	/** Where each replacement begins, in the original and in the corrected text, and its lengths there. */
	const replaced: { readonly from: Span; readonly to: Span }[] = [];
	for (const { declaration, meant } of wrong) {
		const { valueSpan } = declaration;
		corrected += text.slice(end, valueSpan.start);
		const start = corrected.length;
		corrected += escaped(meant);
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
		findings: findingsAbout(wrong),
		original: (span) => ({ start: originalOffset(span.start), end: originalOffset(span.end) }),
	};
}

/** The corrections after which the schema says no more, of most places, what it said because of them. */
export function thoseThatHelp(
	wrong: readonly WrongDeclaration[],
	remaining: readonly SchemaError[],
): readonly WrongDeclaration[] {
	const left = new Set(remaining.map(keyOf));
	return wrong.filter(
		({ causes }) => 2 * causes.filter((error) => left.has(keyOf(error))).length < causes.length,
	);
}

function keyOf({ code, xpath }: SchemaError): string {
	return `${code} ${xpath}`;
}

/** One finding for all declarations that are wrong in the same way: at the first, with the others as related places. */
function findingsAbout(wrong: readonly WrongDeclaration[]): readonly Finding[] {
	const alike = new Map<string, WrongDeclaration[]>();
	for (const one of wrong) {
		const { declaration, meant, fault } = one;
		// Of an unknown namespace the prefix does not matter.
		const key = JSON.stringify([
			fault,
			fault === 'unknown' ? '' : declaration.name,
			declaration.value,
			meant,
		]);
		const group = alike.get(key) ?? [];
		alike.set(key, group);
		group.push(one);
	}
	return [...alike.values()].flatMap(([first, ...others]) =>
		first === undefined ? [] : [findingAbout(first, others)],
	);
}

function findingAbout(
	{ declaration, meant, fault }: WrongDeclaration,
	others: readonly WrongDeclaration[],
): Finding {
	const { name, value, owner, valueSpan, span } = declaration;
	const related =
		others.length === 0
			? undefined
			: others.map((other): RelatedPlace => ({
					span: fault === 'surrounding' ? other.declaration.span : other.declaration.valueSpan,
				}));
	switch (fault) {
		case 'unknown':
			return finding('schema.namespace-unknown', valueSpan, { namespace: value, meant }, related);
		case 'other':
			return finding(
				'schema.namespace-other',
				valueSpan,
				{ declaration: name, namespace: value, meant },
				related,
			);
		case 'surrounding':
			return finding(
				'schema.namespace-redeclared',
				span,
				{ declaration: `${name}="${value}"`, element: owner.name, namespace: value, meant },
				related,
			);
	}
}
