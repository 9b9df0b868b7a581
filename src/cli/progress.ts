import type { Translate } from '../text';
import type { DocumentReport } from '../validation/report';
import type { OutputStream } from './surroundings';

/** Fewer files than this are done before a bar is of use. */
const worthwhile = 50;

/** Tells on a terminal how far a run is. */
export interface Progress extends Disposable {
	add(report: DocumentReport): void;
}

const silent: Progress = { add: () => undefined, [Symbol.dispose]: () => undefined };

/**
 * Shows a bar with the number of files and the errors and warnings so far, until it is disposed; then nothing of it is left.
 * Shows nothing when the stream is no terminal or the run is short.
 */
export async function showProgress(stream: OutputStream, total: number, t: Translate): Promise<Progress> {
	if (stream.isTTY !== true || total <= worthwhile) {
		return silent;
	}
	const { SingleBar } = (await import('cli-progress')).default;
	const bar = new SingleBar({
		stream,
		format: t(
			'Checked {0} files: {1} errors, {2} warnings',
			'{bar} {value}/{total}',
			'{errors}',
			'{warnings}',
		),
		barCompleteChar: '█',
		barIncompleteChar: '░',
		barsize: 30,
		hideCursor: true,
		clearOnComplete: true,
		gracefulExit: false,
	});
	const counts = { errors: 0, warnings: 0 };
	bar.start(total, 0, counts);
	return {
		add({ findings }) {
			for (const { severity } of findings) {
				counts.errors += severity === 'error' ? 1 : 0;
				counts.warnings += severity === 'warning' ? 1 : 0;
			}
			bar.increment(1, counts);
		},
		[Symbol.dispose]: () => {
			bar.stop();
		},
	};
}
