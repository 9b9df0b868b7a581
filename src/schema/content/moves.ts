import type { Children, Outcome } from './contentTrial';
import { expectedOf, nameOf, sameName, unchecked } from './contentTrial';
import type { Candidate, OriginalItem, Removal, ContentChange } from './candidate';
import { originalFrom } from './candidate';

/** Other places that are tried for a child that must go. */
const maxPlaces = 40;

/** What must go at one place and is missing at another is at the wrong place: one fault. */
export function joinMoves(state: Candidate): Candidate {
	const insertions = state.repairs.filter((repair) => repair.kind === 'insert');
	if (insertions.length === 0) {
		return state;
	}
	for (const removed of state.repairs) {
		if (removed.kind !== 'remove') {
			continue;
		}
		const name = nameOf(removed.item);
		const missing = insertions.find(({ alternatives }) =>
			alternatives.some((other) => sameName(other, name)),
		);
		if (missing) {
			const index = state.children.indexOf(missing.inserted);
			const children = state.children.with(index, removed.item);
			const move = moveOf(removed.item, children, index);
			const repairs = state.repairs.flatMap((repair) =>
				repair === removed ? [move] : repair === missing ? [] : [repair],
			);
			return joinMoves({ ...state, children, repairs });
		}
	}
	return state;
}

/** Sees whether a child that had to go can stand elsewhere in the same parent. */
export function* settleElsewhere(state: Candidate, repair: Removal): Generator<Children, Candidate, Outcome> {
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

/** Tells the new place of a child by its neighbour: the one that it moved past, or else the one that now follows it. */
function moveOf(item: OriginalItem, children: Children, index: number): ContentChange {
	const next = originalFrom(children, index + 1, 1);
	const previous = originalFrom(children, index - 1, -1);
	const isForward = previous !== undefined && previous.element.span.start > item.element.span.start;
	const before = isForward ? undefined : next;
	return { kind: 'move', item, before, after: before ? undefined : previous };
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
