import type { FindingTexts } from '../../finding';
import { findingsOf } from '../../finding';
import type { Translate } from '../../text';
import type { ComponentKind } from './schemaDocument';

/** Which limit of reading a folder was reached. */
export type FolderLimit = 'files' | 'entries' | 'file-size' | 'total-size' | 'depth';

/** Why a location was not followed. */
export type LinkFailure = 'missing' | 'unusable' | 'outside' | 'remote';

interface NamedComponent {
	readonly kind: ComponentKind;
	readonly name: string;
	readonly namespace: string;
}

/** A location that is not there and what is missed for it: the first names, and how many there are. */
interface FailedLocation {
	readonly location: string;
	readonly names: readonly string[];
	readonly count: number;
}

/* eslint-disable @typescript-eslint/consistent-type-definitions -- an interface has no index signature, which FindingData asks for */
/** The data of each finding about schema folders. */
export type SchemaFolderFindings = {
	'schema-set.no-schemas': Data<{ readonly folder: string }>;
	'schema-set.unreadable': Data<{ readonly path: string; readonly reason: string }>;
	'schema-set.limit': Data<{ readonly limit: FolderLimit; readonly path: string; readonly value: number }>;
	'schema-set.link-outside': Data<{ readonly path: string }>;
	'schema-set.not-xml': Data<{ readonly path: string; readonly fault: string }>;
	'schema-set.not-xsd': Data<{ readonly path: string; readonly root: string }>;
	'schema-set.missing-file': Data<FailedLocation>;
	'schema-set.unusable-file': Data<FailedLocation>;
	'schema-set.outside-folder': Data<FailedLocation>;
	'schema-set.remote-location': Data<FailedLocation>;
	'schema-set.skipped-location': Data<{ readonly location: string; readonly reason: LinkFailure }>;
	'schema-set.namespace-undefined': Data<{ readonly namespace: string; readonly name: string }>;
	'schema-set.component-undefined': Data<NamedComponent>;
	'schema-set.component-left-out': Data<NamedComponent & { readonly user: string }>;
	'schema-set.prefix-unbound': Data<{ readonly prefix: string; readonly name: string }>;
	'schema-set.two-versions': Data<NamedComponent & { readonly file: string; readonly line: number }>;
	'schema-set.wrong-namespace': Data<{
		readonly location: string;
		readonly expected: string;
		readonly actual: string;
	}>;
	'schema-set.found-by-name': Data<NamedComponent & { readonly file: string }>;
	'schema-set.several-entries': Data<{
		readonly name: string;
		readonly file: string;
		readonly others: readonly string[];
	}>;
	'schema-set.unknown-content': Data<{ readonly name: string }>;
	'schema-set.does-not-compile': Data<{ readonly message: string }>;
	'schema.fixed-attribute': Data<{
		readonly attribute: string;
		readonly element: string;
		readonly expected: string;
		readonly value: string;
	}>;
};

type Data<D> = { readonly [K in keyof D]: D[K] };
/* eslint-enable @typescript-eslint/consistent-type-definitions */

const xsdStructures = 'XML Schema 1.0 part 1';

