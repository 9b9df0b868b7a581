import type { Finding } from '../finding';
import { findingsOf } from '../finding';
import { attributeOf } from '../xml/navigate';
import type { XmlAttribute, XmlElement } from '../xml/tree';
import { attributeFindings } from './attributeFindings';
import { constraintFindings } from './constraintFindings';
import type { SchemaError } from './engine';
import { attributeInMessage } from './libxmlMessages';
import { schemaTexts } from './texts';
import { datatypeValid, valueFaults, type Fault, type Interpret } from './valueFindings';
import type { Vocabulary } from './vocabulary';

/** An error of libxml2 and the element that it is about. */
export interface LocatedError {
	readonly error: SchemaError;
	readonly element: XmlElement;
}

const finding = findingsOf(schemaTexts);

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

/** Numbers of libxml2 that more than one rule needs; names as in its `xmlParserErrors`, without XML_SCHEMAV_. */
const code = {
	childInSimpleType: 1828,
	childInSimpleContent: 1842,
	notNillable: 1847,
	typeUnresolved: 1851,
	typeNotDerived: 1852,
	abstractType: 1876,
	attributeMissing: 1868,
	attributeNotAllowed: 1866,
	/** Where only attributes of other namespaces may be added. */
	attributeNotAdmitted: 1867,
	attributeOnSimpleType: 1827,
	attributeUndeclared: 1878,
	identityConstraint: 1877,
} as const;

/** What is wrong with an element, apart from the order of its children and its values. */
const elementFaults: ReadonlyMap<number, Interpret> = new Map<number, Interpret>([
	[code.childInSimpleType, childFault],
	[
		1841,
		({ element }) => [finding('schema.content-not-allowed', element.contentSpan, { element: element.name })],
	],
	[code.childInSimpleContent, childFault],
	[1843, textFault],
	[1845, undeclaredFault],
	[1846, ({ element }) => [finding('schema.abstract-element', element.nameSpan, { element: element.name })]],
	[code.notNillable, nilFault],
	[
		1848,
		({ element }) => [finding('schema.nil-with-content', element.contentSpan, { element: element.name })],
	],
	[1850, typeUnknownFault],
	[code.typeUnresolved, typeUnknownFault],
	[
		code.typeNotDerived,
		({ element }) => {
			const type = attributeOf(element, instanceNamespace, 'type');
			return [
				finding('schema.type-not-derived', type?.valueSpan ?? element.nameSpan, {
					element: element.name,
					type: type?.value ?? '',
				}),
			];
		},
	],
	[
		code.abstractType,
		({ element }) => [finding('schema.abstract-type', element.nameSpan, { element: element.name })],
	],
]);

const attributeCodes: ReadonlySet<number> = new Set([
	code.attributeMissing,
	code.attributeNotAllowed,
	code.attributeNotAdmitted,
	code.attributeOnSimpleType,
	code.attributeUndeclared,
]);

/**
 * Turns errors of libxml2 into findings, one for each fault: libxml2 often gives two errors for one. All but errors of
 * content models (1871).
 */
export function errorFindings(errors: readonly LocatedError[], vocabulary: Vocabulary): readonly Finding[] {
	const byElement = new Map<XmlElement, SchemaError[]>();
	for (const { error, element } of errors) {
		const list = byElement.get(element);
		if (list) {
			list.push(error);
		} else {
			byElement.set(element, [error]);
		}
	}
	return [...byElement].flatMap(([element, list]) => findingsOfElement(element, list, vocabulary));
}

/** Whether the errors of an element say that its xsi:type is wrong: then its content was judged by another type. */
export function hasWrongType(errors: readonly SchemaError[]): boolean {
	return errors.some(
		(error) =>
			error.code === code.typeUnresolved || error.code === code.typeNotDerived || isAbout(error, 'type'),
	);
}

/** Whether an error is about the value that an element itself holds. */
export function isAboutTextValue({ code: number, message }: SchemaError): boolean {
	return valueFaults.has(number) && attributeInMessage(message) === undefined;
}

/** Whether a value of the attribute xsi:type or xsi:nil has the wrong form. */
function isAbout({ code: number, message }: SchemaError, localName: 'type' | 'nil'): boolean {
	const attribute = number === datatypeValid ? attributeInMessage(message) : undefined;
	return attribute?.namespace === instanceNamespace && attribute.localName === localName;
}

