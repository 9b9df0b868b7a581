import assert from 'node:assert/strict';
import { withOwnNames } from '../../../src/editor/ping/connectionNames';
import { createTranslate } from '../../../src/text';

const named = (...names: readonly string[]): ReturnType<typeof withOwnNames> =>
	withOwnNames(
		names.map((name) => ({ name })),
		createTranslate(() => 'en'),
	);

describe('Connections with one name', () => {
	it('stay as they are when their names differ', () => {
		assert.deepEqual(named('A', 'a', 'B'), [{ name: 'A' }, { name: 'a' }, { name: 'B' }]);
	});

	it('are told apart by a number, and only the first can be used', () => {
		const complaint = 'Another connection is called A too: give this one a name of its own.';
		assert.deepEqual(named('A', 'A', 'A (2)', 'A'), [
			{ name: 'A' },
			{ name: 'A (3)', complaint },
			{ name: 'A (2)' },
			{ name: 'A (4)', complaint },
		]);
	});
});
