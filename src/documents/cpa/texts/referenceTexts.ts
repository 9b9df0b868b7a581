import type { FindingTexts } from '../../../finding';
import type { Translate } from '../../../text';
import { cppa } from './sources';

/**
 * What can be wrong with a reference inside the CPA.
 * - `expected`: the names of the elements that it may point to.
 * - `known`: ids that it may have meant, at most a few.
 */
export interface ReferenceFindings {
	'cpa.reference-missing': {
		readonly id: string;
		readonly expected: string;
		readonly known: readonly string[];
	};
	'cpa.reference-kind': {
		readonly id: string;
		readonly expected: string;
		readonly found: string;
		readonly known: readonly string[];
	};
	'cpa.reference-party': {
		readonly id: string;
		readonly expected: string;
		/** The party in which the target has to be. */
		readonly party: 'same' | 'other';
		readonly known: readonly string[];
	};
	'cpa.binding-direction': { readonly id: string; readonly direction: 'CanSend' | 'CanReceive' };
}

function cure({ known }: { readonly known: readonly string[] }, t: Translate): string {
	return known.length === 0
		? t('Add what it has to point to, or correct the id.')
		: t('Point to one of: {0}.', known.join(', '));
}

const scope = 'libxml2 does not see this, and no schema can: ids are one space over the whole document.';

export const referenceTexts: FindingTexts<ReferenceFindings> = {
	'cpa.reference-missing': {
		severity: 'error',
		problem: ({ id, expected }, t) =>
			t('This CPA has nothing with id `{0}`; here belongs the id of a {1}.', id, expected),
		cure,
		source: `${cppa} (ID, IDREF)`,
		about: `A reference points at an id that does not exist. Adapters refuse to load the CPA. ${scope}`,
	},
	'cpa.reference-kind': {
		severity: 'error',
		problem: ({ id, expected, found }, t) =>
			t('`{0}` is the id of a {1}; here belongs the id of a {2}.', id, found, expected),
		cure,
		source: cppa,
		about: `A reference points at an element of another kind than it is meant for. ${scope}`,
	},
	'cpa.reference-party': {
		severity: 'error',
		problem: ({ id, expected, party }, t) =>
			party === 'same'
				? t('`{0}` is a {1} of the other party; here belongs one of the party itself.', id, expected)
				: t('`{0}` is a {1} of the party itself; here belongs one of the other party.', id, expected),
		cure,
		source: cppa,
		about: `Channels, transports, exchanges, certificates and trust belong to one party, and its PartyInfo refers to its own; only OtherPartyActionBinding refers to the other party. ${scope}`,
	},
	'cpa.binding-direction': {
		severity: 'error',
		problem: ({ id, direction }, t) =>
			direction === 'CanSend'
				? t(
						'What one party sends the other receives, but `{0}` is something that the other party sends too.',
						id,
					)
				: t(
						'What one party receives the other sends, but `{0}` is something that the other party receives too.',
						id,
					),
		cure: ({ direction }, t) =>
			t('Point to the action in {0} of the other party.', direction === 'CanSend' ? 'CanReceive' : 'CanSend'),
		source: `${cppa} (OtherPartyActionBinding)`,
		about:
			'OtherPartyActionBinding joins the CanSend of one party to the CanReceive of the other. Joined to the same direction, no message can be sent.',
	},
};
