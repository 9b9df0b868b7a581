import { repairTable } from '../../xml/repair';
import { replacing } from '../repairSteps';
import type { StufAntwoordFindings } from './texts';

/** What can be repaired of a StUF answer. */
export const stufAntwoordRepairs = repairTable<StufAntwoordFindings>({
	'stuf-antwoord.unknown-code': (fault, t) => replacing(fault, fault.data.code, fault.data.similar, t),
	'stuf-antwoord.code-place': (fault, t) => replacing(fault, fault.data.found, fault.data.expected, t),
});
