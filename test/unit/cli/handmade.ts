import { createColors } from 'picocolors';
import type { FormatOptions } from '../../../src/cli/formats/format';
import type { CheckedFile, RunReport } from '../../../src/cli/runReport';
import type { Severity } from '../../../src/finding';
import { createTranslate } from '../../../src/text';
import { explain } from '../../../src/validation/explain';
import type { DocumentReport, LocatedFinding, LocatedPlace, Range } from '../../../src/validation/report';

/** Options of a format, English and without colours unless told. */
export function formatOptions(changes: Partial<FormatOptions> = {}): FormatOptions {
	return {
		selection: { severity: 'info', maxFindings: 200 },
		t: createTranslate(() => 'en'),
		language: 'en',
		colours: createColors(false),
		workingFolder: '/work',
		productRoot: '/product',
		version: '1.2.3',
		...changes,
	};
}

export function range(startLine: number, start: number, endLine: number, end: number): Range {
	return { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}

/** A finding; its code is one whose words do not matter here. */
export function finding(
	severity: Severity,
	place: Range,
	more: {
		readonly code?: 'check.too-large' | 'check.out-of-memory';
		readonly path?: string;
		readonly related?: readonly LocatedPlace[];
	} = {},
): LocatedFinding {
	const { code = 'check.out-of-memory', path = null, related } = more;
	return {
		code,
		severity,
		span: { start: 0, end: 0 },
		data: code === 'check.too-large' ? { megabytes: 60, limit: 50 } : {},
		range: place,
		path,
		...(related === undefined ? {} : { related }),
	};
}

export function checked(
	name: string,
	report: Partial<DocumentReport> = {},
	file: string | null = `/work/${name}`,
): CheckedFile {
	return {
		name,
		file,
		named: false,
		report: {
			kind: 'zaakbericht',
			schema: 'bundled:stuf-zkn-0310',
			findings: [],
			truncated: false,
			keys: [],
			holdsCertificates: false,
			...report,
		},
	};
}

export function run(...files: readonly CheckedFile[]): RunReport {
	return { files };
}

/** The words of a finding that {@link finding} makes. */
export function wordsOf(made: LocatedFinding): ReturnType<typeof explain> {
	return explain(
		made,
		createTranslate(() => 'en'),
	);
}
