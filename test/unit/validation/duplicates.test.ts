import assert from 'node:assert/strict';
import { findDuplicates } from '../../../src/validation/duplicates';
import type { LocatedKey } from '../../../src/validation/report';

function key(value: string, content: string, line: number): LocatedKey {
	return {
		code: 'zaakbericht.reference-duplicate',
		key: value,
		content,
		span: { start: line, end: line + 1 },
		range: { start: { line, character: 0 }, end: { line, character: 1 } },
		path: null,
		data: { reference: value },
	};
}

describe('Values that may occur once in a run', () => {
	it('are told at every later file, with the first as the related place', () => {
		const found = findDuplicates([
			{ file: '/a.xml', report: { keys: [key('x', 'one', 3)] } },
			{ file: '/b.xml', report: { keys: [key('x', 'two', 5), key('y', 'two', 6)] } },
			{ file: '/c.xml', report: { keys: [key('x', 'three', 7)] } },
		]);
		assert.deepEqual([...found.keys()], ['/b.xml', '/c.xml']);
		assert.deepEqual(found.get('/b.xml'), [
			{
				code: 'zaakbericht.reference-duplicate',
				severity: 'error',
				span: { start: 5, end: 6 },
				range: { start: { line: 5, character: 0 }, end: { line: 5, character: 1 } },
				path: null,
				data: { reference: 'x' },
				related: [
					{ file: '/a.xml', range: { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } } },
				],
			},
		]);
	});

	it('may be repeated by the same message, which StUF lets a sender send again', () => {
		assert.equal(
			findDuplicates([
				{ file: '/a.xml', report: { keys: [key('x', 'one', 3)] } },
				{ file: '/b.xml', report: { keys: [key('x', 'one', 3)] } },
			]).size,
			0,
		);
	});

	it('clash within one file too', () => {
		const found = findDuplicates([
			{ file: '/a.xml', report: { keys: [key('x', 'one', 1), key('x', 'two', 2)] } },
		]);
		assert.equal(found.get('/a.xml')?.[0]?.range.start.line, 2);
	});

	it('weigh as their code does', () => {
		const cpa = (content: string): LocatedKey => ({
			...key('x', content, 1),
			code: 'cpa.id-duplicate',
			data: { cpaId: 'x' },
		});
		const found = findDuplicates([
			{ file: '/a.xml', report: { keys: [cpa('one')] } },
			{ file: '/b.xml', report: { keys: [cpa('two')] } },
		]);
		assert.deepEqual(
			found.get('/b.xml')?.map(({ code, severity }) => [code, severity]),
			[['cpa.id-duplicate', 'warning']],
		);
	});
});
