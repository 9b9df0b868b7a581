import type { Certificate } from './certificate';
import { authorities, type Authority } from './pkioverheid';
import { isReadable, readCertificate } from './readCertificate';
import { fetchBytes, type Network } from './revocation/fetchBytes';
import type { FetchFault } from './revocation/status';

export interface FetchedHierarchy {
	/** Those whose SHA-256 is that of the table. */
	readonly certificates: readonly Certificate[];
	readonly failures: readonly {
		readonly authority: Authority;
		/** `other`: what came has another SHA-256, so it is not used. */
		readonly reason: FetchFault | 'other';
	}[];
}

/**
 * Downloads the CA certificates of PKIoverheid whose address is published. What comes is only kept when its SHA-256 equals that of
 * the table, so the transport needs no trust.
 *
 * @param table The CAs of PKIoverheid; tests have a table of their own.
 * @throws The reason of `signal` when it is aborted.
 */
export async function fetchHierarchy(
	network: Network,
	table: readonly Authority[] = authorities,
): Promise<FetchedHierarchy> {
	const results = await Promise.all(table.map((authority) => fetchAuthority(authority, network)));
	const attempts = results.filter((result) => result !== undefined);
	return {
		certificates: attempts.flatMap((attempt) => ('certificate' in attempt ? [attempt.certificate] : [])),
		failures: attempts.flatMap((attempt) => ('reason' in attempt ? [attempt] : [])),
	};
}

type Attempt = { readonly certificate: Certificate } | FetchedHierarchy['failures'][number];

/** `undefined` when no address is published. */
async function fetchAuthority(authority: Authority, network: Network): Promise<Attempt | undefined> {
	if (authority.download === null) {
		return undefined;
	}
	const fetched = await fetchBytes(authority.download, network);
	if ('fault' in fetched) {
		return { authority, reason: fetched.fault };
	}
	const certificate = readCertificate(fetched.bytes);
	return isReadable(certificate) && certificate.sha256 === authority.sha256
		? { certificate }
		: { authority, reason: 'other' };
}
