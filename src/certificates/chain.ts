import type { Certificate, DistinguishedName } from './certificate';
import type { CertificateOrigin, CertificatePool, PooledCertificate } from './certificatePool';
import { issuedBy } from './issuedBy';
import {
	authorityNamed,
	branchNamed,
	isTestName,
	isUnlistedRoot,
	knownAuthority,
	type Authority,
} from './pkioverheid';
import { isTestPolicy } from './policies';

export interface ChainStep {
	readonly certificate: Certificate;
	readonly origin: CertificateOrigin;
	/** The CA of PKIoverheid that it is, by its fingerprint. */
	readonly authority: Authority | null;
	/** The user trusts it. */
	readonly trusted: boolean;
}

/** Why a chain goes no further than its last certificate. */
export type ChainEnd =
	/** It signed itself. */
	| { readonly state: 'root' }
	/**
	 * Its issuer is not at hand.
	 * `authority`: the CA of PKIoverheid with the name of the issuer, which tells where it can be downloaded.
	 */
	| {
			readonly state: 'missing';
			readonly issuer: DistinguishedName;
			readonly authority: Authority | null;
	  }
	/**
	 * There is a certificate with the name of its issuer, but its key did not make the signature.
	 * `key`: the key identifiers tell that it is another key of the same CA; `signature`: they do not.
	 */
	| { readonly state: 'broken'; readonly issuer: Certificate; readonly reason: 'key' | 'signature' }
	/** This machine cannot verify signatures of its kind. */
	| { readonly state: 'unverifiable'; readonly issuer: Certificate }
	/** Its issuers issued one another, and none of them is a root. */
	| { readonly state: 'loop' };

/**
 * A certificate, the one that issued it, the one that issued that, and so on. The signature of each but the last was
 * verified with the key of the next; {@link ChainEnd} tells about the last.
 */
export interface Chain {
	readonly steps: readonly [ChainStep, ...ChainStep[]];
	readonly end: ChainEnd;
}

/** More layers than any real hierarchy has. */
const maxLayers = 12;

/** Certificates that are looked at for one chain: sets can be made in which the number of paths explodes. */
const maxVisits = 500;

/** Certificates with the name of an issuer that are tried, the likeliest first: a folder may hold a thousand test hierarchies. */
const maxCandidates = 50;

/**
 * Builds the chain of a certificate. Where more than one is possible (CAs that are cross-signed, or renewed with the same
 * key) the one with a CA that is known or trusted is taken, else the one that reaches a root, else the one that is valid, else the
 * longest.
 *
 * @param leaf One of the pool.
 * @param moment At which the chain should be valid; when it is not given, that does not matter.
 */
export function buildChain(leaf: PooledCertificate, pool: CertificatePool, moment?: Date): Chain {
	let visits = 0;
	return extend({ steps: [stepOf(leaf, pool)], end: { state: 'loop' } });

	/** The best of the chains that begin with this one. */
	function extend(begin: Chain): Chain {
		visits++;
		const { certificate } = lastOf(begin);
		const candidates = pool.issuersOf(certificate).slice(0, maxCandidates);
		const outcomes = candidates.map((candidate) => ({
			candidate,
			signed: issuedBy(certificate, candidate.certificate),
		}));
		const issuers = outcomes.filter(({ signed }) => signed === true).map(({ candidate }) => candidate);
		if (issuers.some((issuer) => issuer.certificate.sha256 === certificate.sha256)) {
			return { ...begin, end: { state: 'root' } };
		}
		if (issuers.length === 0) {
			return { ...begin, end: endWithoutIssuer(certificate, outcomes) };
		}
		const used = new Set(begin.steps.map((step) => step.certificate.sha256));
		let best: Chain = { ...begin, end: { state: 'loop' } };
		for (const issuer of issuers) {
			const isNew = !used.has(issuer.certificate.sha256);
			if (isNew && begin.steps.length < maxLayers && visits < maxVisits) {
				const longer = extend({ steps: [...begin.steps, stepOf(issuer, pool)], end: begin.end });
				best = rankOf(longer, moment) > rankOf(best, moment) ? longer : best;
			}
		}
		return best;
	}
}

