import { findingsOf, type FindingTexts } from '../finding';
import type { Translate } from '../text';

/** What can keep a document from being checked in full. */
export interface CheckFindings {
	'check.unreadable': { readonly reason: string };
	'check.too-large': { readonly megabytes: number; readonly limit: number };
	'check.too-many-tags': { readonly limit: number };
	'check.timed-out': { readonly seconds: number };
	'check.out-of-memory': Readonly<Record<string, never>>;
	'check.engine-failed': { readonly reason: string };
}

const own = 'Lopende Zaken for VS Code';

export const checkTexts: FindingTexts<CheckFindings> = {
	'check.unreadable': {
		severity: 'error',
		problem: ({ reason }, t) => unreadable(reason, t),
		cure: (_, t) => t('Check that the file is still there and that you may read it.'),
		source: own,
		about:
			'The file could not be opened or read: it was deleted or moved meanwhile, it is a folder, or the rights to read it are missing. The rest of the run goes on.',
	},
	'check.too-large': {
		severity: 'error',
		problem: ({ megabytes, limit }, t) =>
			t('This file is {0} MB; files over {1} MB are not checked.', megabytes, limit),
		cure: (_, t) => t('A message is never this large: check what this file is, or split it.'),
		source: own,
		about: 'Files over the limit are refused, so that one file cannot exhaust the memory of the editor.',
	},
	'check.too-many-tags': {
		severity: 'error',
		problem: ({ limit }, t) =>
			t('This file has more than {0} million tags; such files are not checked.', limit),
		cure: (_, t) => t('A message is never this large: check what this file is, or split it.'),
		source: own,
		about:
			'Each tag takes memory. A file with this many would exhaust that of the editor, however small its tags are.',
	},
	'check.timed-out': {
		severity: 'error',
		problem: ({ seconds }, t) => t('The check took more than {0} seconds and was stopped.', seconds),
		cure: (_, t) => t('The rest of the files is checked; look at this file by hand, or check it again.'),
		source: own,
		about:
			'The check was stopped after its time limit and the engine was started afresh. Other files are not affected.',
	},
	'check.out-of-memory': {
		severity: 'error',
		problem: (_, t) => t('There was not enough memory to check this file.'),
		cure: (_, t) => t('Close other programs or split the file, and check it again.'),
		source: own,
		about: 'The engine ran out of memory on this file and was started afresh. Other files are not affected.',
	},
	'check.engine-failed': {
		severity: 'error',
		problem: ({ reason }, t) => t('The check stopped on a fault of this program: {0}.', reason),
		cure: (_, t) => t('Look in the log and report it with the file, made anonymous.'),
		source: own,
		about: 'A fault in the program itself, not in the document. The engine was started afresh.',
	},
};

/** The usual reasons in words, by the system's name for them. */
function unreadable(reason: string, t: Translate): string {
	switch (reason) {
		case 'ENOENT':
			return t('This file cannot be read: it is not there (any more).');
		case 'EACCES':
		case 'EPERM':
			return t('This file cannot be read: you do not have the rights to it.');
		case 'EISDIR':
			return t('This file cannot be read: it is a folder.');
		default:
			return t('This file cannot be read: {0}.', reason);
	}
}

export const checkFinding = findingsOf(checkTexts);
