import type { Finding } from '../../finding';
import type { Certificate, CertificateRequest } from '../certificate';
import type { Chain } from '../chain';
import * as extensions from './extensions';
import * as hierarchy from './hierarchy';
import { ofRequest } from '../texts/requestTexts';
import { fault, judge, type Check, type Circumstances, type Judged } from './judged';
import * as key from './key';
import * as names from './names';
import * as oin from './oin';
import { noOcsp, revocation } from './revocation';
import { serialNumber } from './serialNumber';
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
	extensions.damagedExtensions,
	extensions.repeatedExtensions,
	extensions.strangeCriticalExtensions,
	serialNumber,
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

/** What can be said before there is a certificate: of what it asks for, if it asks for it. */
const ofRequests: readonly Check[] = [
	usage.isCa,
	oin.oinForm,
	oin.oinMismatch,
	names.sanMissing,
	names.hostMismatch,
	key.keySize,
	key.weakSignature,
	extensions.damagedExtensions,
	usage.requestedKeyUsage,
	usage.requestedExtendedKeyUsage,
	key.keyType,
	names.requestedNames,
	names.requestedIpAddress,
	names.wildcard,
	names.organizationalUnit,
	usage.keyUsageExtra,
];

const weights = { error: 0, warning: 1, info: 2 } as const;

/** All findings about a certificate, the heaviest first, without a place. The same at any time: the moment is in `judged`. */
export function checkCertificate(judged: Judged): readonly Finding[] {
	const isAuthority = judged.certificate.basicConstraints?.ca === true;
	return run(isAuthority ? always : [...always, ...ofOrganisation], judged);
}

/** All findings about a request, the heaviest first, without a place. */
export function checkRequest(request: CertificateRequest, circumstances: Circumstances): readonly Finding[] {
	const findings = run(ofRequests, judge(chainOfRequest(request, circumstances.moment), circumstances));
	return [
		...(request.signatureValid === false ? [fault('certificate.request-signature', {})] : []),
		...findings.map((finding) => ({ ...finding, data: ofRequest(finding.data) })),
	];
}

function run(checks: readonly Check[], judged: Judged): readonly Finding[] {
	return checks
		.flatMap((check) => check(judged))
		.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
}

/** The certificate that would come of a request when it were issued at once, under an issuer that is not known yet. */
function chainOfRequest(request: CertificateRequest, moment: Date): Chain {
	const { subject } = request;
	const certificate: Certificate = {
		...request,
		sha1: '',
		issuer: subject,
		serialNumber: '0',
		serialNumberDecimal: '0',
		notBefore: moment,
		notAfter: moment,
	};
	return {
		steps: [{ certificate, origin: 'file', authority: null, trusted: false }],
		end: { state: 'missing', issuer: subject, authority: null },
	};
}
