import { knownAuthority } from '../pkioverheid';
import { acceptedPolicies } from '../policies';
import { fault, lighterInTest, weighing, type Check, type Judged, type Purpose } from './judged';

export const isCa: Check = ({ certificate }) =>
	certificate.basicConstraints?.ca === true
		? [fault('certificate.is-ca', { known: knownAuthority(certificate) !== undefined })]
		: [];

/** What both profiles have. */
const usages = ['digitalSignature', 'keyEncipherment'];

export const keyUsage: Check = ({ certificate, policyKind }) => {
	// G4 Private Other, authentication, has digitalSignature only.
	const needed = policyKind === 'client-only' ? ['digitalSignature'] : usages;
	const found = certificate.keyUsage?.usages ?? [];
	const missing = needed.filter((usage) => !found.includes(usage));
	return missing.length === 0
		? []
		: [fault('certificate.key-usage', { missing, absent: certificate.keyUsage === null })];
};

/** Of a request: one that asks for none gets what the provider gives, and one that asks for another may still get that. */
export const requestedKeyUsage: Check = (judged) =>
	judged.certificate.keyUsage === null ? [] : keyUsage(judged).map((finding) => weighing('warning', finding));

export const keyUsageExtra: Check = ({ certificate }) => {
	const extra = (certificate.keyUsage?.usages ?? []).filter((usage) => !usages.includes(usage));
	return extra.length === 0 ? [] : [fault('certificate.key-usage-extra', { usages: extra })];
};

export const keyUsageNotCritical: Check = ({ certificate }) =>
	certificate.keyUsage?.critical === false ? [fault('certificate.key-usage-not-critical', {})] : [];

const extendedUsages: Readonly<Record<Purpose, readonly string[]>> = {
	client: ['clientAuth'],
	server: ['serverAuth'],
	both: ['clientAuth', 'serverAuth'],
};

export const extendedKeyUsage: Check = (judged) => {
	const found = judged.certificate.extendedKeyUsage?.usages;
	if (found === undefined || found.includes('anyExtendedKeyUsage')) {
		return [];
	}
	const missing = extendedUsages[judged.purpose].filter(
		(usage) => !found.includes(usage) && !(usage === 'serverAuth' && isClientOnly(judged)),
	);
	return missing.length === 0 ? [] : [fault('certificate.extended-key-usage', { missing })];
};

/** As {@link requestedKeyUsage}. */
export const requestedExtendedKeyUsage: Check = (judged) =>
	extendedKeyUsage(judged).map((finding) => weighing('warning', finding));

/** That such a certificate is no server's is told by its policy, and once is enough. */
export function isClientOnly({ policyKind }: Judged): boolean {
	return policyKind === 'client-only';
}

export const extendedKeyUsageAbsent: Check = ({ certificate: { extendedKeyUsage: found, policies } }) => {
	if (found !== null) {
		return [];
	}
	const finding = fault('certificate.extended-key-usage-absent', {});
	const isAccepted = (policies ?? []).some(({ oid }) => acceptedPolicies.includes(oid));
	return [isAccepted ? finding : weighing('info', finding)];
};

/** Certificates of a public root, and those that signed themselves, have other policies of course. */
export const policy: Check = (judged) => {
	const { policyKind, purpose, certificate, hierarchy, selfSigned } = judged;
	if (policyKind === 'server' || hierarchy === 'public' || selfSigned) {
		return [];
	}
	if (policyKind === 'client-only' && purpose === 'client') {
		return [lighterInTest(judged, fault('certificate.policy-client-only', {}))];
	}
	const policies = (certificate.policies ?? []).map(({ oid }) => oid);
	return [lighterInTest(judged, fault('certificate.policy', { policies, kind: policyKind }))];
};
