import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Translate } from '../text';
import type { CheckTerms } from '../validation/checker';
import { findDuplicates } from '../validation/duplicates';
import type { CheckSource, DocumentReport } from '../validation/report';
import { sizeLimit } from '../validation/read';
import { checkFinding } from '../validation/texts';
import type { CompleteReport } from './completeReports';
import { compareNames, type Inputs } from './inputs';
import { showProgress } from './progress';
import { readStdin } from './readStdin';
import { stdinName, type CheckedFile, type RunReport } from './runReport';
import type { Surroundings } from './surroundings';
import { reportWith } from '../validation/failure';

export interface CheckInputsOptions {
	/** Standard input is one of the documents. */
	readonly withStdin: boolean;
	/** For each document. */
	readonly terms: CheckTerms;
	/** Makes what completes the reports on documents with certificates; asked when there is one. */
	readonly completer: () => Promise<CompleteReport>;
	readonly t: Translate;
}

/** Checks all documents of a run, and what may occur once over all of them. */
export async function checkInputs(
	inputs: Inputs,
	{ stdin, stderr, interrupted, checkers }: Surroundings,
	{ withStdin, terms, completer, t }: CheckInputsOptions,
): Promise<RunReport> {
	/** What was piped in, once it was read. */
	let piped: CheckSource | undefined;
	const checked: CheckedFile[] = inputs.unreadable.map(({ reason, ...input }) => ({
		...input,
		report: unreadable(reason),
	}));

	async function checkOne(input: Omit<CheckedFile, 'report'>, source: CheckSource): Promise<void> {
		const result = await checkers.check(source, { ...terms, signal: interrupted });
		if (result.status === 'checked') {
			checked.push({ ...input, report: result.report });
		}
	}

	async function checkMany(): Promise<void> {
		using progress = await showProgress(stderr, inputs.files.length, t);
		const byFile = new Map(inputs.files.map((input) => [input.file, input]));
		await checkers.checkFiles([...byFile.keys()], {
			...terms,
			signal: interrupted,
			onReport: (file, report) => {
				checked.push({ ...(byFile.get(file) ?? { name: file, file, named: false }), report });
				progress.add(report);
			},
		});
	}

	const [first, second] = inputs.files;
	if (first !== undefined) {
		await (second === undefined ? checkOne(first, { file: first.file }) : checkMany());
	}
	if (withStdin && !interrupted.aborted) {
		const input = { name: stdinName, file: null, named: true };
		const read = await readStdin(stdin, interrupted, 1_000_000 * sizeLimit);
		switch (read.status) {
			case 'read':
				piped = { bytes: read.bytes };
				await checkOne(input, piped);
				break;
			case 'too-large': {
				const megabytes = Math.round(read.size / 1_000_000);
				const finding = checkFinding('check.too-large', nowhere, { megabytes, limit: sizeLimit });
				checked.push({ ...input, report: reportWith(finding) });
				break;
			}
			case 'unreadable':
				checked.push({ ...input, report: unreadable(read.reason) });
				break;
			case 'stopped':
		}
	}
	const completed = await withCertificates(checked, { piped, completer, interrupted });
	const files = withDuplicates(completed.toSorted((a, b) => compareNames(a.name, b.name)));
	return interrupted.aborted
		? {
				files,
				cancelled: { total: inputs.files.length + inputs.unreadable.length + (withStdin ? 1 : 0) },
			}
		: { files };
}

/** Adds what is wrong with the certificates in documents, until the user stops it. What reads certificates is only loaded when there is one. */
async function withCertificates(
	files: readonly CheckedFile[],
	{
		piped,
		completer,
		interrupted,
	}: Pick<CheckInputsOptions, 'completer'> &
		Pick<Surroundings, 'interrupted'> & { readonly piped: CheckSource | undefined },
): Promise<readonly CheckedFile[]> {
	if (!files.some(({ report }) => report.holdsCertificates)) {
		return files;
	}
	const complete = await completer();
	const completed: CheckedFile[] = [];
	for (const checked of files) {
		const { file, report } = checked;
		const source = file === null ? piped : { file };
		if (!report.holdsCertificates || source === undefined) {
			completed.push(checked);
			continue;
		}
		if (interrupted.aborted) {
			// Half a verdict is none: it counts as a file that was not checked.
			continue;
		}
		completed.push({ ...checked, report: complete(report, source) });
		// Lets Ctrl-C through.
		await nextTurn();
	}
	return completed;
}

/** Adds what is only wrong because of another file of the run. */
function withDuplicates(files: readonly CheckedFile[]): readonly CheckedFile[] {
	const duplicates = findDuplicates(files.map(({ file, report }) => ({ file: file ?? stdinName, report })));
	return duplicates.size === 0
		? files
		: files.map((checked) => {
				const more = duplicates.get(checked.file ?? stdinName);
				return more === undefined
					? checked
					: {
							...checked,
							report: {
								...checked.report,
								findings: [...checked.report.findings, ...more].sort((a, b) => a.span.start - b.span.start),
							},
						};
			});
}

const nowhere = { start: 0, end: 0 };

function unreadable(reason: string): DocumentReport {
	return reportWith(checkFinding('check.unreadable', nowhere, { reason }));
}
