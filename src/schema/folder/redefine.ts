import type { Chain } from './chain';
import { reaches } from './chain';
import { twoVersions } from './components';
import { isSameDefinition } from './definition';
import type { ComponentTable, PlacedComponent } from './placedComponent';
import { keyOf, targetOf } from './placedComponent';
import { problemIn } from './problem';
import type { SchemaFolder, SchemaFolderProblem } from './schemaFolder';

/** Applies the redefinitions of a chain: the redefined component gets another name, the new one takes its place. */
export function applyRedefinitions(
	table: ComponentTable,
	chain: Chain,
	folder: SchemaFolder,
): SchemaFolderProblem[] {
	const problems: SchemaFolderProblem[] = [];
	const applied = new Map<string, PlacedComponent>();
	for (const { from, link, target } of chain.redefinitions) {
		for (const component of link.components) {
			const placed: PlacedComponent = { component, member: from, name: component.name, rewritten: undefined };
			const key = keyOf(placed);
			const original = table.get(key);
			const earlier = applied.get(key);
			if (original === undefined) {
				problems.push(
					problemIn(from.document, component.nameSpan, 'schema-set.component-undefined', {
						kind: component.kind,
						name: component.name,
						namespace: from.namespace,
					}),
				);
				table.set(key, placed);
			} else if (earlier !== undefined && !reaches(chain, target, earlier.member)) {
				if (!isSameDefinition(earlier, placed)) {
					problems.push(twoVersions(folder, earlier, placed));
				}
			} else {
				const redefined = redefine(table, original, placed);
				applied.set(key, redefined);
			}
		}
	}
	return problems;
}

function redefine(
	table: ComponentTable,
	original: PlacedComponent,
	placed: PlacedComponent,
): PlacedComponent {
	const key = keyOf(placed);
	const own = placed.component.references.find(
		(reference) =>
			(reference.attribute === 'base' || reference.attribute === 'ref') &&
			targetOf(placed, reference)?.key === key,
	);
	if (own === undefined) {
		// A group that is redefined by restriction does not mention the original: nothing needs it any more.
		table.set(key, placed);
		return placed;
	}
	let aside = original;
	for (let number = 1; aside === original || table.has(keyOf(aside)); number++) {
		aside = { ...original, name: `${placed.name}.redefined${number}` };
	}
	const redefined: PlacedComponent = { ...placed, rewritten: { reference: own, localName: aside.name } };
	table.set(keyOf(aside), aside);
	table.set(key, redefined);
	return redefined;
}
