import type { Finding, FindingData, RelatedPlace } from '../finding';
import { findingsOf } from '../finding';
import { AttributeTable } from './attributes';
import { nextUnbalancedEndTag } from './balance';
import { NamespaceScopes } from './namespaces';
import type { NameTable } from './names';
import { NextOccurrence } from './nextOccurrence';
import type { ElementNode, NodeSource } from './nodes';
import { readReference } from './references';
import type { XmlFindings } from './texts';
import { xmlTexts } from './texts';

/** The number of faults that are kept of one document: enough for any reader, and a bound on the work for garbage. */
export const maxFaults = 500;

/** The number of times that the parser looks ahead to judge a fault. After that it guesses: this bounds the work. */
const maxLookaheads = 100;

const createFinding = findingsOf(xmlTexts);

/** What the parts of the parser share while they read one document. */
export class ParseState {
	readonly text: string;
	/** Where reading goes on. */
	position = 0;
	readonly attributes: AttributeTable;
	/** What the nodes of the document have in common. */
	readonly source: NodeSource;
	readonly names: NameTable;
	readonly namespaces: NamespaceScopes;
	readonly nextLessThan: NextOccurrence;
	readonly nextAmpersand: NextOccurrence;
	/** Entities that a DOCTYPE declares. */
	readonly entities = new Map<string, string | undefined>();
	/** Namespace declarations that a DOCTYPE adds, by the name of the element: pairs of prefix and namespace. */
	readonly defaultNamespaces = new Map<string, (readonly [prefix: string, namespace: string])[]>();
	/** `standalone="yes"`: no declaration outside the document matters. */
	isStandalone = false;
	/** Whether declarations may exist that are not read: an undeclared entity is no fault then (XML 1.0 §4.1). */
	hasUnreadDeclarations = false;
	/** Where the last value without closing quotation mark begins: it may have taken the `>` of its tag along. */
	lastUnclosedQuote = -1;
	readonly faults: Finding[] = [];
	/** Elements of which the name in the start tag is reported as faulty. */
	readonly misnamed = new Set<ElementNode>();
	/** A namespace declaration cannot be read, or the whole start tag of the root element: which are meant is not known. */
	areDeclarationsDoubtful = false;
	private lookaheadsLeft = maxLookaheads;

	constructor(text: string, names: NameTable) {
		this.text = text;
		this.attributes = new AttributeTable(text);
		this.source = { text, attributes: this.attributes };
		this.names = names;
		this.namespaces = new NamespaceScopes(names);
		this.nextLessThan = new NextOccurrence(text, '<');
		this.nextAmpersand = new NextOccurrence(text, '&');
	}

	get isFull(): boolean {
		return this.faults.length >= maxFaults;
	}

	report<C extends keyof XmlFindings>(
		code: C,
		start: number,
		end: number,
		data: XmlFindings[C],
		related?: readonly RelatedPlace[],
	): void {
		if (!this.isFull) {
			this.faults.push(createFinding(code, { start, end }, clipped(data), related));
		}
	}

	/** See {@link nextUnbalancedEndTag}; `undefined` too when the parser has looked ahead too often. */
	nextUnbalancedEndTag(from: number): string | undefined {
		this.lookaheadsLeft--;
		return this.lookaheadsLeft < 0 ? undefined : nextUnbalancedEndTag(this.text, from);
	}

	/** Takes note of the default of an attribute, if it declares a namespace. */
	addDefaultNamespace(element: string, attribute: string, namespace: string): void {
		if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) {
			const defaults = this.defaultNamespaces.get(element) ?? [];
			defaults.push([attribute.slice('xmlns:'.length), namespace]);
			this.defaultNamespaces.set(element, defaults);
		}
	}

	/**
	 * Reports what is wrong with the references between two offsets.
	 *
	 * @param areDeclaredLater Whether any entity may be referred to: in the value of another one.
	 */
	checkReferences(start: number, end: number, areDeclaredLater = false): void {
		let ampersand = this.nextAmpersand.from(start);
		while (ampersand < end) {
			const reference = readReference(
				this.text,
				ampersand,
				end,
				areDeclaredLater ? () => true : this.isDeclared,
			);
			if (reference.fault !== undefined) {
				this.reportReference(reference.fault, ampersand, reference.end, reference.entity);
			}
			ampersand = this.nextAmpersand.from(reference.end);
		}
	}

	private reportReference(
		fault: NonNullable<ReturnType<typeof readReference>['fault']>,
		start: number,
		end: number,
		entity: string,
	): void {
		switch (fault) {
			case 'xml.bare-ampersand':
				this.report(fault, start, end, {});
				break;
			case 'xml.unknown-entity':
				this.report(fault, start, end, { entity });
				break;
			case 'xml.character-reference':
			case 'xml.reference-unfinished':
				this.report(fault, start, end, { reference: this.text.slice(start, end) });
				break;
		}
	}

	private readonly isDeclared = (entity: string): boolean =>
		this.entities.has(entity) || (this.hasUnreadDeclarations && !this.isStandalone);
}

/** The number of characters of a text from the document that a finding tells; the span has all of it. */
const maxDataLength = 200;

function clipped<D extends FindingData>(data: D): D {
	const entries = Object.entries(data).map(([key, value]) =>
		typeof value === 'string' && value.length > maxDataLength
			? [key, `${value.slice(0, maxDataLength)}…`]
			: [key, value],
	);
	return Object.fromEntries(entries) as D;
}
