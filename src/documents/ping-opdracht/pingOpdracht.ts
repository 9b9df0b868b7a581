import { textTable } from '../../finding';
import type { DocumentKind } from '../kind';
import { pingOpdrachtRules } from './rules';
import { pingOpdrachtTexts } from './texts';

/** A MessageMetadataDocument that tells an ebMS adapter to send a Ping. */
export const pingOpdracht: DocumentKind = {
	id: 'ping-opdracht',
	roots: [{ namespace: '', localName: 'MessageMetadataDocument' }],
	label: (t) => t('Ping order (MessageMetadataDocument)'),
	schema: 'ping-opdracht',
	rules: pingOpdrachtRules,
	texts: textTable(pingOpdrachtTexts),
};
