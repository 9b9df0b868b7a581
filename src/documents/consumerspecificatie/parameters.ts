import type { Finding } from '../../finding';
import { attributeOf } from '../../xml/navigate';
import type { XmlAttribute, XmlDocument, XmlElement } from '../../xml/tree';
import { childrenByLocalName } from '../byLocalName';
import { findPlaceholder } from '../placeholder';
import { trimWhiteSpace } from '../value';
import { isWhole } from '../wholeness';
import { specificationFinding } from './texts';

const names = ['PartyName', 'PartyId', 'PartyRef', 'EndpointUri', 'ClientCert', 'ServerCert'] as const;

/** The parameters of the example in the manual, all that is public of this format. */
export type ParameterName = (typeof names)[number];

/** A group of parameters, of one role. */
export interface ParameterGroup {
	/** The element `parameters`. */
	readonly element: XmlElement;
	/** The first element with each name. */
	readonly parameters: ReadonlyMap<ParameterName, XmlElement>;
	/** Names whose absence is not to be told: they are there in a misspelt form, or may be lost behind a missing end tag. */
	readonly excused: ReadonlySet<ParameterName>;
	/** What is wrong with the names. */
	readonly findings: readonly Finding[];
}

export function readParameterGroups(document: XmlDocument, root: XmlElement): readonly ParameterGroup[] {
	const whole = isWhole(document, root);
	return childrenByLocalName(root, 'parameters').map((element) => readGroup(element, whole));
}

function readGroup(element: XmlElement, whole: boolean): ParameterGroup {
	const parameters = new Map<ParameterName, XmlElement>();
	const firstNames = new Map<string, XmlAttribute>();
	const excused = new Set<ParameterName>(whole ? [] : names);
	const findings: Finding[] = [];
	for (const parameter of childrenByLocalName(element, 'parameter')) {
		const attribute = attributeOf(parameter, '', 'name');
		if (attribute === undefined || findPlaceholder(trimWhiteSpace(attribute.value), false) !== undefined) {
			continue;
		}
		const name = attribute.value;
		const first = firstNames.get(name);
		if (first !== undefined) {
			findings.push(
				specificationFinding('consumerspecificatie.parameter-duplicate', attribute.valueSpan, { name }, [
					{ span: first.valueSpan },
				]),
			);
			continue;
		}
		firstNames.set(name, attribute);
		if (isParameterName(name)) {
			parameters.set(name, parameter);
			continue;
		}
		const similar = names.find((known) => bare(known) === bare(name));
		if (similar !== undefined) {
			excused.add(similar);
		}
		findings.push(
			specificationFinding('consumerspecificatie.parameter-unknown', attribute.valueSpan, {
				name,
				similar: similar ?? '',
			}),
		);
	}
	return { element, parameters, excused, findings };
}

function isParameterName(name: string): name is ParameterName {
	return names.some((known) => known === name);
}

/** A name without what is easily mistaken in it: case, hyphens, white space. */
function bare(name: string): string {
	return name.toLowerCase().replace(/[^a-z]/g, '');
}
