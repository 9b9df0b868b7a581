import type { CpaChannel, CpaExchange } from './agreement';

/** The profiles of the Digikoppeling Koppelvlakstandaard ebMS2 (ch. 2): best effort or reliable, plain, signed, or signed and encrypted. */
export type CpaProfile = 'osb-be' | 'osb-be-s' | 'osb-be-e' | 'osb-rm' | 'osb-rm-s' | 'osb-rm-e';

/**
 * The profile that a channel has by its characteristics, and by whether its party signs and encrypts over it.
 *
 * @param exchange The DocExchange of the channel; `undefined` when it is not there.
 * @returns `null` when it is none of the six: when each message decides, when reliability is half, or when it encrypts without
 * signing.
 */
export function profileOf(channel: CpaChannel, exchange: CpaExchange | undefined): CpaProfile | null {
	const { ackRequested, duplicateElimination } = channel;
	const reliability = ackRequested.value === duplicateElimination.value ? ackRequested.value : '';
	const base = { always: 'osb-rm', never: 'osb-be' } as const;
	if (reliability !== 'always' && reliability !== 'never') {
		return null;
	}
	const bindings = [exchange?.sender, exchange?.receiver];
	const signs = bindings.some((binding) => binding?.signs);
	if (bindings.some((binding) => binding?.encrypts)) {
		return signs ? `${base[reliability]}-e` : null;
	}
	return signs ? `${base[reliability]}-s` : base[reliability];
}
