import type { DistinguishedName } from '../../certificates/certificate';
import type { Chain, HierarchyName } from '../../certificates/chain';
import { authorityNamed, commonNameOf } from '../../certificates/pkioverheid';
import { judge, type Judged, type Purpose } from '../../certificates/profile/judged';
import type { Finding } from '../../finding';
import type { ConnectionEnvironment } from '../connection';
import type { Identity } from '../credentials/readIdentity';
import type { ConnectionRequest } from '../outcome/connectionObstacle';
import { pingFinding, type PingFindings } from '../texts';
import { isLoopback, readEndpoint, type Endpoint } from '../transport/endpoint';
import type { ServerPath } from '../trust/serverPath';

const nowhere = { start: 0, end: 0 };

export function warning<C extends keyof PingFindings>(code: C, data: PingFindings[C]): Finding {
	return pingFinding(code, nowhere, data);
}

/** A connection, and what it is said to be for: `null` when nobody said. */
interface Doubted extends Pick<ConnectionRequest, 'url' | 'identity'> {
	readonly environment: ConnectionEnvironment | null;
}

/** What is doubtful about a connection whatever goes over it, before anything does. */
export function connectionWarnings({ url, identity, environment }: Doubted, now: Date): readonly Finding[] {
	const endpoint = readEndpoint(url);
	return [
		...('fault' in endpoint ? [] : portWarnings(endpoint)),
		...(identity === null && isSecure(url) ? [warning('ping.no-client-certificate', {})] : []),
		...(identity === null || 'fault' in identity ? [] : identityWarnings(identity, environment, now)),
	];
}

/** Digikoppeling wants HTTPS on this port (Beveiligingsstandaarden en voorschriften, TLS005). */
const securePort = 443;

function portWarnings({ isSecure: isTls, host, port }: Endpoint): readonly Finding[] {
	if (!isTls) {
		return [warning('ping.plain-http', {})];
	}
	// What is tried out on this machine has whatever port is free.
	return port === securePort || isLoopback(host) ? [] : [warning('ping.port', { port })];
}

function isSecure(url: string): boolean {
	return /^\s*https:/i.test(url);
}

function identityWarnings(
	{ path }: Identity,
	environment: ConnectionEnvironment | null,
	now: Date,
): readonly Finding[] {
	const judged = judgedAs('client', path, now);
	return [
		...(path.end.state === 'missing' && !isRootName(path.end.issuer)
			? [warning('ping.chain-incomplete', { issuer: path.end.issuer.text })]
			: []),
		...environmentWarnings(judged, environment),
	];
}

/** A root need not be sent, so that it may well be absent from the file. A CA that is known, or calls itself so, is one. */
function isRootName(issuer: DistinguishedName): boolean {
	return authorityNamed(issuer)?.layer === 'root' || /\bRoot\b/i.test(commonNameOf(issuer) ?? '');
}

function environmentWarnings(
	{ certificate, environment: kind, hierarchy }: Judged,
	environment: ConnectionEnvironment | null,
): readonly Finding[] {
	const subject = certificate.subject.text;
	if (environment === 'production' && kind === 'test') {
		return [warning('ping.test-certificate', { subject })];
	}
	return isForTests(environment) && kind === 'production' && isReal(hierarchy)
		? [warning('ping.production-certificate', { subject })]
		: [];
}

/** What is doubtful about a server that was met, whatever goes to it. */
export function serverConnectionWarnings(
	{ path, anchor, unsent }: ServerPath,
	environment: ConnectionEnvironment | null,
	now: Date,
): readonly Finding[] {
	const [missing] = anchor === null ? [] : unsent;
	return [
		...serverEnvironmentWarnings(judgedAs('server', path, now), environment),
		...(missing === undefined
			? []
			: [warning('ping.server-chain-incomplete', { issuer: missing.subject.text })]),
	];
}

function serverEnvironmentWarnings(
	{ certificate, environment: kind, hierarchy }: Judged,
	environment: ConnectionEnvironment | null,
): readonly Finding[] {
	const subject = certificate.subject.text;
	if (kind === 'test' && (environment === 'production' || environment === 'preproduction')) {
		return [warning('ping.test-server', { subject })];
	}
	return kind === 'production' && isForTests(environment) && isReal(hierarchy)
		? [warning('ping.production-server', { subject })]
		: [];
}

function judgedAs(purpose: Purpose, path: Chain, moment: Date): Judged {
	return judge(path, { purpose, host: null, moment, expectedOin: null, warnDays: 0, revocation: null });
}

function isForTests(environment: ConnectionEnvironment | null): boolean {
	return environment === 'test' || environment === 'local';
}

function isReal(hierarchy: HierarchyName): boolean {
	return hierarchy === 'G1' || hierarchy === 'G4';
}
