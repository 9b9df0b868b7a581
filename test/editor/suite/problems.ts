import { DiagnosticSeverity, languages, workspace, type Diagnostic, type Uri } from 'vscode';

/** A problem as a reader sees it: its code, its weight and the text under its squiggle. */
export interface Problem {
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'info';
	/** The text under the squiggle; only of an open document. */
	readonly text: string;
	/** 1-based, as the Problems panel shows it. */
	readonly line: number;
}

const severities: Readonly<Record<DiagnosticSeverity, Problem['severity']>> = {
	[DiagnosticSeverity.Error]: 'error',
	[DiagnosticSeverity.Warning]: 'warning',
	[DiagnosticSeverity.Information]: 'info',
	[DiagnosticSeverity.Hint]: 'info',
};

/** Our diagnostics of a document, in the order of their places. */
export function ourDiagnostics(uri: Uri): readonly Diagnostic[] {
	return languages
		.getDiagnostics(uri)
		.filter(({ source }) => source === 'Lopende Zaken')
		.sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));
}

/** What the Problems panel shows of a document. */
export function problemsOf(uri: Uri): readonly Problem[] {
	const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
	return ourDiagnostics(uri).map((diagnostic) => ({
		code: codeOf(diagnostic),
		severity: severities[diagnostic.severity],
		text: document?.getText(diagnostic.range) ?? '',
		line: diagnostic.range.start.line + 1,
	}));
}

export function codeOf({ code }: Diagnostic): string {
	return String(typeof code === 'object' ? code.value : code);
}

/** The codes of a document's problems. */
export function codesOf(uri: Uri): readonly string[] {
	return problemsOf(uri).map(({ code }) => code);
}

/** Seconds to wait for problems: far more than a check takes. */
const patience = 15;

/**
 * Waits until the problems of a document are such.
 *
 * @param wanted Asked at once and after each change of problems anywhere.
 * @throws After {@link patience} seconds, with the problems that there are.
 */
export async function untilProblems(
	uri: Uri,
	wanted: (problems: readonly Problem[]) => boolean,
): Promise<void> {
	if (wanted(problemsOf(uri))) {
		return;
	}
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(() => {
			listener.dispose();
			reject(new Error(`The problems stay ${JSON.stringify(problemsOf(uri), undefined, 2)}`));
		}, patience * 1000);
		const listener = languages.onDidChangeDiagnostics(() => {
			if (wanted(problemsOf(uri))) {
				clearTimeout(timer);
				listener.dispose();
				resolve();
			}
		});
	});
}

/** Waits until a document has problems with exactly these codes, in any order. */
export async function untilCodes(uri: Uri, codes: readonly string[]): Promise<void> {
	const expected = [...codes].sort().join();
	await untilProblems(
		uri,
		(problems) =>
			problems
				.map(({ code }) => code)
				.sort()
				.join() === expected,
	);
}
