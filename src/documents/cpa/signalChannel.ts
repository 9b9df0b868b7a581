import type { CpaChannel, CpaParty, CpaTransport } from './agreement';

/**
 * The channel over which a party handles a signal: its own (`OverrideMshActionBinding`) or the default one
 * (`defaultMshChannelId`). `null` when the CPA names none, or one that the party does not have.
 */
export function signalChannel(party: CpaParty, action: 'Ping' | 'Pong'): CpaChannel | null {
	const override = party.overrides.find((binding) => binding.action === action);
	const channelId = override?.channelId ?? party.defaultChannelId?.value;
	return party.channels.find((channel) => channel.channelId === channelId) ?? null;
}

export function transportOf(party: CpaParty, channel: CpaChannel | null): CpaTransport | null {
	return party.transports.find(({ transportId }) => transportId === channel?.transportId) ?? null;
}

/** Where a party receives what comes over a channel: implementations use the first endpoint. `null` when it receives nothing. */
export function endpointOf(party: CpaParty, channel: CpaChannel | null): string | null {
	return transportOf(party, channel)?.endpoints[0]?.uri.value ?? null;
}
