import assert from 'node:assert/strict';
import { expandEntities } from '../../../src/xml/expandEntities';
import { parseXml } from '../../../src/xml/parse';

/** What becomes of the content of an element, with these declarations before it. */
function expanded(declarations: string, content: string): string {
	const before = `<!DOCTYPE a [${declarations}]>`;
	const result = expandEntities(parseXml(`${before}${content}`));
	assert.ok(result.startsWith(before), 'The DOCTYPE stays as it is.');
	return result.slice(before.length);
}

describe('Entities that a DOCTYPE declares', () => {
	const cases: readonly (readonly [what: string, declarations: string, content: string, result: string])[] = [
		['are put in their places', "<!ENTITY x 'y'>", '<a b="&x;1">&x;</a>', '<a b="y1">y</a>'],
		['count as declared first', "<!ENTITY x 'y'><!ENTITY x 'z'>", '<a>&x;</a>', '<a>y</a>'],
		['may hold one another', "<!ENTITY x '&y;!'><!ENTITY y 'z'>", '<a>&x;</a>', '<a>z!</a>'],
		['may hold elements', '<!ENTITY x \'<b c="d"/>\'>', '<a>&x;</a>', '<a><b c="d"/></a>'],
		['do not end an attribute', "<!ENTITY x 'a\"b'>", '<a b="&x;"/>', '<a b="a&quot;b"/>'],
		['leave the lines what they were', "<!ENTITY x 'y\nz'>", '<a>&x;\n</a>', '<a>y z\n</a>'],
		['leave other references', "<!ENTITY x 'y'>", '<a>&amp;&#38;&z;</a>', '<a>&amp;&#38;&z;</a>'],
		['in another file stay', '<!ENTITY x SYSTEM "x.xml">', '<a>&x;</a>', '<a>&x;</a>'],
	];
	for (const [what, declarations, content, result] of cases) {
		it(what, () => {
			assert.equal(expanded(declarations, content), result);
		});
	}

	it('are not followed for ever', () => {
		assert.equal(expanded("<!ENTITY x '&x;'>", '<a>&x;</a>'), '<a>&x;</a>');
		const billionLaughs = Array.from(
			{ length: 12 },
			(_, n) => `<!ENTITY x${String(n)} '${n === 0 ? 'ha' : `&x${String(n - 1)};`.repeat(10)}'>`,
		).join('');
		const length = expanded(billionLaughs, '<a>&x11;</a>').length;
		assert.ok(length < 12_000_000, `${String(length)} characters`);
	});
});
