import { mshService } from './texts';

/** A PartyId with its type, as in a CPA. */
interface Party {
	readonly value: string;
	readonly type: string | null;
}

/**
 * Writes a Ping document (MessageMetadataDocument) in the form of the manual's example (Handleiding Aansluiten Lopende Zaken §4.4.5),
 * but with the PartyId types of the CPA: what an adapter writes into the message has to be what is in the CPA.
 */
export function writePingOpdracht(from: Party, to: Party, cpaId: string): string {
	const metadata = (name: string, value: string, type: string | null = null): string =>
		`\t<Metadata name="${name}"${type === null ? '' : ` type="${escapeXml(type)}"`}>${escapeXml(value)}</Metadata>`;
	return `${[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<MessageMetadataDocument documentId="PingMMD" protocol="ebXML" protocolVersion="2.0">',
		metadata('From', from.value, from.type),
		metadata('To', to.value, to.type),
		metadata('Service', mshService),
		metadata('Action', 'Ping'),
		metadata('CPAId', cpaId),
		'</MessageMetadataDocument>',
	].join('\n')}\n`;
}

function escapeXml(value: string): string {
	return value.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
