import type { ExpandedName } from '../xml/tree';
import type { Children, Outcome } from './contentTrial';
import { expectedOf, nameOf, sameName, unchecked } from './contentTrial';
import type { CopyItem } from './documentCopy';
import type { Expected } from './libxmlMessages';
import { mostSimilar } from './similarNames';

/** A child of the document. */
type OriginalItem = Extract<CopyItem, { kind: 'original' }>;

/** One change that makes the children of a parent fit its content model better: the kind of fault, and its cure. */
export type Repair =
	/** A child must go: there are too many of it, or it does not belong here. */
	| { readonly kind: 'remove'; readonly item: OriginalItem; readonly expected: Expected }
	/** A child must stand elsewhere: right before, or right after, another one. */
	| {
			readonly kind: 'move';
			readonly item: OriginalItem;
			readonly before: OriginalItem | undefined;
			readonly after: OriginalItem | undefined;
	  }
	/** A child must have another name. */
	| {
			readonly kind: 'rename';
			readonly item: OriginalItem;
			readonly to: ExpandedName;
			/** The names look alike, so that it is a slip of the pen. */
			readonly similar: boolean;
			readonly expected: Expected;
	  }
	/** A child is missing, before another one or at the end. */
	| {
			readonly kind: 'insert';
			readonly inserted: CopyItem;
			/** Any of these will do as well; the first is put in. */
			readonly alternatives: readonly ExpandedName[];
			readonly before: OriginalItem | undefined;
	  }
	/** Nothing helped. */
	| {
			readonly kind: 'unexplained';
			/** The child that is not expected; `undefined` when the children are incomplete. */
			readonly item: OriginalItem | undefined;
			readonly expected: Expected;
	  };

/** What is wrong with the children of one parent, and children that fit, or fit further. */
export interface Diagnosis {
	readonly repairs: readonly Repair[];
	readonly children: Children;
	/** How the repaired children do; when they do not fit, more is wrong than was found. */
	readonly outcome: Outcome;
}

export interface DiagnosisOptions {
	/** Whether the schema has an element (or attribute) with this local name: then it is no slip of the pen. */
	readonly isKnown: (localName: string) => boolean;
	/** Asked for each child that must go: whether to look for another place for it. */
	readonly mayMove: () => boolean;
}

/** Faults in one parent after which the search stops. */
const maxFaults = 12;

/** Changes that are combined to explain one error. */
const maxDepth = 3;

/** Combinations that are pursued at each depth. */
const breadth = 4;

/** Children that must be accepted after an error, the erroneous one included, before a change counts as the right one. */
const solid = 3;

/** Other places that are tried for a child that must go. */
const maxPlaces = 40;

/** Elements that are put in, one after another, before the next one fits. */
const maxChain = 20;

/** The children after some changes. */
interface Candidate {
	readonly children: Children;
	readonly outcome: Outcome;
	/** As {@link unchecked} counts. */
	readonly left: number;
	readonly repairs: readonly Repair[];
	/** How far-fetched the changes are together. */
	readonly cost: number;
}

interface Variant {
	readonly children: Children;
	readonly repair: Repair;
	readonly cost: number;
}

/**
 * Explains why the children of a parent do not fit its content model. libxml2 only tells the first child that it does not
 * expect, and checks no further. So changes are tried, as in the error recovery of parsers: the change after which
 * the content model gets furthest tells the fault.
 *
 * A generator: yields children to try, takes how they do, and returns the diagnosis. So many parents can be tried at once.
 *
 * @param outcome How `children` do as they are.
 */
export function* diagnose(
	children: Children,
	outcome: Outcome,
	options: DiagnosisOptions,
): Generator<Children, Diagnosis, Outcome> {
	let state: Candidate = { children, outcome, left: unchecked(children, outcome), repairs: [], cost: 0 };
	while (
		(state.outcome.kind === 'unexpected' || state.outcome.kind === 'incomplete') &&
		state.repairs.length < maxFaults
	) {
		const better = yield* findRepairs(state, options);
		if (!better) {
			return { ...state, repairs: [...state.repairs, unexplained(state)], outcome: { kind: 'unknown' } };
		}
		const settled = yield* settle(better, options);
		state = joinMoves({ ...settled, cost: 0, repairs: [...state.repairs, ...settled.repairs] });
	}
	return state;
}

