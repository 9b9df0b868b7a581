import type { Finding, Span } from '../../../finding';
import { checkEndpoint, type EndpointFault } from '../../endpoint';
import type { CpaChannel, CpaParty, CpaSecurityProtocol, Placed } from '../agreement';
import { transportOf } from '../signalChannel';
import { cpaFinding } from '../texts';
import { isToBeFilledIn, type CpaRule, type CpaSubject } from './cpaRule';

export const endpoints: CpaRule = ({ cpa: { parties }, document }) =>
	parties
		.flatMap(({ transports }) => transports)
		.flatMap(({ endpoints: ofTransport }) => ofTransport)
		.flatMap(({ uri }) => checkUri(uri, document));

function checkUri(uri: Placed, document: CpaSubject['document']): readonly Finding[] {
	const { value } = uri;
	// An empty address is the schema's finding.
	if (isToBeFilledIn(value)) {
		return [];
	}
	if (value === '' || /\s/.test(value)) {
		return [cpaFinding('cpa.endpoint-not-https', uri.span, { value, reason: 'unreadable' })];
	}
	const faults = checkEndpoint(value);
	const loopback = faults.find((fault) => fault.kind === 'local' && isLoopback(fault.host));
	const told = loopback === undefined ? faults : faults.filter(({ kind }) => kind !== 'port');
	return told.map((fault) => endpointFinding(fault, value, partOf(document, uri, fault.part)));
}

function endpointFinding(fault: EndpointFault, value: string, span: Span): Finding {
	switch (fault.kind) {
		case 'unreadable':
		case 'scheme':
			return cpaFinding('cpa.endpoint-not-https', span, { value, reason: fault.kind });
		case 'port':
			return cpaFinding('cpa.endpoint-port', span, { port: fault.port });
		case 'local':
			return isLoopback(fault.host)
				? cpaFinding('cpa.endpoint-loopback', span, { host: fault.host })
				: cpaFinding('cpa.endpoint-local', span, { host: fault.host, reason: fault.reason });
	}
}

