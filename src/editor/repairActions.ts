import { CodeAction, CodeActionKind, languages, type Disposable, type TextDocument } from 'vscode';
import type { LocatedFinding } from '../validation/report';
import { codeOf, diagnosticSource } from './diagnosticCode';
import { isOwnDocument, xmlFiles } from './documentChecks';
import type { Services } from './services';
import { toRange } from './toRange';
import { asWorkspaceEdit } from './workspaceEdit';

/** Larger texts (in UTF-16 units) get no repairs: to read one would keep the editor from its work for more than a moment. */
const largestRepaired = 500_000;

/** What is wrong in a text; `undefined` when that is not known, as a newer question took the place of this one. */
type Findings = Promise<readonly LocatedFinding[] | undefined>;

/** Offers to take away what was found, where the text alone tells what is right (quick fixes). */
export function registerRepairActions({ pool, config, t }: Services): Disposable {
	/** What is wrong in the newest text that was asked about: VS Code asks at each move of the cursor. */
	let known:
		{ readonly document: TextDocument; readonly version: number; readonly findings: Findings } | undefined;

	/** What was shown may be of an older text, as a file is checked when it is saved: places are only right in the text that they are of. */
	function findingsNow(document: TextDocument): Findings {
		const { version } = document;
		if (known?.document !== document || known.version !== version) {
			const findings = pool
				.check(
					{ text: document.getText() },
					{ maxFindings: config.maxFindings(), key: `repairs of ${document.uri.toString()}` },
				)
				.then((result) => (result.status === 'checked' ? result.report.findings : undefined));
			known = { document, version, findings };
		}
		return known.findings;
	}

	return languages.registerCodeActionsProvider(
		xmlFiles,
		{
			async provideCodeActions(document, range, { diagnostics }) {
				const shown = diagnostics.filter(({ source }) => source === diagnosticSource);
				const text = document.getText();
				if (shown.length === 0 || text.length > largestRepaired || !isOwnDocument(document)) {
					return [];
				}
				const findings = await findingsNow(document);
				if (findings === undefined) {
					known = undefined;
					return [];
				}
				const meant = findings.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
				const { repairsFor } = await import('./findingWords');
				return repairsFor(text, meant, t).flatMap((repairs, index) =>
					repairs.map(({ title, edits }) => {
						const action = new CodeAction(title, CodeActionKind.QuickFix);
						action.edit = asWorkspaceEdit(document, edits);
						action.diagnostics = shown.filter((diagnostic) => codeOf(diagnostic) === meant[index]?.code);
						action.isPreferred = repairs.length === 1;
						return action;
					}),
				);
			},
		},
		{ providedCodeActionKinds: [CodeActionKind.QuickFix] },
	);
}
