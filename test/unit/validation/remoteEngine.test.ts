import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchemaSet } from '../../../src/schema/engine';
import { EngineFailure } from '../../../src/validation/failure';
import { createRemoteEngine } from '../../../src/validation/remoteEngine';
import { createWorkerSlot, type WorkerSlot } from '../../../src/validation/workerSlot';

/** A worker that tells how many questions came together, and ends when it is asked about `end`. */
const program = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, questions }) => {
	if (questions.some(({ source }) => source === 'end')) {
		process.exit(7);
	}
	const errors = (source) => [{ code: questions.length, message: source, xpath: '', line: 0 }];
	const verdicts = questions.map(({ source }) => ({ status: 'checked', errors: errors(source), truncated: false }));
	parentPort.postMessage({ kind: 'done', id, answer: { kind: 'validate', verdicts } });
});
`;

const set: SchemaSet = { id: 'none', entry: '', documents: new Map() };

describe('The engine of a worker', () => {
	let folder: string;
	let slot: WorkerSlot;

	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-engine-'));
		writeFileSync(join(folder, 'worker.mjs'), program);
	});
	after(() => {
		rmSync(folder, { recursive: true });
	});
	beforeEach(() => {
		slot = createWorkerSlot({
			workerFile: join(folder, 'worker.mjs'),
			setup: () => ({}),
			timeLimit: 30,
			memoryLimit: 128,
			log: () => undefined,
		});
	});
	afterEach(() => {
		slot[Symbol.dispose]();
	});

	/** What came of each question: with how many others it was asked, and about what; or why it failed. */
	function ask(...sources: readonly string[]): Promise<readonly string[]> {
		const engine = createRemoteEngine(slot);
		return Promise.all(
			sources.map(async (source) => {
				try {
					const verdict = await engine.validate(source, set, { maxErrors: 1, at: [] });
					const [error] = verdict.status === 'checked' ? verdict.errors : [];
					return `${error?.code} together: ${error?.message.slice(0, 10)}`;
				} catch (error) {
					assert.ok(error instanceof EngineFailure);
					return error.message;
				}
			}),
		);
	}

	it('is asked about small documents together', async () => {
		assert.deepEqual(await ask('a', 'b', 'c'), ['3 together: a', '3 together: b', '3 together: c']);
	});

	it('is asked about a large document at once, with those that wait', async () => {
		const large = 'x'.repeat(100_000);
		assert.deepEqual(await ask('a', large, 'b'), [
			'2 together: a',
			'2 together: xxxxxxxxxx',
			'1 together: b',
		]);
	});

	it('fails only for the document that ends the worker', async () => {
		assert.deepEqual(await ask('a', 'end', 'b'), [
			'1 together: a',
			'The worker ended with 7',
			'1 together: b',
		]);
	});
});
