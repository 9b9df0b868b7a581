import type { Finding } from '../../finding';
import { anchorOf, type Chain, type ChainStep } from '../chain';
import { authorityNamed, isRevokedAuthority, isUnlistedRoot } from '../pkioverheid';
import { displayNameOf } from '../displayName';
import { dayOf, fault, lighterInTest, weighing, type Check, type Judged } from './judged';

/** PKIoverheid has a root, a domain or Intm CA, a TSP CA and the certificate itself. */
const layersOfPkioverheid = 4;

/** A root that is known or trusted signed itself rightly: that it is a CA says enough. */
export const selfSigned: Check = (judged) => {
	const { certificate, chain } = judged;
	const isRoot = certificate.basicConstraints?.ca === true && anchorOf(chain) !== undefined;
	return judged.selfSigned && !isRoot ? [lighterInTest(judged, fault('certificate.self-signed', {}))] : [];
};

/** Whether signatures and issuers fit. */
export const chainBroken: Check = ({ chain }) => {
	const last = lastOf(chain);
	const { end } = chain;
	switch (end.state) {
		case 'broken':
			return [
				fault('certificate.chain-broken', {
					certificate: displayNameOf(last.certificate.subject),
					issuer: displayNameOf(end.issuer.subject),
					reason: end.reason,
				}),
			];
		case 'loop':
			return [
				fault('certificate.chain-broken', {
					certificate: displayNameOf(chain.steps[0].certificate.subject),
					issuer: displayNameOf(last.certificate.issuer),
					reason: 'loop',
				}),
			];
		case 'unverifiable':
			return [
				fault('certificate.chain-unverifiable', {
					certificate: displayNameOf(last.certificate.subject),
					algorithm: last.certificate.signature.name,
				}),
			];
		case 'root':
		case 'missing':
			return unfitIssuers(chain);
	}
};

/** The first CA of a chain that may not have issued what is below it (RFC 5280 §6.1.4). */
function unfitIssuers({ steps }: Chain): readonly Finding[] {
	for (const [index, { certificate }] of steps.entries()) {
		const below = steps[index - 1]?.certificate;
		if (below !== undefined) {
			const { basicConstraints, keyUsage, extensions } = certificate;
			// A certificate of version 1 has no extensions: only a root can be so old.
			const isOldRoot = extensions.length === 0 && index === steps.length - 1;
			const { pathLength = null } = basicConstraints ?? {};
			const reason =
				basicConstraints?.ca !== true && !isOldRoot
					? 'not-a-ca'
					: keyUsage !== null && !keyUsage.usages.includes('keyCertSign')
						? 'key-usage'
						: pathLength !== null && index - 1 > pathLength
							? 'path-length'
							: undefined;
			if (reason !== undefined) {
				return [
					fault('certificate.chain-broken', {
						certificate: displayNameOf(below.subject),
						issuer: displayNameOf(certificate.subject),
						reason,
					}),
				];
			}
		}
	}
	return [];
}

/** Where the chain leads to: PKI005 wants the private root. */
export const chainRoot: Check = (judged) => {
	const { chain, hierarchy, selfSigned: isSelfSigned } = judged;
	const { end } = chain;
	const last = lastOf(chain).certificate;
	if (hierarchy === 'public') {
		const authority = displayNameOf(end.state === 'root' ? last.subject : last.issuer);
		return [fault('certificate.chain-public-root', { authority })];
	}
	const anchor = anchorOf(chain);
	if (anchor !== undefined) {
		const isOwn = judged.environment === 'production' && anchor.authority === null;
		return isOwn
			? [fault('certificate.own-trust', { authority: displayNameOf(anchor.certificate.subject) })]
			: [];
	}
	if (isSelfSigned) {
		return [];
	}
	if (end.state === 'root' && isUnlistedRoot(last.subject)) {
		const authority = displayNameOf(last.subject);
		return [weighing('warning', fault('certificate.chain-untrusted', { authority, reason: 'unlisted' }))];
	}
	if (end.state === 'root') {
		const reason = authorityNamed(last.subject) === undefined ? 'root' : 'impostor';
		const finding = fault('certificate.chain-untrusted', { authority: displayNameOf(last.subject), reason });
		return [lighterInTest(judged, finding)];
	}
	return (end.state === 'missing' || end.state === 'unverifiable') && hierarchy === 'unknown'
		? [
				lighterInTest(
					judged,
					fault('certificate.chain-untrusted', { authority: displayNameOf(last.issuer), reason: 'issuer' }),
				),
			]
		: [];
};

export const chainIncomplete: Check = ({ chain, hierarchy, selfSigned: isSelfSigned }: Judged) => {
	const anchor = anchorOf(chain);
	const { end, steps } = chain;
	if (end.state === 'missing' && hierarchy !== 'public' && (hierarchy !== 'unknown' || anchor)) {
		return [
			fault('certificate.chain-incomplete', {
				issuer: displayNameOf(end.issuer),
				download: end.authority?.download ?? lastOf(chain).certificate.caIssuers[0] ?? '',
				known: (anchor?.authority ?? null) !== null,
				layers: steps.length,
			}),
		];
	}
	return end.state === 'root' && steps.length < layersOfPkioverheid && anchor && !isSelfSigned
		? [
				fault('certificate.chain-incomplete', {
					issuer: '',
					download: '',
					known: false,
					layers: steps.length,
				}),
			]
		: [];
};

/** Not when its list says so: that is told already, with the date. */
export const issuerRevoked: Check = ({ chain, revocation }) => {
	const listed = chain.steps
		.map(({ certificate }) => certificate)
		.filter(({ sha256 }) => revocation?.get(sha256)?.state === 'revoked')
		.map(({ subject }) => displayNameOf(subject));
	const found = chain.steps
		.map(({ certificate: { issuer } }) => issuer)
		.find((issuer) => isRevokedAuthority(issuer) && !listed.includes(displayNameOf(issuer)));
	return found === undefined
		? []
		: [fault('certificate.issuer-revoked', { authority: displayNameOf(found) })];
};

/** Not when the certificate itself is not valid either: that is told already. */
export const issuerExpired: Check = ({ chain, moment, certificate }) => {
	if (moment > certificate.notAfter || moment < certificate.notBefore) {
		return [];
	}
	const found = chain.steps
		.map((step) => step.certificate)
		.find(({ notBefore, notAfter }) => moment > notAfter || moment < notBefore);
	if (found === undefined) {
		return [];
	}
	const { subject, notBefore, notAfter } = found;
	const isExpired = moment > notAfter;
	return [
		fault('certificate.issuer-expired', {
			authority: displayNameOf(subject),
			date: dayOf(isExpired ? notAfter : notBefore),
			reason: isExpired ? 'expired' : 'not-yet-valid',
		}),
	];
};

export const testHierarchy: Check = ({ hierarchy, certificate, selfSigned: isSelfSigned }) =>
	hierarchy === 'TRIAL'
		? [
				fault('certificate.test-hierarchy', {
					authority: isSelfSigned ? '' : displayNameOf(certificate.issuer),
				}),
			]
		: [];

function lastOf({ steps }: Chain): ChainStep {
	return steps.at(-1) ?? steps[0];
}
