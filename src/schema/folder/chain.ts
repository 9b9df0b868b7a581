import type { SchemaDocument, SchemaLink } from './schemaDocument';
import type { SchemaFolder, SchemaFolderProblem } from './schemaFolder';
import type { LinkFailure } from './texts';
import { problemIn } from './problem';
import { findLinked } from './findLinked';
import { xmlNamespace } from './xmlNamespace';

/** A document with the namespace that its components get: its own or, for a chameleon, that of who includes it. */
export interface Member {
	readonly document: SchemaDocument;
	readonly namespace: string;
}

/** A location that leads to no usable file of the folder. */
export interface FailedLink {
	readonly from: Member;
	readonly link: SchemaLink;
	readonly reason: LinkFailure;
	/** The namespace whose components are missed. */
	readonly namespace: string;
}

export interface Redefinition {
	readonly from: Member;
	readonly link: SchemaLink;
	readonly target: Member;
}

/** All that an entry file reaches by include, import and redefine. Grows by {@link extendChain}. */
export interface Chain {
	/** In the order in which they were reached. */
	readonly members: Member[];
	readonly failedLinks: FailedLink[];
	/** The innermost first. */
	readonly redefinitions: Redefinition[];
	/** Namespaces that may be looked up in all files of the folder: an import named them without a usable location. */
	readonly openNamespaces: Set<string>;
	readonly problems: SchemaFolderProblem[];
	/** From each member to those that it links to. */
	readonly reached: Map<Member, Member[]>;
}

export function createChain(): Chain {
	return {
		members: [],
		failedLinks: [],
		redefinitions: [],
		openNamespaces: new Set(),
		problems: [],
		reached: new Map(),
	};
}

/**
 * Adds a document, and all that it reaches, to a chain.
 *
 * @param namespace The namespace of its components.
 */
export function extendChain(
	chain: Chain,
	folder: SchemaFolder,
	document: SchemaDocument,
	namespace: string,
): Member {
	const known = chain.members.find(
		(member) => member.document === document && member.namespace === namespace,
	);
	if (known !== undefined) {
		return known;
	}
	const member: Member = { document, namespace };
	const reached: Member[] = [];
	chain.members.push(member);
	chain.reached.set(member, reached);
	for (const { name, span } of document.unknown) {
		chain.problems.push(problemIn(document, span, 'schema-set.unknown-content', { name }));
	}
	for (const link of document.links) {
		const target = followLink(chain, folder, member, link);
		if (target === undefined) {
			continue;
		}
		const expected = link.kind === 'import' ? link.namespace : namespace;
		const own = target.targetNamespace;
		const chameleon = link.kind !== 'import' && own === '';
		if (!chameleon && own !== expected) {
			chain.problems.push(
				problemIn(document, link.span, 'schema-set.wrong-namespace', {
					location: link.location ?? '',
					expected,
					actual: own,
				}),
			);
		}
		const next = extendChain(chain, folder, target, chameleon ? namespace : own);
		reached.push(next);
		if (link.kind === 'redefine') {
			chain.redefinitions.push({ from: member, link, target: next });
		}
	}
	return member;
}

/** Does this member reach the other by its links? A member reaches itself. */
export function reaches(chain: Chain, from: Member, to: Member): boolean {
	const seen = new Set([from]);
	for (const member of seen) {
		if (member === to) {
			return true;
		}
		for (const next of chain.reached.get(member) ?? []) {
			seen.add(next);
		}
	}
	return false;
}

function followLink(
	chain: Chain,
	folder: SchemaFolder,
	from: Member,
	link: SchemaLink,
): SchemaDocument | undefined {
	const namespace = link.kind === 'import' ? link.namespace : from.namespace;
	if (link.kind === 'import' && link.location === undefined) {
		chain.openNamespaces.add(namespace);
		return undefined;
	}
	const found = findLinked(folder, from.document, link, namespace);
	if (typeof found !== 'string') {
		return found;
	}
	chain.openNamespaces.add(namespace);
	if (namespace !== xmlNamespace) {
		chain.failedLinks.push({ from, link, reason: found, namespace });
	}
	return undefined;
}
