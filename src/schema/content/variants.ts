import type { ExpandedName } from '../../xml/tree';
import type { Children } from './contentTrial';
import { expectedOf, nameOf, sameName } from './contentTrial';
import type { CopyItem } from '../documentCopy';
import type { Expected } from '../libxmlMessages';
import type { Candidate, OriginalItem, ContentChange } from './candidate';
import { originalFrom } from './candidate';
import { mostSimilar } from '../similarNames';
import type { Vocabulary } from '../vocabulary';

/** A change that may help. */
export interface Variant {
	readonly children: Children;
	readonly repairs: readonly ContentChange[];
	/** How far-fetched it is: of changes that help as much the cheapest is taken. */
	readonly cost: number;
}

/** What changes cost. A child that must go is the plainest explanation, unless its name is a slip of the pen. */
const costs = {
	slip: 0.9,
	remove: 1,
	insert: 1.1,
	/** A known element under a name that looks like an expected one. */
	similarName: 1.2,
	removePrevious: 1.3,
	/** An expected element that stands further on. */
	fetch: 1.4,
	anyName: 1.5,
} as const;

/** Changes for the first error of some children, the least far-fetched first. */
export function variantsOf({ children, outcome }: Candidate, vocabulary: Vocabulary): readonly Variant[] {
	const expected = expectedOf(outcome);
	const index = outcome.kind === 'unexpected' ? outcome.index : children.length;
	const variants = expected.names.map((name) => insertion(children, index, name));
	const run = runAt(children, index);
	if (run[0]) {
		variants.push(removal(children, index, run, expected));
		variants.push(...renamings(children, index, run, expected, vocabulary));
	}
	const previous = children[index - 1];
	if (outcome.kind === 'unexpected' && previous?.kind === 'original' && previous.renamed === undefined) {
		variants.push({
			...removal(children, index - 1, [previous], expected),
			cost: costs.removePrevious,
		});
	}
	variants.push(...fetchings(children, index, expected));
	return variants.sort((one, other) => one.cost - other.cost);
}

/** Puts an element in. */
export function insertion(children: Children, index: number, name: ExpandedName): Variant {
	const inserted: CopyItem = { kind: 'inserted', name };
	return {
		children: children.toSpliced(index, 0, inserted),
		repairs: [{ kind: 'insert', inserted, alternatives: [name], before: originalFrom(children, index, 1) }],
		cost: costs.insert,
	};
}

/** What is expected further on is not known. */
const unlisted: Expected = { names: [], wildcard: false, cut: true };

/** The last change once more, for all later children with the same name, when the schema does not know that name. */
export function repeated({ children, repairs }: Candidate, vocabulary: Vocabulary): Variant | undefined {
	const last = repairs.at(-1);
	if (
		(last?.kind !== 'remove' && last?.kind !== 'rename') ||
		last.expected.wildcard ||
		vocabulary.isKnown(last.item.element.localName)
	) {
		return undefined;
	}
	const name = nameOf(last.item);
	const again: ContentChange[] = [];
	const changed = children.flatMap((item): readonly CopyItem[] => {
		if (item.kind !== 'original' || item.renamed !== undefined || !sameName(nameOf(item), name)) {
			return [item];
		}
		again.push({ ...last, item, expected: unlisted });
		return last.kind === 'remove' ? [] : [{ ...item, renamed: last.to }];
	});
	return again.length === 0 ? undefined : { children: changed, repairs: again, cost: 0 };
}

/** A child and those with the same name right after it. */
function runAt(children: Children, index: number): readonly OriginalItem[] {
	const run: OriginalItem[] = [];
	for (let at = index; at < children.length; at++) {
		const item = children[at];
		if (item?.kind !== 'original' || item.renamed !== undefined) {
			break;
		}
		if (run[0] && !sameName(nameOf(item), nameOf(run[0]))) {
			break;
		}
		run.push(item);
	}
	return run;
}

/** Takes a run out: when its first is not allowed, none of them is. */
function removal(
	children: Children,
	index: number,
	run: readonly OriginalItem[],
	expected: Expected,
): Variant {
	return {
		children: children.toSpliced(index, run.length),
		repairs: run.map((item) => ({ kind: 'remove', item, expected })),
		cost: costs.remove,
	};
}

/** Other names: the one that looks like it, the same one in another namespace, or else the first that is expected. */
function renamings(
	children: Children,
	index: number,
	run: readonly OriginalItem[],
	expected: Expected,
	vocabulary: Vocabulary,
): readonly Variant[] {
	const own = run[0] && nameOf(run[0]);
	if (!own) {
		return [];
	}
	const renamed = (items: readonly OriginalItem[], { to, similar, cost }: NewName): Variant => ({
		children: children.toSpliced(index, items.length, ...items.map((item) => ({ ...item, renamed: to }))),
		repairs: items.map((item) => ({ kind: 'rename', item, to, similar, expected })),
		cost,
	});
	return newNames(own, expected, vocabulary).flatMap((name) =>
		run.length > 1 && name.similar
			? [renamed(run.slice(0, 1), name), renamed(run, name)]
			: [renamed(run.slice(0, 1), name)],
	);
}

/** A name that a child may have to have. */
interface NewName {
	readonly to: ExpandedName;
	readonly similar: boolean;
	readonly cost: number;
}

function newNames(own: ExpandedName, expected: Expected, vocabulary: Vocabulary): readonly NewName[] {
	const namesake = expected.names.find((name) => name.localName === own.localName && !sameName(name, own));
	const likely = mostSimilar(
		own.localName,
		expected.names.map(({ localName }) => localName),
	);
	const similar = namesake ?? expected.names.find(({ localName }) => localName === likely);
	const to = similar ?? expected.names[0];
	if (to === undefined || sameName(to, own)) {
		return [];
	}
	const isSlip = similar !== undefined && (similar === namesake || !vocabulary.isKnown(own.localName));
	const cost = isSlip ? costs.slip : similar ? costs.similarName : costs.anyName;
	return [
		...(namesake === undefined && expected.cut && vocabulary.isKnown(own.localName)
			? unlistedNamesakes(own, expected)
			: []),
		{ to, similar: similar !== undefined, cost },
	];
}

/** The same name in the namespaces of what is expected: it may be in the part of the list that libxml2 leaves out. */
function unlistedNamesakes({ namespace: own, localName }: ExpandedName, { names }: Expected): NewName[] {
	return [...new Set(names.map(({ namespace }) => namespace))]
		.filter((namespace) => namespace !== own)
		.map((namespace) => ({ to: { namespace, localName }, similar: true, cost: costs.slip }));
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
				repairs: [{ kind: 'move', item, before: originalFrom(children, index, 1), after: undefined }],
				cost: costs.fetch,
			},
		];
	});
}
