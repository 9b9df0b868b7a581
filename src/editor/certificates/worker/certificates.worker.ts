/** The worker that reads and judges certificates, so that neither a slow nor a damaged file keeps the editor waiting. */
import { parentPort } from 'node:worker_threads';
import type { WorkerResponse } from '../../../validation/protocol';
import { answerQuestion } from './answerQuestion';
import { createContainerFiles } from './containerFiles';
import type { CertificateAnswer, CertificateQuestion } from './protocol';

if (parentPort === null) {
	throw new Error('certificates.worker is the entry of a worker');
}
const port = parentPort;
const files = createContainerFiles();

port.on('message', (question: CertificateQuestion & { readonly id: number }) => {
	void respond(question).then((response) => {
		port.postMessage(response);
	});
});

async function respond(
	question: CertificateQuestion & { readonly id: number },
): Promise<WorkerResponse<CertificateAnswer>> {
	const { id } = question;
	try {
		return { kind: 'done', id, answer: await answerQuestion(question, files) };
	} catch (error) {
		const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return { kind: 'failed', id, failure: { kind: 'crashed', reason } };
	}
}
