import type { Certificate } from '../../certificates/certificate';
import { oinOf } from '../../certificates/profile/judged';
import { parsePartyId } from '../../documents/partyId';
import type { Finding } from '../../finding';
import type { PingTarget } from '../connection';
import type { Identity } from '../credentials/readIdentity';
import { connectionWarnings, serverConnectionWarnings, warning } from '../report/connectionWarnings';
import { isSameEndpoint } from '../transport/endpoint';
import type { ServerPath } from '../trust/serverPath';
import { asksSyncReply, type PingRequest } from './pingRequest';

/** What is doubtful about a Ping before anything is sent: nothing of it stops the Ping. */
export function warningsBefore(request: PingRequest, now: Date): readonly Finding[] {
	const { target, identity } = request;
	return [
		...cpaWarnings(target, now),
		...endpointWarnings(target),
		...partyWarnings(target),
		...syncWarnings(request),
		...(identity === null || 'fault' in identity ? [] : agreementWarnings(identity, target)),
		...connectionWarnings({ url: target.url, identity, environment: target.environment }, now),
	];
}

/** What is doubtful about the server that was met. `path`: `null` when its certificate was not seen. */
export function serverWarnings(target: PingTarget, path: ServerPath | null, now: Date): readonly Finding[] {
	if (path === null) {
		return [];
	}
	const { sha256 } = path.path.steps[0].certificate;
	const agreed = target.cpa?.serverCertificate ?? sha256;
	return [
		...(sha256 === agreed
			? []
			: [warning('ping.server-certificate-differs', { found: sha256, cpa: agreed })]),
		...serverConnectionWarnings(path, target.environment, now),
	];
}

function cpaWarnings({ cpa }: PingTarget, now: Date): readonly Finding[] {
	if (cpa === null) {
		return [];
	}
	const { status, start, end } = cpa;
	return [
		...(status === 'agreed' ? [] : [warning('ping.cpa-not-agreed', { status: status ?? '' })]),
		...(start !== null && start > now ? [warning('ping.cpa-not-started', { start: dayOf(start) })] : []),
		...(end !== null && end < now ? [warning('ping.cpa-expired', { end: dayOf(end) })] : []),
	];
}

function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}

function endpointWarnings({ url, cpa }: PingTarget): readonly Finding[] {
	const agreed = cpa?.endpoint ?? url;
	return isSameEndpoint(agreed, url) ? [] : [warning('ping.endpoint-differs', { url, cpa: agreed })];
}

function partyWarnings({ from, to, environment }: PingTarget): readonly Finding[] {
	return [from, to].flatMap(({ value, type }) => [
		...(type === null && !value.includes(':') ? [warning('ping.party-type', { value, type: '' })] : []),
		...(type?.toLowerCase() === 'string' ? [warning('ping.party-type', { value, type })] : []),
		...(environment === 'production' && /_[OTA]{1,3}$/.test(value)
			? [warning('ping.party-suffix', { value })]
			: []),
	]);
}

function syncWarnings(request: PingRequest): readonly Finding[] {
	const { syncReplyMode } = request.target;
	const isAsked = asksSyncReply(request);
	return syncReplyMode !== null && isAsked !== (syncReplyMode !== 'none')
		? [warning('ping.sync-differs', { mode: syncReplyMode, asked: isAsked })]
		: [];
}

function agreementWarnings({ certificate }: Identity, target: PingTarget): readonly Finding[] {
	const agreed = target.cpa?.clientCertificate ?? certificate.sha256;
	return [
		...(agreed === certificate.sha256
			? []
			: [warning('ping.client-certificate-differs', { found: certificate.sha256, cpa: agreed })]),
		...oinWarnings(certificate, target),
	];
}

function oinWarnings(certificate: Certificate, { from }: PingTarget): readonly Finding[] {
	const party = parsePartyId(from.value);
	const oin = oinOf(certificate)?.value ?? '';
	return party.kind === 'oin' && party.value !== oin
		? [warning('ping.oin-differs', { found: oin, partyId: from.value })]
		: [];
}
