import { findingsOf, type FindingTexts } from '../../finding';
import { headerTexts, type HeaderFindings } from './texts/headerTexts';
import { partTexts, type PartFindings } from './texts/partTexts';

export const ebmsTexts: FindingTexts<PartFindings & HeaderFindings> = { ...partTexts, ...headerTexts };

export const ebmsFinding = findingsOf(ebmsTexts);
