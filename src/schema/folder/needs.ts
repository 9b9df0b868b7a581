import type { Chain, FailedLink } from './chain';
import type { Gap } from './gaps';
import { findGaps } from './gaps';
import type { ComponentTable, PlacedComponent } from './placedComponent';
import { keyOf, targetOf } from './placedComponent';
import { problemIn } from './problem';
import type { SchemaFolder, SchemaFolderProblem } from './schemaFolder';
import type { LinkFailure, SchemaFolderFindings } from './texts';

/** How many missing names a problem lists. */
const maxNames = 5;

const failureCodes = {
	missing: 'schema-set.missing-file',
	unusable: 'schema-set.unusable-file',
	outside: 'schema-set.outside-folder',
	remote: 'schema-set.remote-location',
} as const satisfies Record<LinkFailure, keyof SchemaFolderFindings>;

/**
 * Tells what is missing for some root elements, and takes what they do not need and what cannot be complete out of the
 * table, so that the rest compiles.
 *
 * @param roots The keys of the root elements.
 */
export function settleGaps(
	table: ComponentTable,
	chain: Chain,
	folder: SchemaFolder,
	roots: readonly string[],
): SchemaFolderProblem[] {
	const gaps = findGaps(table);
	const needed = neededBy(table, roots);
	const isNeeded = (gap: Gap): boolean => needed.has(keyOf(gap.user));
	const neededGaps = gaps.filter(isNeeded);
	const idleGaps = gaps.filter((gap) => !isNeeded(gap));
	leaveOut(
		table,
		idleGaps.map((gap) => gap.user),
	);
	return [
		...chain.failedLinks.map((failed) => failedLinkProblem(failed, neededGaps)),
		...neededGapProblems(neededGaps, chain, folder),
		...idleGapProblems(idleGaps),
	];
}

function neededBy(table: ComponentTable, roots: readonly string[]): ReadonlySet<string> {
	const needed = new Set(roots);
	for (const key of needed) {
		const user = table.get(key);
		for (const reference of user?.component.references ?? []) {
			const target = user && targetOf(user, reference);
			if (target !== undefined) {
				needed.add(target.key);
			}
		}
	}
	return needed;
}

/** Removes components, and those that refer to them. */
function leaveOut(table: ComponentTable, components: readonly PlacedComponent[]): void {
	if (components.length === 0) {
		return;
	}
	const users = new Map<string, PlacedComponent[]>();
	for (const user of table.values()) {
		for (const reference of user.component.references) {
			const target = targetOf(user, reference);
			if (target !== undefined) {
				users.set(target.key, [...(users.get(target.key) ?? []), user]);
			}
		}
	}
	const doomed = new Set(components.map(keyOf));
	for (const key of doomed) {
		for (const user of users.get(key) ?? []) {
			doomed.add(keyOf(user));
		}
	}
	for (const key of doomed) {
		table.delete(key);
	}
}

function failedLinkProblem(failed: FailedLink, gaps: readonly Gap[]): SchemaFolderProblem {
	const { from, link, reason, namespace } = failed;
	const location = link.location ?? '';
	const missed = new Set(
		link.kind === 'redefine'
			? link.components.map((component) => component.name)
			: gaps.filter(({ target }) => target.namespace === namespace).map(({ target }) => target.localName),
	);
	if (missed.size === 0) {
		return problemIn(from.document, link.span, 'schema-set.skipped-location', { location, reason });
	}
	return problemIn(from.document, link.span, failureCodes[reason], {
		location,
		names: [...missed].slice(0, maxNames),
		count: missed.size,
	});
}

function neededGapProblems(gaps: readonly Gap[], chain: Chain, folder: SchemaFolder): SchemaFolderProblem[] {
	const told = new Set<string>();
	return gaps.flatMap(({ user, reference, target }) => {
		const { document } = user.member;
		const name = reference.prefix === '' ? target.localName : `${reference.prefix}:${target.localName}`;
		const { namespace, kind, localName } = target;
		if (namespace === undefined) {
			return tellOnce(told, `prefix ${document.name} ${reference.prefix}`, () =>
				problemIn(document, reference.span, 'schema-set.prefix-unbound', { prefix: reference.prefix, name }),
			);
		}
		if (chain.failedLinks.some((failed) => failed.namespace === namespace)) {
			// The location that failed says it.
			return [];
		}
		const isKnown =
			chain.members.some((member) => member.namespace === namespace) ||
			folder.files.some((file) => file.targetNamespace === namespace);
		return isKnown
			? tellOnce(told, target.key, () =>
					problemIn(document, reference.span, 'schema-set.component-undefined', {
						kind,
						name: localName,
						namespace,
					}),
				)
			: tellOnce(told, `namespace ${namespace}`, () =>
					problemIn(document, reference.span, 'schema-set.namespace-undefined', { namespace, name }),
				);
	});
}

function idleGapProblems(gaps: readonly Gap[]): SchemaFolderProblem[] {
	const told = new Set<string>();
	return gaps.flatMap(({ user, reference, target }) =>
		tellOnce(told, keyOf(user), () =>
			problemIn(user.member.document, reference.span, 'schema-set.component-left-out', {
				kind: target.kind,
				name: target.localName,
				namespace: target.namespace ?? '',
				user: user.name,
			}),
		),
	);
}

function tellOnce<T>(told: Set<string>, key: string, tell: () => T): T[] {
	if (told.has(key)) {
		return [];
	}
	told.add(key);
	return [tell()];
}
