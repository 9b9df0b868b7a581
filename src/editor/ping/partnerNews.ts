import type { PartnerEntry } from '../../ebms/partner/entry';
import { entryWords } from '../../ebms/partner/entryWords';
import { modeInWords } from '../../ebms/partner/modeWords';
import type { Translate } from '../../text';
import type { PartnerState } from './partnerHost';

/** What the partner does and what came in, in words. */
export interface PartnerNews {
	/** How it answers. */
	readonly label: string;
	/** It answers with a fault to practise with. */
	readonly isFaulty: boolean;
	/** The last first. */
	readonly entries: readonly {
		readonly time: string;
		readonly what: string;
		readonly outcome: string;
		readonly isRefused: boolean;
	}[];
}

export function partnerNews({ mode, entries }: PartnerState, t: Translate): PartnerNews {
	return {
		label: modeInWords(mode, t).label,
		isFaulty: mode !== 'normal',
		entries: entries.map((entry) => ({ ...entryWords(entry, t), isRefused: isRefused(entry) })),
	};
}

function isRefused(entry: PartnerEntry): boolean {
	return entry.kind === 'connection' || entry.verdict.kind === 'refused' || entry.verdict.kind === 'errors';
}
