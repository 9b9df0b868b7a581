import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { formatSarif } from '../../../src/cli/formats/sarif';
import type { FormatOptions } from '../../../src/cli/formats/format';
import type { RunReport } from '../../../src/cli/runReport';
import { allTexts } from '../../../src/validation/explain';
import { checked, finding, formatOptions, range, run, wordsOf } from './handmade';

interface Sarif {
	readonly $schema: string;
	readonly version: string;
	readonly runs: readonly [SarifRun];
}

interface SarifRun {
	readonly columnKind: string;
	readonly language: string;
	readonly tool: {
		readonly driver: { readonly name: string; readonly rules: readonly Record<string, unknown>[] };
	};
	readonly results: readonly Record<string, unknown>[];
	readonly artifacts: readonly { readonly location: { readonly uri: string; readonly uriBaseId?: string } }[];
	readonly originalUriBaseIds: unknown;
	readonly invocations: readonly Record<string, unknown>[];
}

function write(report: RunReport, changes: Partial<FormatOptions> = {}): Sarif {
	return JSON.parse([...formatSarif(report, formatOptions(changes))].join('')) as Sarif;
}

describe('the SARIF format', () => {
	it('is a log of one run with all that SARIF 2.1.0 requires', () => {
		const log = write(run(checked('a.xml')));
		assert.equal(log.version, '2.1.0');
		assert.equal(
			log.$schema,
			'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
		);
		assert.equal(log.runs.length, 1);
		const [only] = log.runs;
		assert.deepEqual(
			[only.columnKind, only.language, only.results, only.tool.driver],
			[
				'utf16CodeUnits',
				'en',
				[],
				{ name: 'lopende-zaken', version: '1.2.3', semanticVersion: '1.2.3', language: 'en', rules: [] },
			],
		);
		assert.deepEqual(only.originalUriBaseIds, { SRCROOT: { uri: `${pathToFileURL('/work').href}/` } });
	});

	it('places a result with 1-based lines and columns', () => {
		const warning = finding('warning', range(0, 0, 2, 5), { path: '/a/b', code: 'check.too-large' });
		const [only] = write(run(checked('first.xml'), checked('a.xml', { findings: [warning] }))).runs;
		assert.deepEqual(only.results, [
			{
				ruleId: 'check.too-large',
				ruleIndex: 0,
				level: 'warning',
				message: { text: wordsOf(warning).message },
				locations: [
					{
						physicalLocation: {
							artifactLocation: { uri: 'a.xml', uriBaseId: 'SRCROOT', index: 1 },
							region: { startLine: 1, startColumn: 1, endLine: 3, endColumn: 6 },
						},
						logicalLocations: [{ fullyQualifiedName: '/a/b', kind: 'element' }],
					},
				],
			},
		]);
	});

	it('gives each broken rule once, with its explanation', () => {
		const place = range(0, 0, 0, 1);
		const [only] = write(
			run(
				checked('a.xml', {
					findings: [finding('info', place), finding('error', place, { code: 'check.too-large' })],
				}),
				checked('b.xml', { findings: [finding('error', place)] }),
			),
		).runs;
		assert.deepEqual(
			only.results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level]),
			[
				['check.out-of-memory', 0, 'note'],
				['check.too-large', 1, 'error'],
				['check.out-of-memory', 0, 'error'],
			],
		);
		const about = allTexts.get('check.out-of-memory')?.about;
		assert.deepEqual(only.tool.driver.rules[0], {
			id: 'check.out-of-memory',
			shortDescription: { text: 'The engine ran out of memory on this file and was started afresh.' },
			fullDescription: { text: about },
			helpUri: `${pathToFileURL('/product/docs/findings.md').href}#check.out-of-memory`,
			defaultConfiguration: { level: 'error' },
		});
		assert.equal(only.tool.driver.rules.length, 2);
	});

	it('writes related places with ids of their own', () => {
		const place = range(0, 0, 0, 1);
		const [only] = write(
			run(
				checked('a.xml'),
				checked('b.xml', {
					findings: [
						finding('error', place, { related: [{ range: place }, { file: '/work/a.xml', range: place }] }),
					],
				}),
			),
		).runs;
		const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
		assert.deepEqual(only.results[0]?.['relatedLocations'], [
			{
				id: 0,
				physicalLocation: { artifactLocation: { uri: 'b.xml', uriBaseId: 'SRCROOT', index: 1 }, region },
				message: { text: 'See also here.' },
			},
			{
				id: 1,
				physicalLocation: { artifactLocation: { uri: 'a.xml', uriBaseId: 'SRCROOT', index: 0 }, region },
				message: { text: 'See also here.' },
			},
		]);
	});

	it('writes paths as URIs: encoded, relative below the working folder, absolute elsewhere', () => {
		const [only] = write(
			run(
				checked('map één/a b#1%.xml'),
				checked('../up.xml', {}, '/up.xml'),
				checked('..hidden.xml'),
				checked('<stdin>', {}, null),
			),
		).runs;
		assert.deepEqual(
			only.artifacts.map(({ location }) => location),
			[
				{ uri: 'map%20%C3%A9%C3%A9n/a%20b%231%25.xml', uriBaseId: 'SRCROOT' },
				{ uri: pathToFileURL('/up.xml').href },
				{ uri: '..hidden.xml', uriBaseId: 'SRCROOT' },
				{ uri: '%3Cstdin%3E' },
			],
		);
	});

	it('tells what was not checked as notifications', () => {
		const [only] = write({
			files: [checked('a.xml', { kind: 'unknown', schema: null })],
			cancelled: { total: 3 },
		}).runs;
		assert.deepEqual(only.invocations, [
			{
				executionSuccessful: false,
				toolExecutionNotifications: [
					{ level: 'note', message: { text: 'Stopped before the end: 1 of 3 files were checked.' } },
					{
						level: 'note',
						message: {
							text: 'One file is no kind of document that this program knows: only its XML was checked.',
						},
					},
				],
			},
		]);
	});
});
