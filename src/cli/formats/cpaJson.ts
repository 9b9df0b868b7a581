import { oinOf } from '../../certificates/profile/judged';
import type { CertificateUse, CpaRole } from '../../documents/cpa/agreement';
import type { ComparedRow, ComparedValue } from '../../documents/cpa/comparison/comparedRow';
import {
	summarizeCpa,
	type CertificateSummary,
	type ChannelSummary,
	type PartySummary,
} from '../../documents/cpa/summary';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import type { LocatedFinding } from '../../validation/report';
import type { CpaReport } from '../cpaReport';

/** The JSON of the command line contract: one object, with each party and each finding on a line of its own. */
export function* cpaJson(
	{ cpa, findings, truncated, comparison }: CpaReport,
	t: Translate,
): Iterable<string> {
	const { cpaId, status, start, end, parties } = summarizeCpa(cpa);
	const head = JSON.stringify({
		version: 1,
		cpaId: cpaId?.value ?? null,
		status: status?.value ?? null,
		start: start?.moment ?? null,
		end: end?.moment ?? null,
	});
	yield `${head.slice(0, -1)},"parties":${lines(parties.map(describeParty))},\n`;
	yield `"findings":${lines(findings.map((finding) => worded(finding, t)))}${truncated ? ',"truncated":true' : ''}`;
	if (comparison !== null) {
		const { file, party, rows } = comparison;
		const of = { file, party: party.partyIds[0]?.value ?? null, name: party.name };
		yield `,\n"comparison":${JSON.stringify(of).slice(0, -1)},"rows":${lines(rows.map((row) => describeRow(row, t)))}}`;
	}
	yield '}\n';
}

function lines(objects: readonly object[]): string {
	return objects.length === 0 ? '[]' : `[\n${objects.map((object) => JSON.stringify(object)).join(',\n')}\n]`;
}

function describeParty({ name, partyIds, roles, ping, channels, certificates }: PartySummary): object {
	const byDefault = channels.find(({ isDefault }) => isDefault);
	return {
		name,
		partyIds: partyIds.map(({ value, type }) => ({ type: type?.value ?? null, value })),
		roles: roles.map(describeRole),
		endpoint: endpointOf(byDefault),
		pingChannel:
			ping === null
				? null
				: {
						channelId: ping.channel.channelId,
						syncReplyMode: ping.channel.syncReplyMode.value,
						endpoint: endpointOf(ping),
					},
		certificates: certificates.flatMap(describeCertificate),
		channels: channels.map(describeChannel),
	};
}

function endpointOf(channel: ChannelSummary | undefined): string | null {
	return channel?.endpoints[0]?.uri.value ?? null;
}

function describeRole({ name, service, actions }: CpaRole): object {
	return { name, service, actions };
}

/** One for each use, so that the certificate for a use is found by it. */
function describeCertificate({ certId, uses, certificate }: CertificateSummary): readonly object[] {
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

function describeChannel(summary: ChannelSummary): object {
	const { channel, profile, endpoints, clientCertificate, serverCertificate, sender } = summary;
	return {
		channelId: channel.channelId,
		profile,
		syncReplyMode: channel.syncReplyMode.value,
		ackRequested: channel.ackRequested.value,
		ackSignatureRequested: channel.ackSignatureRequested.value,
		duplicateElimination: channel.duplicateElimination.value,
		actor: channel.actor,
		endpoints: endpoints.map(({ uri, type }) => ({ type, uri: uri.value })),
		clientCertificate,
		serverCertificate,
		retries: sender?.retries?.value ?? null,
		retryInterval: sender?.retryInterval?.value ?? null,
		persistDuration: sender?.persistDuration?.value ?? null,
	};
}

function describeRow({ subject, specification, cpa, finding }: ComparedRow, t: Translate): object {
	return {
		subject,
		equal: finding === null,
		specification: specification && describeValue(specification),
		cpa: cpa.map(describeValue),
		finding: finding && {
			code: finding.code,
			severity: finding.severity,
			message: explain(finding, t).message,
			help: explain(finding, t).help,
		},
	};
}

/** A certificate by its SHA-256; `null` when it cannot be read. */
function describeValue(value: ComparedValue): string | null {
	return value.kind === 'text' ? value.text : (value.certificate?.sha256 ?? null);
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
