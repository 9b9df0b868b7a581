import type { Span } from '../finding';

/**
 * The values to fill in of the two examples in the manual (Handleiding Aansluiten Lopende Zaken §4.4.4 and §4.4.5),
 * without their square brackets.
 */
const manualNames: ReadonlySet<string> = new Set([
	'uw_organisatie_naam',
	'uw_oin',
	'uw_endpoint_voor_lopendezaken_koppeling',
	'uw_client_certificaat_data',
	'uw_server_certificaat_data',
	'uw_oin/PartyID',
	'lz_oin/PartyID',
	'CPA_ID_tussen_uw_organisatie_en_BB',
]);

/** A whole value between square brackets, as the manual writes what is to be filled in: by a name, not a number. */
const bracketed = /^\[([^[\]]+)\]$/;
const number = /^[\d\s]+$/;
/** A name that only a template has, anywhere in a value that is filled in by halves: `[uw_oin]_T`. */
const templateName = /\[(?:uw|lz|CPA_ID)_[^[\]\s]*\]/;
/** What may stand between brackets in running text is left alone, unless it looks like the name of a value. */
const nameLike = /^[^\s]*_[^\s]*$/;

/** Every value that is still to be filled in has one of these somewhere: most messages have none at all. */
const traces = ['[', '_'] as const;

/**
 * Looks through a part of a text for what may be a placeholder, much faster than value by value.
 *
 * @returns The offsets in the text, ascending.
 */
export function placeholderTraces(text: string, { start, end }: Span): readonly number[] {
	const part = text.slice(start, end);
	const found: number[] = [];
	for (const trace of traces) {
		for (let at = part.indexOf(trace); at !== -1; at = part.indexOf(trace, at + 1)) {
			found.push(start + at);
		}
	}
	return found.sort((one, other) => one - other);
}

/**
 * Finds what is still to be filled in.
 *
 * @param value Without blanks around it.
 * @param isProse The value is running text, in which brackets are ordinary punctuation: `[ingetrokken]`.
 * @returns The part of `value`; `undefined` when the value is filled in.
 */
export function findPlaceholder(value: string, isProse: boolean): Span | undefined {
	if (!traces.some((trace) => value.includes(trace))) {
		return undefined;
	}
	const inside = bracketed.exec(value)?.[1];
	const isName = inside !== undefined && (isProse ? nameLike.test(inside) : !number.test(inside));
	if (manualNames.has(value) || isName) {
		return { start: 0, end: value.length };
	}
	const name = value.includes('[') ? templateName.exec(value) : null;
	return name === null ? undefined : { start: name.index, end: name.index + name[0].length };
}
