import { isTestCertificate } from '../../certificates/chain';
import { knownAuthority } from '../../certificates/pkioverheid';
import type { ConnectionEnvironment } from '../connection';
import type { TrustAnchor, TrustOrigin } from './trustAnchor';

/** What of each origin is at hand. */
export type TrustSources = Readonly<Record<TrustOrigin, readonly TrustAnchor[]>>;

/**
 * What a connection to an environment may trust. Those of the system never count. What the connection names counts whatever it is: the
 * user said so for this one connection. The rest only as far as it fits the environment, so that nobody is trusted by accident:
 * - a test CA of the setting for all connections makes no server of (pre-)production trusted: anybody can have a TRIAL certificate
 *   in any name;
 * - the fetched CAs of PKIoverheid are those of production, and count everywhere but for the partner on this machine. Those that
 *   Digikoppeling does not allow (public roots, PKI005) do not count.
 *
 * @param environment `null` when nobody said: it is taken for production.
 */
export function gatherTrust(
	environment: ConnectionEnvironment | null,
	{ connection, setting, pkioverheid }: TrustSources,
): readonly TrustAnchor[] {
	const isForTests = environment === 'local' || environment === 'test';
	const all = [
		...connection,
		...setting.filter(({ certificate }) => isForTests || !isTestCertificate(certificate)),
		...(environment === 'local' ? [] : pkioverheid.filter(isPrivateAuthority)),
	];
	const seen = new Set<string>();
	return all.filter(({ certificate: { sha256 } }) => !seen.has(sha256) && seen.add(sha256));
}

/** The store holds only what is known by its fingerprint. */
function isPrivateAuthority({ certificate }: TrustAnchor): boolean {
	return knownAuthority(certificate)?.branch !== 'public';
}
