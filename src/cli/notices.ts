import type { Translate } from '../text';
import { isUnchecked, select, type CheckedFile, type RunReport, type Selection } from './runReport';

/** What has to be said about a run as a whole, so that nobody takes what was not checked for right. Whole sentences. */
export function noticesOf(run: RunReport, selection: Selection, t: Translate): readonly string[] {
	const unknown = run.files.filter(isWellFormednessOnly).length;
	const truncated = run.files.filter(({ report }) => select(report, selection).truncated).length;
	return [
		...(run.cancelled === undefined
			? []
			: [t('Stopped before the end: {0} of {1} files were checked.', run.files.length, run.cancelled.total)]),
		...(truncated === 0
			? []
			: [
					truncated === 1
						? t(
								'One file has more findings than the {0} that are shown (--max-findings).',
								selection.maxFindings,
							)
						: t(
								'{0} files have more findings than the {1} that are shown of each (--max-findings).',
								truncated,
								selection.maxFindings,
							),
				]),
		...(unknown === 0
			? []
			: [
					unknown === 1
						? t('One file is no kind of document that this program knows: only its XML was checked.')
						: t(
								'{0} files are no kind of document that this program knows: only their XML was checked.',
								unknown,
							),
				]),
		...(run.files.some(({ report }) => report.schema?.startsWith('bundled:'))
			? [
					t(
						'Checked against schemas of this program itself (bundled:), not those of Logius; name the folder of the official schemas with --schemas.',
					),
				]
			: []),
	];
}

function isWellFormednessOnly({ report }: CheckedFile): boolean {
	return report.kind === 'unknown' && report.schema === null && !isUnchecked(report);
}
