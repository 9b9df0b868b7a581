import { isNameCharacter, isNameStart } from './characters';

/**
 * A name as written: equal names are one object. The last three members are notes of the parser for the scope that it is in.
 */
export class QualifiedName {
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

	constructor(name: string) {
		const colon = name.indexOf(':');
		this.name = unique(name);
		this.isQualified = isQualifiedName(name, colon);
		this.prefix = colon > 0 && this.isQualified ? unique(name.slice(0, colon)) : '';
		this.localName = this.prefix === '' ? this.name : unique(name.slice(colon + 1));
		this.declares = name === 'xmlns' ? '' : this.prefix === 'xmlns' ? this.localName : undefined;
	}
}

/**
 * The one copy that V8 has of a string that is the name of a property: it is compared with others of that kind, such as the names
 * in our rules, without a look at its characters, and does not keep alive the document that it was cut out of.
 */
function unique(text: string): string {
	return Object.keys({ [text]: true })[0] ?? text;
}

function isQualifiedName(name: string, colon: number): boolean {
	return (
		colon === -1 || (colon > 0 && isNameStart(name.charCodeAt(colon + 1)) && !name.includes(':', colon + 1))
	);
}

/** Far more than the names of a message. */
const cacheSize = 256;

/** Names that are kept for the next document: of messages of all kinds there are not so many. */
const maxKept = 2000;

/**
 * Reads names without cutting a new string out of the text for each. A small cache by hash goes before the map, so that
 * a known name costs one comparison in place; names that a sender chose to collide only fall back to the map.
 *
 * One table may serve many documents, one after the other: what is read of a small one is for a good part names.
 */
export class NameTable {
	private readonly cache: (QualifiedName | undefined)[] = new Array<QualifiedName | undefined>(cacheSize);
	private readonly byName = new Map<string, QualifiedName>();
	private readonly namespaces = new Map<string, string>();
	private scopes = 0;

	constructor() {
		this.cache.fill(undefined);
	}

	/** A number for a scope of namespaces that no name remembers yet. */
	newScope(): number {
		return ++this.scopes;
	}

	/** The name at `start`, which ends where no name character follows; its `name` is `''` when there is none. */
	read(text: string, start: number): QualifiedName {
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
			entry = new QualifiedName(name);
			this.byName.set(entry.name, entry);
		}
		return entry;
	}

	/** The same namespace, as the one string that serves for all documents: see {@link unique}. */
	namespace(uri: string): string {
		let known = this.namespaces.get(uri);
		if (known === undefined) {
			known = unique(uri);
			this.namespaces.set(known, known);
		}
		return known;
	}

	/** Gets ready for the next document, between two of them: forgets the names when there are many. */
	endDocument(): void {
		if (this.byName.size + this.namespaces.size > maxKept) {
			this.byName.clear();
			this.cache.fill(undefined);
			this.namespaces.clear();
		}
	}
}
