import { textTable } from '../../finding';
import { contentFingerprint } from '../contentFingerprint';
import type { DocumentKind, Subject, UniqueKey } from '../kind';
import { namespaces } from '../namespaces';
import { textOf } from '../value';
import { absenceInMessage } from './absences';
import { readIdentity } from './caseMessage';
import { zaakberichtRepairs } from './repairs';
import { zaakberichtRules } from './rules';
import { zaakberichtTexts } from './texts';

/** The kennisgeving about a case, which Lopende zaken gets, and the question about cases with its answer. */
export const zaakbericht: DocumentKind = {
	id: 'zaakbericht',
	roots: ['zakLk01', 'zakLv01', 'zakLa01'].map((localName) => ({ namespace: namespaces.zkn, localName })),
	label: (t) => t('Case message (zaakbericht)'),
	schema: 'stuf-zkn-0310',
	rules: zaakberichtRules,
	texts: textTable(zaakberichtTexts),
	repairs: zaakberichtRepairs,
	uniqueKeys,
	absences: absenceInMessage,
};

/** StUF 03.01 §4.3: sender and referentienummer together are unique. */
function uniqueKeys(subject: Subject): readonly UniqueKey[] {
	const { sender, reference } = readIdentity(subject.root);
	if (sender === undefined || reference.kind !== 'text') {
		return [];
	}
	const parts = [sender.organisation, sender.application, sender.administration, sender.user].map(textOf);
	return [
		{
			code: 'zaakbericht.reference-duplicate',
			key: JSON.stringify([...parts, reference.text]),
			content: contentFingerprint(subject),
			span: reference.span,
			data: { reference: reference.text },
		},
	];
}
