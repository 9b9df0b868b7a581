import { Disposable, languages, type Uri } from 'vscode';
import type { KindId } from '../../../documents/kind';
import { openDocument } from '../../documentChecks';
import type { Result } from '../../results';
import type { CertificateServices } from '../certificateServices';
import type { DocumentAnswer, RangedFinding } from '../worker/protocol';
import type { DocumentCertificates } from './documentCertificates';

/** Kinds of documents that always hold certificates: they are looked at also when they are not open. */
const kindsWithCertificates: readonly KindId[] = ['consumerspecificatie', 'cpa'];

/** What the rules of a kind tell already, so that it is not told twice. */
const toldByRules: Partial<Readonly<Record<KindId, RegExp>>> = {
	consumerspecificatie: /^certificate\.container-/,
	cpa: /^certificate\.(?:container-|expired$|oin-mismatch$|oin-missing$)/,
};

/** In XML stands the certificate without those of its issuers, as it should. */
const usual: ReadonlySet<string> = new Set(['certificate.chain-incomplete']);

/** Shows what is wrong with the certificates in documents of a kind that we know, whenever those are checked. */
export function registerCertificateProblems(
	certificates: DocumentCertificates,
	{ results, faults, t }: CertificateServices,
): Disposable {
	const collection = languages.createDiagnosticCollection('lopendeZaken.certificates');
	/** The newest result of each document of which problems are shown or being made. */
	const current = new Map<string, Result>();

	async function update(result: Result): Promise<void> {
		const { uri } = result;
		const key = uri.toString();
		current.set(key, result);
		const answer = await answerFor(uri, certificates);
		const { toDiagnostic } = await import('../../findingWords');
		if (current.get(key) === result) {
			collection.set(
				uri,
				answer === undefined ? [] : problemsIn(answer).map((finding) => toDiagnostic(finding, uri, t)),
			);
		}
	}

	const forget = (uri: Uri): void => {
		current.delete(uri.toString());
		collection.delete(uri);
	};
	const updateIfConcerned = (result: Result): void => {
		const { kind } = result.report;
		const isOpen = openDocument(result.uri) !== undefined;
		if (kind !== 'unknown' && (isOpen || kindsWithCertificates.includes(kind))) {
			faults.watch(update(result));
		} else {
			forget(result.uri);
		}
	};
	const updateAll = (): void => {
		const known = new Map([...results.all()].map((result) => [result.uri.toString(), result]));
		[...current]
			.filter(([key]) => !known.has(key))
			.forEach(([, { uri }]) => {
				forget(uri);
			});
		[...known.values()].forEach(updateIfConcerned);
	};
	return Disposable.from(
		collection,
		certificates.onDidChange(updateAll),
		results.onDidChange((uri) => {
			const result = uri && results.get(uri);
			if (result === undefined) {
				updateAll();
			} else {
				updateIfConcerned(result);
			}
		}),
	);
}

async function answerFor(uri: Uri, certificates: DocumentCertificates): Promise<DocumentAnswer | undefined> {
	const document = openDocument(uri);
	return document === undefined ? certificates.inFile(uri) : certificates.inDocument(document);
}

function problemsIn({
	documentKind,
	certificates: found,
	findings,
}: DocumentAnswer): readonly RangedFinding[] {
	return documentKind === 'unknown'
		? []
		: [...findings, ...found.flatMap((certificate) => certificate.findings)].filter((finding) =>
				isProblem(finding, documentKind),
			);
}

function isProblem({ code, severity }: RangedFinding, kind: KindId): boolean {
	return severity !== 'info' && !usual.has(code) && toldByRules[kind]?.test(code) !== true;
}
