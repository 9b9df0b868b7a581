import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cpa } from '../../../../src/documents/cpa/agreement';
import { findCpa } from '../../../../src/documents/cpa/findCpa';
import { parseXml } from '../../../../src/xml/parse';
import { change } from '../marked';

/** Reads a CPA of `test/fixtures/messages/valid`. */
export function readFixture(name: string): string {
	return readFileSync(join(process.cwd(), 'test/fixtures/messages/valid', `${name}.xml`), 'utf8');
}

/** A CPA with nothing wrong: party A sends `stuurZaakbericht`, party B `stuurAntwoord`. */
export const agreement = readFixture('cpa');

export function cpaOf(text: string): Cpa {
	return findCpa(parseXml(text)) ?? assert.fail('it is a CPA');
}

/** Changes the CPA inside one PartyInfo, in which each part has to be there exactly once. */
export function changeParty(
	party: 'A' | 'B',
	...changes: readonly (readonly [from: string, to: string])[]
): string {
	const starts = [...agreement.matchAll(/\t<tp:PartyInfo /g)].map(({ index }) => index);
	const ends = [...agreement.matchAll(/<\/tp:PartyInfo>/g)].map(({ index }) => index);
	const which = party === 'A' ? 0 : 1;
	const [start = 0, end = 0] = [starts[which], ends[which]];
	return agreement.slice(0, start) + change(agreement.slice(start, end), ...changes) + agreement.slice(end);
}

/** Changes whether the receiver has to acknowledge. */
export const ack = (value: string): readonly [string, string] => [
	'ackRequested="always"',
	`ackRequested="${value}"`,
];

/** Changes whether duplicates are eliminated. */
export const elimination = (value: string): readonly [string, string] => [
	'duplicateElimination="always"',
	`duplicateElimination="${value}"`,
];
