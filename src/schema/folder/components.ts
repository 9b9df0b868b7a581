import { join } from 'node:path';
import type { Member } from './chain';
import { isSameDefinition } from './definition';
import type { ComponentTable, PlacedComponent } from './placedComponent';
import { keyOf } from './placedComponent';
import { problemIn } from './problem';
import type { SchemaFolder, SchemaFolderProblem } from './schemaFolder';

/** Puts the components of one more member in the table, and tells which are there already in another version. */
export function placeComponents(
	table: ComponentTable,
	member: Member,
	folder: SchemaFolder,
	problems: SchemaFolderProblem[],
): void {
	for (const component of member.document.components) {
		const placed: PlacedComponent = { component, member, name: component.name, rewritten: undefined };
		const key = keyOf(placed);
		const first = table.get(key);
		if (first === undefined) {
			table.set(key, placed);
		} else if (!isSameDefinition(first, placed)) {
			problems.push(twoVersions(folder, first, placed));
		}
	}
}

/** Says that the second is not used. */
export function twoVersions(
	folder: SchemaFolder,
	first: PlacedComponent,
	second: PlacedComponent,
): SchemaFolderProblem {
	const { document } = first.member;
	return problemIn(
		second.member.document,
		second.component.nameSpan,
		'schema-set.two-versions',
		{
			kind: second.component.kind,
			name: second.component.name,
			namespace: second.member.namespace,
			file: document.name,
			line: first.component.line + 1,
		},
		[{ span: first.component.nameSpan, file: join(folder.folder, document.name) }],
	);
}
