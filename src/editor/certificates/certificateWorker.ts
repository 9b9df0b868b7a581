import { EngineFailure } from '../../validation/failure';
import { createWorkerSlot, type WorkerSlot } from '../../validation/workerSlot';
import type { CertificateAnswer, CertificateQuestion } from './worker/protocol';

type AnswerTo<Kind> = Extract<CertificateAnswer, { readonly kind: Kind }>;

/** Reads and judges certificates apart from the editor's thread, one question after the other. */
export interface CertificateWorker {
	/** @throws {EngineFailure} When the worker fails; it is replaced. */
	readonly ask: <Kind extends CertificateQuestion['kind']>(
		question: Extract<CertificateQuestion, { readonly kind: Kind }>,
	) => Promise<AnswerTo<Kind>>;
	readonly dispose: () => void;
}

/** Seconds after which a question is given up. The slowest file that is not refused takes two. */
const timeLimit = 30;

/** Most memory of the worker's own heap, in MB. */
const memoryLimit = 1024;

/** Milliseconds without a question after which the worker gives its memory back. */
const idleTime = 60_000;

/** @param workerFile Absolute path of `dist/certificates.worker.mjs`. */
export function createCertificateWorker(
	workerFile: string,
	log: (message: string) => void,
): CertificateWorker {
	let slot: WorkerSlot<CertificateQuestion, CertificateAnswer> | undefined;
	let queue: Promise<unknown> = Promise.resolve();
	let idle: NodeJS.Timeout | undefined;

	const rest = (): void => {
		slot?.[Symbol.dispose]();
		slot = undefined;
	};

	async function askNow<Kind extends CertificateQuestion['kind']>(
		question: Extract<CertificateQuestion, { readonly kind: Kind }>,
	): Promise<AnswerTo<Kind>> {
		clearTimeout(idle);
		slot ??= createWorkerSlot({ workerFile, setup: () => null, timeLimit, memoryLimit, log });
		const outcome = await slot.ask(question);
		idle = setTimeout(rest, idleTime);
		if (outcome.status === 'failed') {
			throw new EngineFailure(outcome.failure);
		}
		if (!answers(outcome.answer, question.kind)) {
			throw new Error(`The worker was asked to ${question.kind} and answered ${outcome.answer.kind}`);
		}
		return outcome.answer;
	}

	return {
		ask(question) {
			const answer = queue.then(() => askNow(question));
			queue = answer.catch(() => undefined);
			return answer;
		},
		dispose() {
			clearTimeout(idle);
			rest();
		},
	};
}

function answers<Kind extends CertificateQuestion['kind']>(
	answer: CertificateAnswer,
	kind: Kind,
): answer is AnswerTo<Kind> {
	return answer.kind === kind;
}
