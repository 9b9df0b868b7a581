import { textTable } from '../../finding';
import type { DocumentKind } from '../kind';
import { absenceInSpecification } from './absences';
import { certificateUses } from './certificateUses';
import { consumerspecificatieRepairs } from './repairs';
import { consumerspecificatieRules } from './rules';
import { consumerspecificatieTexts } from './texts';

/** What an organisation hands in to have a CPA made. */
export const consumerspecificatie: DocumentKind = {
	id: 'consumerspecificatie',
	roots: [{ namespace: '', localName: 'osb-ebms-service-specificatie' }],
	label: (t) => t('Consumer specification (Consumerspecificatie)'),
	schema: 'consumerspecificatie',
	rules: consumerspecificatieRules,
	texts: textTable(consumerspecificatieTexts),
	repairs: consumerspecificatieRepairs,
	certificateUses,
	certificateCodesTold: /^certificate\.container-/,
	absences: absenceInSpecification,
};
