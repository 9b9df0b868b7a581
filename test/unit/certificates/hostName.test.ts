import assert from 'node:assert/strict';
import { hostNameIn } from '../../../src/certificates/hostName';

describe('The host name in what is given for one', () => {
	for (const [given, expected] of [
		['msh.voorbeeld.nl', 'msh.voorbeeld.nl'],
		[' msh.voorbeeld.nl ', 'msh.voorbeeld.nl'],
		['msh.voorbeeld.nl:8443', 'msh.voorbeeld.nl'],
		['https://msh.voorbeeld.nl/ebms?x=1', 'msh.voorbeeld.nl'],
		['msh.voorbeeld.nl/ebms', 'msh.voorbeeld.nl'],
		['10.0.0.1', '10.0.0.1'],
		['10.0.0.1:443', '10.0.0.1'],
		['2001:db8::1', '2001:db8::1'],
		['[2001:db8::1]:443', '2001:db8::1'],
		['münchen.voorbeeld.nl', 'münchen.voorbeeld.nl'],
		['een naam: geen', 'een naam: geen'],
		['', ''],
	] as const) {
		it(`is "${expected}" for "${given}"`, () => {
			assert.equal(hostNameIn(given), expected);
		});
	}
});