/** What must go at one place and is missing at another is at the wrong place: one fault. */
function joinMoves(state: Candidate): Candidate {
	for (const removed of state.repairs) {
		if (removed.kind !== 'remove') {
			continue;
		}
		const name = nameOf(removed.item);
		const missing = state.repairs.find(
			(repair) => repair.kind === 'insert' && repair.alternatives.some((other) => sameName(other, name)),
		);
		if (missing?.kind === 'insert') {
			const index = state.children.indexOf(missing.inserted);
			const children = state.children.with(index, removed.item);
			const move = moveOf(removed.item, children, index);
			return joinMoves({
				...state,
				children,
				repairs: state.repairs.flatMap((repair) =>
					repair === removed ? [move] : repair === missing ? [] : [repair],
				),
			});
		}
	}
	return state;
}

/** Tells the new place of a child by its neighbour: the one that it moved past, or else the one that now follows it. */
function moveOf(item: OriginalItem, children: Children, index: number): Repair {
	const next = originalFrom(children, index + 1, 1);
	const previous = originalFrom(children, index - 1, -1);
	const isForward = previous !== undefined && previous.element.span.start > item.element.span.start;
	const before = isForward ? undefined : next;
	return { kind: 'move', item, before, after: before ? undefined : previous };
}

function unexplained({ children, outcome }: Candidate): Repair {
	const item = outcome.kind === 'unexpected' ? children[outcome.index] : undefined;
	return {
		kind: 'unexplained',
		item: item?.kind === 'original' ? item : undefined,
		expected: expectedOf(outcome),
	};
}

/** Finds the changes that explain the first error of some children. The result has those changes only. */
function* findRepairs(
	state: Candidate,
	options: DiagnosisOptions,
): Generator<Children, Candidate | undefined, Outcome> {
	let level: readonly Candidate[] = [{ ...state, repairs: [], cost: 0 }];
	let furthest: Candidate | undefined;
	for (let depth = 0; depth < maxDepth; depth++) {
		const tried: Candidate[] = [];
		for (const candidate of level) {
			tried.push(...(yield* tryVariants(candidate, options)));
		}
		const solved = tried
			.filter(
				({ left, outcome }) =>
					outcome.kind === 'fits' || (outcome.kind === 'unexpected' && left <= state.left - solid),
			)
			.sort(byProgress);
		if (solved[0]) {
			return solved[0];
		}
		const best = tried.toSorted(byProgress)[0];
		if (best && (!furthest || byProgress(best, furthest) < 0)) {
			furthest = best;
		}
		level = tried
			.filter(({ left }) => left <= state.left)
			.sort((one, other) => one.cost - other.cost)
			.slice(0, breadth);
	}
	return furthest && furthest.left < state.left ? furthest : undefined;
}

/** Furthest first; of those that get equally far, the least far-fetched. */
function byProgress(one: Candidate, other: Candidate): number {
	return one.left - other.left || one.cost - other.cost;
}

function* tryVariants(
	candidate: Candidate,
	options: DiagnosisOptions,
): Generator<Children, readonly Candidate[], Outcome> {
	const tried: Candidate[] = [];
	for (const variant of variantsOf(candidate, options)) {
		// Nothing beats a change that is less far-fetched and leaves no error.
		if (tried.some(({ outcome, cost }) => outcome.kind === 'fits' && cost < candidate.cost + variant.cost)) {
			break;
		}
		const result = yield* tryVariant(candidate, variant);
		if (result) {
			tried.push(result);
		}
	}
	const chain = yield* insertOn(candidate, tried);
	return [...joinAlternatives(tried), ...(chain ? [chain] : [])];
}

function* tryVariant(
	candidate: Candidate,
	{ children, repair, cost }: Variant,
): Generator<Children, Candidate | undefined, Outcome> {
	const outcome = yield children;
	if (outcome.kind === 'unknown') {
		return undefined;
	}
	const isOptional =
		repair.kind === 'insert' && leavesAlternative(repair, expectedOf(candidate.outcome), outcome);
	return {
		children,
		outcome,
		left: unchecked(children, outcome),
		repairs: [...candidate.repairs, repair],
		cost: candidate.cost + cost + (isOptional ? 1 : 0),
	};
}

