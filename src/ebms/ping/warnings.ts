import type { Certificate } from '../../certificates/certificate';
import { judge, oinOf, type Judged } from '../../certificates/profile/judged';
import { parsePartyId } from '../../documents/partyId';
import type { Finding } from '../../finding';
import type { PingTarget } from '../connection';
import type { Identity } from '../credentials/readIdentity';
import { pingFinding, type PingFindings } from '../texts';
import type { TlsFacts } from '../tls/tlsFacts';
import { isLoopback, isSameEndpoint, readEndpoint, type Endpoint } from '../transport/endpoint';
import { asksSyncReply, type PingRequest } from './pingRequest';

const nowhere = { start: 0, end: 0 };

function warning<C extends keyof PingFindings>(code: C, data: PingFindings[C]): Finding {
	return pingFinding(code, nowhere, data);
}

/** What is doubtful about a connection before anything is sent: nothing of it stops the Ping. */
export function warningsBefore(request: PingRequest, now: Date): readonly Finding[] {
	const { target } = request;
	const identity = request.identity === null || 'fault' in request.identity ? null : request.identity;
	return [
		...cpaWarnings(target, now),
		...endpointWarnings(target),
		...partyWarnings(target),
		...syncWarnings(request),
		...(request.identity === null && isSecure(target) ? [warning('ping.no-client-certificate', {})] : []),
		...(identity === null ? [] : identityWarnings(identity, target, now)),
	];
}

/** What is doubtful about the server that was met. */
export function serverWarnings({ cpa }: PingTarget, tls: TlsFacts | null): readonly Finding[] {
	const found = tls?.chain[0]?.sha256;
	const agreed = cpa?.serverCertificate ?? found;
	return found !== undefined && agreed !== undefined && found !== agreed
		? [warning('ping.server-certificate-differs', { found, cpa: agreed })]
		: [];
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

/** Digikoppeling wants HTTPS on this port (Beveiligingsstandaarden en voorschriften, TLS005). */
const securePort = 443;

function endpointWarnings({ url, cpa }: PingTarget): readonly Finding[] {
	const endpoint = readEndpoint(url);
	const agreed = cpa?.endpoint ?? url;
	return [
		...(isSameEndpoint(agreed, url) ? [] : [warning('ping.endpoint-differs', { url, cpa: agreed })]),
		...('fault' in endpoint ? [] : portWarnings(endpoint)),
	];
}

function portWarnings({ isSecure: isTls, host, port }: Endpoint): readonly Finding[] {
	if (!isTls) {
		return [warning('ping.plain-http', {})];
	}
	// What is tried out on this machine has whatever port is free.
	return port === securePort || isLoopback(host) ? [] : [warning('ping.port', { port })];
}

function isSecure({ url }: PingTarget): boolean {
	return /^\s*https:/i.test(url);
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

function identityWarnings(identity: Identity, target: PingTarget, now: Date): readonly Finding[] {
	const { certificate, path } = identity;
	const judged = judge(path, {
		purpose: 'client',
		host: null,
		moment: now,
		expectedOin: null,
		warnDays: 0,
		revocation: null,
	});
	const agreed = target.cpa?.clientCertificate ?? certificate.sha256;
	return [
		...(agreed === certificate.sha256
			? []
			: [warning('ping.client-certificate-differs', { found: certificate.sha256, cpa: agreed })]),
		...oinWarnings(certificate, target),
		...(path.end.state === 'missing'
			? [warning('ping.chain-incomplete', { issuer: path.end.issuer.text })]
			: []),
		...environmentWarnings(judged, target),
	];
}

function oinWarnings(certificate: Certificate, { from }: PingTarget): readonly Finding[] {
	const party = parsePartyId(from.value);
	const oin = oinOf(certificate)?.value ?? '';
	return party.kind === 'oin' && party.value !== oin
		? [warning('ping.oin-differs', { found: oin, partyId: from.value })]
		: [];
}

function environmentWarnings(
	{ certificate, environment: kind, hierarchy }: Judged,
	{ environment }: PingTarget,
): readonly Finding[] {
	const subject = certificate.subject.text;
	if (environment === 'production' && kind === 'test') {
		return [warning('ping.test-certificate', { subject })];
	}
	const isTest = environment === 'test' || environment === 'local';
	return isTest && kind === 'production' && (hierarchy === 'G1' || hierarchy === 'G4')
		? [warning('ping.production-certificate', { subject })]
		: [];
}
