import assert from 'node:assert/strict';
import { createColors } from 'picocolors';
import { formatText } from '../../../src/cli/formats/text';
import type { FormatOptions } from '../../../src/cli/formats/format';
import type { RunReport } from '../../../src/cli/runReport';
import { createTranslate } from '../../../src/text';
import type { LocatedFinding } from '../../../src/validation/report';
import { checked, finding, formatOptions, range, run, wordsOf } from './handmade';

function write(report: RunReport, changes: Partial<FormatOptions> = {}): string {
	return [...formatText(report, formatOptions(changes))].join('');
}

const own =
	'Checked against schemas of this program itself (bundled:), not those of Logius; name the folder of the official schemas with --schemas.\n';

describe('the text format', () => {
	it('shows the findings of each file, 1-based and in columns', () => {
		const error = finding('error', range(99, 8, 99, 9));
		const warning = finding('warning', range(0, 0, 0, 1), {
			code: 'check.too-large',
			related: [{ range: range(2, 3, 2, 4) }, { file: '/work/a.xml', range: range(4, 0, 4, 1) }],
		});
		const tail = (made: typeof error): string => `${wordsOf(made).cure} [${wordsOf(made).source}]`;
		assert.equal(
			write(run(checked('a.xml'), checked('b.xml', { findings: [warning, error] }))),
			`a.xml  in order  zaakbericht, schema bundled:stuf-zkn-0310
b.xml  with errors  zaakbericht, schema bundled:stuf-zkn-0310
    1:1  warning  ${wordsOf(warning).problem}  check.too-large
                  ${tail(warning)}
                  See also b.xml:3:4.
                  See also a.xml:5:1.
  100:9  error    ${wordsOf(error).problem}  check.out-of-memory
                  ${tail(error)}

2 files checked: 1 in order, 1 with errors (1 error, 1 warning).
${own}`,
		);
	});

	it('cannot be steered by the name of a file or by what is in it', () => {
		const quoting: LocatedFinding = {
			...finding('error', range(0, 0, 0, 1), {
				related: [{ file: '/work/new\nline.xml', range: range(0, 0, 0, 1) }],
			}),
			code: 'zaakbericht.time-impossible',
			data: { value: 'a\u009b2Jb\u202ec', fault: 'not-digits', meant: '' },
		};
		const written = write(run(checked('\u001b[2J.xml', { findings: [quoting] })));
		assert.match(written, /^\\u\{1b\}\[2J\.xml {2}with errors/);
		assert.match(written, /a\\u\{9b\}2Jb\\u\{202e\}c/);
		assert.match(written, /See also new\\u\{a\}line\.xml:1:1\./);
		assert.doesNotMatch(written, /[^\P{Cc}\n]|\p{Bidi_Control}/u);
	});

	it('is silent about files in order when there are many', () => {
		const files = Array.from({ length: 21 }, (_, index) =>
			checked(`${index}.xml`, { schema: 'folder:/x.xsd' }),
		);
		assert.equal(write(run(...files)), '21 files checked: 21 in order.\n');
	});

	const place = range(0, 0, 0, 1);
	const summaries: readonly (readonly [title: string, report: RunReport, english: string, dutch: string])[] =
		[
			['nothing', run(), '0 files checked.', '0 bestanden gecontroleerd.'],
			[
				'one good file',
				run(checked('a.xml')),
				'1 file checked: 1 in order.',
				'1 bestand gecontroleerd: 1 in orde.',
			],
			[
				'one bad file',
				run(checked('a.xml', { findings: [finding('error', place), finding('error', place)] })),
				'1 file checked: 1 with errors (2 errors).',
				'1 bestand gecontroleerd: 1 met fouten (2 fouten).',
			],
			[
				'good and bad files',
				run(
					checked('a.xml', { findings: [finding('info', place), finding('info', place)] }),
					checked('b.xml', { findings: [finding('error', place), finding('warning', place)] }),
				),
				'2 files checked: 1 in order, 1 with errors (1 error, 1 warning, 2 remarks).',
				'2 bestanden gecontroleerd: 1 in orde, 1 met fouten (1 fout, 1 waarschuwing, 2 opmerkingen).',
			],
		];
	for (const [title, report, english, dutch] of summaries) {
		it(`sums up ${title}`, () => {
			assert.ok(write(report).split('\n').includes(english));
			assert.ok(
				write(report, { t: createTranslate(() => 'nl') })
					.split('\n')
					.includes(dutch),
			);
		});
	}

	it('says what was left out or not checked', () => {
		const findings = [finding('error', place), finding('error', place)];
		const text = write(
			{
				files: [
					checked('a.xml', { schema: null, findings }),
					checked('b.xml', { kind: 'unknown', schema: null }),
					checked('c.xml', { kind: 'unknown', schema: null }),
					checked('gone.xml', {
						kind: 'unknown',
						schema: null,
						findings: [finding('error', place, { code: 'check.too-large' })],
					}),
				],
				cancelled: { total: 7 },
			},
			{ selection: { severity: 'info', maxFindings: 1 } },
		);
		assert.ok(text.includes('  There are more findings in this file.\n'));
		assert.equal(
			text.slice(text.indexOf('4 files checked')),
			`4 files checked: 2 in order, 2 with errors (3 errors).
Stopped before the end: 4 of 7 files were checked.
One file has more findings than the 1 that are shown (--max-findings).
2 files are no kind of document that this program knows: only their XML was checked.
`,
		);
	});

	it('colours only when asked to', () => {
		const report = run(checked('a.xml', { findings: [finding('error', place)] }));
		const escape = '\u001b[';
		assert.ok(!write(report).includes(escape));
		const coloured = write(report, { colours: createColors(true) });
		assert.ok(coloured.includes(`${escape}31merror${escape}39m`));
		assert.ok(coloured.includes(`${escape}4ma.xml${escape}24m`));
	});
});
