/**
 * The worker that checks documents: the one place in the product where libxml2 runs. It answers requests one by one, so
 * that a stop of the worker concerns one request only.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { documentKinds } from '../documents/registry';
import type { SchemaVerdict } from '../schema/engine';
import { EngineOutOfMemory } from '../schema/engineCrash';
import { createLibxmlEngine } from '../schema/libxmlEngine';
import { summariseSchemaFolder } from '../schema/folder/summary';
import { createChecker, type Checker } from './checker';
import {
	packReports,
	type EngineQuestion,
	type WorkerAnswer,
	type WorkerRequest,
	type WorkerResponse,
	type WorkerSetup,
} from './protocol';
import type { DocumentReport } from './report';

/**
 * After this many milliseconds a request for several checks is answered with what is done: long enough to make the cost of a
 * message small, short enough to show progress and to be ready for another question.
 */
const moment = 25;

if (parentPort === null) {
	throw new Error('engine.worker is the entry of a worker');
}
const port = parentPort;
const setup = workerData as WorkerSetup;
const engine = await createLibxmlEngine();
let checker = createChecker(engine, setup.bundledSchemas, setup.schemaFolders);

/** Roots that make a file of a schema folder an entry, whoever else imports it. */
const messageRoots = documentKinds.flatMap(({ roots }) => roots);

let queue = Promise.resolve();
port.on('message', (request: WorkerRequest) => {
	queue = queue.then(async () => {
		port.postMessage(await respond(request, checker));
	});
});

async function respond(request: WorkerRequest, current: Checker): Promise<WorkerResponse> {
	try {
		return { kind: 'done', id: request.id, answer: await answer(request, current) };
	} catch (error) {
		return {
			kind: 'failed',
			id: request.id,
			failure:
				error instanceof EngineOutOfMemory
					? { kind: 'out-of-memory' }
					: {
							kind: 'crashed',
							reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
						},
		};
	}
}

async function answer(request: WorkerRequest, current: Checker): Promise<WorkerAnswer> {
	switch (request.kind) {
		case 'check': {
			const reports: DocumentReport[] = [];
			const end = performance.now() + moment;
			for (const source of request.sources) {
				reports.push(await current.check(source, request.terms));
				if (performance.now() > end) {
					break;
				}
			}
			return { kind: 'check', reports: packReports(reports) };
		}
		case 'validate':
			return { kind: 'validate', verdicts: await validateAll(request.questions) };
		case 'summarise':
			return {
				kind: 'summarise',
				summary: await summariseSchemaFolder(request.folder, engine, { messageRoots }),
			};
		case 'use-folders':
			checker = createChecker(engine, setup.bundledSchemas, request.schemaFolders);
			return { kind: 'use-folders' };
	}
}

async function validateAll(questions: readonly EngineQuestion[]): Promise<readonly SchemaVerdict[]> {
	const verdicts: SchemaVerdict[] = [];
	for (const { source, set, options } of questions) {
		verdicts.push(await engine.validate(source, set, options));
	}
	return verdicts;
}
