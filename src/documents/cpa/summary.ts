import type { Certificate } from '../../certificates/certificate';
import { oinOf } from '../../certificates/profile/judged';
import type { Span } from '../../finding';
import { parsePartyId } from '../partyId';
import type {
	CertificateUse,
	Cpa,
	CpaAction,
	CpaBinding,
	CpaChannel,
	CpaEndpoint,
	CpaParty,
	CpaPartyId,
	CpaRole,
	Placed,
	PlacedMoment,
} from './agreement';
import { profileOf, type CpaProfile } from './profile';
import { signalChannel, transportOf } from './signalChannel';

/** What a person wants to know of a CPA, with its references followed. Plain data, without judgement and without words. */
export interface CpaSummary {
	readonly nameSpan: Span;
	readonly cpaId: Placed | null;
	readonly status: Placed | null;
	readonly start: PlacedMoment | null;
	readonly end: PlacedMoment | null;
	readonly parties: readonly PartySummary[];
}

export interface PartySummary {
	/** Of the element PartyInfo. */
	readonly nameSpan: Span;
	readonly name: string | null;
	readonly partyIds: readonly CpaPartyId[];
	/** The first PartyId that is an OIN or HRN, without the suffix of a test environment. */
	readonly oin: string | null;
	readonly roles: readonly CpaRole[];
	/** In document order. */
	readonly channels: readonly ChannelSummary[];
	/** The channel that a Ping to or from this party goes over. */
	readonly ping: ChannelSummary | null;
	readonly certificates: readonly CertificateSummary[];
}

export interface ChannelSummary {
	readonly channel: CpaChannel;
	/** It is the default channel of the signals (`defaultMshChannelId`). */
	readonly isDefault: boolean;
	/** Signals for which it is named by itself (`OverrideMshActionBinding`). */
	readonly overrides: readonly string[];
	/** It carries the Ping: by name, or by default because no other is named. */
	readonly carriesPing: boolean;
	readonly actions: readonly CpaAction[];
	/** `null` when it is none of Digikoppeling. */
	readonly profile: CpaProfile | null;
	/** The first is the one that implementations use. */
	readonly endpoints: readonly CpaEndpoint[];
	/** `certId`s. */
	readonly clientCertificate: string | null;
	readonly serverCertificate: string | null;
	readonly sender: CpaBinding | null;
	readonly receiver: CpaBinding | null;
}

export interface CertificateSummary {
	readonly certId: string | null;
	readonly nameSpan: Span;
	/** Empty when nothing refers to it. */
	readonly uses: readonly CertificateUse[];
	readonly state: 'read' | 'unreadable' | 'missing';
	/** That of the party, without its chain; `null` unless it was read. */
	readonly certificate: Certificate | null;
	/** The OIN or HRN in its subject. */
	readonly oin: string | null;
}

export function summarizeCpa({ nameSpan, cpaId, status, start, end, parties }: Cpa): CpaSummary {
	return { nameSpan, cpaId, status, start, end, parties: parties.map(summarizeParty) };
}

export function summarizeParty(party: CpaParty): PartySummary {
	const { nameSpan, name, partyIds, roles, certificates } = party;
	const ping = signalChannel(party, 'Ping');
	const channels = party.channels.map((channel) => summarizeChannel(party, channel, ping));
	return {
		nameSpan,
		name,
		partyIds,
		oin: oinOfParty(party),
		roles,
		channels,
		ping: channels.find(({ carriesPing }) => carriesPing) ?? null,
		certificates: certificates.map(({ certId, nameSpan: ofCertificate, uses, contents: [own] }) => {
			const certificate = own?.state === 'read' ? own.certificate : null;
			const oin = certificate && oinOf(certificate);
			return {
				certId,
				nameSpan: ofCertificate,
				uses,
				state: own === undefined ? 'missing' : own.state,
				certificate,
				oin: oin?.parsed.kind === 'oin' ? oin.value : null,
			};
		}),
	};
}

/** The OIN or HRN of a party, without the suffix of a test environment; `null` when none of its PartyIds is one. */
export function oinOfParty({ partyIds }: Pick<CpaParty, 'partyIds'>): string | null {
	const [oin = null] = partyIds
		.map(({ value }) => parsePartyId(value.trim()))
		.flatMap((parsed) => (parsed.kind === 'oin' ? [parsed.value] : []));
	return oin;
}

function summarizeChannel(party: CpaParty, channel: CpaChannel, ping: CpaChannel | null): ChannelSummary {
	const { channelId, exchangeId } = channel;
	const transport = transportOf(party, channel);
	const exchange = party.exchanges.find((one) => one.exchangeId === exchangeId);
	return {
		channel,
		isDefault: party.defaultChannelId?.value === channelId,
		overrides: party.overrides.filter((one) => one.channelId === channelId).map(({ action }) => action),
		carriesPing: channel === ping,
		actions: party.roles
			.flatMap(({ actions }) => actions)
			.filter(({ channelIds }) => channelIds.includes(channelId)),
		profile: profileOf(channel, exchange),
		endpoints: transport?.endpoints ?? [],
		clientCertificate: transport?.clientCertificateId ?? null,
		serverCertificate: transport?.serverCertificateId ?? null,
		sender: exchange?.sender ?? null,
		receiver: exchange?.receiver ?? null,
	};
}
