import type { Span } from '../finding';
import { elementNamed } from '../schema/repairSteps';
import type { Translate } from '../text';
import { addAttribute } from '../xml/edits';
import type { Fault, Repair } from '../xml/repair';
import { writeAs } from '../xml/repairs';

/**
 * Writes what it has to be in place of what was found; nothing when something else stands there, as where what was found is
 * that it is missing.
 */
export function replacing(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	found: string,
	right: string,
	t: Translate,
): readonly Repair[] {
	return found === '' || right === '' || textAt(document.text, span) !== found
		? []
		: [writeAs(span, right, t)];
}

/** Makes `https` of the `http` that stands there. */
export function withHttps(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	t: Translate,
): readonly Repair[] {
	return textAt(document.text, span).toLowerCase() === 'http' ? [writeAs(span, 'https', t)] : [];
}

/** Adds an attribute to the element whose name stands there, with the prefix of that element. */
export function addingAttribute(
	{ document, span }: Pick<Fault<unknown>, 'document' | 'span'>,
	localName: string,
	value: string,
	t: Translate,
): readonly Repair[] {
	const element = elementNamed(document, span);
	// Without prefix an attribute is in no namespace, unlike its element.
	if (element === undefined || element.prefix === '') {
		return [];
	}
	const name = `${element.prefix}:${localName}`;
	return [{ title: t('Add {0}', `${name}="${value}"`), edits: [addAttribute(element, name, value)] }];
}

function textAt(text: string, { start, end }: Span): string {
	return text.slice(start, end);
}
