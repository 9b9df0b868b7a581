import { Disposable } from 'vscode';
import type { Translate } from '../text';
import type { CheckerPool } from '../validation/checkerPool';
import type { CertificateJudgement } from './certificates/certificateJudgement';
import type { Config } from './config';
import type { DocumentChecks } from './documentChecks';
import type { Faults } from './faults';
import type { Log } from './log';
import type { Happenings } from './onboarding/happenings';
import type { Pages } from './pages';
import type { Results } from './results';

/** What the features of the editor work with; `extension.ts` makes it. */
export interface Services {
	readonly log: Log;
	readonly faults: Faults;
	readonly config: Config;
	readonly t: Translate;
	/** Checks single documents, one at a time. */
	readonly pool: CheckerPool;
	/** Makes a pool for a run over many files, so that a run never keeps a single document waiting. */
	readonly createRunPool: () => CheckerPool;
	readonly results: Results;
	readonly pages: Pages;
	readonly checks: DocumentChecks;
	/** Judges certificates; completes reports on documents that hold some. */
	readonly judgement: CertificateJudgement;
	/** Tell it what may show that a task of the onboarding is done. */
	readonly happenings: Happenings;
}

/** Something of the core as VS Code wants it. */
export function asDisposable(owned: { [Symbol.dispose](): void }): Disposable {
	return new Disposable(() => {
		owned[Symbol.dispose]();
	});
}
