import { findingsOf, type FindingTexts } from '../../finding';
import { lopendeZakenTexts, type LopendeZakenFindings } from './texts/lopendeZakenTexts';
import { stufTexts, type StufFindings } from './texts/stufTexts';
import { valueTexts, type ValueFindings } from './texts/valueTexts';

export type ZaakberichtFindings = ValueFindings & StufFindings & LopendeZakenFindings;

export const zaakberichtTexts: FindingTexts<ZaakberichtFindings> = {
	...valueTexts,
	...stufTexts,
	...lopendeZakenTexts,
};

export const zaakFinding = findingsOf(zaakberichtTexts);
