import type { Member } from './chain';
import type { ComponentKind, SchemaComponent, SchemaReference } from './schemaDocument';
import { componentKey, xsdNamespace } from './schemaDocument';

/** A component as it goes into the merged schema. */
export interface PlacedComponent {
	readonly component: SchemaComponent;
	readonly member: Member;
	/** Differs from that of the component when a redefinition pushed it aside. */
	readonly name: string;
	/** A reference of a redefinition to what it redefines, and the new name of that. */
	readonly rewritten: { readonly reference: SchemaReference; readonly localName: string } | undefined;
}

/** The global components by their keys; the first that is reached is kept. */
export type ComponentTable = Map<string, PlacedComponent>;

/** What a reference means, once the namespace of a chameleon is known. */
export interface Target {
	readonly kind: ComponentKind;
	/** `undefined` when the prefix is not bound. */
	readonly namespace: string | undefined;
	readonly localName: string;
	readonly key: string;
}

export function keyOf(placed: PlacedComponent): string {
	return componentKey(placed.component.kind, placed.member.namespace, placed.name);
}

/** What a reference leads to; `undefined` for the built-in types and for the keys of keyrefs. */
export function targetOf(placed: PlacedComponent, reference: SchemaReference): Target | undefined {
	const kind = reference.to;
	if (kind === 'constraint' || reference.namespace === xsdNamespace) {
		return undefined;
	}
	const namespace = namespaceOf(placed, reference);
	const localName =
		placed.rewritten?.reference === reference ? placed.rewritten.localName : reference.localName;
	return { kind, namespace, localName, key: componentKey(kind, namespace ?? '?', localName) };
}

/** The namespace of a reference: names without one in a chameleon have that of who includes it. */
export function namespaceOf(placed: PlacedComponent, reference: SchemaReference): string | undefined {
	return reference.namespace === '' && placed.member.document.targetNamespace === ''
		? placed.member.namespace
		: reference.namespace;
}
