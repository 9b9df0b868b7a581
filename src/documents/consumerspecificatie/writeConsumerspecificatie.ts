import type { Certificate } from '../../certificates/certificate';
import { keyInfo, writeXml, xmlText } from './keyInfo';

/** What stands in a Consumerspecificatie for Lopende zaken. */
export interface SpecificationParts {
	readonly partyName: string;
	/** The OIN, or the HRN of a supplier. */
	readonly partyId: string;
	/** The whole address at which the ebMS adapter can be reached. */
	readonly endpoint: string;
	readonly client: Certificate;
	readonly server: Certificate;
}

/** Writes a Consumerspecificatie in the form of the manual's example (Handleiding Aansluiten Lopende Zaken §4.4.4). */
export function writeConsumerspecificatie({
	partyName,
	partyId,
	endpoint,
	client,
	server,
}: SpecificationParts): string {
	const parameter = [
		{ '@name': 'PartyName', '#text': xmlText(partyName) },
		{ '@name': 'PartyId', '#text': xmlText(partyId) },
		{ '@name': 'PartyRef' },
		{ '@name': 'EndpointUri', '#text': xmlText(endpoint) },
		{ '@name': 'ClientCert', KeyInfo: keyInfo(client) },
		{ '@name': 'ServerCert', KeyInfo: keyInfo(server) },
	];
	const text = writeXml({
		'osb-ebms-service-specificatie': { parameters: { '@name': 'SR', parameter } },
	});
	return `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
}
