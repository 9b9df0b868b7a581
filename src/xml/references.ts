import { isLegalCodePoint, isNameCharacter, isNameStart } from './characters';

/** Entities that need no declaration (XML 1.0 §4.6). */
const predefined: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
]);

/** The number in `#233` or `#xE9`; `undefined` when it is not written as XML 1.0 §4.1 says, or no legal character. */
function codePointOf(body: string): number | undefined {
	const digits = /^#(?:x([0-9A-Fa-f]+)|([0-9]+))$/.exec(body);
	if (digits === null) {
		return undefined;
	}
	const codePoint =
		digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 10) : Number.parseInt(digits[1], 16);
	return isLegalCodePoint(codePoint) ? codePoint : undefined;
}

/** Resolves references; those that cannot be resolved, or only by a DOCTYPE, stay as they are written. */
function resolveReferences(raw: string): string {
	return raw.includes('&')
		? raw.replace(/&([^;&\s]+);/g, (reference, body: string) => {
				if (!body.startsWith('#')) {
					return predefined.get(body) ?? reference;
				}
				const codePoint = codePointOf(body);
				return codePoint === undefined ? reference : String.fromCodePoint(codePoint);
			})
		: raw;
}

/** XML 1.0 §2.11: what an application sees of the line ends. */
export function normaliseLineEnds(raw: string): string {
	return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** The text that this source text stands for. */
export function characterValue(raw: string): string {
	return resolveReferences(normaliseLineEnds(raw));
}

const blanks = /[\r\n\t]/;

/** The value that this source text between quotation marks stands for (XML 1.0 §3.3.3, for type CDATA). */
export function attributeValue(raw: string): string {
	return resolveReferences(blanks.test(raw) ? raw.replace(/\r\n|[\r\n\t]/g, ' ') : raw);
}

/** What is wrong with an `&`. */
export type ReferenceFault =
	'xml.bare-ampersand' | 'xml.unknown-entity' | 'xml.character-reference' | 'xml.reference-unfinished';

export interface ReadReference {
	/** Where it ends; for a bare `&` just after it. */
	readonly end: number;
	/** The name of the entity; `''` for a character. */
	readonly entity: string;
	readonly fault: ReferenceFault | undefined;
}

const semicolon = 0x3b;
const numberSign = 0x23;

/**
 * Reads the reference that the `&` at `start` begins.
 *
 * @param limit Where the text that it stands in ends.
 * @param isDeclared Whether a DOCTYPE declares (or may declare) this entity.
 */
export function readReference(
	text: string,
	start: number,
	limit: number,
	isDeclared: (entity: string) => boolean,
): ReadReference {
	const first = text.charCodeAt(start + 1);
	const isNumber = first === numberSign;
	let end = start + (isNumber ? 2 : 1);
	if (isNumber || isNameStart(first)) {
		while (end < limit && isNameCharacter(text.charCodeAt(end))) {
			end++;
		}
	}
	const body = text.slice(start + 1, end);
	const isClosed = end < limit && text.charCodeAt(end) === semicolon;
	const isKnown = isNumber
		? codePointOf(body) !== undefined
		: body !== '' && (predefined.has(body) || isDeclared(body));
	if (isClosed && body !== '') {
		return {
			end: end + 1,
			entity: isNumber ? '' : body,
			fault: isKnown ? undefined : isNumber ? 'xml.character-reference' : 'xml.unknown-entity',
		};
	}
	return isKnown
		? { end, entity: '', fault: 'xml.reference-unfinished' }
		: { end: start + 1, entity: '', fault: 'xml.bare-ampersand' };
}
