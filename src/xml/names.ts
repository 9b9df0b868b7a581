import type { AttributeTable } from './attributes';
import { isNameCharacter, isNameStart } from './characters';

/**
 * A name as written, read once per document: equal names are one object. The last three members are notes of the
 * parser for the scope that it is in.
 */
export class QualifiedName {
	/** The document. */
	readonly text: string;
	/** Those of the document. */
	readonly attributes: AttributeTable;
	readonly name: string;
	/** `''` without prefix, and when the name is no qualified name. */
	readonly prefix: string;
	readonly localName: string;
	/** Whether colons stand where Namespaces in XML 1.0 §4 allows them. */
	readonly isQualified: boolean;
	/** For the attribute names `xmlns` and `xmlns:p` the prefix that they declare (`''`, `p`); else `undefined`. */
	readonly declares: string | undefined;

	/** The namespace of an element with this name in the scope that {@link scope} tells. */
	namespace: string | undefined = undefined;
	scope = -1;
	/** The number of open elements with this name. */
	openCount = 0;

	constructor(text: string, attributes: AttributeTable, name: string) {
		const colon = name.indexOf(':');
		this.text = text;
		this.attributes = attributes;
		this.name = name;
		this.isQualified = isQualifiedName(name, colon);
		this.prefix = colon > 0 && this.isQualified ? name.slice(0, colon) : '';
		this.localName = this.prefix === '' ? name : name.slice(colon + 1);
		this.declares = name === 'xmlns' ? '' : this.prefix === 'xmlns' ? this.localName : undefined;
	}
}

function isQualifiedName(name: string, colon: number): boolean {
	return (
		colon === -1 || (colon > 0 && isNameStart(name.charCodeAt(colon + 1)) && !name.includes(':', colon + 1))
	);
}

/** Far more than the names of a message; it is made anew for each document. */
const cacheSize = 256;

/**
 * Reads names without cutting a new string out of the text for each. A small cache by hash goes before the map, so that
 * a known name costs one comparison in place; names that a sender chose to collide only fall back to the map.
 */
export class NameTable {
	private readonly text: string;
	private readonly attributes: AttributeTable;
	private readonly cache: (QualifiedName | undefined)[] = new Array<QualifiedName | undefined>(cacheSize);
	private readonly byName = new Map<string, QualifiedName>();

	constructor(text: string, attributes: AttributeTable) {
		this.text = text;
		this.attributes = attributes;
		this.cache.fill(undefined);
	}

	/** The name at `start`, which ends where no name character follows; its `name` is `''` when there is none. */
	read(start: number): QualifiedName {
		const text = this.text;
		let end = start;
		let hash = 0;
		for (;;) {
			const unit = text.charCodeAt(end);
			if (!isNameCharacter(unit)) {
				break;
			}
			hash = (Math.imul(hash, 31) + unit) | 0;
			end++;
		}
		const slot = hash & (cacheSize - 1);
		const cached = this.cache[slot];
		if (cached?.name.length === end - start && text.startsWith(cached.name, start)) {
			return cached;
		}
		const entry = this.of(text.slice(start, end));
		this.cache[slot] = entry;
		return entry;
	}

	of(name: string): QualifiedName {
		let entry = this.byName.get(name);
		if (entry === undefined) {
			entry = new QualifiedName(this.text, this.attributes, name);
			this.byName.set(name, entry);
		}
		return entry;
	}
}