/** The words of the findings about schema folders. */
export const schemaFolderTexts: FindingTexts<SchemaFolderFindings> = {
	'schema-set.no-schemas': {
		severity: 'error',
		problem: ({ folder }, t) => t('The folder {0} holds no XSD files.', folder),
		cure: (_, t) => t('Choose the folder that holds the XSD files of the "Technische bestanden".'),
		source: 'lopendeZaken.schemas.folders',
		about: 'No usable file with the extension .xsd was found in the folder or in the folders below it.',
	},
	'schema-set.unreadable': {
		severity: 'error',
		problem: ({ path, reason }, t) => t('{0} cannot be read: {1}.', path, reasonInWords(reason, t)),
		cure: (_, t) => t('Check the name of the file or folder, and whether you may read it.'),
		source: 'lopendeZaken.schemas.folders',
		about: 'The operating system refused to list a folder or to read a file. The rest of the folder is used.',
	},
	'schema-set.limit': {
		severity: 'error',
		problem: ({ limit, path, value }, t) => limitProblem(limit, path, value, t),
		cure: ({ limit }, t) =>
			limit === 'depth' || limit === 'file-size'
				? t('Check whether this really is an XSD of the set.')
				: t('Choose a smaller folder: the one that holds the XSD files and nothing else.'),
		source: 'lopendeZaken.schemas.folders',
		about:
			'A schema folder may hold 2,000 XSD files of at most 20 MB each and 100 MB together, among at most ' +
			'50,000 files and folders, with elements nested at most 200 deep. What goes over the limit is not read.',
	},
	'schema-set.link-outside': {
		severity: 'warning',
		problem: ({ path }, t) =>
			t('{0} is a link to a place outside the schema folder and is not followed.', path),
		cure: (_, t) => t('Put a copy of the file in the schema folder if it belongs to the set.'),
		source: 'lopendeZaken.schemas.folders',
		about: 'Nothing outside the schema folder is ever read, so symbolic links that leave it are refused.',
	},
	'schema-set.not-xml': {
		severity: 'error',
		problem: ({ path }, t) => t('{0} is not well-formed XML and is not used.', path),
		cure: (_, t) => t('Replace the file by an undamaged copy.'),
		source: 'XML 1.0 §2.1',
		about: 'The file breaks off, was damaged, or is not XML at all. The place is that of its first fault.',
	},
	'schema-set.not-xsd': {
		severity: 'warning',
		problem: ({ path, root }, t) =>
			t('{0} is not an XSD: its root element is {1} instead of schema. The file is not used.', path, root),
		cure: (_, t) =>
			t('Remove the file from the schema folder, or replace it by the XSD that should be there.'),
		source: `${xsdStructures} §3.15.2`,
		about: 'The file has the extension .xsd, but its root element is not xs:schema.',
	},
	'schema-set.missing-file': {
		severity: 'error',
		problem: ({ location, names, count }, t) =>
			t(
				'The file {0} is not there, and what it should hold is needed: {1}.',
				location,
				listed(names, count, t),
			),
		cure: (_, t) => t('Add the file to the schema folder, at this path.'),
		source: `${xsdStructures} §4.2`,
		about:
			'An xs:include, xs:import or xs:redefine names a file that the folder does not hold, and names are used that are found nowhere else.',
	},
	'schema-set.unusable-file': {
		severity: 'error',
		problem: ({ location, names, count }, t) =>
			t(
				'The file {0} cannot be used, and what it should hold is needed: {1}.',
				location,
				listed(names, count, t),
			),
		cure: (_, t) => t('Replace the file by an undamaged copy; its own problem tells what is wrong with it.'),
		source: `${xsdStructures} §4.2`,
		about:
			'An xs:include, xs:import or xs:redefine names a file that is not XML, not an XSD, too large or unreadable.',
	},
	'schema-set.outside-folder': {
		severity: 'error',
		problem: ({ location, names, count }, t) =>
			t(
				'The location {0} is outside the schema folder and is not read, and what it should hold is needed: {1}.',
				location,
				listed(names, count, t),
			),
		cure: (_, t) => t('Choose the folder that holds all files of the set, often one folder higher.'),
		source: `${xsdStructures} §4.2`,
		about:
			'Nothing outside the schema folder is ever read. The location is absolute, or climbs out of the folder with "..".',
	},
	'schema-set.remote-location': {
		severity: 'error',
		problem: ({ location, names, count }, t) =>
			t(
				'The location {0} is on the internet and is not fetched, and what it should hold is needed: {1}.',
				location,
				listed(names, count, t),
			),
		cure: (_, t) => t('Put a copy of that file in the schema folder; its path does not matter.'),
		source: `${xsdStructures} §4.2`,
		about:
			'Schemas are never fetched. A file of the folder with the same namespace (and the same name, for an include) takes its place; here there is none.',
	},
	'schema-set.skipped-location': {
		severity: 'warning',
		problem: ({ location, reason }, t) => skippedProblem(location, reason, t),
		cure: (_, t) => t('Nothing needs to be done: all that is needed was found in other files.'),
		source: `${xsdStructures} §4.2`,
		about:
			'A location was not followed (no such file, unusable, outside the folder, or on the internet), but the root element needs nothing of it.',
	},
	'schema-set.namespace-undefined': {
		severity: 'error',
		problem: ({ namespace, name }, t) =>
			t('{0} is used, but no file of the folder defines the namespace {1}.', name, namespace),
		cure: (_, t) => t('Add the XSD of that namespace to the schema folder.'),
		source: `${xsdStructures} §3.15.3`,
		about:
			'A component refers to a namespace for which the folder holds no file. The place is that of the first such reference.',
	},
	'schema-set.component-undefined': {
		severity: 'error',
		problem: ({ kind, name }, t) => t('Nothing in the schema folder defines {0}.', noun(kind, name, t)),
		cure: (_, t) =>
			t('Add the file that defines it, or check whether all files of the folder belong to the same version.'),
		source: `${xsdStructures} §3.15.3`,
		about: 'The namespace is known, but none of its files holds this component.',
	},
	'schema-set.component-left-out': {
		severity: 'warning',
		problem: ({ kind, name, user }, t) =>
			t('{0} is left out of the schema, because nothing defines {1}.', user, noun(kind, name, t)),
		cure: (_, t) => t('Nothing needs to be done: the root element does not need it.'),
		source: `${xsdStructures} §3.15.3`,
		about:
			'A component refers to something that is missing. As the root element can do without it, the rest of the schema is used.',
	},
	'schema-set.prefix-unbound': {
		severity: 'error',
		problem: ({ prefix, name }, t) => t('The prefix {0} of {1} is not declared.', prefix, name),
		cure: ({ prefix }, t) => t('Declare it on the schema element: xmlns:{0}="…".', prefix),
		source: 'Namespaces in XML 1.0 §5',
		about: 'A reference in an XSD uses a prefix without a namespace declaration.',
	},
	'schema-set.two-versions': {
		severity: 'warning',
		problem: ({ kind, name, file, line }, t) =>
			t(
				'There are two different definitions of {0}: that of {1}, line {2}, is used; this one is not.',
				noun(kind, name, t),
				file,
				line,
			),
		cure: (_, t) => t('Check that the folder does not mix files of two versions; remove the older ones.'),
		source: `${xsdStructures} §3.15.6`,
		about:
			'Two files define one component differently. The first that is reached from the entry file is kept.',
	},
	'schema-set.wrong-namespace': {
		severity: 'warning',
		problem: ({ location, expected, actual }, t) =>
			t(
				'The file {0} is expected to be of the namespace {1}, but it is of {2}.',
				location,
				namespaceName(expected, t),
				namespaceName(actual, t),
			),
		cure: (_, t) => t('Check whether the file has the right version.'),
		source: `${xsdStructures} §4.2`,
		about:
			'An included file must have the namespace of the file that includes it; an imported file that of its import. The file is used with its own namespace.',
	},
	'schema-set.found-by-name': {
		severity: 'info',
		problem: ({ kind, name, file }, t) =>
			t(
				'None of the files that this file includes or imports holds {0}; it was found in {1}.',
				noun(kind, name, t),
				file,
			),
		cure: (_, t) => t('Nothing needs to be done if that is the right file.'),
		source: `${xsdStructures} §3.15.3`,
		about:
			'A reference leads to no file of the chain, but the folder holds one that defines it. That file is used.',
	},
	'schema-set.several-entries': {
		severity: 'warning',
		problem: ({ name, file, others }, t) =>
			t('{0} is declared in more than one file: {1} is used, not {2}.', name, file, others.join(', ')),
		cure: (_, t) => t('Nothing needs to be done if that is the right file; else remove the others.'),
		source: 'lopendeZaken.schemas.folders',
		about:
			'Of several files that declare a root element, the one whose includes and imports are complete and smallest is used.',
	},
	'schema-set.unknown-content': {
		severity: 'warning',
		problem: ({ name }, t) => t('{0} is not known at this place of an XSD and is not used.', name),
		cure: (_, t) => t('Check the file: only XML Schema 1.0 is supported.'),
		source: `${xsdStructures} §3.15.2`,
		about:
			'A child of xs:schema is not of XML Schema 1.0, such as xs:override, or is a component without a name.',
	},
	'schema-set.does-not-compile': {
		severity: 'error',
		problem: ({ message }, t) => t('The schema set does not compile: {0}', message),
		cure: (_, t) => t('Check that the files are undamaged and of one version.'),
		source: xsdStructures,
		about:
			'libxml2 refuses the merged schema. The sentence is its own; the place is that in the file of the folder.',
	},
	'schema.fixed-attribute': {
		severity: 'error',
		problem: ({ attribute, element, expected, value }, t) =>
			value === ''
				? t('Attribute {0} of {1} is empty, but must be "{2}".', attribute, element, expected)
				: t('Attribute {0} of {1} must be "{2}", not "{3}".', attribute, element, expected, value),
		cure: ({ expected }, t) => t('Change the value to "{0}".', expected),
		source: `${xsdStructures} §3.2.4`,
		about:
			'The schema fixes the value of this attribute on this element, such as StUF:entiteittype="ZAK" on object.',
	},
};

