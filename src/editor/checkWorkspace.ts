import type { Uri } from 'vscode';
import {
	CancellationTokenSource,
	commands,
	ProgressLocation,
	window,
	workspace,
	type CancellationToken,
	type Disposable,
	type Progress,
} from 'vscode';
import type { Severity } from '../finding';
import { whenAborted } from '../validation/cancellation';
import { registerCommands } from './commands';
import { countFindings, countsInWords, type Counts } from './counts';
import { openDocument } from './documentChecks';
import { workspaceHappening } from './onboarding/validationHappenings';
import type { Result } from './results';
import type { Services } from './services';

/** What the command gives to whoever executes it. */
export interface WorkspaceVerdict {
	readonly outcome: 'finished' | 'cancelled';
	/** Files that were found, and how many of them were checked. */
	readonly files: number;
	readonly checked: number;
	/** Checked files of a kind that we know or with a schema. */
	readonly known: number;
	/** Checked files with at least one error. */
	readonly faulty: number;
	readonly counts: Counts;
}

/** The command that checks all XML files of the workspace, open or not. */
export function registerCheckWorkspace(services: Services): Disposable {
	return registerCommands(
		{ 'lopendeZaken.checkWorkspace': (argument) => checkWorkspace(asToken(argument), services) },
		services.faults,
	);
}

/** Milliseconds between two steps of the progress and the Problems panel. */
const stepEvery = 100;

async function checkWorkspace(
	token: CancellationToken | undefined,
	services: Services,
): Promise<WorkspaceVerdict | undefined> {
	const { faults, t } = services;
	const folders = workspace.workspaceFolders ?? [];
	if (!folders.some(({ uri }) => uri.scheme === 'file')) {
		const sentence =
			folders.length === 0
				? t('Open the folder with your messages first.')
				: t('The folders of this workspace are not on disk, so only files that you open can be checked.');
		faults.watch(window.showInformationMessage(sentence));
		return undefined;
	}
	const verdict = await window.withProgress(
		{
			location: ProgressLocation.Notification,
			title: t('Lopende Zaken checks the messages'),
			cancellable: true,
		},
		async (progress, ownToken) => {
			const stop = new AbortController();
			const abort = (): void => {
				stop.abort();
			};
			const listeners = [ownToken, token].map((each) => {
				if (each?.isCancellationRequested === true) {
					abort();
				}
				return each?.onCancellationRequested(abort);
			});
			try {
				return await run(stop.signal, progress, services);
			} finally {
				listeners.forEach((listener) => {
					listener?.dispose();
				});
			}
		},
	);
	faults.watch(tell(verdict, services));
	if (verdict.outcome === 'finished') {
		services.happenings.report(workspaceHappening(services.results));
	}
	return verdict;
}

async function run(
	signal: AbortSignal,
	progress: Progress<{ message: string; increment: number }>,
	services: Services,
): Promise<WorkspaceVerdict> {
	const { results, checks, config, t } = services;
	const found = await findMessages(signal);
	const checked: Uri[] = [];
	let waiting: Result[] = [];
	let steppedAt = Date.now();

	const step = (): void => {
		results.setMany(waiting);
		const increment = (100 * waiting.length) / Math.max(found.length, 1);
		progress.report({ message: t('{0} of {1}', checked.length, found.length), increment });
		waiting = [];
		steppedAt = Date.now();
	};
	const take = (result: Result): void => {
		checked.push(result.uri);
		waiting.push(result);
		if (Date.now() - steppedAt >= stepEvery) {
			step();
		}
	};

	const pool = services.createRunPool();
	try {
		const byFile = new Map(found.map((uri) => [uri.fsPath, uri]));
		const open = found.flatMap((uri) => openDocument(uri) ?? []);
		open.forEach(({ uri }) => byFile.delete(uri.fsPath));
		// An open document counts as it stands in the editor, also when it is not saved.
		for (const document of open) {
			const report = await checks.check(document, 'kept', signal);
			if (report !== undefined) {
				take({ uri: document.uri, report, reason: 'kept' });
			}
		}
		/** Documents with certificates, of which the rest was checked. */
		const unjudged: Result[] = [];
		await pool.checkFiles([...byFile.keys()], {
			maxFindings: config.maxFindings(),
			signal,
			onReport: (file, report) => {
				const uri = byFile.get(file);
				if (uri !== undefined && !signal.aborted) {
					const result: Result = { uri, report, reason: 'kept' };
					if (report.holdsCertificates) {
						unjudged.push(result);
					} else {
						take(result);
					}
				}
			},
		});
		await judgeCertificates(unjudged, signal, services, take);
		step();
		const outcome = signal.aborted ? 'cancelled' : 'finished';
		if (outcome === 'finished') {
			forgetOlder(found, services);
		}
		await results.compareKept();
		return { outcome, files: found.length, ...totals(checked, services) };
	} finally {
		pool[Symbol.dispose]();
	}
}

