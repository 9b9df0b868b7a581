import type { Issued } from '../../unit/certificates/pki/issue';

export interface SpecificationParts {
	readonly oin?: string;
	readonly endpoint?: string;
	readonly client: Issued;
	readonly server: Issued;
}

/** A Consumerspecificatie with two certificates. */
export function specification({ oin, endpoint, client, server }: SpecificationParts): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<osb-ebms-service-specificatie>
	<parameters name="SR">
		<parameter name="PartyName">Gemeente Voorbeeld</parameter>
		<parameter name="PartyId">${oin ?? '00000003999999910000'}</parameter>
		<parameter name="PartyRef"></parameter>
		<parameter name="EndpointUri">${endpoint ?? 'https://digikoppeling.voorbeeld.nl/ebms'}</parameter>
		<parameter name="ClientCert">${keyInfo(client)}</parameter>
		<parameter name="ServerCert">${keyInfo(server)}</parameter>
	</parameters>
</osb-ebms-service-specificatie>
`;
}

function keyInfo({ der }: Issued): string {
	return `
			<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
				<ds:X509Data>
					<ds:X509Certificate>${Buffer.from(der).toString('base64')}</ds:X509Certificate>
				</ds:X509Data>
			</ds:KeyInfo>
		`;
}
