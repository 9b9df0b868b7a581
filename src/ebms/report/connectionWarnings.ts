import { judge, type Judged } from '../../certificates/profile/judged';
import type { Finding } from '../../finding';
import type { Environment } from '../connection';
import type { Identity } from '../credentials/readIdentity';
import type { ConnectionRequest } from '../outcome/connectionObstacle';
import { pingFinding, type PingFindings } from '../texts';
import { isLoopback, readEndpoint, type Endpoint } from '../transport/endpoint';

const nowhere = { start: 0, end: 0 };

export function warning<C extends keyof PingFindings>(code: C, data: PingFindings[C]): Finding {
	return pingFinding(code, nowhere, data);
}

/** A connection, and what it is said to be for: `null` when nobody said. */
interface Doubted extends Pick<ConnectionRequest, 'url' | 'identity'> {
	readonly environment: Environment | null;
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
	environment: Environment | null,
	now: Date,
): readonly Finding[] {
	const judged = judge(path, {
		purpose: 'client',
		host: null,
		moment: now,
		expectedOin: null,
		warnDays: 0,
		revocation: null,
	});
	return [
		...(path.end.state === 'missing'
			? [warning('ping.chain-incomplete', { issuer: path.end.issuer.text })]
			: []),
		...environmentWarnings(judged, environment),
	];
}

function environmentWarnings(
	{ certificate, environment: kind, hierarchy }: Judged,
	environment: Environment | null,
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
