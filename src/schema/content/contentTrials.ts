import type { XmlElement } from '../../xml/tree';
import type { Diagnosis, DiagnosisOptions } from './diagnose';
import { diagnose } from './diagnose';
import type { Children, Outcome } from './contentTrial';
import type { DocumentCopier, Edits } from '../documentCopy';
import type { SchemaError } from '../engine';
import { expectedInMessage, isUnexpectedChild } from '../libxmlMessages';
import type { TrialEngine } from '../trialEngine';

/** How the children of one parent do in the document as it is, or after earlier repairs. */
export interface ContentError {
	readonly parent: XmlElement;
	readonly children: Children;
	readonly outcome: Outcome;
}

/**
 * Finds out what is wrong with the children of many parents. Each step tries one change in every parent at once, in one
 * small copy.
 *
 * @param edits The repairs of earlier rounds.
 * @param isOpen Whether the end of an element is not known, so that it cannot be incomplete.
 */
export async function diagnoseAll(
	errors: readonly ContentError[],
	edits: Edits,
	copier: DocumentCopier,
	engine: TrialEngine,
	options: DiagnosisOptions & { readonly isOpen: (element: XmlElement) => boolean },
): Promise<ReadonlyMap<XmlElement, Diagnosis>> {
	const diagnoses = new Map<XmlElement, Diagnosis>();
	for (const group of withoutNesting(errors)) {
		const searches = group.map(({ parent, children, outcome }) => {
			const search = diagnose(children, outcome, options);
			return { parent, search, step: search.next() };
		});
		for (;;) {
			const active = new Map<XmlElement, Children>();
			for (const { parent, step } of searches) {
				if (step.done) {
					diagnoses.set(parent, step.value);
				} else {
					active.set(parent, step.value);
				}
			}
			if (active.size === 0) {
				break;
			}
			const outcomes = await tryChildren(active, edits, copier, engine, options.isOpen);
			for (const search of searches) {
				if (!search.step.done) {
					search.step = search.search.next(outcomes.get(search.parent) ?? { kind: 'unknown' });
				}
			}
		}
	}
	return diagnoses;
}

/** Groups in which no parent stands inside another: those inside first. */
function withoutNesting(errors: readonly ContentError[]): readonly (readonly ContentError[])[] {
	const groups: ContentError[][] = [];
	let left = [...errors];
	while (left.length > 0) {
		const outer = new Set<XmlElement>();
		for (const { parent } of left) {
			for (let node = parent.parent; node && !outer.has(node); node = node.parent) {
				outer.add(node);
			}
		}
		groups.push(left.filter(({ parent }) => !outer.has(parent)));
		left = left.filter(({ parent }) => outer.has(parent));
	}
	return groups;
}

async function tryChildren(
	tried: ReadonlyMap<XmlElement, Children>,
	edits: Edits,
	copier: DocumentCopier,
	engine: TrialEngine,
	isOpen: (element: XmlElement) => boolean,
): Promise<ReadonlyMap<XmlElement, Outcome>> {
	const parents = [...tried.keys()];
	const edited = new Map([...edits, ...tried]);
	const paths = new Map(
		parents.flatMap((parent) => {
			const indices = copier.indices(edited, parent);
			return indices ? [[indices.join(), { parent, indices }] as const] : [];
		}),
	);
	const reachable = [...paths.values()];
	const verdict = await engine.outline(
		copier.outline(
			edited,
			reachable.map(({ parent }) => parent),
		),
		reachable.map(({ indices }) => indices),
	);
	if (verdict?.status !== 'checked') {
		return new Map();
	}
	const outcomes = new Map<XmlElement, Outcome>(
		reachable.map(({ parent }) => [parent, { kind: verdict.truncated ? 'unknown' : 'fits' }]),
	);
	for (const error of verdict.errors) {
		const indices = indicesOf(error);
		const unexpected = isUnexpectedChild(error.message);
		const parent = paths.get((unexpected ? indices.slice(0, -1) : indices).join())?.parent;
		if (parent) {
			outcomes.set(parent, contentOutcome(error, indices, isOpen(parent)));
		}
	}
	return outcomes;
}

/** What a content-model error says of the children of a parent. */
export function contentOutcome(error: SchemaError, indices: readonly number[], isOpen: boolean): Outcome {
	const expected = expectedInMessage(error.message);
	if (isUnexpectedChild(error.message)) {
		return { kind: 'unexpected', index: indices.at(-1) ?? 0, expected };
	}
	return isOpen ? { kind: 'fits' } : { kind: 'incomplete', expected };
}

/** The place that an error names: child indices over element siblings. */
export function indicesOf({ xpath }: SchemaError): readonly number[] {
	return [...xpath.matchAll(/\[(\d+)\]/g)].slice(1).map(([, position]) => Number(position) - 1);
}
