import type { Certificate } from '../../certificates/certificate';
import { createPool, type PooledCertificate } from '../../certificates/certificatePool';
import { buildChain, type Chain } from '../../certificates/chain';
import type { TrustAnchor } from './trustAnchor';

/** Where the certificate of a server leads to. */
export interface ServerPath {
	readonly path: Chain;
	/** The root by which it is trusted; `null` when it leads to none. */
	readonly anchor: TrustAnchor | null;
	/** Issuers that the server does not send itself, without the root. */
	readonly unsent: readonly Certificate[];
}

/** @param chain As the server sent it, its own certificate first. */
export function serverPathOf(
	chain: readonly [Certificate, ...Certificate[]],
	trust: readonly TrustAnchor[],
): ServerPath {
	const pool = createPool([
		...trust.map(({ certificate }): PooledCertificate => ({ certificate, origin: 'trust' })),
		...chain.map((certificate): PooledCertificate => ({ certificate, origin: 'file' })),
	]);
	const path = buildChain({ certificate: chain[0], origin: 'file' }, pool);
	const root = path.end.state === 'root' ? path.steps.at(-1)?.certificate : undefined;
	const sent = new Set(chain.map(({ sha256 }) => sha256));
	return {
		path,
		anchor: trust.find(({ certificate }) => certificate.sha256 === root?.sha256) ?? null,
		unsent: path.steps
			.map(({ certificate }) => certificate)
			.filter(({ sha256 }) => !sent.has(sha256) && sha256 !== root?.sha256),
	};
}

/** What TLS is told to trust. */
export function certificatesOf(trust: readonly TrustAnchor[]): readonly Certificate[] {
	return trust.map(({ certificate }) => certificate);
}
