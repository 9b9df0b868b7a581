import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
import { formatJunit } from '../../../src/cli/formats/junit';
import type { RunReport } from '../../../src/cli/runReport';
import { checked, finding, formatOptions, range, run, wordsOf } from './handmade';

function write(report: RunReport): string {
	return [...formatJunit(report, formatOptions())].join('');
}

describe('the JUnit format', () => {
	it('is a suite with a case per file, exactly', () => {
		const error = finding('error', range(1, 2, 1, 4), { code: 'check.too-large' });
		const warning = finding('warning', range(0, 0, 0, 1));
		const info = finding('info', range(4, 0, 4, 1));
		const message = (made: typeof error): string => wordsOf(made).message.replaceAll("'", '&apos;');
		assert.equal(
			write(
				run(
					checked('a.xml', { schema: 'folder:/x.xsd' }),
					checked('b.xml', { schema: null, findings: [warning, error, info] }),
				),
			),
			`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lopende-zaken" tests="2" failures="1" errors="0">
<testsuite name="lopende-zaken" tests="2" failures="1" errors="0" skipped="0">
<testcase name="a.xml" classname="lopende-zaken.zaakbericht" file="a.xml"/>
<testcase name="b.xml" classname="lopende-zaken.zaakbericht" file="b.xml">
  <failure message="${wordsOf(error).problem}" type="check.too-large">b.xml:2:3: error: ${message(error)} (check.too-large)</failure>
  <system-out>b.xml:1:1: warning: ${message(warning)} (check.out-of-memory)
b.xml:5:1: info: ${message(info)} (check.out-of-memory)</system-out>
</testcase>
</testsuite>
</testsuites>
`,
		);
	});

	it('escapes what XML needs and drops what XML forbids', () => {
		const text = write(run(checked('<a>&"b\u0000\u001b\ud800.xml', { schema: null })));
		const parsed = new XMLParser({ ignoreAttributes: false }).parse(text) as {
			readonly testsuites: { readonly testsuite: { readonly testcase: { readonly '@_name': string } } };
		};
		assert.equal(parsed.testsuites.testsuite.testcase['@_name'], '<a>&"b\ufffd\ufffd\ufffd.xml');
	});

	it('fails a case also when its errors are not among the findings that are shown', () => {
		const findings = [finding('info', range(0, 0, 0, 1)), finding('error', range(1, 0, 1, 1))];
		const text = [
			...formatJunit(
				run(checked('a.xml', { findings })),
				formatOptions({ selection: { severity: 'info', maxFindings: 1 } }),
			),
		].join('');
		assert.match(text, /failures="1"/);
		assert.match(text, /<failure message="[^"]+" type="check\.out-of-memory"\/>/);
	});

	it('says what was not checked in the output of the suite', () => {
		assert.match(
			write({ files: [], cancelled: { total: 2 } }),
			/<system-out>Stopped before the end: 0 of 2 files were checked\.<\/system-out>\n<\/testsuite>/,
		);
	});
});