/** Makes findings about schema folders. */
export const schemaFolderFinding = findingsOf(schemaFolderTexts);

function limitProblem(limit: FolderLimit, path: string, value: number, t: Translate): string {
	switch (limit) {
		case 'files':
			return t('The folder holds more than {0} XSD files; the rest, from {1}, is not read.', value, path);
		case 'entries':
			return t(
				'The folder holds more than {0} files and folders; the rest, from {1}, is not read.',
				value,
				path,
			);
		case 'file-size':
			return t('{1} is larger than {0} MB and is not read.', value, path);
		case 'total-size':
			return t(
				'The XSD files together are larger than {0} MB; the rest, from {1}, is not read.',
				value,
				path,
			);
		case 'depth':
			return t('In {1} elements are nested deeper than {0}; the file is not used.', value, path);
	}
}

/** @param reason The system's code. */
function reasonInWords(reason: string, t: Translate): string {
	switch (reason) {
		case 'ENOENT':
			return t('it does not exist');
		case 'EACCES':
		case 'EPERM':
			return t('you have no permission');
		case 'ENOTDIR':
			return t('it is not a folder');
		default:
			return reason;
	}
}

function skippedProblem(location: string, reason: LinkFailure, t: Translate): string {
	switch (reason) {
		case 'missing':
			return t('The file {0} is not there, but nothing of it is needed.', location);
		case 'unusable':
			return t('The file {0} cannot be used, but nothing of it is needed.', location);
		case 'outside':
			return t(
				'The location {0} is outside the schema folder and is not read, but nothing of it is needed.',
				location,
			);
		case 'remote':
			return t(
				'The location {0} is on the internet and is not fetched, but nothing of it is needed.',
				location,
			);
	}
}

function noun(kind: ComponentKind, name: string, t: Translate): string {
	switch (kind) {
		case 'element':
			return t('element {0}', name);
		case 'attribute':
			return t('attribute {0}', name);
		case 'type':
			return t('type {0}', name);
		case 'group':
			return t('group {0}', name);
		case 'attributeGroup':
			return t('attribute group {0}', name);
		case 'notation':
			return t('notation {0}', name);
	}
}

function listed(names: readonly string[], count: number, t: Translate): string {
	const list = names.join(', ');
	return count > names.length ? t('{0} and {1} more', list, count - names.length) : list;
}

function namespaceName(namespace: string, t: Translate): string {
	return namespace === '' ? t('no namespace') : namespace;
}
