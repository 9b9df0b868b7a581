import type { RelatedPlace } from '../finding';
import type { QualifiedName } from './names';

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
export const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';

/** A prefix that is used but not declared: one fault, however often it is used. */
export interface UnboundPrefix {
	/** Of the first name with this prefix. */
	readonly name: string;
	readonly start: number;
	readonly otherUses: RelatedPlace[];
}

const maxUnboundPrefixes = 500;
const maxOtherUses = 20;

/** The namespace declarations in scope (Namespaces in XML 1.0 §6). */
export class NamespaceScopes {
	/** Of the document, in order of first use. */
	readonly unbound = new Map<string, UnboundPrefix>();
	private readonly bindings = new Map<string, string>([
		['', ''],
		['xml', xmlNamespace],
	]);
	private readonly undoPrefixes: string[] = [];
	private readonly undoNamespaces: (string | undefined)[] = [];
	/** A new number each time that the bindings change, so that a name remembers its namespace in between. */
	private scope = 0;

	/** What to give to {@link restore} when the element that now begins ends. */
	mark(): number {
		return this.undoPrefixes.length;
	}

	bind(prefix: string, namespace: string): void {
		this.undoPrefixes.push(prefix);
		this.undoNamespaces.push(this.bindings.get(prefix));
		this.bindings.set(prefix, namespace);
		this.scope++;
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
			this.scope++;
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
	noteUnbound(name: QualifiedName, start: number): void {
		const known = this.unbound.get(name.prefix);
		if (known === undefined) {
			if (this.unbound.size < maxUnboundPrefixes) {
				this.unbound.set(name.prefix, { name: name.name, start, otherUses: [] });
			}
		} else if (known.otherUses.length < maxOtherUses) {
			known.otherUses.push({ span: { start, end: start + name.prefix.length } });
		}
	}
}
