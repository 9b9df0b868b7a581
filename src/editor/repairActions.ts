import {
	CodeAction,
	CodeActionKind,
	languages,
	WorkspaceEdit,
	type Diagnostic,
	type Disposable,
	type Range,
	type TextDocument,
} from 'vscode';
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

	/** What is wrong in a text that is nowhere yet: what a repair would make of the document. */
	async function findingsIn(text: string, document: TextDocument): Findings {
		const result = await pool.check(
			{ text },
			{ maxFindings: config.maxFindings(), key: `repair of all of ${document.uri.toString()}` },
		);
		return result.status === 'checked' ? result.report.findings : undefined;
	}

	async function repairOfAll(document: TextDocument): Promise<WorkspaceEdit | undefined> {
		const text = document.getText();
		const { repairAll } = await import('./findingWords');
		const edits = await repairAll(
			text,
			(changed) => (changed === text ? findingsNow(document) : findingsIn(changed, document)),
			t,
		);
		return edits.length === 0 ? undefined : asWorkspaceEdit(document, edits);
	}

	/** For `editor.codeActionsOnSave`, and `Fix All` in the palette. */
	async function fixAll(document: TextDocument): Promise<readonly CodeAction[]> {
		const edit = await repairOfAll(document);
		if (edit === undefined) {
			return [];
		}
		const action = new CodeAction(t('Repair all that needs no choice'), fixAllKind);
		action.edit = edit;
		return [action];
	}

	async function quickFixes(
		document: TextDocument,
		range: Range,
		diagnostics: readonly Diagnostic[],
	): Promise<readonly CodeAction[]> {
		const shown = diagnostics.filter(({ source }) => source === diagnosticSource);
		const findings = shown.length === 0 ? [] : await findingsNow(document);
		if (findings === undefined) {
			known = undefined;
			return [];
		}
		const meant = findings.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
		const { repairsFor, certainRepairs } = await import('./findingWords');
		const text = document.getText();
		const actions = repairsFor(text, meant, t).flatMap((repairs, index) =>
			repairs.map(({ title, edits }) => {
				const action = new CodeAction(title, CodeActionKind.QuickFix);
				action.edit = asWorkspaceEdit(document, edits);
				action.diagnostics = shown.filter((diagnostic) => codeOf(diagnostic) === meant[index]?.code);
				action.isPreferred = repairs.length === 1;
				return action;
			}),
		);
		return actions.length > 0 && certainRepairs(text, findings, t).length > 1
			? [...actions, new RepairOfAll(t('Repair all that needs no choice'), document)]
			: actions;
	}

	return languages.registerCodeActionsProvider(
		xmlFiles,
		{
			async provideCodeActions(document, range, { diagnostics, only }) {
				if (document.getText().length > largestRepaired || !isOwnDocument(document)) {
					return [];
				}
				return [
					...(only !== undefined && CodeActionKind.Source.contains(only)
						? await fixAll(document)
						: await quickFixes(document, range, diagnostics)),
				];
			},
			async resolveCodeAction(action) {
				if (action instanceof RepairOfAll) {
					action.edit = (await repairOfAll(action.document)) ?? new WorkspaceEdit();
				}
				return action;
			},
		},
		{ providedCodeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
	);
}

/** So that a user can ask for ours alone: `"editor.codeActionsOnSave": { "source.fixAll.lopendeZaken": "explicit" }`. */
const fixAllKind = CodeActionKind.SourceFixAll.append('lopendeZaken');

/** Offered beside the repairs of one fault. What it changes takes several checks, so it is only known when it is chosen. */
class RepairOfAll extends CodeAction {
	constructor(
		title: string,
		readonly document: TextDocument,
	) {
		super(title, CodeActionKind.QuickFix);
	}
}
