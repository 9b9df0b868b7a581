import assert from 'node:assert/strict';
import { formatJson } from '../../../src/cli/formats/json';
import type { FormatOptions } from '../../../src/cli/formats/format';
import type { RunReport } from '../../../src/cli/runReport';
import { checked, finding, formatOptions, range, run, wordsOf } from './handmade';

function write(report: RunReport, changes: Partial<FormatOptions> = {}): unknown {
	return JSON.parse([...formatJson(report, formatOptions(changes))].join(''));
}

describe('the JSON format', () => {
	it('is the object of the contract', () => {
		const error = finding('error', range(21, 18, 21, 27), { path: '/a/b' });
		assert.deepEqual(write(run(checked('berichten/a.xml', { findings: [error] }))), {
			version: 1,
			files: [
				{
					file: 'berichten/a.xml',
					kind: 'zaakbericht',
					schema: 'bundled:stuf-zkn-0310',
					findings: [
						{
							code: 'check.out-of-memory',
							severity: 'error',
							message: wordsOf(error).message,
							range: { start: { line: 21, character: 18 }, end: { line: 21, character: 27 } },
							path: '/a/b',
							help: 'docs/findings.md#check.out-of-memory',
						},
					],
				},
			],
			summary: { files: 1, valid: 0, errors: 1, warnings: 0, infos: 0, unknown: 0 },
		});
	});

	it('is an object also when there are no files', () => {
		assert.deepEqual(write(run()), {
			version: 1,
			files: [],
			summary: { files: 0, valid: 0, errors: 0, warnings: 0, infos: 0, unknown: 0 },
		});
	});

	it('counts all findings, and calls a file valid when it has no errors', () => {
		const place = range(0, 0, 0, 0);
		const report = write(
			run(
				checked('a.xml', { findings: [finding('warning', place), finding('info', place)] }),
				checked('b.xml', { findings: [finding('error', place), finding('error', place)] }),
				checked('c.xml', { kind: 'unknown', schema: null }),
			),
			{ selection: { severity: 'error', maxFindings: 1 } },
		) as { readonly summary: unknown };
		assert.deepEqual(report.summary, { files: 3, valid: 2, errors: 2, warnings: 1, infos: 1, unknown: 1 });
	});

	it('shows what weighs enough, at most as many as asked for, and says that there are more', () => {
		const findings = [
			finding('info', range(0, 0, 0, 1)),
			finding('warning', range(1, 0, 1, 1)),
			finding('error', range(2, 0, 2, 1)),
		];
		const shown = (
			severity: 'error' | 'warning' | 'info',
			maxFindings: number,
			truncated = false,
		): unknown => {
			const [file] = (
				write(run(checked('a.xml', { findings, truncated })), { selection: { severity, maxFindings } }) as {
					readonly files: readonly {
						readonly findings: readonly { readonly severity: string }[];
						readonly truncated?: boolean;
					}[];
				}
			).files;
			return [file?.findings.map((one) => one.severity), file?.truncated];
		};
		assert.deepEqual(shown('info', 3), [['info', 'warning', 'error'], undefined]);
		assert.deepEqual(shown('warning', 3), [['warning', 'error'], undefined]);
		assert.deepEqual(shown('error', 1), [['error'], undefined]);
		assert.deepEqual(shown('info', 2), [['info', 'warning'], true]);
		assert.deepEqual(shown('error', 200, true), [['error'], true]);
	});

	it('names the files of related places as the user knows them', () => {
		const place = range(4, 0, 4, 2);
		const report = write(
			run(
				checked('a.xml'),
				checked('b.xml', {
					findings: [
						finding('error', place, {
							related: [
								{ range: range(1, 0, 1, 2) },
								{ file: '/work/a.xml', range: place },
								{ file: '/work/other/c.xml', range: place },
								{ file: '/elsewhere/d.xml', range: place },
							],
						}),
					],
				}),
			),
		) as { readonly files: readonly { readonly findings: readonly { readonly related?: unknown }[] }[] };
		assert.deepEqual(report.files[1]?.findings[0]?.related, [
			{ range: range(1, 0, 1, 2) },
			{ file: 'a.xml', range: place },
			{ file: 'other/c.xml', range: place },
			{ file: '/elsewhere/d.xml', range: place },
		]);
	});

	it('says that the run was stopped', () => {
		const report = write({ files: [checked('a.xml')], cancelled: { total: 9 } }) as {
			readonly cancelled: unknown;
		};
		assert.deepEqual(report.cancelled, { total: 9 });
	});

	it('writes each file on a line of its own', () => {
		const lines = [...formatJson(run(checked('a.xml'), checked('b.xml')), formatOptions())]
			.join('')
			.split('\n');
		assert.deepEqual(
			lines.map((line) => line.slice(0, 15)),
			['{"version":1,"f', '{"file":"a.xml"', '{"file":"b.xml"', '],', '"summary":{"fil', ''],
		);
	});
});
