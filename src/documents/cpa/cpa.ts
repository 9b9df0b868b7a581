import { textTable } from '../../finding';
import type { DocumentKind } from '../kind';
import { namespaces } from '../namespaces';
import { certificateUses } from './certificateUses';
import { cpaRules } from './rules';
import { cpaTexts } from './texts';

/** A Collaboration Protocol Agreement: what two parties agreed about their ebMS messages (ebXML CPPA 2.0). */
export const cpa: DocumentKind = {
	id: 'cpa',
	roots: [{ namespace: namespaces.cppa, localName: 'CollaborationProtocolAgreement' }],
	label: (t) => t('Agreement on ebMS messages (CPA)'),
	schema: 'cpa',
	rules: cpaRules,
	texts: textTable(cpaTexts),
	certificateUses,
};
