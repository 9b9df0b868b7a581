import type { Origin } from './schemaFolder';
import type { ComponentTable, PlacedComponent } from './placedComponent';
import { namespaceOf } from './placedComponent';
import type { ImpliedAttribute, SchemaDefaults, SchemaReference, Scope } from './schemaDocument';
import { xsdNamespace } from './schemaDocument';
import { defaultOf } from './definition';
import { lineAt } from './sourceLine';
import { escaped } from '../../xml/escaped';

/** The documents of a merged schema. */
export interface WrittenDocuments {
	readonly documents: ReadonlyMap<string, string>;
	readonly origins: ReadonlyMap<string, readonly Origin[]>;
	/** The document of each namespace. */
	readonly names: ReadonlyMap<string, string>;
}

/**
 * Writes one document per namespace. Each component keeps its text and its line breaks, so that a line of a merged
 * document leads back to a line of a file.
 *
 * @param first The namespace of the entry: its document imports all others, even when nothing refers to them, so that
 * wildcards and `xsi:type` find them.
 */
export function writeDocuments(table: ComponentTable, first: string): WrittenDocuments {
	const byNamespace = new Map<string, PlacedComponent[]>([[first, []]]);
	for (const placed of table.values()) {
		const { namespace } = placed.member;
		const known = byNamespace.get(namespace);
		if (known === undefined) {
			byNamespace.set(namespace, [placed]);
		} else {
			known.push(placed);
		}
	}
	const names = documentNames([...byNamespace.keys()]);
	const documents = new Map<string, string>();
	const origins = new Map<string, readonly Origin[]>();
	for (const [namespace, components] of byNamespace) {
		const name = names.get(namespace) ?? '';
		const imports = [...names].filter(([other]) => other !== namespace);
		const written = writeDocument(namespace, components, imports);
		documents.set(name, written.text);
		origins.set(name, written.origins);
	}
	return { documents, origins, names };
}

/** Readable, unique file names: `http://www.egem.nl/StUF/sector/zkn/0310` becomes `zkn-0310.xsd`. */
function documentNames(namespaces: readonly string[]): ReadonlyMap<string, string> {
	const taken = new Set<string>();
	return new Map(
		namespaces.map((namespace) => {
			const segments = namespace.split(/[^A-Za-z0-9._]+/).filter((segment) => segment !== '');
			const stem = segments.slice(-2).join('-') || 'no-namespace';
			let name = `${stem}.xsd`;
			for (let number = 2; taken.has(name.toLowerCase()); number++) {
				name = `${stem}-${number}.xsd`;
			}
			taken.add(name.toLowerCase());
			return [namespace, name];
		}),
	);
}

