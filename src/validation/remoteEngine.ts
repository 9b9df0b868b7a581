import type { SchemaEngine, SchemaVerdict } from '../schema/engine';
import { EngineFailure } from './failure';
import type { EngineQuestion } from './protocol';
import type { WorkerSlot } from './workerSlot';

interface WaitingQuestion {
	readonly question: EngineQuestion;
	readonly resolve: (verdict: SchemaVerdict) => void;
	readonly reject: (failure: EngineFailure) => void;
}

/** A document from this size on (bytes or UTF-16 units) is sent at once. */
const largeSource = 100_000;

/**
 * The engine of a worker, for the use of this thread. Questions of one turn of the event loop travel together: for small
 * documents a message costs more than its answer.
 *
 * @returns An engine that rejects only with {@link EngineFailure}.
 */
export function createRemoteEngine(slot: WorkerSlot): SchemaEngine {
	let waiting: WaitingQuestion[] = [];

	function send(): void {
		const together = waiting;
		waiting = [];
		if (together.length > 0) {
			void ask(together);
		}
	}

	async function ask(together: readonly WaitingQuestion[]): Promise<void> {
		const outcome = await slot.ask({ kind: 'validate', questions: together.map(({ question }) => question) });
		const verdicts =
			outcome.status === 'answered' && outcome.answer.kind === 'validate' ? outcome.answer.verdicts : [];
		for (const [index, one] of together.entries()) {
			const verdict = verdicts[index];
			if (verdict !== undefined) {
				one.resolve(verdict);
			} else if (together.length > 1) {
				// Only the document at fault gets the blame.
				await ask([one]);
			} else {
				one.reject(new EngineFailure(outcome.status === 'failed' ? outcome.failure : noVerdict));
			}
		}
	}

	return {
		validate: (source, set, options) =>
			new Promise((resolve, reject) => {
				waiting.push({ question: { source, set, options }, resolve, reject });
				if (source.length >= largeSource) {
					send();
				} else if (waiting.length === 1) {
					setImmediate(send);
				}
			}),
	};
}

const noVerdict = { kind: 'crashed', reason: 'The worker gave no verdict' } as const;
