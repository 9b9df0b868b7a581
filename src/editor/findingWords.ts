/** What puts findings into words, and what is said beside them. It is large: it is loaded for the first of them, not when the extension starts. */
export { findDuplicates } from '../validation/duplicates';
export { repairsFor } from '../validation/repair';
export { certainRepairs, repairAll } from '../validation/repairAll';
export { toDiagnostic } from './diagnostics';
export { kindName, schemaName } from './names';
export { writeExplanation } from './writeExplanation';
export { writeSchemaSummary } from './writeSchemaSummary';