function endWithoutIssuer(
	certificate: Certificate,
	outcomes: readonly { readonly candidate: PooledCertificate; readonly signed: boolean | null }[],
): ChainEnd {
	const unverifiable = outcomes.find(({ signed }) => signed === null);
	if (unverifiable !== undefined) {
		return { state: 'unverifiable', issuer: unverifiable.candidate.certificate };
	}
	const broken = outcomes
		.map(({ candidate }) => ({ candidate, reason: misfit(certificate, candidate) }))
		.find(({ reason }) => reason !== undefined);
	return broken?.reason === undefined
		? {
				state: 'missing',
				issuer: certificate.issuer,
				authority: authorityNamed(certificate.issuer) ?? null,
			}
		: { state: 'broken', issuer: broken.candidate.certificate, reason: broken.reason };
}

/**
 * What is wrong with a CA that has the name of the issuer but did not sign. `undefined` when nothing says that it was meant
 * as the issuer: it is another one with the same name, which lies about elsewhere.
 */
function misfit(
	{ authorityKeyIdentifier }: Certificate,
	{ certificate: { subjectKeyIdentifier }, origin }: PooledCertificate,
): 'key' | 'signature' | undefined {
	if (authorityKeyIdentifier !== null && subjectKeyIdentifier !== null) {
		const isSameKey = authorityKeyIdentifier === subjectKeyIdentifier;
		return isSameKey ? 'signature' : origin === 'file' ? 'key' : undefined;
	}
	return origin === 'file' ? 'signature' : undefined;
}

function stepOf({ certificate, origin }: PooledCertificate, pool: CertificatePool): ChainStep {
	return {
		certificate,
		origin,
		authority: knownAuthority(certificate) ?? null,
		trusted: pool.isTrusted(certificate),
	};
}

/** What counts more outweighs all that counts less. */
function rankOf(chain: Chain, moment: Date | undefined): number {
	const known = anchorOf(chain) === undefined ? 0 : 1000;
	const ended = { root: 400, missing: 300, unverifiable: 200, broken: 100, loop: 0 }[chain.end.state];
	const valid = moment === undefined || isValidAt(chain, moment) ? 50 : 0;
	return known + ended + valid + chain.steps.length;
}

/** Whether all issuers are; that the certificate itself is not makes no way better than another. */
function isValidAt({ steps }: Chain, moment: Date): boolean {
	const [, ...issuers] = steps;
	return issuers.every(
		({ certificate: { notBefore, notAfter } }) => notBefore <= moment && moment <= notAfter,
	);
}

function lastOf({ steps }: Chain): ChainStep {
	return steps.at(-1) ?? steps[0];
}

/** The first certificate above the leaf that is known to be of PKIoverheid or that the user trusts. */
export function anchorOf({ steps }: Chain): ChainStep | undefined {
	const [leaf, ...issuers] = steps;
	return [...issuers, leaf].find(({ authority, trusted }) => authority !== null || trusted);
}

/** The part of the world of certificates that a chain belongs to; `TRIAL` is all that is for tests. */
export type HierarchyName = 'G1' | 'G4' | 'TRIAL' | 'public' | 'unknown';

/**
 * Tells the hierarchy of a chain: by fingerprint, else by what says that it is a test, else by the name of the CAs. A name
 * counts as long as nothing contradicts it: not when the chain ends in a root that is not the one of that name, unless the
 * user trusts it.
 */
export function hierarchyOf(chain: Chain): HierarchyName {
	const known = chain.steps.find(({ authority }) => authority !== null)?.authority;
	if (known !== undefined && known !== null) {
		return known.branch;
	}
	const certificates = chain.steps.map(({ certificate }) => certificate);
	if (certificates.some(isTestCertificate)) {
		return 'TRIAL';
	}
	const isStrangeRoot = chain.end.state === 'root' && !isUnlistedRoot(lastOf(chain).certificate.subject);
	if (isStrangeRoot && anchorOf(chain) === undefined) {
		return 'unknown';
	}
	return (
		certificates.map(({ issuer }) => branchNamed(issuer)).find((branch) => branch !== undefined) ?? 'unknown'
	);
}

/** Whether a name or the policy of a certificate says that it is for tests. */
export function isTestCertificate({ issuer, subject, policies }: Certificate): boolean {
	return isTestName(issuer) || isTestName(subject) || (policies ?? []).some(isTestPolicy);
}
