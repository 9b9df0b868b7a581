import { textTable } from '../../finding';
import type { DocumentKind } from '../kind';
import { namespaces } from '../namespaces';
import { stufAntwoordRepairs } from './repairs';
import { stufAntwoordRules } from './rules';
import { stufAntwoordTexts } from './texts';

/** The confirmations (Bv) and fault messages (Fo) that come back on a StUF message. */
export const stufAntwoord: DocumentKind = {
	id: 'stuf-antwoord',
	roots: ['Bv01', 'Bv02', 'Bv03', 'Fo01', 'Fo02', 'Fo03'].map((code) => ({
		namespace: namespaces.stuf,
		localName: `${code}Bericht`,
	})),
	label: (t) => t('StUF reply (Bv or Fo message)'),
	schema: 'stuf-0301',
	rules: stufAntwoordRules,
	texts: textTable(stufAntwoordTexts),
	repairs: stufAntwoordRepairs,
};
