import type { Certificate } from '../certificate';
import type { Chain } from '../chain';
import { fetchBytes, type Fetched, type Network } from './fetchBytes';
import { findEntry, isSignedBy, readRevocationList, type RevocationList } from './revocationList';
import type { RevocationOutcomes, RevocationStatus } from './status';

export interface RevocationOptions extends Network {
	readonly moment: Date;
}

/**
 * Fetches the CRLs of all certificates in chains and tells of each whether it was revoked. Only to be called when the user asks:
 * this is the one part of certificates that uses the network, besides {@link fetchHierarchy}. Each list is fetched once.
 *
 * @returns By SHA-256. Roots have no outcome, as only their own list could revoke them.
 * @throws The reason of `signal` when it is aborted.
 */
export async function checkRevocation(
	chains: readonly Chain[],
	{ moment, ...network }: RevocationOptions,
): Promise<RevocationOutcomes> {
	return judgeRevocation(chains, moment, (url) => fetchBytes(url, network));
}

/** The addresses of the lists that {@link checkRevocation} may fetch. */
export function revocationAddresses(chains: readonly Chain[]): readonly string[] {
	return [...new Set(chains.flatMap(pairsOf).flatMap(({ certificate }) => addressesIn(certificate)))];
}

/** As {@link checkRevocation}, for who fetches the lists otherwise. */
export async function judgeRevocation(
	chains: readonly Chain[],
	moment: Date,
	fetchList: (url: string) => Promise<Fetched>,
): Promise<RevocationOutcomes> {
	const downloads = new Map<string, Promise<Download>>();
	function download(url: string): Promise<Download> {
		const running = downloads.get(url) ?? fetchList(url).then(listIn);
		downloads.set(url, running);
		return running;
	}
	const outcomes = new Map<string, Promise<RevocationStatus>>();
	for (const { certificate, issuer } of chains.flatMap(pairsOf)) {
		if (!outcomes.has(certificate.sha256)) {
			outcomes.set(certificate.sha256, statusOf(certificate, issuer, moment, download));
		}
	}
	return new Map(
		await Promise.all([...outcomes].map(async ([sha256, status]) => [sha256, await status] as const)),
	);
}

type Download =
	Exclude<Fetched, { readonly bytes: Uint8Array }> | { readonly list: RevocationList | undefined };

function listIn(fetched: Fetched): Download {
	return 'fault' in fetched ? fetched : { list: readRevocationList(fetched.bytes) };
}

interface Pair {
	readonly certificate: Certificate;
	readonly issuer: Certificate | undefined;
}

/** Each certificate that can be revoked, with its issuer. */
function pairsOf({ steps, end }: Chain): readonly Pair[] {
	const pairs = steps.map(({ certificate }, index) => ({
		certificate,
		issuer: steps[index + 1]?.certificate,
	}));
	return end.state === 'root' ? pairs.slice(0, -1) : pairs;
}

function addressesIn({ crlDistributionPoints }: Certificate): readonly string[] {
	return crlDistributionPoints.filter((address) => /^https?:/i.test(address));
}

/** The outcome of the first address that gives an answer, or else of the last one. */
async function statusOf(
	certificate: Certificate,
	issuer: Certificate | undefined,
	moment: Date,
	download: (url: string) => Promise<Download>,
): Promise<RevocationStatus> {
	let status: RevocationStatus = { state: 'no-address' };
	for (const url of addressesIn(certificate)) {
		if (issuer === undefined) {
			return { state: 'unverifiable', url, reason: 'issuer-missing' };
		}
		const downloaded = await download(url);
		status =
			'fault' in downloaded
				? { state: 'unreachable', url, reason: downloaded.fault }
				: judge(downloaded.list, certificate, issuer, moment, url);
		if (status.state === 'good' || status.state === 'revoked') {
			return status;
		}
	}
	return status;
}

function judge(
	list: RevocationList | undefined,
	certificate: Certificate,
	issuer: Certificate,
	moment: Date,
	url: string,
): RevocationStatus {
	if (list === undefined) {
		return { state: 'unverifiable', url, reason: 'unreadable' };
	}
	const isSigned = Buffer.compare(list.issuer, issuer.subject.der) === 0 && isSignedBy(list, issuer);
	if (isSigned !== true) {
		return { state: 'unverifiable', url, reason: isSigned === null ? 'algorithm' : 'signature' };
	}
	if (!isAbout(list, certificate)) {
		return { state: 'unverifiable', url, reason: 'scope' };
	}
	const entry = findEntry(list, certificate);
	// A certificate that was on hold and came back stands in a delta list only, which is not used here.
	if (entry !== undefined) {
		return { state: 'revoked', url, ...entry };
	}
	const { nextUpdate } = list;
	return nextUpdate === null || moment > nextUpdate
		? { state: 'stale', url, nextUpdate }
		: { state: 'good', url, nextUpdate };
}

/**
 * Whether a certificate would stand in the list. One that names its place must be the one of a place that the certificate names
 * (RFC 5280 §6.3.3 (b)(2)(i)): of a CA with many lists, another says nothing.
 */
function isAbout({ scope, places }: RevocationList, certificate: Certificate): boolean {
	const kind = certificate.basicConstraints?.ca === true ? 'authorities' : 'users';
	const isOfPlace =
		places === null || places.some((place) => certificate.crlDistributionPoints.includes(place));
	return isOfPlace && (scope === 'all' || scope === kind);
}
