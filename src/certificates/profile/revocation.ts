import type { Finding } from '../../finding';
import type { ChainStep } from '../chain';
import type { RevocationStatus } from '../revocation/status';
import { displayNameOf } from '../displayName';
import { dayOf, fault, type Check } from './judged';

/** What the CRLs said of each certificate of the chain, or that nobody asked. */
export const revocation: Check = ({ chain, revocation: outcomes, selfSigned }) => {
	if (selfSigned) {
		return [];
	}
	return outcomes === null
		? [fault('certificate.revocation-unchecked', {})]
		: chain.steps.flatMap((step, index) => {
				const status = outcomes.get(step.certificate.sha256);
				return status === undefined ? [] : told(status, step, index === 0);
			});
};

function told(status: RevocationStatus, { certificate }: ChainStep, isLeaf: boolean): readonly Finding[] {
	const authority = displayNameOf(certificate.subject);
	switch (status.state) {
		case 'good':
			return [];
		case 'revoked':
			return [
				fault('certificate.revoked', {
					authority: isLeaf ? '' : authority,
					date: dayOf(status.at),
					reason: status.reason ?? '',
				}),
			];
		case 'stale':
			return [
				fault('certificate.crl-stale', {
					authority,
					url: status.url,
					nextUpdate: status.nextUpdate === null ? '' : dayOf(status.nextUpdate),
				}),
			];
		case 'unreachable':
		case 'unverifiable':
			return [fault('certificate.crl-unavailable', { authority, url: status.url, reason: status.reason })];
		case 'no-address':
			return [fault('certificate.crl-unavailable', { authority, url: '', reason: 'no-address' })];
	}
}

export const noOcsp: Check = ({ certificate: { ocsp }, selfSigned }) =>
	ocsp.length === 0 && !selfSigned ? [fault('certificate.no-ocsp', {})] : [];