function isLoopback(host: string): boolean {
	return /^(?:localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}

/** A part of a value: exact when the value stands in the text as it is, else the whole value. */
function partOf({ text }: CpaSubject['document'], { value, span }: Placed, part: Span): Span {
	return text.slice(span.start, span.end) === value
		? { start: span.start + part.start, end: span.start + part.end }
		: span;
}

/** A Ping needs a place to go to. */
export const signalEndpoint: CpaRule = ({ cpa: { parties }, whole }) =>
	parties.flatMap((party) => {
		const { defaultChannelId } = party;
		const channel = party.channels.find(({ channelId }) => channelId === defaultChannelId?.value);
		const transport = transportOf(party, channel ?? null);
		return whole && defaultChannelId !== null && transport !== null && !transport.receives
			? [cpaFinding('cpa.no-endpoint', defaultChannelId.span, { channelId: defaultChannelId.value })]
			: [];
	});

/**
 * What the schema lets be absent, but a widely used adapter does not: it reads both bindings of the DocExchange of every channel, and both
 * halves of every Transport (docs/decisions/0010).
 */
export const oneWay: CpaRule = ({ cpa: { parties }, whole }) =>
	whole ? parties.flatMap((party) => [...oneWayExchanges(party), ...oneWayTransports(party)]) : [];

function oneWayExchanges({ channels, exchanges }: CpaParty): readonly Finding[] {
	return exchanges
		.filter(({ exchangeId }) => channels.some((channel) => channel.exchangeId === exchangeId))
		.flatMap(({ exchangeId, nameSpan, sender, receiver }) =>
			absentParts([
				['ebXMLSenderBinding', sender !== null],
				['ebXMLReceiverBinding', receiver !== null],
			]).map((missing) => cpaFinding('cpa.one-way-exchange', nameSpan, { exchangeId, missing })),
		);
}

/** That nobody can send to the default channel is told as that. */
function oneWayTransports({ channels, defaultChannelId, transports }: CpaParty): readonly Finding[] {
	const byDefault = channels.find(({ channelId }) => channelId === defaultChannelId?.value);
	return transports.flatMap(({ transportId, nameSpan, sends, receives }) =>
		absentParts([
			['TransportSender', sends],
			['TransportReceiver', receives || transportId === byDefault?.transportId],
		]).map((missing) => cpaFinding('cpa.one-way-transport', nameSpan, { transportId, missing })),
	);
}

/** One sentence about what is absent, or none. */
function absentParts(parts: readonly (readonly [name: string, isThere: boolean])[]): readonly string[] {
	const absent = parts.flatMap(([name, isThere]) => (isThere ? [] : [name]));
	return absent.length === 0 ? [] : [absent.join(', ')];
}

export const tlsVersions: CpaRule = ({ cpa: { parties } }) =>
	parties
		.flatMap(({ transports }) => transports)
		.flatMap(({ securityProtocols }) => securityProtocols)
		.flatMap(checkProtocol);

/** `TLS`, `SSL`, and what people write when they put the version in the name. */
const protocolName = /^(TLS|SSL)[\s/_-]*v?[\s_]*(\d(?:[._]\d)?)?$/i;
const forbiddenVersions: ReadonlySet<string> = new Set(['1', '1.0', '1.1']);

function checkProtocol({ name, version }: CpaSecurityProtocol): readonly Finding[] {
	const [, family, versionInName] = protocolName.exec(name.value) ?? [];
	if (family === undefined) {
		return [];
	}
	const used = (version?.value ?? versionInName ?? '').replace('_', '.');
	const protocol = used === '' ? family.toUpperCase() : `${family.toUpperCase()} ${used}`;
	if (family.toUpperCase() === 'SSL') {
		return [cpaFinding('cpa.tls-version', name.span, { protocol })];
	}
	return forbiddenVersions.has(used)
		? [cpaFinding('cpa.tls-version', version?.span ?? name.span, { protocol })]
		: [];
}

/** The profile of a channel, as far as its characteristics tell. */
export const channelProfiles: CpaRule = ({ cpa: { parties } }) =>
	parties.flatMap((party) => {
		const used = new Set(
			party.roles.flatMap(({ actions }) => actions.flatMap(({ channelIds }) => channelIds)),
		);
		return party.channels.flatMap((channel) => checkChannel(channel, used.has(channel.channelId)));
	});

/** @param carriesMessages The channel is not for signals only. */
function checkChannel(
	{ syncReplyMode, ackRequested, duplicateElimination }: CpaChannel,
	carriesMessages: boolean,
): readonly Finding[] {
	const findings: Finding[] = [];
	const mode = syncReplyMode.value;
	const isBestEffort =
		carriesMessages && ackRequested.value === 'never' && duplicateElimination.value === 'never';
	if (mode === 'mshSignalsOnly' ? isBestEffort : otherModes.has(mode)) {
		findings.push(
			cpaFinding('cpa.sync-reply', syncReplyMode.span, {
				mode,
				profile: isBestEffort ? 'best-effort' : 'any',
			}),
		);
	}
	const isMixed =
		(ackRequested.value === 'always' && duplicateElimination.value === 'never') ||
		(ackRequested.value === 'never' && duplicateElimination.value === 'always');
	if (carriesMessages && isMixed) {
		findings.push(
			cpaFinding('cpa.profile-mixed', duplicateElimination.span, {
				ackRequested: ackRequested.value,
				duplicateElimination: duplicateElimination.value,
			}),
		);
	}
	return findings;
}

/** Modes that no profile of Digikoppeling has; unknown ones are the schema's finding. */
const otherModes: ReadonlySet<string> = new Set(['signalsOnly', 'responseOnly', 'signalsAndResponse']);
