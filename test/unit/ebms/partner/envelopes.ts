import { cpaId, messageAction, parties, service, type Party } from '../../../../src/ebms/partner/parties';
import type { RawRequest } from './practice';

/** What can be otherwise in a message of the tests. XML is as given. */
export interface EnvelopeParts {
	readonly version?: string;
	readonly from?: string;
	readonly to?: string;
	readonly cpaId?: string;
	readonly service?: string;
	readonly action?: string;
	readonly messageId?: string;
	readonly timestamp?: string;
	readonly timeToLive?: string;
	/** After MessageData. */
	readonly more?: string;
	/** Beside the MessageHeader. */
	readonly header?: string;
	readonly body?: string;
}

const party = (oin: string): string => `<eb:PartyId eb:type="urn:osb:oin">${oin}</eb:PartyId>`;

/** A party with its role, as a message of a service has it; another one when it is given. */
export function partyWithRole({ oin, role }: Party, other = role): string {
	return `${party(oin)}${other === '' ? '' : `<eb:Role>${other}</eb:Role>`}`;
}

/** A message, written by hand so that it owes nothing to our own writer. A Ping, unless told otherwise. */
export function envelope(parts: EnvelopeParts = {}): string {
	const {
		version = '2.0',
		from = party(parties.us.oin),
		to = party(parties.them.oin),
		service: serviceElement = '<eb:Service>urn:oasis:names:tc:ebxml-msg:service</eb:Service>',
		action = 'Ping',
		messageId = 'bericht-1@voorbeeld.example',
		timestamp = new Date().toISOString(),
		timeToLive = '',
		more = '',
		header = '',
		body = '',
	} = parts;
	return `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:eb="http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd"><s:Header>
<eb:MessageHeader eb:version="${version}" s:mustUnderstand="1"><eb:From>${from}</eb:From><eb:To>${to}</eb:To>
<eb:CPAId>${parts.cpaId ?? cpaId}</eb:CPAId><eb:ConversationId>gesprek-1</eb:ConversationId>${serviceElement}
<eb:Action>${action}</eb:Action><eb:MessageData><eb:MessageId>${messageId}</eb:MessageId>
<eb:Timestamp>${timestamp}</eb:Timestamp>${timeToLive === '' ? '' : `<eb:TimeToLive>${timeToLive}</eb:TimeToLive>`}</eb:MessageData>${more}</eb:MessageHeader>${header}
</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** What asks for signals in the response, and for an acknowledgment. */
export const syncReply =
	'<eb:SyncReply eb:version="2.0" s:mustUnderstand="1" s:actor="http://schemas.xmlsoap.org/soap/actor/next"/>';
export const ackRequested =
	'<eb:AckRequested eb:version="2.0" s:mustUnderstand="1" s:actor="urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH" eb:signed="false"/>';
const manifest =
	'<eb:Manifest eb:version="2.0"><eb:Reference xlink:type="simple" xlink:href="cid:inhoud@voorbeeld.example"/></eb:Manifest>';

/** The envelope of a message with a payload, by a CPA with signals in the response. */
export function messageEnvelope(parts: EnvelopeParts = {}): string {
	return envelope({
		service: `<eb:Service eb:type="${service.type}">${service.name}</eb:Service>`,
		action: messageAction,
		from: partyWithRole(parties.us),
		to: partyWithRole(parties.them),
		more: '<eb:DuplicateElimination/>',
		header: `${syncReply}${ackRequested}`,
		body: manifest,
		...parts,
	});
}

/** A message with a payload as it goes over the line. */
export function withPayload(
	root: string,
	payload: string,
	contentId = 'inhoud@voorbeeld.example',
): RawRequest {
	const part = (type: string, id: string, content: string): string =>
		`--grens\r\nContent-Type: ${type}\r\nContent-ID: <${id}>\r\n\r\n${content}\r\n`;
	return {
		headers: {
			'content-type':
				'multipart/related; boundary="grens"; type="text/xml"; start="<envelop@voorbeeld.example>"',
		},
		body: `${part('text/xml; charset=UTF-8', 'envelop@voorbeeld.example', root)}${part('application/xml', contentId, payload)}--grens--\r\n`,
	};
}
