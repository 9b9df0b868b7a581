import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Range, Uri } from 'vscode';
import type { Severity } from '../finding';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import type { LocatedFinding, Range as PlainRange } from '../validation/report';
import { explanationAddress } from './explanationPage';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
};

/** Turns a finding into what the Problems panel and the squiggle show, in the reader's language. */
export function toDiagnostic(
	finding: Omit<LocatedFinding, 'span' | 'path'>,
	document: Uri,
	t: Translate,
): Diagnostic {
	const { problem, cure, source } = explain(finding, t);
	// Two lines: VS Code cuts a long line off, and then it would be the cure that nobody sees.
	const diagnostic = new Diagnostic(
		toRange(finding.range),
		`${problem}\n${cure} [${source}]`,
		severities[finding.severity],
	);
	diagnostic.source = 'Lopende Zaken';
	diagnostic.code = { value: finding.code, target: explanationAddress(finding.code) };
	diagnostic.relatedInformation = (finding.related ?? []).map(
		({ file, range }) =>
			new DiagnosticRelatedInformation(
				new Location(file === undefined ? document : Uri.file(file), toRange(range)),
				t('Compare with this place.'),
			),
	);
	return diagnostic;
}

/** A range of the core as VS Code wants it. */
export function toRange({ start, end }: PlainRange): Range {
	return new Range(start.line, start.character, end.line, end.character);
}
