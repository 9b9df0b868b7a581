import type { Chain, Member } from './chain';
import { createChain, extendChain } from './chain';
import type { ComponentTable } from './placedComponent';
import { targetOf } from './placedComponent';
import type { SchemaDocument } from './schemaDocument';
import type { SchemaFolder } from './schemaFolder';

/**
 * The files whose elements may stand where an element of a chain is declared (substitution groups, XML Schema part 1 §3.3.6),
 * and that the chain does not reach: such a file knows that of the head, not the other way round. Only those that lead to
 * the very file of the head, since a folder may hold two versions of a set.
 */
export function findSubstitutes(
	folder: SchemaFolder,
	chain: Chain,
	table: ComponentTable,
): readonly SchemaDocument[] {
	const reached = new Set(chain.members.map((member) => member.document));
	return [...folder.documents.values()].filter((document) => {
		const heads = reached.has(document) ? [] : headsOf(document, table);
		if (heads.length === 0) {
			return false;
		}
		const own = createChain();
		extendChain(own, folder, document, document.targetNamespace);
		return heads.some((head) => own.members.some((member) => member.document === head.document));
	});
}

/** Where the elements are declared for which those of a document may stand. */
function headsOf(document: SchemaDocument, table: ComponentTable): readonly Member[] {
	const member: Member = { document, namespace: document.targetNamespace };
	return document.components.flatMap((component) =>
		component.references.flatMap((reference) => {
			if (reference.attribute !== 'substitutionGroup') {
				return [];
			}
			const placed = { component, member, name: component.name, rewritten: undefined };
			const target = targetOf(placed, reference);
			return (target && table.get(target.key)?.member) ?? [];
		}),
	);
}
