import type { Finding } from '../finding';
import { elementIndices } from '../xml/navigate';
import type { XmlDocument, XmlElement } from '../xml/tree';
import { contentFindings } from './contentFindings';
import { diagnoseAll } from './contentTrials';
import type { Diagnosis } from './contentRepair';
import type { CopyItem, DocumentCopier } from './documentCopy';
import { createDocumentCopier } from './documentCopy';
import type { SchemaCompileError, SchemaEngine, SchemaError, SchemaSet, SchemaVerdict } from './engine';
import { isInside, judge } from './judgement';
import type { TrialEngine } from './trialEngine';
import { createTrialEngine } from './trialEngine';
import type { Vocabulary } from './vocabulary';
import { createVocabulary } from './vocabulary';

export interface SchemaStageOptions {
	readonly maxFindings: number;
	/** Looked at between calls of the engine; when it is aborted, the check rejects with its reason. */
	readonly signal?: AbortSignal;
}

export type SchemaStageResult =
	/** `truncated`: there are more faults than these, because of `maxFindings` or because looking for them takes too long. */
	| { readonly status: 'checked'; readonly findings: readonly Finding[]; readonly truncated: boolean }
	/** libxml2 refuses a document that our parser takes (a limit, a DOCTYPE); `message` is libxml2's own. */
	| { readonly status: 'refused'; readonly message: string }
	| { readonly status: 'schema-unusable'; readonly errors: readonly SchemaCompileError[] };

/** Times that the whole document is checked. */
const maxRounds = 12;

/** A document (in UTF-16 units) in which it is tried whether an element belongs elsewhere, and how often. */
const maxMovableDocument = 200_000;
const maxMovedElements = 10;

/** Errors of one call: libxml2 may give some for one finding. */
function maxErrorsFor(maxFindings: number): number {
	return 2 * maxFindings + 100;
}

/**
 * Checks one message against its schema and finds each fault once, at the part of the text that has to change.
 *
 * libxml2 leaves the rest of a parent unchecked after the first child that it does not expect. So a copy is made in which
 * that fault is repaired, the copy is checked, and so on. Of a document that is not well-formed only the part before its
 * first fault is judged.
 *
 * @param root The message in `document`: its root, or the message inside a SOAP Body.
 * @param engine Called once for a valid document; again, a bounded number of times, to see past a content-model error.
 */
export async function checkSchema(
	document: XmlDocument,
	root: XmlElement,
	set: SchemaSet,
	engine: SchemaEngine,
	options: SchemaStageOptions,
): Promise<SchemaStageResult> {
	const { maxFindings, signal } = options;
	const limit = faultOffset(document);
	if (limit !== undefined && limit < root.startTagSpan.end) {
		return { status: 'checked', findings: [], truncated: false };
	}
	const isAsWritten = limit === undefined && document.doctype === undefined && document.faults.length === 0;
	const copier = createDocumentCopier(document, isAsWritten ? undefined : (limit ?? Infinity));
	const at = elementIndices(root);
	const maxErrors = maxErrorsFor(maxFindings);
	signal?.throwIfAborted();
	const source = isAsWritten ? document.text : copier.whole(new Map());
	const verdict = await engine.validate(source, set, { at, maxErrors });
	switch (verdict.status) {
		case 'not-parsed':
			return { status: 'refused', message: verdict.errors[0]?.message ?? '' };
		case 'schema-unusable':
			return verdict;
		case 'checked': {
			if (verdict.errors.length === 0) {
				return { status: 'checked', findings: [], truncated: false };
			}
			const search = new FaultSearch(document, root, set, maxFindings, limit, copier);
			await search.run(verdict, createTrialEngine(engine, set, at, maxErrors, signal));
			return { status: 'checked', ...search.result() };
		}
	}
}

/**
 * Where a document that is not well-formed goes wrong first; `undefined` when all of the root element is sound. What is
 * wrong before the root or after it does not matter to a schema.
 */
function faultOffset({ faults, root }: XmlDocument): number | undefined {
	const inside = faults.find(({ span }) => root && span.end > root.span.start);
	return inside && root && inside.span.start < root.span.end ? inside.span.start : undefined;
}

