import { findingsOf, type FindingTexts } from '../../finding';
import { explainCode } from './codes';

export interface StufAntwoordFindings {
	'stuf-antwoord.unknown-code': {
		readonly code: string;
		/** The code that is probably meant; `''` when none is. */
		readonly similar: string;
	};
	'stuf-antwoord.code-kind': {
		readonly code: string;
		readonly found: string;
		readonly allowed: readonly string[];
	};
	'stuf-antwoord.code-place': { readonly code: string; readonly found: string; readonly expected: string };
	'stuf-antwoord.code-explained': { readonly code: string };
}

const tables = 'StUF 03.01 tables 4.1, 5.8 and 8.1';

export const stufAntwoordTexts: FindingTexts<StufAntwoordFindings> = {
	'stuf-antwoord.unknown-code': {
		severity: 'warning',
		problem: ({ code }, t) => t('StUF has no fault code `{0}`.', code),
		cure: ({ similar }, t) =>
			similar === ''
				? t('Look the code up in the StUF standard; ask whoever sent this what it means.')
				: t('Perhaps {0} is meant.', similar),
		source: tables,
		about:
			'The schema takes any text of at most seven characters. Codes of a sector model, which begin with its own code instead of StUF, are not reported.',
	},
	'stuf-antwoord.code-kind': {
		severity: 'warning',
		problem: ({ code, found, allowed }, t) =>
			t('The standard does not allow {0} in a {1} message, only in {2}.', code, found, allowed.join(', ')),
		cure: ({ allowed }, t) =>
			t('Send it as {0}, or use the code that fits this kind of message.', allowed.join(', ')),
		source: tables,
		about:
			'Each fault code belongs to certain kinds of message: Fo01 (handling of an asynchronous message), Fo02 (synchronous), Fo03 (receipt of an asynchronous message). A schema error, for instance, comes as Fo01 StUF055 and never as Fo03.',
	},
	'stuf-antwoord.code-place': {
		severity: 'warning',
		problem: ({ code, found, expected }, t) =>
			t('The plek says `{0}`, while by the standard the cause of {1} is at the {2}.', found, code, expected),
		cure: (_, t) => t('Go by the code, or ask whoever sent this who has to solve it.'),
		source: tables,
		about:
			'Each fault code has one plek: client when the sender of the original message has to send a new one, server when the same message may be offered again. The explanation of the code goes by the standard, not by what this message says.',
	},
	'stuf-antwoord.code-explained': {
		severity: 'info',
		problem: ({ code }, t) => {
			const explained = explainCode(code, t);
			return explained === undefined ? code : `${code}: ${explained.meaning} ${explained.fault}`;
		},
		cure: ({ code }, t) => explainCode(code, t)?.resend ?? '',
		source: `${tables}; §4.4.3`,
		about:
			'What the code of a fault message means, whose fault it is, and whether to send the same message again or a new one. Nothing is wrong with the fault message itself.',
	},
};

export const antwoordFinding = findingsOf(stufAntwoordTexts);
