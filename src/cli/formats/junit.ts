import { XMLBuilder } from 'fast-xml-parser';
import { explain } from '../../validation/explain';
import type { LocatedFinding } from '../../validation/report';
import { noticesOf } from '../notices';
import { programName } from '../programName';
import { isValid, select, summarise, type CheckedFile } from '../runReport';
import type { Format, FormatOptions } from './format';

// The package that it moved to is the same code; the project depends on fast-xml-parser for reading as well.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const builder = new XMLBuilder({
	ignoreAttributes: false,
	attributeNamePrefix: '@',
	format: true,
	indentBy: '  ',
	suppressEmptyNode: true,
});

/**
 * JUnit XML, in the form that build servers read: one suite for the run, one case per file. Errors make the case fail;
 * warnings and remarks stand in its `system-out`.
 */
export const formatJunit: Format = function* (run, options) {
	const { files, valid } = summarise(run.files);
	const counts = `name="${programName}" tests="${files}" failures="${files - valid}" errors="0"`;
	yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n<testsuite ${counts} skipped="0">\n`;
	for (const file of run.files) {
		yield element('testcase', testCase(file, options));
	}
	const notices = noticesOf(run, options.selection, options.t);
	if (notices.length > 0) {
		yield element('system-out', writable(notices.join('\n')));
	}
	yield '</testsuite>\n</testsuites>\n';
};

function testCase({ name, report }: CheckedFile, { selection, t }: FormatOptions): object {
	const shown = select(report, selection).findings;
	const errors = shown.filter(({ severity }) => severity === 'error');
	const others = shown.filter(({ severity }) => severity !== 'error');
	const first = errors[0] ?? report.findings.find(({ severity }) => severity === 'error');
	return {
		'@name': writable(name),
		'@classname': `${programName}.${report.kind}`,
		'@file': writable(name),
		...(isValid(report) || first === undefined
			? {}
			: {
					failure: {
						'@message': writable(explain(first, t).problem),
						'@type': first.code,
						'#text': writable(errors.map((finding) => line(name, finding, t)).join('\n')),
					},
				}),
		...(others.length === 0
			? {}
			: { 'system-out': writable(others.map((finding) => line(name, finding, t)).join('\n')) }),
	};
}

/** `file:line:column: severity: message [source] (code)`, 1-based: many tools make a link of it. */
function line(name: string, finding: LocatedFinding, t: FormatOptions['t']): string {
	const { start } = finding.range;
	const { message } = explain(finding, t);
	return `${name}:${start.line + 1}:${start.character + 1}: ${finding.severity}: ${message} (${finding.code})`;
}

function element(name: string, content: object | string): string {
	return builder.build({ [name]: content });
}

/** Without the characters that XML 1.0 §2.2 forbids, which no reference can express either. */
function writable(text: string): string {
	return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}');
}
