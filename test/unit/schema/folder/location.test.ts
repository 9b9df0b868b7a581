import assert from 'node:assert/strict';
import { resolveLocation } from '../../../../src/schema/folder/location';

const cases: readonly (readonly [location: string, expected: string])[] = [
	['ent.xsd', 'inside zkn0310/mutatie/ent.xsd'],
	['./ent.xsd', 'inside zkn0310/mutatie/ent.xsd'],
	['../entiteiten/ent.xsd', 'inside zkn0310/entiteiten/ent.xsd'],
	['../../0301/./x/../stuf.xsd', 'inside 0301/stuf.xsd'],
	['..\\..\\0301\\stuf.xsd', 'inside 0301/stuf.xsd'],
	['sub%20map/a.xsd', 'inside zkn0310/mutatie/sub map/a.xsd'],
	['100%.xsd', 'inside zkn0310/mutatie/100%.xsd'],
	['../../../schemas/0301/stuf.xsd', 'inside 0301/stuf.xsd'],
	['../../../other/stuf.xsd', 'outside'],
	['../../../schemas-old/stuf.xsd', 'outside'],
	['../../..', 'outside'],
	['%2e%2e/%2e%2e/%2e%2e/secret.xsd', 'outside'],
	['/etc/passwd', 'outside'],
	['//host/share/a.xsd', 'outside'],
	['\\\\host\\share\\a.xsd', 'outside'],
	['C:\\schemas\\a.xsd', 'outside'],
	['file:///data/schemas/0301/stuf.xsd', 'outside'],
	['http://www.egem.nl/StUF/0301/stuf0301.xsd', 'remote stuf0301.xsd'],
	['HTTPS://www.egem.nl/stuf0301.xsd?version=2#top', 'remote stuf0301.xsd'],
	['ftp://host/a.xsd', 'remote a.xsd'],
];

describe('the place of a schemaLocation', () => {
	for (const [location, expected] of cases) {
		it(`${location} is ${expected}`, () => {
			const found = resolveLocation('/data/schemas', 'zkn0310/mutatie/msg.xsd', location);
			const said = { inside: 'name', remote: 'fileName', outside: '' }[found.kind];
			assert.equal(
				[found.kind, ...Object.entries(found).flatMap(([key, value]) => (key === said ? [value] : []))].join(
					' ',
				),
				expected,
			);
		});
	}

	it('is understood on Windows too', () => {
		assert.deepEqual(resolveLocation('C:\\data\\schemas\\', 'a/msg.xsd', '../b/ent.xsd'), {
			kind: 'inside',
			name: 'b/ent.xsd',
		});
	});
});