/** Goes on putting elements in at the same place, until what follows fits: several elements are missing in a row. */
function* insertOn(
	start: Candidate,
	tried: readonly Candidate[],
): Generator<Children, Candidate | undefined, Outcome> {
	let inserted: readonly Candidate[] = joinAlternatives(tried).filter(
		({ repairs }) => repairs.at(-1)?.kind === 'insert',
	);
	for (let length = 1; length < maxChain; length++) {
		const best = inserted.toSorted(byProgress)[0];
		if (!best || best.left < start.left || best.outcome.kind === 'fits') {
			return length > 1 ? best : undefined;
		}
		const { children, outcome } = best;
		const index = outcome.kind === 'unexpected' ? outcome.index : children.length;
		const next: Candidate[] = [];
		for (const name of expectedOf(outcome).names) {
			const result = yield* tryVariant(best, { ...insertion(children, index, name), cost: 0.1 });
			if (result) {
				next.push(result);
			}
		}
		inserted = joinAlternatives(next);
	}
	return undefined;
}

/**
 * After an element is put in, others that were expected with it are expected still: then it could have been left out (or
 * they all must come, in any order), and another one is the better guess.
 */
function leavesAlternative(
	repair: Extract<Repair, { kind: 'insert' }>,
	before: Expected,
	outcome: Outcome,
): boolean {
	const own = nameOf(repair.inserted);
	return expectedOf(outcome).names.some(
		(name) => !sameName(name, own) && before.names.some((other) => sameName(name, other)),
	);
}

/** Elements that do equally well when put in are alternatives of one fault; the first stands for all. */
function joinAlternatives(tried: readonly Candidate[]): readonly Candidate[] {
	const joined = new Map<string, Candidate>();
	const others: Candidate[] = [];
	for (const candidate of tried) {
		const repair = candidate.repairs.at(-1);
		if (repair?.kind !== 'insert') {
			others.push(candidate);
			continue;
		}
		const key = JSON.stringify([candidate.outcome, candidate.cost]);
		const first = joined.get(key);
		const firstRepair = first?.repairs.at(-1);
		if (first && firstRepair?.kind === 'insert') {
			const alternatives = [...firstRepair.alternatives, ...repair.alternatives];
			joined.set(key, {
				...first,
				repairs: [...first.repairs.slice(0, -1), { ...firstRepair, alternatives }],
			});
		} else {
			joined.set(key, candidate);
		}
	}
	return [...others, ...joined.values()].sort((one, other) => one.cost - other.cost);
}

/** Changes for the first error of some children, the least far-fetched first. */
function variantsOf({ children, outcome }: Candidate, options: DiagnosisOptions): readonly Variant[] {
	const expected = expectedOf(outcome);
	const index = outcome.kind === 'unexpected' ? outcome.index : children.length;
	const variants = expected.names.map((name) => insertion(children, index, name));
	const item = children[index];
	if (item?.kind === 'original' && item.renamed === undefined) {
		variants.push(removal(children, index, item, expected));
		variants.push(...renamings(children, index, item, expected, options));
	}
	const previous = children[index - 1];
	if (previous?.kind === 'original' && previous.renamed === undefined && outcome.kind === 'unexpected') {
		variants.push({ ...removal(children, index - 1, previous, expected), cost: 1.3 });
	}
	variants.push(...fetchings(children, index, expected));
	return variants.sort((one, other) => one.cost - other.cost);
}

function insertion(children: Children, index: number, name: ExpandedName): Variant {
	const inserted: CopyItem = { kind: 'inserted', name };
	return {
		children: children.toSpliced(index, 0, inserted),
		repair: { kind: 'insert', inserted, alternatives: [name], before: originalFrom(children, index, 1) },
		cost: 1.1,
	};
}

function removal(children: Children, index: number, item: OriginalItem, expected: Expected): Variant {
	return { children: children.toSpliced(index, 1), repair: { kind: 'remove', item, expected }, cost: 1 };
}

