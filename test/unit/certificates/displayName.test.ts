import assert from 'node:assert/strict';
import { displayNameOf } from '../../../src/certificates/displayName';
import { printable } from '../../../src/printable';
import { issue } from './pki/issue';
import { makePki } from './pki/makePki';

const { g1 } = makePki();

describe('The name to show of a certificate', () => {
	for (const [about, subject, expected] of [
		[
			'is its common name',
			[
				['O', 'Gemeente Voorbeeld'],
				['CN', 'msh.voorbeeld.nl'],
			],
			'msh.voorbeeld.nl',
		],
		['is its whole name without one', [['O', 'Gemeente Voorbeeld']], 'O=Gemeente Voorbeeld'],
		[
			'is its whole name with an empty one',
			[
				['O', 'Gemeente Voorbeeld'],
				['CN', ' '],
			],
			'O=Gemeente Voorbeeld, CN=\\ ',
		],
		['has nothing that steers a terminal', [['CN', '\u001B[2Jgoed\r\n']], '\\u{1b}[2Jgoed'],
		['has nothing that turns text around', [['CN', '\u202Eln.daalbrof']], '\\u{202e}ln.daalbrof'],
	] as const) {
		it(about, () => {
			const { certificate } = issue('self', { ...g1.leaf().spec, subject }, 'rsa-sha256');
			assert.equal(displayNameOf(certificate.subject), expected);
		});
	}

	it('leaves letters of all languages alone', () => {
		const name = 'Súdwest-Fryslân 東京 עיר';
		assert.equal(printable(name), name);
	});
});
