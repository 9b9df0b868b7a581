import type { PartnerMode, ReplyMode } from '../ebms/partner/modes';

interface Behaviour {
	/** What the CPA says. */
	readonly reply: ReplyMode;
	/** How the partner goes against it, if it does. */
	readonly mode: PartnerMode;
}

/** The answers of the option `--reply` of `partner`: the first two are right, the others are short for a mode. */
export const partnerReplies = {
	sync: { reply: 'sync', mode: 'normal' },
	async: { reply: 'async', mode: 'normal' },
	none: { reply: 'async', mode: 'no-content' },
	error: { reply: 'sync', mode: 'error-list:Unknown' },
	fault: { reply: 'sync', mode: 'soap-fault' },
} as const satisfies Readonly<Record<string, Behaviour>>;

export type PartnerReply = keyof typeof partnerReplies;
