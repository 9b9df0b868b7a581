import type { Finding, FindingData, FindingTextTable, Span } from '../finding';
import type { BundledSchemaId } from '../schema/bundled';
import type { Translate } from '../text';
import type { RepairTable } from '../xml/repair';
import type { ExpandedName, XmlDocument, XmlElement } from '../xml/tree';
import type { IntendedUse } from './intendedUse';

/** Ids of the kinds of document that we know; part of the command line contract. */
export type KindId =
	'zaakbericht' | 'stuf-antwoord' | 'consumerspecificatie' | 'ping-opdracht' | 'cpa' | 'ebms-bericht';

/** What the rules look at. */
export interface Subject {
	readonly document: XmlDocument;
	/** The root of the message: the root of the document, or the message inside a SOAP Body. */
	readonly root: XmlElement;
	/** The moment of the check: some things are only right for a time, such as a CPA. */
	readonly now: Date;
}

/** A check that no XSD can do. Works on a tree that may break the schema, and never throws. */
export type Rule = (subject: Subject) => Iterable<Finding>;

/** Something that may occur once only over all files of one run (for instance sender and reference). */
export interface UniqueKey {
	/** The code of the finding when it occurs again. */
	readonly code: string;
	/** Equal keys clash, unless their content is equal too. */
	readonly key: string;
	/** A fingerprint of the whole message: an identical message that is sent again is no clash (StUF 03.01 §4.3). */
	readonly content: string;
	/** Where the value stands. */
	readonly span: Span;
	readonly data: FindingData;
}

/** What a rule looked for and did not find, when it says so. */
export interface Absence {
	/** Where it would stand, as `parent/element` (`*` for any parent) or `element/@attribute`, without prefixes: it may be there under a wrong name. */
	readonly paths: readonly string[];
	/** Local name of the element above the finding in which that place is; absent when that is the element of the finding. */
	readonly within?: string;
	/** The value of the attribute `name` of the element looked for; absent when its own name says all. */
	readonly named?: string;
	/** Codes of the kind itself that tell the same. */
	readonly codes?: readonly string[];
}

/** One kind of document: how to recognise it, its schema, its rules and its words. */
export interface DocumentKind {
	readonly id: KindId;
	/** The root elements by which it is recognised. */
	readonly roots: readonly ExpandedName[];
	/**
	 * Whether an element with such a name is one of this kind, where its name alone does not tell. Not asked about the
	 * namespace of the element itself. Absent when the name tells.
	 */
	readonly owns?: (root: XmlElement) => boolean;
	/** The name of the kind for people. */
	readonly label: (t: Translate) => string;
	readonly schema: BundledSchemaId;
	readonly rules: readonly Rule[];
	readonly texts: FindingTextTable;
	/** Ways to take findings away that are plain from the text alone: of its own codes, or of others where it knows better. */
	readonly repairs: RepairTable;
	/** Values that must be unique over a run; absent when there are none. */
	readonly uniqueKeys?: (subject: Subject) => readonly UniqueKey[];
	/** What a finding of its rules misses; `undefined` for a finding that speaks of what is there. Absent when there are none. */
	readonly absences?: (finding: Finding) => Absence | undefined;
	/** What it uses the certificates in it for; absent when that is not told by its form. */
	readonly certificateUses?: (subject: Subject) => readonly IntendedUse[];
	/** The codes `certificate.*` that its own rules tell of already, in other words. Absent when there are none. */
	readonly certificateCodesTold?: RegExp;
}