function findingsOfElement(
	element: XmlElement,
	errors: readonly SchemaError[],
	vocabulary: Vocabulary,
): readonly Finding[] {
	const codes = new Set(errors.map((error) => error.code));
	const wrongType = hasWrongType(errors);
	// An element without content of its own, or with other content than a value, gives faults of its value too.
	const noValue =
		codes.has(code.notNillable) ||
		codes.has(code.childInSimpleType) ||
		codes.has(code.childInSimpleContent) ||
		errors.some((error) => isAbout(error, 'nil'));
	const judged = new Set<XmlAttribute | undefined>();
	const findings: Finding[] = [];
	const attributeErrors: SchemaError[] = [];
	for (const error of errors) {
		const attribute = attributeIn(error, element);
		const fault: Fault = { element, attribute, message: error.message };
		const ofValue = valueFaults.get(error.code);
		if (isAbout(error, 'type')) {
			findings.push(...typeUnknownFault(fault));
		} else if (ofValue) {
			if (!judged.has(attribute) && !(attribute === undefined && noValue)) {
				judged.add(attribute);
				findings.push(...ofValue(fault));
			}
		} else if (attributeCodes.has(error.code)) {
			attributeErrors.push(error);
		} else if (error.code === code.identityConstraint) {
			findings.push(...constraintFindings(error.message, element));
		} else if (!(error.code === code.abstractType && wrongType)) {
			findings.push(...(elementFaults.get(error.code) ?? otherFault)(fault));
		}
	}
	return [...findings, ...attributeFindings(element, attributeErrors, vocabulary)];
}

function attributeIn(error: SchemaError, element: XmlElement): XmlAttribute | undefined {
	const name = attributeInMessage(error.message);
	return name && attributeOf(element, name.namespace, name.localName);
}

/** libxml2 tells only the first child; none is allowed. */
function childFault({ element }: Fault): readonly Finding[] {
	return element.children.flatMap((child) =>
		child.kind === 'element'
			? [finding('schema.child-not-allowed', child.nameSpan, { element: child.name, parent: element.name })]
			: [],
	);
}

/** Every run of text, with the CDATA sections and comments in it. */
function textFault({ element }: Fault): readonly Finding[] {
	const findings: Finding[] = [];
	let run: { start: number; end: number; text: string } | undefined;
	const tell = () => {
		if (run) {
			findings.push(
				finding(
					'schema.text-not-allowed',
					{ start: run.start, end: run.end },
					{
						element: element.name,
						text: visible(run.text),
					},
				),
			);
			run = undefined;
		}
	};
	for (const child of element.children) {
		if (child.kind === 'element') {
			tell();
		} else if ((child.kind === 'text' || child.kind === 'cdata') && child.trimmedSpan) {
			const { start, end } = child.kind === 'cdata' ? child.span : child.trimmedSpan;
			run = { start: run?.start ?? start, end, text: (run?.text ?? '') + child.value };
		}
	}
	tell();
	return findings;
}

/** Text as a sentence can quote it; characters that nobody sees by their numbers. */
function visible(text: string): string {
	const seen = text.trim();
	return seen !== ''
		? seen
		: Array.from(
				text.replace(/[ \t\r\n]/g, ''),
				(character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
			).join(' ');
}

function undeclaredFault({ element, message }: Fault): readonly Finding[] {
	const data = { element: element.name, namespace: element.namespace ?? '' };
	return [
		message.includes('validation root')
			? finding('schema.root-unknown', element.nameSpan, data)
			: finding('schema.element-undeclared', element.nameSpan, data),
	];
}

function nilFault({ element }: Fault): readonly Finding[] {
	const nil = attributeOf(element, instanceNamespace, 'nil');
	return [finding('schema.nil-not-allowed', nil?.span ?? element.nameSpan, { element: element.name })];
}

function typeUnknownFault({ element }: Fault): readonly Finding[] {
	const type = attributeOf(element, instanceNamespace, 'type');
	return [
		finding('schema.type-unknown', type?.valueSpan ?? element.nameSpan, {
			element: element.name,
			type: type?.value ?? '',
		}),
	];
}

function otherFault({ element, message }: Fault): readonly Finding[] {
	return [
		finding('schema.other', element.nameSpan, {
			element: element.name,
			message: message.replace(/^Element '.*?'(?:, attribute '.*?')?: /s, '').replace(/\{[^{}]*\}/g, ''),
		}),
	];
}
