import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/project.mjs';

/** Messages in the form that ebms-core gives them: its prefixes, boundaries and times (MultipartBodyPublisher, EbMSMessageFactory). */

const mshActor = 'urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH';

/** @param {string} cpaId */
export function writePing(cpaId) {
	const id = `${randomUUID()}@localhost`;
	const service = '<ns2:Service>urn:oasis:names:tc:ebxml-msg:service</ns2:Service>';
	const body = envelope(header({ cpaId, id, service, action: 'Ping' }), '');
	return { id, body, contentType: 'text/xml; charset=UTF-8' };
}

/** What can be left out of a message of the service: an MSH that looks at it as ebms-core does then refuses it. */
export const roles = ['<ns2:Role>Zaakhouder</ns2:Role>', '<ns2:Role>Ontvanger</ns2:Role>'];
export const syncReply =
	'<ns2:SyncReply SOAP:actor="http://schemas.xmlsoap.org/soap/actor/next" SOAP:mustUnderstand="1" ns2:version="2.0"/>';

/**
 * A message of the service with a payload, that wants an acknowledgment.
 *
 * @param {string} cpaId
 * @param {{ roles?: readonly string[], sync: string }} parts `sync`: the SyncReply, or `''`.
 */
export function writeZaakbericht(cpaId, { roles: written = roles, sync }) {
	const uuid = randomUUID();
	const id = `${uuid}@localhost`;
	const payload = readFileSync(
		join(root, 'test', 'fixtures', 'messages', 'valid', 'zakLk01-new-case.xml'),
		'utf8',
	);
	const service = '<ns2:Service ns2:type="urn:osb:services">oefenpartner:zaakberichten:1</ns2:Service>';
	const terms = {
		timeToLive: moment(2 * 86_400_000),
		end: '<ns2:DuplicateElimination></ns2:DuplicateElimination>',
	};
	const soap = envelope(
		header({ cpaId, id, service, action: 'zakLk01', roles: written, ...terms }) +
			`${sync}<ns2:AckRequested SOAP:actor="${mshActor}" SOAP:mustUnderstand="1" ns2:signed="false" ns2:version="2.0"/>`,
		`<ns2:Manifest ns2:version="2.0"><ns2:Reference xlink:href="cid:${uuid}-1" xlink:type="simple"/></ns2:Manifest>`,
	);
	const boundary = `-=${randomUUID()}=-`;
	const parts = [
		`Content-Type: text/xml; charset=UTF-8\r\nContent-ID: <${uuid}>\r\n\r\n${soap}`,
		`Content-Type: application/xml\r\nContent-ID: <${uuid}-1>\r\nContent-Disposition: attachment; filename="zaak.xml"\r\n\r\n${payload}`,
	];
	const body = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
	const start = `start="<${uuid}>"; start-info="text/xml"`;
	return { id, body, contentType: `multipart/related; boundary="${boundary}"; type="text/xml"; ${start}` };
}

function header({ cpaId, id, service, action, roles = ['', ''], timeToLive, end = '' }) {
	const [from, to] = ['00000099000000011000', '00000099000000022000'].map(
		(oin, index) => `<ns2:PartyId ns2:type="urn:osb:oin">${oin}</ns2:PartyId>${roles[index]}`,
	);
	const until = timeToLive ? `<ns2:TimeToLive>${timeToLive}</ns2:TimeToLive>` : '';
	return (
		`<ns2:MessageHeader SOAP:mustUnderstand="1" ns2:version="2.0"><ns2:From>${from}</ns2:From><ns2:To>${to}</ns2:To>` +
		`<ns2:CPAId>${cpaId}</ns2:CPAId><ns2:ConversationId>${randomUUID()}</ns2:ConversationId>${service}` +
		`<ns2:Action>${action}</ns2:Action><ns2:MessageData><ns2:MessageId>${id}</ns2:MessageId>` +
		`<ns2:Timestamp>${moment(0)}</ns2:Timestamp>${until}</ns2:MessageData>${end}</ns2:MessageHeader>`
	);
}

/** In microseconds, as Java's Instant writes the present. */
function moment(later) {
	return new Date(Date.now() + later).toISOString().replace('Z', '123Z');
}

function envelope(inHeader, inBody) {
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="no"?>' +
		'<SOAP:Envelope xmlns:SOAP="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
		'xmlns:ns2="http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd">' +
		`<SOAP:Header>${inHeader}</SOAP:Header><SOAP:Body>${inBody}</SOAP:Body></SOAP:Envelope>`
	);
}
