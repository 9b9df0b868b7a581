import { textTable } from '../../finding';
import { contentFingerprint } from '../contentFingerprint';
import type { DocumentKind, Subject, UniqueKey } from '../kind';
import { namespaces } from '../namespaces';
import { absenceInCpa } from './absences';
import { certificateUses } from './certificateUses';
import { readCpa } from './readCpa';
import { cpaRepairs } from './repairs';
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
	repairs: cpaRepairs,
	certificateUses,
	certificateCodesTold: /^certificate\.(?:container-|expired$|oin-mismatch$|oin-missing$)/,
	uniqueKeys,
	absences: absenceInCpa,
};

/** CPPA 2.0: the cpaid is the name of one agreement, by which messages find it. */
function uniqueKeys(subject: Subject): readonly UniqueKey[] {
	const { cpaId } = readCpa(subject.root);
	return cpaId === null || cpaId.value.trim() === '' || isToBeFilledIn(cpaId.value)
		? []
		: [
				{
					code: 'cpa.id-duplicate',
					key: cpaId.value,
					content: contentFingerprint(subject),
					span: cpaId.span,
					data: { cpaId: cpaId.value },
				},
			];
}
