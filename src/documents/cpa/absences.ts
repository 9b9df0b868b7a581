import type { Finding } from '../../finding';
import type { Absence } from '../kind';

const endpoint: Absence = {
	paths: ['Transport/TransportReceiver', 'TransportReceiver/Endpoint'],
	within: 'PartyInfo',
};

const partyType: Absence = { paths: ['PartyId/@type'] };

const certificate: Absence = {
	paths: ['Certificate/KeyInfo', 'KeyInfo/X509Data', 'X509Data/X509Certificate'],
	within: 'CollaborationProtocolAgreement',
};

/** The attributes that give an element its id (ebXML CPPA 2.0). */
const ids = ['id', 'certId', 'channelId', 'transportId', 'docExchangeId'];

/** What a finding of the rules of a CPA misses: an element, or the id by which another element refers to it. */
export function absenceInCpa({ code, data }: Finding): Absence | undefined {
	switch (code) {
		case 'cpa.no-endpoint':
			return endpoint;
		case 'cpa.one-way-transport':
			return { paths: ['Transport/TransportSender', 'Transport/TransportReceiver'] };
		case 'cpa.one-way-exchange':
			return { paths: ['DocExchange/ebXMLSenderBinding', 'DocExchange/ebXMLReceiverBinding'] };
		case 'cpa.party-type-missing':
			return partyType;
		case 'cpa.certificate-missing':
			return certificate;
		case 'cpa.reference-missing': {
			const target = String(data['expected']);
			return {
				paths: [`*/${target}`, ...ids.map((id) => `${target}/@${id}`)],
				within: 'CollaborationProtocolAgreement',
			};
		}
		default:
			return undefined;
	}
}
