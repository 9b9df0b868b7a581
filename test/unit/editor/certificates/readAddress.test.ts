import assert from 'node:assert/strict';
import { nameOf } from '../../../../src/editor/certificates/describe/describeEndpoint';
import { readAddress } from '../../../../src/editor/certificates/endpoint/readAddress';

describe('The address of a server to inspect', () => {
	const right: readonly (readonly [typed: string, name: string])[] = [
		['ebms.example.nl', 'ebms.example.nl:443'],
		[' ebms.example.nl:8443 ', 'ebms.example.nl:8443'],
		['https://ebms.example.nl/msh?x=1', 'ebms.example.nl:443'],
		['10.1.2.3:444', '10.1.2.3:444'],
		['::1', '[::1]:443'],
		['2001:DB8::1', '[2001:db8::1]:443'],
		['[2001:db8::1]:8443', '[2001:db8::1]:8443'],
		['bücher.example', 'xn--bcher-kva.example:443'],
	];
	for (const [typed, name] of right) {
		it(`may be written as "${typed}"`, () => {
			const endpoint = readAddress(typed);
			assert.ok(!('fault' in endpoint));
			assert.equal(nameOf(endpoint), name);
		});
	}

	const wrong: readonly (readonly [typed: string, fault: string])[] = [
		['', 'not-a-url'],
		['a b', 'spaces'],
		['ldaps://ebms.example.nl', 'scheme'],
		['https://jan:geheim@ebms.example.nl', 'credentials'],
		['::1::2', 'not-a-url'],
	];
	for (const [typed, fault] of wrong) {
		it(`is not "${typed}"`, () => {
			assert.deepEqual(readAddress(typed), { fault });
		});
	}
});
