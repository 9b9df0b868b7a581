import type { Children, Outcome } from './contentTrial';
import { expectedOf, nameOf, sameName, unchecked } from './contentTrial';
import type { Expected } from '../libxmlMessages';
import type { Candidate, Insertion, ContentChange } from './candidate';
import { byProgress } from './candidate';
import { joinMoves, settleElsewhere } from './moves';
import type { Variant } from './variants';
import { insertion, repeated, variantsOf } from './variants';
import type { Vocabulary } from '../vocabulary';

/** What is wrong with the children of one parent, and children that fit, or fit further. */
export interface Diagnosis {
	readonly repairs: readonly ContentChange[];
	readonly children: Children;
	/** How the repaired children do. When one is unexpected still, what comes after it has not been checked. */
	readonly outcome: Outcome;
}

export interface DiagnosisOptions {
	readonly vocabulary: Vocabulary;
	/** Asked for each child that must go: whether to look for another place for it. */
	readonly mayMove: () => boolean;
}

/** Errors in one parent after which the search stops. */
const maxErrors = 12;

/** Changes that are combined to explain one error. */
const maxDepth = 3;

/** Combinations that are pursued at each depth. */
const breadth = 4;

/** Children that must be accepted behind those that a change is about, before it counts as the right one. */
const solid = 2;

/** Elements that are put in, one after another, before the next one fits. */
const maxChain = 20;

/** What each further element of a row that is missing costs: they are one fault. */
const chainCost = 0.1;

/** What it costs to put in an element that could have been left out. */
const optionalCost = 1;

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
	for (let error = 0; error < maxErrors && isFaulty(state.outcome); error++) {
		const better = yield* findRepairs(state, options);
		if (!better) {
			return { ...state, repairs: [...state.repairs, unexplained(state)] };
		}
		const settled = yield* settle(joinMoves(yield* repeat(better, options)), options);
		state = joinMoves({ ...settled, cost: 0, repairs: [...state.repairs, ...settled.repairs] });
	}
	return state;
}

function isFaulty({ kind }: Outcome): boolean {
	return kind === 'unexpected' || kind === 'incomplete';
}

function unexplained({ children, outcome }: Candidate): ContentChange {
	const item = outcome.kind === 'unexpected' ? children[outcome.index] : undefined;
	return {
		kind: 'unexplained',
		item: item?.kind === 'original' ? item : undefined,
		expected: expectedOf(outcome),
	};
}

/** An element that the schema does not know is as wrong further on: repairs the others as well. */
function* repeat(
	found: Candidate,
	{ vocabulary }: DiagnosisOptions,
): Generator<Children, Candidate, Outcome> {
	const variant = repeated(found, vocabulary);
	const result = variant && (yield* tryVariant(found, variant));
	return result && result.left < found.left ? result : found;
}

/** Sees whether children that had to go can stand elsewhere in the same parent. */
function* settle(found: Candidate, options: DiagnosisOptions): Generator<Children, Candidate, Outcome> {
	let state = found;
	for (const repair of found.repairs) {
		if (
			repair.kind === 'remove' &&
			options.vocabulary.isKnown(repair.item.element.localName) &&
			options.mayMove()
		) {
			state = yield* settleElsewhere(state, repair);
		}
	}
	return state;
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
		const [solved] = tried.filter((candidate) => isSolved(candidate, state, options)).sort(byProgress);
		if (solved) {
			return solved;
		}
		const [best] = tried.toSorted(byProgress);
		if (best && (!furthest || byProgress(best, furthest) < 0)) {
			furthest = best;
		}
		if (isForeign(state, options)) {
			break;
		}
		level = tried
			.filter(({ left }) => left <= state.left)
			.sort((one, other) => one.cost - other.cost)
			.slice(0, breadth);
	}
	return furthest && furthest.left < state.left ? furthest : undefined;
}

/** The first error is about an element that has nothing to do with the schema: there is no need to look for more. */
function isForeign({ children, outcome }: Candidate, { vocabulary }: DiagnosisOptions): boolean {
	const item = outcome.kind === 'unexpected' ? children[outcome.index] : undefined;
	const name = item && nameOf(item).localName;
	return name !== undefined && !vocabulary.isKnown(name) && !vocabulary.isSlip(name);
}

/** No error is left, or the next one is well behind what was changed, or a name was so wrong that nothing else can be meant. */
function isSolved(
	{ outcome, left, repairs }: Candidate,
	before: Candidate,
	{ vocabulary }: DiagnosisOptions,
): boolean {
	const [first] = repairs;
	const isSlip =
		first?.kind === 'rename' && first.similar && !vocabulary.isKnown(first.item.element.localName);
	const changed = repairs.filter(({ kind }) => kind === 'remove' || kind === 'rename').length;
	return (
		outcome.kind === 'fits' ||
		(repairs.length === 1 && isSlip && left < before.left) ||
		(outcome.kind === 'unexpected' && left <= before.left - Math.max(changed, 1) - solid)
	);
}

function* tryVariants(
	candidate: Candidate,
	{ vocabulary }: DiagnosisOptions,
): Generator<Children, readonly Candidate[], Outcome> {
	const tried: Candidate[] = [];
	for (const variant of variantsOf(candidate, vocabulary)) {
		// Nothing beats a change that is less far-fetched and leaves no error.
		if (tried.some(({ outcome, cost }) => outcome.kind === 'fits' && cost < candidate.cost + variant.cost)) {
			break;
		}
		const result = yield* tryVariant(candidate, variant);
		if (result) {
			tried.push(result);
		}
	}
	const joined = joinAlternatives(tried);
	const chain = yield* insertOn(candidate, joined);
	return chain ? [...joined, chain] : joined;
}

function* tryVariant(
	candidate: Candidate,
	{ children, repairs, cost }: Variant,
): Generator<Children, Candidate | undefined, Outcome> {
	const outcome = yield children;
	if (outcome.kind === 'unknown') {
		return undefined;
	}
	const [repair] = repairs;
	const isOptional =
		repair?.kind === 'insert' && leavesAlternative(repair, expectedOf(candidate.outcome), outcome);
	return {
		children,
		outcome,
		left: unchecked(children, outcome),
		repairs: [...candidate.repairs, ...repairs],
		cost: candidate.cost + cost + (isOptional ? optionalCost : 0),
	};
}

/** Goes on putting elements in at the same place, until what follows fits: several elements are missing in a row. */
function* insertOn(
	start: Candidate,
	tried: readonly Candidate[],
): Generator<Children, Candidate | undefined, Outcome> {
	let inserted = tried.filter(({ repairs }) => repairs.at(-1)?.kind === 'insert');
	for (let length = 1; length < maxChain; length++) {
		const [best] = inserted.toSorted(byProgress);
		if (!best || best.left < start.left || best.outcome.kind === 'fits') {
			return length > 1 ? best : undefined;
		}
		const { children, outcome } = best;
		const index = outcome.kind === 'unexpected' ? outcome.index : children.length;
		const next: Candidate[] = [];
		for (const name of expectedOf(outcome).names) {
			const result = yield* tryVariant(best, { ...insertion(children, index, name), cost: chainCost });
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
function leavesAlternative(repair: Insertion, before: Expected, outcome: Outcome): boolean {
	const own = nameOf(repair.inserted);
	return expectedOf(outcome).names.some(
		(name) => !sameName(name, own) && before.names.some((other) => sameName(name, other)),
	);
}

/** Elements that do equally well when put in are alternatives of one fault; the first stands for all. */
function joinAlternatives(tried: readonly Candidate[]): Candidate[] {
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
