import type { Absence, DocumentKind } from '../documents/kind';
import { trimWhiteSpace } from '../documents/value';
import type { Finding } from '../finding';
import { mostSimilar } from '../schema/similarNames';
import { attributeOf, elementAt } from '../xml/navigate';
import type { XmlDocument, XmlElement } from '../xml/tree';

/** What is left of the findings of the rules and of the schema. */
interface Remaining {
	readonly fromRules: readonly Finding[];
	readonly fromSchema: readonly Finding[];
}

/** A rule that misses something, and where in the document that could stand under a wrong name. */
interface Missed {
	readonly finding: Finding;
	readonly absence: Absence;
	readonly scope: XmlElement;
}

/** An error that says that something stands under a wrong name, or not at all, with the element that it is about. */
interface Cause {
	readonly finding: Finding;
	readonly element: XmlElement;
}

/**
 * Tells once what two checks found: a rule does not find what it needs, since that is misspelt, in the wrong namespace or in a parent
 * that is not there, and the schema says so at the place that has to change. What is missing altogether at one and the
 * same element is told by the rule, which knows what it is needed for.
 *
 * Errors are only ever left out for other errors, so the verdict stays the same.
 */
export function withoutExplainedAbsences(
	document: XmlDocument,
	kind: DocumentKind | undefined,
	fromRules: readonly Finding[],
	fromSchema: readonly Finding[],
): Remaining {
	const missed = fromRules.flatMap((finding) => missedBy(document, kind, finding));
	if (missed.length === 0) {
		return { fromRules, fromSchema };
	}
	const causes = [...fromRules, ...fromSchema].flatMap((finding): readonly Cause[] => {
		const element = finding.severity === 'error' ? elementAt(document, finding.span.start) : undefined;
		return element ? [{ finding, element }] : [];
	});
	const explained = new Set<Finding>();
	const open: Explained[] = [];
	for (const one of missed) {
		const because = causes.filter((cause) => explains(cause, one));
		const same = because.filter((cause) => tellsTheSame(cause, one.finding));
		if (same.length > 0) {
			same.forEach(({ finding }) => explained.add(finding));
		} else if (because.some(({ finding }) => isEnough(finding, one.finding))) {
			explained.add(one.finding);
		} else if (because.length > 0) {
			open.push({ missed: [one.finding], causes: new Set(because) });
		}
	}
	for (const group of withSharedCauses(open)) {
		// One wrong name explains one absence; which of more it explains is not known.
		if (group.causes.size >= group.missed.length) {
			group.missed.forEach((finding) => explained.add(finding));
		}
	}
	const isLeft = (finding: Finding) => !explained.has(finding);
	return { fromRules: fromRules.filter(isLeft), fromSchema: fromSchema.filter(isLeft) };
}

/** What may be explained by what. */
interface Explained {
	readonly missed: readonly Finding[];
	readonly causes: ReadonlySet<Cause>;
}

/** Puts together what has a cause in common. */
function withSharedCauses(all: readonly Explained[]): readonly Explained[] {
	return all.reduce<readonly Explained[]>((groups, one) => {
		const sharing = groups.filter(({ causes }) => [...one.causes].some((cause) => causes.has(cause)));
		const joined = [...sharing, one];
		return [
			...groups.filter((group) => !sharing.includes(group)),
			{
				missed: joined.flatMap(({ missed }) => missed),
				causes: new Set(joined.flatMap(({ causes }) => [...causes])),
			},
		];
	}, []);
}

function missedBy(
	document: XmlDocument,
	kind: DocumentKind | undefined,
	finding: Finding,
): readonly Missed[] {
	const absence = kind?.absences?.(finding);
	const element = absence && elementAt(document, finding.span.start);
	if (!element) {
		return [];
	}
	let scope = element;
	for (let node = element.parent; node && scope.localName !== absence.within; node = node.parent) {
		scope = absence.within === undefined ? scope : node;
	}
	return [{ finding, absence, scope }];
}

function explains({ finding, element }: Cause, { finding: missed, absence, scope }: Missed): boolean {
	return (
		finding !== missed &&
		!isAboutAnother(finding, element, absence, scope) &&
		(isInside(element, scope) || isInside(scope, element)) &&
		(aboutNamespace.has(finding.code) ||
			absence.codes?.includes(finding.code) === true ||
			(wronglyNamed[finding.code]?.(finding, element).some((path) => isAbout(path, absence.paths)) ?? false))
	);
}

