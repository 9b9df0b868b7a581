import type { Finding } from '../../finding';
import { childByLocalName } from '../byLocalName';
import type { Rule } from '../kind';
import { readValue } from '../value';
import { kindsOfCode, similarCode } from './codes';
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
	];
};

/** StUF 03.01 §4.4.3: the codes of a sector model begin with its code; which there are, only the sector model tells. */
function isOfSectorModel(code: string): boolean {
	return /^[A-Za-z]+\d+$/.test(code) && !/^stuf/i.test(code);
}

export const stufAntwoordRules: readonly Rule[] = [checkCode];
