import { EventEmitter, workspace, type Event, type TextDocument } from 'vscode';
import { isOwnDocument, isXml } from '../../documentChecks';
import type { CertificateServices } from '../certificateServices';
import type { DocumentAnswer } from '../worker/protocol';

/** The certificates in XML documents, as the worker reads them. */
export interface DocumentCertificates {
	/** Those of a document as it stands in the editor; `undefined` when there are none in it. */
	readonly inDocument: (document: TextDocument) => Promise<DocumentAnswer | undefined>;
	/** Judgements may be others now, or their words. */
	readonly onDidChange: Event<void>;
	readonly dispose: () => void;
}

/** What stands around certificates, whatever the prefix. */
const certificateElement = /[:<](?:X509Certificate|BinarySecurityToken)[\s>]/;

export function createDocumentCertificates(services: CertificateServices): DocumentCertificates {
	const { worker, config } = services;
	const changed = new EventEmitter<void>();
	/** The answer of each open document, with the version that it is of. */
	const answers = new Map<
		string,
		{ readonly version: number; readonly answer: Promise<DocumentAnswer | undefined> }
	>();

	const ask = async (text: string): Promise<DocumentAnswer> =>
		worker.ask({
			kind: 'document',
			text,
			conditions: services.conditions(),
			neighbourhood: await services.neighbourhood(),
		});

	const askDocument = async (document: TextDocument): Promise<DocumentAnswer | undefined> => {
		if (!isXml(document) || !isOwnDocument(document)) {
			return undefined;
		}
		const text = document.getText();
		return certificateElement.test(text) ? ask(text) : undefined;
	};

	const listeners = [
		services.onDidChangeJudgement(() => {
			answers.clear();
			changed.fire();
		}),
		config.onDidChange(['language'], () => {
			changed.fire();
		}),
		workspace.onDidCloseTextDocument(({ uri }) => {
			answers.delete(uri.toString());
		}),
	];
	return {
		inDocument(document) {
			const key = document.uri.toString();
			const { version } = document;
			const before = answers.get(key);
			if (before?.version === version) {
				return before.answer;
			}
			const answer = askDocument(document);
			answers.set(key, { version, answer });
			answer.catch(() => {
				// What failed is not kept: the next who asks may have more luck.
				answers.delete(key);
			});
			return answer;
		},
		onDidChange: changed.event,
		dispose() {
			listeners.forEach((listener) => {
				listener.dispose();
			});
			changed.dispose();
		},
	};
}
