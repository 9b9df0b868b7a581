import { textTable, type Finding } from '../../finding';
import type { Absence, DocumentKind } from '../kind';
import { pingOpdrachtRepairs } from './repairs';
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
	repairs: pingOpdrachtRepairs,
	absences,
};

/** Service, action and parties that are not there are told by what was found: nothing. */
function absences({ code, data }: Finding): Absence | undefined {
	const missing = { paths: ['MessageMetadataDocument/Metadata', 'Metadata/@name'] };
	switch (code) {
		case 'ping-opdracht.party-id':
			return data['reason'] === 'missing' ? { ...missing, named: String(data['metadata']) } : undefined;
		case 'ping-opdracht.service':
			return data['found'] === '' ? { ...missing, named: 'Service' } : undefined;
		case 'ping-opdracht.action':
			return data['found'] === '' ? { ...missing, named: 'Action' } : undefined;
		default:
			return undefined;
	}
}
