/** Writes `docs/findings.md` from the texts of all findings: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { findingsDocument } from '../src/validation/findingsDocument';

writeFileSync(new URL('../docs/findings.md', import.meta.url), findingsDocument());
