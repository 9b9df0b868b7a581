import { createHash } from 'node:crypto';
import { textTable } from '../../finding';
import type { DocumentKind, Subject, UniqueKey } from '../kind';
import { namespaces } from '../namespaces';
import { absenceInCpa } from './absences';
import { certificateUses } from './certificateUses';
import { readCpa } from './readCpa';
import { cpaRules } from './rules';
import { isToBeFilledIn } from './rules/cpaRule';
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
	uniqueKeys,
	absences: absenceInCpa,
};

/** CPPA 2.0: the cpaid is the name of one agreement, by which messages find it. */
function uniqueKeys({ document, root }: Subject): readonly UniqueKey[] {
	const { cpaId } = readCpa(root);
	return cpaId === null || cpaId.value.trim() === '' || isToBeFilledIn(cpaId.value)
		? []
		: [
				{
					code: 'cpa.id-duplicate',
					key: cpaId.value,
					content: createHash('sha256')
						.update(document.text.slice(root.span.start, root.span.end))
						.digest('hex'),
					span: cpaId.span,
					data: { cpaId: cpaId.value },
				},
			];
}
