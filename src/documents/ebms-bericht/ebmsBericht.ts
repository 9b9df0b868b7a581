import { textTable } from '../../finding';
import { childElements, firstChild } from '../../xml/navigate';
import type { XmlElement } from '../../xml/tree';
import type { DocumentKind } from '../kind';
import { namespaces } from '../namespaces';
import { ebmsRepairs } from './repairs';
import { ebmsRules } from './rules';
import { ebmsTexts } from './texts';

/** An ebMS 2.0 message: the SOAP 1.1 envelope with the header of ebXML. */
export const ebmsBericht: DocumentKind = {
	id: 'ebms-bericht',
	roots: [{ namespace: namespaces.soap11, localName: 'Envelope' }],
	owns: hasMessageHeader,
	label: (t) => t('ebMS message'),
	schema: 'ebms',
	rules: ebmsRules,
	texts: textTable(ebmsTexts),
	repairs: ebmsRepairs,
	absences: ({ code }) =>
		code === 'ebms-bericht.party-type-missing' ? { paths: ['PartyId/@type'] } : undefined,
};

/**
 * Whether the Header of an envelope holds the MessageHeader of ebXML. One whose namespace is almost that of ebXML counts: it is
 * told what the namespace has to be.
 */
function hasMessageHeader(envelope: XmlElement): boolean {
	const header =
		envelope.namespace === undefined ? undefined : firstChild(envelope, envelope.namespace, 'Header');
	return (
		header !== undefined &&
		childElements(header).some(
			({ localName, namespace = '' }) =>
				localName === 'MessageHeader' && (namespace === namespaces.eb || /ebxml/i.test(namespace)),
		)
	);
}