function writeDocument(
	namespace: string,
	components: readonly PlacedComponent[],
	imports: readonly (readonly [namespace: string, name: string])[],
): { readonly text: string; readonly origins: readonly Origin[] } {
	const defaults = commonDefaults(components);
	const scope = commonScope(components);
	const ownPrefix = freePrefix(components, scope);
	const root = [
		...declarations(scope),
		...(namespace === '' ? [] : [`targetNamespace="${escaped(namespace)}"`]),
		...(namespace === '' || !components.some(isChameleon)
			? []
			: [`xmlns:${ownPrefix}="${escaped(namespace)}"`]),
		...Object.entries(defaults)
			.filter(([, value]) => value !== '')
			.map(([name, value]) => `${name}="${escaped(value as string)}"`),
	];
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<xs:schema ${root.join(' ')}>`,
		...imports.map(([other, name]) => {
			const named = other === '' ? '' : ` namespace="${escaped(other)}"`;
			return `<xs:import${named} schemaLocation="${escaped(name)}"/>`;
		}),
	];
	const origins: Origin[] = [];
	let line = lines.length + 1;
	for (const placed of components) {
		const text = writeComponent(placed, { scope, defaults, ownPrefix });
		const lastLine = line + lineAt(text, text.length);
		origins.push({
			firstLine: line,
			lastLine,
			source: placed.member.document,
			sourceLine: placed.component.line,
		});
		lines.push(text);
		line = lastLine + 1;
	}
	lines.push('</xs:schema>', '');
	return { text: lines.join('\n'), origins };
}

interface Surroundings {
	readonly scope: Scope;
	readonly defaults: SchemaDefaults;
	/** A prefix of the target namespace that no file uses. */
	readonly ownPrefix: string;
}

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

function writeComponent(placed: PlacedComponent, surroundings: Surroundings): string {
	const { component, member } = placed;
	const edits: Edit[] = [
		{
			start: component.attributesAt,
			end: component.attributesAt,
			text: declarations(difference(component.scope, surroundings.scope, component.ownPrefixes))
				.map((declaration) => ` ${declaration}`)
				.join(''),
		},
		{ ...component.nameSpan, text: placed.name },
		...component.implied.flatMap((implied) => {
			const value = impliedValue(implied, member.document.defaults, surroundings.defaults);
			return value === undefined
				? []
				: [{ start: implied.at, end: implied.at, text: ` ${implied.attribute}="${value}"` }];
		}),
		...component.references.flatMap((reference) =>
			rewriteReference(placed, reference, surroundings.ownPrefix),
		),
	].sort((one, other) => one.start - other.start);
	let text = '';
	let at = component.span.start;
	for (const edit of edits) {
		text += member.document.text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return text + member.document.text.slice(at, component.span.end);
}

function rewriteReference(placed: PlacedComponent, reference: SchemaReference, ownPrefix: string): Edit[] {
	const { rewritten } = placed;
	const localName = rewritten?.reference === reference ? rewritten.localName : reference.localName;
	const adopted = reference.namespace === '' && isChameleon(placed) && namespaceOf(placed, reference) !== '';
	if (!adopted && localName === reference.localName) {
		return [];
	}
	const prefix = adopted ? ownPrefix : reference.prefix;
	return [{ ...reference.span, text: prefix === '' ? localName : `${prefix}:${localName}` }];
}

function isChameleon({ member }: PlacedComponent): boolean {
	return member.document.targetNamespace === '' && member.namespace !== '';
}

/** What all documents agree on; what they do not agree on is written on each declaration. */
function commonDefaults(components: readonly PlacedComponent[]): SchemaDefaults {
	const all = new Set(components.map(({ member }) => member.document.defaults));
	const [first] = all;
	const agreed = (name: keyof SchemaDefaults, otherwise: string): string => {
		const value = first?.[name] ?? otherwise;
		return [...all].every((defaults) => defaults[name] === value) ? value : otherwise;
	};
	return {
		elementFormDefault: agreed('elementFormDefault', first?.elementFormDefault ?? 'unqualified'),
		attributeFormDefault: agreed('attributeFormDefault', first?.attributeFormDefault ?? 'unqualified'),
		blockDefault: agreed('blockDefault', ''),
		finalDefault: agreed('finalDefault', ''),
	};
}

/** What each default may say on each declaration (XML Schema part 1, the schema for schemas). */
const allowedDerivations: ReadonlyMap<string, readonly string[]> = new Map([
	['block element', ['extension', 'restriction', 'substitution']],
	['block complexType', ['extension', 'restriction']],
	['final element', ['extension', 'restriction']],
	['final complexType', ['extension', 'restriction']],
	['final simpleType', ['list', 'union', 'restriction']],
]);

function impliedValue(
	{ attribute, of }: ImpliedAttribute,
	own: SchemaDefaults,
	merged: SchemaDefaults,
): string | undefined {
	const name = defaultOf(attribute, of);
	const value = own[name];
	if (value === merged[name]) {
		return undefined;
	}
	if (attribute === 'form' || value === '#all') {
		return value;
	}
	const allowed = allowedDerivations.get(`${attribute} ${of}`) ?? [];
	const said = value.split(/\s+/).filter((word) => allowed.includes(word));
	return said.length === 0 ? undefined : said.join(' ');
}

/** The prefixes of the documents; where they differ, components declare their own. */
function commonScope(components: readonly PlacedComponent[]): Scope {
	const scope = new Map([['xs', xsdNamespace]]);
	const scopes = [...new Set(components.map(({ component }) => component.scope))];
	for (const [prefix, namespace] of scopes.flatMap((one) => [...one])) {
		const isShared = prefix !== '' || scopes.every((one) => one.get('') === namespace);
		if (isShared && !scope.has(prefix)) {
			scope.set(prefix, namespace);
		}
	}
	return scope;
}

function difference(scope: Scope, outer: Scope, except: ReadonlySet<string>): Scope {
	return new Map(
		[...scope].filter(([prefix, namespace]) => !except.has(prefix) && outer.get(prefix) !== namespace),
	);
}

function declarations(scope: Scope): string[] {
	return [...scope].map(
		([prefix, namespace]) => `${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escaped(namespace)}"`,
	);
}

function freePrefix(components: readonly PlacedComponent[], scope: Scope): string {
	const documents = new Set(components.map(({ member }) => member.document));
	const isTaken = (prefix: string): boolean =>
		scope.has(prefix) || [...documents].some((document) => document.prefixes.has(prefix));
	let prefix = 'own';
	for (let number = 2; isTaken(prefix); number++) {
		prefix = `own${number}`;
	}
	return prefix;
}
