import type { Finding } from '../../finding';
import * as hierarchy from './hierarchy';
import type { Check, Judged } from './judged';
import * as key from './key';
import * as names from './names';
import * as oin from './oin';
import { noOcsp, revocation } from './revocation';
import * as usage from './usage';
import * as validity from './validity';

/** For every certificate that is judged; the first reason to refuse it is told first. */
const always: readonly Check[] = [
	usage.isCa,
	validity.expired,
	validity.notYetValid,
	hierarchy.selfSigned,
	hierarchy.chainBroken,
];

/** For the certificate of an organisation. Of the CA certificates in a chain only what concerns the chain matters. */
const ofOrganisation: readonly Check[] = [
	revocation,
	hierarchy.issuerRevoked,
	hierarchy.issuerExpired,
	hierarchy.chainRoot,
	oin.oinForm,
	oin.oinMismatch,
	names.sanMissing,
	names.hostMismatch,
	usage.policy,
	usage.extendedKeyUsage,
	usage.keyUsage,
	key.keySize,
	key.weakSignature,
	names.sanIpAddress,
	key.damagedExtensions,
	hierarchy.chainIncomplete,
	validity.expiresSoon,
	oin.oinEnvironment,
	key.keyType,
	names.wildcard,
	names.organizationalUnit,
	usage.keyUsageExtra,
	usage.keyUsageNotCritical,
	usage.extendedKeyUsageAbsent,
	validity.g1Ending,
	hierarchy.testHierarchy,
	names.commonNameNotHost,
	names.acceptanceHost,
	noOcsp,
];

const weights = { error: 0, warning: 1, info: 2 } as const;

/** All findings about a certificate, the heaviest first, without a place. The same at any time: the moment is in `judged`. */
export function checkCertificate(judged: Judged): readonly Finding[] {
	const isAuthority = judged.certificate.basicConstraints?.ca === true;
	const checks = isAuthority ? always : [...always, ...ofOrganisation];
	return checks
		.flatMap((check) => check(judged))
		.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
}
