import assert from 'node:assert/strict';
import { copyNameOf } from '../../../../src/editor/certificates/view/copyName';
import type { GroupModel, RowModel } from '../../../../src/editor/certificates/view/model';

const row = (label: string, value: string): RowModel => ({ label, value, note: null, isCode: false });

describe('The names of the buttons that copy a row', () => {
	const groups: readonly GroupModel[] = [
		{
			heading: 'Houder',
			rows: [row('Naam (CN)', 'Gemeente Voorbeeld'), row('Hele naam', 'CN=Gemeente Voorbeeld')],
		},
		{ heading: 'Uitgever', rows: [row('Hele naam', 'CN=KPN')] },
		{ heading: 'Gebruik', rows: [row('Domeinnaam (SAN)', 'a.nl'), row('Domeinnaam (SAN)', 'b.nl')] },
	];

	it('are its label, and where more rows have that its heading or its value besides', () => {
		assert.deepEqual(
			groups.flatMap(({ heading, rows }) => rows.map((one) => copyNameOf(one, heading, groups))),
			[
				'Naam (CN)',
				'Hele naam (Houder)',
				'Hele naam (Uitgever)',
				'Domeinnaam (SAN) (a.nl)',
				'Domeinnaam (SAN) (b.nl)',
			],
		);
	});
});
