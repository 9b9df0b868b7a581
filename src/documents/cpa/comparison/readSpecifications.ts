import { attributeOf } from '../../../xml/navigate';
import type { XmlDocument, XmlElement } from '../../../xml/tree';
import { readParameterGroups, type ParameterName } from '../../consumerspecificatie/parameters';
import { namespaces } from '../../namespaces';
import { readValue } from '../../value';
import { walkElements } from '../../../xml/walk';
import type { CertificateContent, Placed } from '../agreement';
import { readCertificateContent } from '../certificates';

/** What a Consumerspecificatie says of one party; what is missing, empty or still to be filled in is `null`. */
export interface Specification {
	/** Of the role, such as `SR`: the name of the group of parameters. */
	readonly role: string | null;
	readonly partyName: Placed | null;
	readonly partyId: Placed | null;
	readonly endpoint: Placed | null;
	readonly client: CertificateContent | null;
	readonly server: CertificateContent | null;
}

/**
 * Reads the groups of parameters of a Consumerspecificatie: one in the manual's example, as many as there are in others.
 *
 * @returns `undefined` when the document is something else.
 */
export function readSpecifications(document: XmlDocument): readonly Specification[] | undefined {
	const { root } = document;
	return root?.localName === 'osb-ebms-service-specificatie'
		? readParameterGroups(document, root).map(({ element, parameters }) => ({
				role: attributeOf(element, '', 'name')?.value ?? null,
				partyName: textIn(parameters, 'PartyName'),
				partyId: textIn(parameters, 'PartyId'),
				endpoint: textIn(parameters, 'EndpointUri'),
				client: certificateIn(parameters.get('ClientCert')),
				server: certificateIn(parameters.get('ServerCert')),
			}))
		: undefined;
}

function textIn(parameters: ReadonlyMap<ParameterName, XmlElement>, name: ParameterName): Placed | null {
	const value = readValue(parameters.get(name));
	return value.kind === 'text' ? { value: value.text, span: value.span } : null;
}

/** The first certificate in it: that of the party. One that is still to be filled in is none. */
function certificateIn(parameter: XmlElement | undefined): CertificateContent | null {
	const found: XmlElement[] = [];
	if (parameter !== undefined) {
		walkElements(parameter, (element) => {
			if (element.localName === 'X509Certificate' && element.namespace === namespaces.xmldsig) {
				found.push(element);
			}
			return found.length === 0;
		});
	}
	const [element] = found;
	return element !== undefined && readValue(element).kind === 'text' ? readCertificateContent(element) : null;
}
