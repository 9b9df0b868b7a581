import type { Finding } from '../../finding';
import type { XmlElement } from '../../xml/tree';
import { childByLocalName } from '../byLocalName';
import type { Rule } from '../kind';
import { readValue } from '../value';
import { kindsOfCode, placeOfCode, similarCode } from './codes';
import { antwoordFinding } from './texts';

/** The code of a fault message, by StUF 03.01 tables 4.1, 5.8 and 8.1. */
const checkCode: Rule = ({ root }): readonly Finding[] => {
	const found = /^(Fo0[123])Bericht$/.exec(root.localName)?.[1];
	const value = readValue(childByLocalName(childByLocalName(root, 'body'), 'code'));
	if (found === undefined || value.kind !== 'text') {
		return [];
	}
	const { text: code, span } = value;
	const allowed = kindsOfCode(code);
	if (allowed === undefined) {
		return isOfSectorModel(code)
			? []
			: [antwoordFinding('stuf-antwoord.unknown-code', span, { code, similar: similarCode(code) ?? '' })];
	}
	return [
		...(allowed.some((kind) => kind === found)
			? []
			: [antwoordFinding('stuf-antwoord.code-kind', span, { code, found, allowed })]),
		antwoordFinding('stuf-antwoord.code-explained', span, { code }),
		...wrongPlace(root, code),
	];
};

/** The tables give each code its `plek`; what else may stand there, the schema says. */
function wrongPlace(root: XmlElement, code: string): readonly Finding[] {
	const place = readValue(childByLocalName(childByLocalName(root, 'body'), 'plek'));
	const expected = placeOfCode(code);
	return place.kind === 'text' &&
		(place.text === 'client' || place.text === 'server') &&
		expected !== undefined &&
		place.text !== expected
		? [antwoordFinding('stuf-antwoord.code-place', place.span, { code, found: place.text, expected })]
		: [];
}

/** StUF 03.01 §4.4.3: the codes of a sector model begin with its code; which there are, only the sector model tells. */
function isOfSectorModel(code: string): boolean {
	return /^[A-Za-z]+\d+$/.test(code) && !/^stuf/i.test(code);
}

export const stufAntwoordRules: readonly Rule[] = [checkCode];
