import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Uri } from 'vscode';
import type { Severity } from '../finding';
import type { Translate } from '../text';
import { explain } from '../validation/explain';
import type { LocatedFinding } from '../validation/report';
import { diagnosticSource } from './diagnosticCode';
import { explanationAddress } from './explanationAddress';
import { toRange } from './toRange';

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
	diagnostic.source = diagnosticSource;
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