/** Adds to results what is wrong with the certificates in the documents, one by one, until it is cancelled. */
async function judgeCertificates(
	unjudged: readonly Result[],
	signal: AbortSignal,
	{ judgement }: Pick<Services, 'judgement'>,
	take: (result: Result) => void,
): Promise<void> {
	const aborted = whenAborted(signal);
	for (const result of unjudged) {
		const completing = judgement.complete(result.report, { file: result.uri.fsPath });
		const report = await Promise.race([completing, aborted]);
		if (report === undefined || signal.aborted) {
			return;
		}
		take({ ...result, report });
	}
}

/** All XML files on disk, in the order of their names; the setting `files.exclude` counts. */
async function findMessages(signal: AbortSignal): Promise<readonly Uri[]> {
	const stop = new CancellationTokenSource();
	signal.addEventListener('abort', () => {
		stop.cancel();
	});
	if (signal.aborted) {
		stop.cancel();
	}
	try {
		const found = await workspace.findFiles('**/*.[xX][mM][lL]', undefined, undefined, stop.token);
		return found
			.filter(({ scheme }) => scheme === 'file')
			.sort((a, b) => (a.fsPath < b.fsPath ? -1 : a.fsPath > b.fsPath ? 1 : 0));
	} finally {
		stop.dispose();
	}
}

/** Results of an earlier run, of files that are not in the workspace any more. */
function forgetOlder(found: readonly Uri[], { results }: Services): void {
	const present = new Set(found.map((uri) => uri.toString()));
	results.delete(
		[...results.all()]
			.filter(({ uri, reason }) => reason === 'kept' && !present.has(uri.toString()))
			.map(({ uri }) => uri)
			.filter((uri) => openDocument(uri) === undefined),
	);
}

function totals(checked: readonly Uri[], { results }: Services): Omit<WorkspaceVerdict, 'outcome' | 'files'> {
	const sum: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
	let known = 0;
	let faulty = 0;
	for (const uri of checked) {
		const counts = countFindings(results.shown(uri));
		sum.error += counts.error;
		sum.warning += counts.warning;
		sum.info += counts.info;
		const report = results.get(uri)?.report;
		known += report === undefined || (report.kind === 'unknown' && report.schema === null) ? 0 : 1;
		faulty += counts.error > 0 ? 1 : 0;
	}
	return { checked: checked.length, known, faulty, counts: sum };
}

async function tell(verdict: WorkspaceVerdict, { t }: Services): Promise<void> {
	const { outcome, files, checked, known, faulty, counts } = verdict;
	const unknown = checked - known;
	const numbers = [
		countsInWords(counts, t),
		...(unknown === 1 ? [t('1 file is no message that Lopende Zaken knows')] : []),
		...(unknown > 1 ? [t('{0} files are no message that Lopende Zaken knows', unknown)] : []),
	].join('; ');
	if (files === 0 && outcome === 'finished') {
		await window.showInformationMessage(t('There are no XML files in this workspace.'));
		return;
	}
	const sentence =
		outcome === 'cancelled'
			? t('Stopped: {0} of {1} files checked, {2}.', checked, files, numbers)
			: faulty === 0
				? t('{0} files checked: {1}.', checked, numbers)
				: t('{0} files checked, {1} with errors: {2}.', checked, faulty, numbers);
	const show = faulty > 0 ? window.showWarningMessage : window.showInformationMessage;
	const showProblems = t('Show problems');
	const buttons = counts.error + counts.warning + counts.info > 0 ? [showProblems] : [];
	if ((await show(sentence, ...buttons)) === showProblems) {
		await commands.executeCommand('workbench.actions.view.problems');
	}
}

function asToken(argument: unknown): CancellationToken | undefined {
	const isToken = typeof argument === 'object' && argument !== null && 'onCancellationRequested' in argument;
	return isToken ? (argument as CancellationToken) : undefined;
}