/** The rounds of one check. */
class FaultSearch {
	private readonly findings = new Map<string, Finding>();
	private readonly edits = new Map<XmlElement, readonly CopyItem[]>();
	/** Parents whose children could not be explained. */
	private readonly unexplained = new Set<XmlElement>();
	private readonly doubtful = new Set<XmlElement>();
	/** Elements that are in a wrong namespace, by that namespace and the right one. */
	private readonly misnamed = new Map<string, Set<XmlElement>>();
	private readonly vocabulary: Vocabulary;
	private movesLeft: number;
	private isTruncated = false;

	constructor(
		document: XmlDocument,
		private readonly root: XmlElement,
		set: SchemaSet,
		private readonly maxFindings: number,
		private readonly limit: number | undefined,
		private readonly copier: DocumentCopier,
	) {
		this.vocabulary = createVocabulary(set);
		this.movesLeft = document.text.length < maxMovableDocument ? maxMovedElements : 0;
	}

	async run(first: Errors, trials: TrialEngine): Promise<void> {
		let verdict: Errors | undefined = first;
		for (let round = 0; round < maxRounds && verdict; round++) {
			this.isTruncated ||= verdict.truncated;
			const found = await this.explain(verdict.errors, trials);
			if (!found) {
				return;
			}
			const next: SchemaVerdict | undefined =
				this.findings.size < this.maxFindings ? await trials.whole(this.copier.whole(this.edits)) : undefined;
			verdict = next?.status === 'checked' ? next : undefined;
		}
		this.isTruncated = true;
	}

	result(): { readonly findings: readonly Finding[]; readonly truncated: boolean } {
		const { limit, maxFindings } = this;
		const told = [...this.findings.values()]
			.filter(({ span }) => limit === undefined || span.end <= limit)
			.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
		return {
			findings: told.slice(0, maxFindings),
			truncated: this.isTruncated || told.length > maxFindings,
		};
	}

	/** @returns Whether something new was repaired, so that more can be found. */
	private async explain(errors: readonly SchemaError[], trials: TrialEngine): Promise<boolean> {
		const { root, copier, edits, doubtful } = this;
		const judged = judge(errors, { root, copier, edits, isOpen: this.isOpen, doubtful });
		this.add(judged.findings);
		const content = judged.content.filter(({ parent }) => !this.unexplained.has(parent));
		if (content.length === 0) {
			return false;
		}
		const diagnoses = await diagnoseAll(content, edits, copier, trials, {
			isOpen: this.isOpen,
			vocabulary: this.vocabulary,
			mayMove: () => this.movesLeft-- > 0,
		});
		for (const [parent, diagnosis] of diagnoses) {
			this.accept(parent, diagnosis);
		}
		return true;
	}

	private accept(parent: XmlElement, diagnosis: Diagnosis): void {
		this.edits.set(parent, diagnosis.children);
		if (diagnosis.outcome.kind !== 'fits') {
			this.unexplained.add(parent);
			this.isTruncated ||= diagnosis.outcome.kind !== 'incomplete';
		}
		const repairs = diagnosis.repairs.filter((repair) => {
			if (repair.kind !== 'rename') {
				return true;
			}
			const { element } = repair.item;
			if (!repair.similar) {
				this.doubtful.add(element);
			}
			return repair.to.localName !== element.localName || this.isFirstMisnamed(element, repair.to.namespace);
		});
		this.add(contentFindings(parent, { ...diagnosis, repairs }));
	}

	/** An element in the same wrong namespace as one that it stands in has the same cause, and is not told again. */
	private isFirstMisnamed(element: XmlElement, namespace: string): boolean {
		const key = `${element.namespace ?? ''} ${namespace}`;
		const misnamed = this.misnamed.get(key) ?? new Set();
		this.misnamed.set(key, misnamed);
		misnamed.add(element);
		return !isInside(element.parent, misnamed);
	}

	private readonly isOpen = (element: XmlElement): boolean =>
		this.limit !== undefined && element.span.end > this.limit;

	private add(findings: readonly Finding[]): void {
		for (const finding of findings) {
			this.findings.set(
				`${finding.code} ${finding.span.start} ${finding.span.end} ${JSON.stringify(finding.data)}`,
				finding,
			);
		}
	}
}

type Errors = Extract<SchemaVerdict, { status: 'checked' }>;
