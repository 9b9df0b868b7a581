import { findingsOf, type FindingTexts } from '../../finding';
import { agreementTexts, type AgreementFindings } from './texts/agreementTexts';
import { cpaCertificateTexts, type CertificateFindings } from './texts/certificateTexts';
import { connectionTexts, type ConnectionFindings } from './texts/connectionTexts';
import { referenceTexts, type ReferenceFindings } from './texts/referenceTexts';

export const cpaTexts: FindingTexts<
	AgreementFindings & ReferenceFindings & ConnectionFindings & CertificateFindings
> = {
	...agreementTexts,
	...referenceTexts,
	...connectionTexts,
	...cpaCertificateTexts,
};

export const cpaFinding = findingsOf(cpaTexts);
