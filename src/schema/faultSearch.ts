import type { Finding } from '../finding';
import type { XmlDocument, XmlElement } from '../xml/tree';
import { contentFindings } from './content/contentFindings';
import type { Diagnosis } from './content/diagnose';
import { diagnoseAll } from './content/contentTrials';
import type { CopyItem, DocumentCopier } from './documentCopy';
import type { SchemaError, SchemaSet, SchemaVerdict } from './engine';
import { isInside, judge } from './judgement';
import type { TrialEngine } from './trialEngine';
import type { Vocabulary } from './vocabulary';
import { createVocabulary } from './vocabulary';

/** Times that the whole document is checked. */
const maxRounds = 12;

/** A document (in UTF-16 units) in which it is tried whether an element belongs elsewhere, and how often. */
const maxMovableDocument = 200_000;
const maxMovedElements = 10;

/** What the engine says of a document that it could judge. */
export type CheckedVerdict = Extract<SchemaVerdict, { status: 'checked' }>;

/**
 * Looks for all faults of a document, in rounds: what the schema says of a copy is told, what hides other faults is repaired in
 * the next copy.
 */
export class FaultSearch {
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

	async run(first: CheckedVerdict, trials: TrialEngine): Promise<void> {
		let verdict: CheckedVerdict | undefined = first;
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
			.sort(byPlace);
		return {
			findings: told.slice(0, maxFindings),
			truncated: this.isTruncated || told.length > maxFindings,
		};
	}

	/** @returns Whether something new was repaired, so that more can be found. */
	private async explain(errors: readonly SchemaError[], trials: TrialEngine): Promise<boolean> {
		const { root, copier, edits, doubtful, vocabulary } = this;
		const judged = judge(errors, { root, copier, edits, isOpen: this.isOpen, doubtful, vocabulary });
		this.add(judged.findings);
		const content = judged.content.filter(({ parent }) => !this.unexplained.has(parent));
		if (content.length === 0) {
			return false;
		}
		const diagnoses = await diagnoseAll(content, edits, copier, trials, {
			isOpen: this.isOpen,
			vocabulary,
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

/** In the order of the document. */
export function byPlace(one: Finding, other: Finding): number {
	return one.span.start - other.span.start || one.span.end - other.span.end;
}
