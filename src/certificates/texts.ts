import { findingsOf, type FindingTexts } from '../finding';
import { chainTexts, type ChainFindings } from './texts/chainTexts';
import { nameTexts, type NameFindings } from './texts/nameTexts';
import { withRequestWords } from './texts/requestTexts';
import { usageTexts, type UsageFindings } from './texts/usageTexts';
import { validityTexts, type ValidityFindings } from './texts/validityTexts';

/** What the judgement of a certificate can say; what is wrong with the file that it stands in, is in `containerTexts.ts`. */
export type CertificateFindings = ValidityFindings & UsageFindings & NameFindings & ChainFindings;

export const certificateTexts: FindingTexts<CertificateFindings> = withRequestWords({
	...validityTexts,
	...usageTexts,
	...nameTexts,
	...chainTexts,
});

export const certificateFinding = findingsOf(certificateTexts);