/** Where an attribute `name` tells what an element is, one with another name explains nothing. */
function isAboutAnother(
	{ code, data }: Finding,
	element: XmlElement,
	{ named, codes }: Absence,
	scope: XmlElement,
): boolean {
	const isAboutName =
		codes?.includes(code) === true || data['attribute'] === 'name' || data['similar'] === 'name';
	if (named === undefined || isAboutName) {
		return false;
	}
	let node: XmlElement | undefined = element;
	while (node && node !== scope && attributeOf(node, '', 'name') === undefined) {
		node = node.parent;
	}
	const name = node && node !== scope ? attributeOf(node, '', 'name') : undefined;
	return name !== undefined && trimWhiteSpace(name.value) !== named;
}

/** Elements in a namespace that is declared wrongly are not found at all. */
const aboutNamespace: ReadonlySet<string> = new Set([
	'schema.namespace-other',
	'schema.namespace-redeclared',
	'schema.namespace-unknown',
	'xml.prefix-without-namespace',
	'xml.unbound-prefix',
]);

/** Whether a cause explains an absence whatever else it explains. A mere remark waits until all that could be its cause is right. */
function isEnough(cause: Finding, missed: Finding): boolean {
	return missed.severity !== 'error' || aboutNamespace.has(cause.code);
}

function isInside(element: XmlElement, scope: XmlElement): boolean {
	let node: XmlElement | undefined = element;
	while (node && node !== scope) {
		node = node.parent;
	}
	return node === scope;
}

/** Paths of two steps: the last steps are equal, or so much alike that one is meant. */
function isAbout(path: string, wanted: readonly string[]): boolean {
	const [parent = '', name = ''] = path.split('/');
	return wanted.some((candidate) => {
		const [wantedParent = '', wantedName = ''] = candidate.split('/');
		return (
			(wantedParent === '*' || parent === wantedParent) &&
			(name === wantedName || mostSimilar(name, [wantedName]) !== undefined)
		);
	});
}

/** That something is missing in an element, told by the schema as well as by the rule. */
function tellsTheSame({ finding, element }: Cause, missed: Finding): boolean {
	return (
		finding.code === 'schema.element-missing' &&
		parentOfMissing(finding.data, element)?.nameSpan.start === missed.span.start
	);
}

/** What is missing is told at the element before which it belongs, and at its parent when it belongs at the end. */
function parentOfMissing({ before }: Finding['data'], element: XmlElement): XmlElement | undefined {
	return before === '' ? element : element.parent;
}

/**
 * What findings say that a wrong name stands for, or that is not there, as `parent/element` or
 * `element/@attribute` without prefixes.
 */
const wronglyNamed: Readonly<
	Record<string, ((finding: Finding, element: XmlElement) => readonly string[]) | undefined>
> = {
	'schema.element-not-allowed': ({ data }, element) =>
		childrenPaths(element.parent, [data['similar'], data['expected'], element.name].find(saysSomething)),
	'xml.bracket-missing': ({ data }, element) =>
		childrenPaths(element, String(data['tag']).replace(/^<\/?/, '')),
	'xml.invalid-name': (_, element) => childrenPaths(element.parent, element.name),
	'xml.invalid-qualified-name': (_, element) => childrenPaths(element.parent, element.name),
	'schema.element-namespace': (_, element) => childrenPaths(element.parent, element.name),
	'schema.element-missing': ({ data }, element) =>
		childrenPaths(parentOfMissing(data, element), data['elements']),
	'schema.attribute-not-allowed': ({ data }, element) =>
		attributePath(element, data['similar'] === '' ? data['attribute'] : data['similar']),
	'schema.value-type': ({ data }, element) =>
		data['attribute'] === '' ? [] : attributePath(element, data['attribute']),
	'schema.attribute-missing': ({ data }, element) => attributePath(element, data['attribute']),
};

function saysSomething(names: Finding['data'][string] | undefined): boolean {
	return listOf(names).some((name) => name !== '');
}

function childrenPaths(
	parent: XmlElement | undefined,
	names: Finding['data'][string] | undefined,
): readonly string[] {
	return listOf(names).map((name) => `${parent?.localName ?? ''}/${withoutPrefix(name)}`);
}

function attributePath(element: XmlElement, names: Finding['data'][string] | undefined): readonly string[] {
	return listOf(names).map((name) => `${element.localName}/@${withoutPrefix(name)}`);
}

function listOf(names: Finding['data'][string] | undefined): readonly string[] {
	switch (typeof names) {
		case 'string':
			return [names];
		case 'object':
			return names;
		default:
			return [];
	}
}

function withoutPrefix(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}
