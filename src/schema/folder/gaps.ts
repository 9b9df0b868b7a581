import type { Chain, Member } from './chain';
import { extendChain } from './chain';
import { placeComponents } from './components';
import type { ComponentTable, PlacedComponent, Target } from './placedComponent';
import { targetOf } from './placedComponent';
import { problemIn } from './problem';
import type { SchemaDocument, SchemaReference } from './schemaDocument';
import type { SchemaFolder, SchemaFolderProblem } from './schemaFolder';
import { createXmlNamespaceDocument, xmlNamespace } from './xmlNamespace';

/** A reference that leads nowhere. */
export interface Gap {
	readonly user: PlacedComponent;
	readonly reference: SchemaReference;
	readonly target: Target;
}

/** All references that lead nowhere, in the order of the components. */
export function findGaps(table: ComponentTable): Gap[] {
	const gaps: Gap[] = [];
	for (const user of table.values()) {
		for (const reference of user.component.references) {
			const target = targetOf(user, reference);
			if (target !== undefined && !table.has(target.key)) {
				gaps.push({ user, reference, target });
			}
		}
	}
	return gaps;
}

/**
 * Places the components of a chain, and fills its gaps from files of the folder that the chain does not reach: those
 * of imports without a location, of locations that lead nowhere, and of sets that rely on another file to have
 * imported what they use.
 */
export function placeChain(
	chain: Chain,
	folder: SchemaFolder,
): { readonly table: ComponentTable; readonly problems: SchemaFolderProblem[] } {
	const table: ComponentTable = new Map();
	const problems: SchemaFolderProblem[] = [];
	let placed = 0;
	let hasOwnXmlDocument = false;
	const placeNew = (told: SchemaFolderProblem[]): void => {
		for (const member of chain.members.slice(placed)) {
			placeComponents(table, member, folder, told);
		}
		placed = chain.members.length;
	};
	placeNew(problems);
	for (;;) {
		const gaps = findGaps(table);
		const fillings = findFillings(gaps, chain, folder);
		if (fillings.length === 0) {
			if (hasOwnXmlDocument || !gaps.some(({ target }) => target.namespace === xmlNamespace)) {
				return { table, problems };
			}
			hasOwnXmlDocument = true;
			extendChain(chain, folder, createXmlNamespaceDocument(), xmlNamespace);
			// What the set declares itself goes before ours, without a word.
			placeNew([]);
		}
		for (const { gap, document } of fillings) {
			const { namespace = '', kind, localName } = gap.target;
			if (table.has(gap.target.key)) {
				continue;
			}
			extendChain(chain, folder, document, namespace);
			placeNew(problems);
			if (!chain.openNamespaces.has(namespace)) {
				problems.push(
					problemIn(gap.user.member.document, gap.reference.span, 'schema-set.found-by-name', {
						kind,
						name: localName,
						namespace,
						file: document.name,
					}),
				);
			}
		}
	}
}

interface Filling {
	readonly gap: Gap;
	readonly document: SchemaDocument;
}

/** The best file for each gap that any file can fill. */
function findFillings(gaps: readonly Gap[], chain: Chain, folder: SchemaFolder): Filling[] {
	const reached = new Set(chain.members.map((member) => member.document));
	const wanted = new Map<string, Gap>();
	for (const gap of gaps) {
		if (gap.target.namespace !== undefined && !wanted.has(gap.target.key)) {
			wanted.set(gap.target.key, gap);
		}
	}
	const candidates = [...wanted.values()].map((gap) => ({
		gap,
		documents: folder
			.defining(gap.target.kind, { namespace: gap.target.namespace ?? '', localName: gap.target.localName })
			.filter((document) => !reached.has(document)),
	}));
	const filled = new Map<SchemaDocument, number>();
	for (const document of candidates.flatMap(({ documents }) => documents)) {
		filled.set(document, (filled.get(document) ?? 0) + 1);
	}
	return candidates.flatMap(({ gap, documents }): Filling[] => {
		const [document] = [...documents].sort(
			(one, other) =>
				nearness(gap.user.member, other) - nearness(gap.user.member, one) ||
				(filled.get(other) ?? 0) - (filled.get(one) ?? 0) ||
				one.text.length - other.text.length ||
				(one.name < other.name ? -1 : 1),
		);
		return document === undefined ? [] : [{ gap, document }];
	});
}

/** How many folders two files have in common: a folder may hold two versions of a set side by side. */
function nearness({ document: { name } }: Member, other: SchemaDocument): number {
	const own = name.split('/').slice(0, -1);
	const folders = other.name.split('/').slice(0, -1);
	const apart = own.findIndex((segment, index) => segment !== folders[index]);
	return apart < 0 ? own.length : apart;
}