/** Other names: the one that looks like it, the same one in another namespace, or else the first that is expected. */
function renamings(
	children: Children,
	index: number,
	item: OriginalItem,
	expected: Expected,
	{ isKnown }: DiagnosisOptions,
): readonly Variant[] {
	const own = nameOf(item);
	const namesake = expected.names.find((name) => name.localName === own.localName && !sameName(name, own));
	const likely = mostSimilar(
		own.localName,
		expected.names.map(({ localName }) => localName),
	);
	const similar = namesake ?? expected.names.find(({ localName }) => localName === likely);
	const isSlip = similar !== undefined && (similar === namesake || !isKnown(own.localName));
	const to = similar ?? expected.names[0];
	if (to === undefined || sameName(to, own)) {
		return [];
	}
	const repair: Repair = { kind: 'rename', item, to, similar: similar !== undefined, expected };
	return [
		{
			children: children.with(index, { ...item, renamed: to }),
			repair,
			cost: isSlip ? 0.9 : similar ? 1.2 : 1.5,
		},
	];
}

/** Elements that are expected here and stand further on. */
function fetchings(children: Children, index: number, expected: Expected): readonly Variant[] {
	return expected.names.flatMap((name): readonly Variant[] => {
		const from = children.findIndex((item, at) => at > index && sameName(nameOf(item), name));
		const item = children[from];
		if (item?.kind !== 'original') {
			return [];
		}
		return [
			{
				children: children.toSpliced(from, 1).toSpliced(index, 0, item),
				repair: { kind: 'move', item, before: originalFrom(children, index, 1), after: undefined },
				cost: 1.4,
			},
		];
	});
}

/** The nearest child of the document, from an index on, forward (1) or backward (-1). */
function originalFrom(children: Children, index: number, step: 1 | -1): OriginalItem | undefined {
	for (let at = index; at >= 0 && at < children.length; at += step) {
		const item = children[at];
		if (item?.kind === 'original') {
			return item;
		}
	}
	return undefined;
}

/** Sees whether children that had to go can stand elsewhere in the same parent. */
function* settle(found: Candidate, options: DiagnosisOptions): Generator<Children, Candidate, Outcome> {
	let state = found;
	for (const repair of found.repairs) {
		if (repair.kind === 'remove' && options.isKnown(repair.item.element.localName) && options.mayMove()) {
			state = yield* settleElsewhere(state, repair);
		}
	}
	return state;
}

function* settleElsewhere(
	state: Candidate,
	repair: Extract<Repair, { kind: 'remove' }>,
): Generator<Children, Candidate, Outcome> {
	const { item } = repair;
	for (const index of otherPlaces(state, item)) {
		const children = state.children.toSpliced(index, 0, item);
		const outcome = yield children;
		const isSeen = outcome.kind !== 'unexpected' || outcome.index > index;
		if (outcome.kind !== 'unknown' && isSeen && unchecked(children, outcome, item) <= state.left) {
			const move = moveOf(item, children, index);
			const repairs = state.repairs.map((other) => (other === repair ? move : other));
			return { ...state, children, outcome, left: unchecked(children, outcome), repairs };
		}
	}
	return state;
}

/** Places for a child that was taken out, the likeliest first: where it is expected now, then nearest backward, then forward. */
function otherPlaces({ children, outcome }: Candidate, item: OriginalItem): Iterable<number> {
	// The place that the child was taken from: after the last child of the document that stands before it there.
	const start = item.element.span.start;
	const from =
		children.findLastIndex((other) => other.kind === 'original' && other.element.span.start < start) + 1;
	const places = new Set<number>();
	if (expectedOf(outcome).names.some((name) => sameName(name, nameOf(item)))) {
		places.add(outcome.kind === 'unexpected' ? outcome.index : children.length);
	}
	for (let index = from - 1; index >= 0 && places.size < maxPlaces; index--) {
		places.add(index);
	}
	for (let index = from + 1; index <= children.length && places.size < maxPlaces; index++) {
		places.add(index);
	}
	places.delete(from);
	return places;
}
