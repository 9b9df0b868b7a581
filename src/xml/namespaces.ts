import type { RelatedPlace } from '../finding';
import type { NameTable, QualifiedName } from './names';

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** A prefix that is used but not declared: one fault, however often it is used. */
export interface UnboundPrefix {
	/** Of the first name with this prefix. */
	readonly start: number;
	readonly otherUses: RelatedPlace[];
	/** The local name, if it is an attribute: with a misspelt `xmlns` (`xmln:p`) the prefix that it should declare. */
	readonly attribute: string | undefined;
}

const maxUnboundPrefixes = 500;
const maxOtherUses = 20;

/** The namespace declarations in scope (Namespaces in XML 1.0 §6). */
export class NamespaceScopes {
	/** In order of first use. */
	private readonly unbound = new Map<string, UnboundPrefix>();
	private readonly bindings = new Map<string, string>([
		['', ''],
		['xml', xmlNamespace],
	]);
	private readonly undoPrefixes: string[] = [];
	private readonly undoNamespaces: (string | undefined)[] = [];
	private readonly names: NameTable;
	/** A new number each time that the bindings change, so that a name remembers its namespace in between. */
	private scope: number;

	constructor(names: NameTable) {
		this.names = names;
		this.scope = names.newScope();
	}

	/** What to give to {@link restore} when the element that now begins ends. */
	mark(): number {
		return this.undoPrefixes.length;
	}

	bind(prefix: string, namespace: string): void {
		this.undoPrefixes.push(prefix);
		this.undoNamespaces.push(this.bindings.get(prefix));
		this.bindings.set(prefix, namespace);
		this.scope = this.names.newScope();
	}

	restore(mark: number): void {
		while (this.undoPrefixes.length > mark) {
			const prefix = this.undoPrefixes.pop() ?? '';
			const namespace = this.undoNamespaces.pop();
			if (namespace === undefined) {
				this.bindings.delete(prefix);
			} else {
				this.bindings.set(prefix, namespace);
			}
			this.scope = this.names.newScope();
		}
	}

	/** The namespace of an element with this name; `undefined` when the prefix is not bound. */
	ofElement(name: QualifiedName): string | undefined {
		if (name.scope !== this.scope) {
			name.scope = this.scope;
			name.namespace = this.bindings.get(name.prefix);
		}
		return name.namespace;
	}

	/** The namespace of an attribute with this name; `undefined` when the prefix is not bound. */
	ofAttribute(name: QualifiedName): string | undefined {
		if (name.declares !== undefined) {
			return xmlnsNamespace;
		}
		return name.prefix === '' ? '' : this.ofElement(name);
	}

	/** Remembers a use of a prefix that is not bound. */
	noteUnbound(name: QualifiedName, start: number, isAttribute: boolean): void {
		const place = { span: { start, end: start + name.prefix.length } };
		const known = this.unbound.get(name.prefix);
		if (known !== undefined) {
			addPlaces(known, [place]);
		} else if (this.unbound.size < maxUnboundPrefixes) {
			const attribute = isAttribute ? name.localName : undefined;
			this.unbound.set(name.prefix, { start, otherUses: [], attribute });
		}
	}

	/**
	 * The prefixes of the document that are not bound, each a fault of its own: where `xmlns` is misspelt, the uses of
	 * the prefix that is not declared so are told with it.
	 */
	takeUnbound(): ReadonlyMap<string, UnboundPrefix> {
		for (const prefix of this.unbound.values()) {
			const undeclared = prefix.attribute === undefined ? undefined : this.unbound.get(prefix.attribute);
			if (prefix.attribute !== undefined && undeclared !== undefined && undeclared !== prefix) {
				const first = { start: undeclared.start, end: undeclared.start + prefix.attribute.length };
				addPlaces(prefix, [{ span: first }, ...undeclared.otherUses]);
				this.unbound.delete(prefix.attribute);
			}
		}
		return this.unbound;
	}
}

function addPlaces(prefix: UnboundPrefix, places: readonly RelatedPlace[]): void {
	prefix.otherUses.push(...places.slice(0, maxOtherUses - prefix.otherUses.length));
}
