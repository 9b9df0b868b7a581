import { oinOf } from '../../certificates/profile/judged';
import type {
	CertificateUse,
	CpaCertificate,
	CpaChannel,
	CpaParty,
	CpaRole,
} from '../../documents/cpa/agreement';
import { endpointOf, signalChannel, transportOf } from '../../documents/cpa/signalChannel';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { LocatedFinding } from '../../validation/report';
import type { CpaReport } from '../cpaReport';

/** The JSON of the command line contract: one object, with each party and each finding on a line of its own. */
export function* cpaJson({ cpa, findings, truncated }: CpaReport, t: Translate): Iterable<string> {
	const { cpaId, status, start, end, parties } = cpa;
	const head = JSON.stringify({
		version: 1,
		cpaId: cpaId?.value ?? null,
		status: status?.value ?? null,
		start: start?.moment ?? null,
		end: end?.moment ?? null,
	});
	yield `${head.slice(0, -1)},"parties":${lines(parties.map(describeParty))},\n`;
	yield `"findings":${lines(findings.map((finding) => worded(finding, t)))}${truncated ? ',"truncated":true' : ''}}\n`;
}

function lines(objects: readonly object[]): string {
	return objects.length === 0 ? '[]' : `[\n${objects.map((object) => JSON.stringify(object)).join(',\n')}\n]`;
}

function describeParty(party: CpaParty): object {
	const ping = signalChannel(party, 'Ping');
	const byDefault = party.channels.find(({ channelId }) => channelId === party.defaultChannelId?.value);
	return {
		name: party.name,
		partyIds: party.partyIds.map(({ value, type }) => ({ type: type?.value ?? null, value })),
		roles: party.roles.map(describeRole),
		endpoint: endpointOf(party, byDefault ?? null),
		pingChannel:
			ping === null
				? null
				: {
						channelId: ping.channelId,
						syncReplyMode: ping.syncReplyMode.value,
						endpoint: endpointOf(party, ping),
					},
		certificates: party.certificates.flatMap(describeCertificate),
		channels: party.channels.map((channel) => describeChannel(party, channel)),
	};
}

function describeRole({ name, service, actions }: CpaRole): object {
	return { name, service, actions };
}

/** One for each use, so that the certificate for a use is found by it. */
function describeCertificate({ certId, uses, contents }: CpaCertificate): readonly object[] {
	const [content] = contents;
	const certificate = content?.state === 'read' ? content.certificate : undefined;
	const oin = certificate && oinOf(certificate);
	const told: readonly (CertificateUse | null)[] = uses.length === 0 ? [null] : uses;
	return told.map((use) => ({
		certId,
		use,
		sha256: certificate?.sha256 ?? null,
		subject: certificate?.subject.text ?? null,
		oin:
			oin?.parsed.kind === 'oin'
				? { value: oin.value, kind: oin.parsed.register, number: oin.parsed.number }
				: null,
		notAfter: certificate?.notAfter ?? null,
	}));
}

function describeChannel(party: CpaParty, channel: CpaChannel): object {
	const transport = transportOf(party, channel);
	const reliability = party.exchanges.find(({ exchangeId }) => exchangeId === channel.exchangeId)?.sender;
	return {
		channelId: channel.channelId,
		syncReplyMode: channel.syncReplyMode.value,
		ackRequested: channel.ackRequested.value,
		ackSignatureRequested: channel.ackSignatureRequested.value,
		duplicateElimination: channel.duplicateElimination.value,
		actor: channel.actor,
		endpoints: (transport?.endpoints ?? []).map(({ uri, type }) => ({ type, uri: uri.value })),
		clientCertificate: transport?.clientCertificateId ?? null,
		serverCertificate: transport?.serverCertificateId ?? null,
		retries: reliability?.retries?.value ?? null,
		retryInterval: reliability?.retryInterval?.value ?? null,
		persistDuration: reliability?.persistDuration?.value ?? null,
	};
}

function worded(finding: LocatedFinding, t: Translate): object {
	const { message, help } = explain(finding, t);
	const { code, severity, range, path, related } = finding;
	return {
		code,
		severity,
		message,
		range,
		path,
		help,
		...(related === undefined ? {} : { related: related.map((place) => ({ range: place.range })) }),
	};
}
