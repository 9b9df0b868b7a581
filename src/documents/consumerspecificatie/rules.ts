import type { Finding } from '../../finding';
import type { XmlDocument, XmlElement } from '../../xml/tree';
import { hasPlaceholder } from '../anyDocument';
import type { Rule } from '../kind';
import { namespaces } from '../namespaces';
import { parsePartyId } from '../partyId';
import { partSpan, readValue, type Value } from '../value';
import { walkElements } from '../../xml/walk';
import { checkCertificate } from './certificate';
import { checkEndpoint } from '../endpoint';
import { readParameterGroups, type ParameterGroup, type ParameterName } from './parameters';
import { specificationFinding } from './texts';

/** Handleiding Aansluiten Lopende Zaken §4.4.4, the only public source of this format. */
export const consumerspecificatieRules: readonly Rule[] = [
	({ document, root }) =>
		readParameterGroups(document, root).flatMap((group) => [
			...group.findings,
			...checkPartyName(group),
			...checkPartyId(group),
			...checkEndpointUri(group, document),
			...checkCertificates(group, document, 'ClientCert'),
			...checkCertificates(group, document, 'ServerCert'),
		]),
];

type Present = Extract<Value, { kind: 'text' }>;

/**
 * Hands a parameter with a value to `check`, and one that is missing or empty to `missing` with the element that misses
 * something. One that is misspelt or still to be filled in is told elsewhere.
 */
function withValue(
	{ element, parameters, excused }: ParameterGroup,
	name: ParameterName,
	missing: (element: XmlElement) => Finding,
	check: (value: Present) => readonly Finding[],
): readonly Finding[] {
	const value = readValue(parameters.get(name));
	switch (value.kind) {
		case 'absent':
			return excused.has(name) ? [] : [missing(element)];
		case 'empty':
			return [missing(value.element)];
		case 'unclear':
			return [];
		case 'text':
			return check(value);
	}
}

function checkPartyName(group: ParameterGroup): readonly Finding[] {
	return withValue(
		group,
		'PartyName',
		({ nameSpan }) => specificationFinding('consumerspecificatie.party-name-empty', nameSpan, {}),
		() => [],
	);
}

/** OIN-Stelsel 2.2.2 ch. 6. */
function checkPartyId(group: ParameterGroup): readonly Finding[] {
	return withValue(
		group,
		'PartyId',
		({ nameSpan }) =>
			specificationFinding('consumerspecificatie.party-id', nameSpan, { value: '', reason: 'missing' }),
		({ text: value, span }) => {
			const oin = parsePartyId(value);
			if (oin.kind === 'not-an-oin') {
				return [specificationFinding('consumerspecificatie.party-id', span, { value, reason: oin.reason })];
			}
			const [reason] = oin.remarks;
			return [
				...(reason === undefined
					? []
					: [specificationFinding('consumerspecificatie.party-id-doubtful', span, { value, reason })]),
				...(oin.register === 'test'
					? [specificationFinding('consumerspecificatie.party-id-test', span, {})]
					: []),
			];
		},
	);
}

function checkEndpointUri(group: ParameterGroup, document: XmlDocument): readonly Finding[] {
	return withValue(
		group,
		'EndpointUri',
		({ nameSpan }) =>
			specificationFinding('consumerspecificatie.endpoint-not-https', nameSpan, {
				value: '',
				reason: 'missing',
			}),
		(value) =>
			checkEndpoint(value.text).map((fault) => {
				const span = partSpan(document, value, fault.part);
				switch (fault.kind) {
					case 'unreadable':
					case 'scheme':
						return specificationFinding('consumerspecificatie.endpoint-not-https', span, {
							value: value.text,
							reason: fault.kind,
						});
					case 'port':
						return specificationFinding('consumerspecificatie.endpoint-port', span, { port: fault.port });
					case 'local':
						return specificationFinding('consumerspecificatie.endpoint-local', span, {
							host: fault.host,
							reason: fault.reason,
						});
				}
			}),
	);
}

/** A parameter holds ds:KeyInfo; which children it must have is not public, but a CPA has ds:X509Certificate there. */
function checkCertificates(
	group: ParameterGroup,
	document: XmlDocument,
	name: 'ClientCert' | 'ServerCert',
): readonly Finding[] {
	const missing = ({ nameSpan }: XmlElement): Finding =>
		specificationFinding('consumerspecificatie.certificate-missing', nameSpan, { parameter: name });
	const parameter = group.parameters.get(name);
	if (parameter === undefined) {
		return group.excused.has(name) ? [] : [missing(group.element)];
	}
	if (hasPlaceholder(document, parameter)) {
		return [];
	}
	const certificates = elementsNamed(parameter, 'X509Certificate');
	if (certificates.length === 0) {
		return [missing(elementsNamed(parameter, 'KeyInfo')[0] ?? parameter)];
	}
	const stray = strayElement(certificates, parameter);
	return [
		...(stray === undefined
			? []
			: [
					specificationFinding('consumerspecificatie.key-info', stray.nameSpan, {
						element: stray.name,
						parameter: name,
					}),
				]),
		...certificates.flatMap((element) => {
			const value = readValue(element);
			if (value.kind !== 'text') {
				return [missing(element)];
			}
			const reason = checkCertificate(value.text);
			return reason === undefined
				? []
				: [specificationFinding('consumerspecificatie.certificate-unreadable', value.span, { reason })];
		}),
	];
}

/** The first element directly in a parameter that holds a certificate and is not KeyInfo; `undefined` when all are in KeyInfo. */
function strayElement(certificates: readonly XmlElement[], parameter: XmlElement): XmlElement | undefined {
	return certificates
		.map((certificate) => {
			let outermost = certificate;
			for (let node = certificate.parent; node && node !== parameter; node = node.parent) {
				outermost = node;
			}
			return outermost;
		})
		.find(({ localName, namespace }) => localName !== 'KeyInfo' || namespace !== namespaces.xmldsig);
}

function elementsNamed(top: XmlElement, localName: string): readonly XmlElement[] {
	const found: XmlElement[] = [];
	walkElements(top, (element) => {
		if (element.localName === localName) {
			found.push(element);
		}
		return true;
	});
	return found;
}
