import type { CertificatePolicy } from './certificate';
import type { Translate } from '../text';

/** Below it stand all policies of PKIoverheid. */
const pkioverheid = '2.16.528.1.1003.1.2.';

/** CIBG test and acceptance certificates. */
const cibgTest = '2.16.528.1.1007.99.';

const anyPolicy = '2.5.29.32.0';

/**
 * The two kinds of certificates that Digikoppeling accepts (Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1
 * §3.5): G1 Private Services Server, and G4 Private TLS Generic Devices Organization Validated Server.
 */
export const acceptedPolicies: readonly string[] = [`${pkioverheid}8.6`, `${pkioverheid}44.15.35.11`];

/** G4 Private Other, legal person, authentication: as a TLS client only, without domain names. */
const clientOnlyPolicy = `${pkioverheid}44.16.25.8`;

/** The parts of a policy of G4 (PKIoverheid OID conventions 3.4). */
export interface G4Policy {
	readonly trial: boolean;
	readonly domain: 'signatures' | 'tls' | 'other';
	readonly subject: 'natural-person' | 'legal-person' | 'system';
	readonly validation: 'organisation' | 'intermediate' | 'tsp' | 'unknown';
	readonly use: 'authenticity' | 'non-repudiation' | 'confidentiality' | 'authentication' | 'ocsp' | 'tls';
}

const g4Domains: Readonly<Record<string, G4Policy['domain']>> = {
	'14': 'signatures',
	'15': 'tls',
	'16': 'other',
};
const g4Subjects: Readonly<Record<string, G4Policy['subject']>> = {
	'1': 'natural-person',
	'2': 'legal-person',
	'3': 'system',
};
const g4Validations: Readonly<Record<string, G4Policy['validation']>> = {
	'5': 'organisation',
	'8': 'intermediate',
	'9': 'tsp',
};
const g4Uses: Readonly<Record<string, G4Policy['use']>> = {
	'4': 'authenticity',
	'5': 'non-repudiation',
	'7': 'confidentiality',
	'8': 'authentication',
	'10': 'ocsp',
	'11': 'tls',
};

/** Takes a policy of G4 apart: `<41 trial, 44 production>.<domain>.<subject and validation>.<use>`. */
export function parseG4Policy(oid: string): G4Policy | undefined {
	const [, arc, domain = '', subject = '', validation = '', use = ''] =
		/^2\.16\.528\.1\.1003\.1\.2\.(41|44)\.(\d+)\.(\d)(\d)\.(\d+)$/.exec(oid) ?? [];
	const parts = { domain: g4Domains[domain], subject: g4Subjects[subject], use: g4Uses[use] };
	return arc === undefined ||
		parts.domain === undefined ||
		parts.subject === undefined ||
		parts.use === undefined
		? undefined
		: {
				trial: arc === '41',
				domain: parts.domain,
				subject: parts.subject,
				validation: g4Validations[validation] ?? 'unknown',
				use: parts.use,
			};
}

/** Whether a policy is only in use for tests. */
export function isTestPolicy({ oid, notices }: CertificatePolicy): boolean {
	return (
		oid.startsWith(`${pkioverheid}41.`) ||
		oid.startsWith(cibgTest) ||
		(oid === anyPolicy && notices.some((notice) => /NIET van toepassing/i.test(notice)))
	);
}

/**
 * What the policies of a certificate make it for Digikoppeling.
 * - `server`: a kind that Digikoppeling names, or the same for tests.
 * - `client-only`: 44.16.25.8, which Digikoppeling does not name and which cannot be a server.
 * - `other`: none of these.
 */
export type PolicyKind = 'server' | 'client-only' | 'other';

/** @param isTest Whether policies for tests count too: in production they do not, whoever issued the certificate. */
export function policyKind(policies: readonly CertificatePolicy[], isTest: boolean): PolicyKind {
	const isServer = ({ oid }: CertificatePolicy): boolean => acceptedPolicies.includes(oid);
	const isClient = ({ oid }: CertificatePolicy): boolean => oid === clientOnlyPolicy;
	if (policies.some((policy) => isServer(policy) || (isTest && isTestOfServer(policy)))) {
		return 'server';
	}
	return policies.some((policy) => isClient(policy) || (isTest && policy.oid === trialOf(clientOnlyPolicy)))
		? 'client-only'
		: 'other';
}

/** The TRIAL form of a server policy, those of CIBG, or the anyPolicy with which KPN says that it is a test. */
function isTestOfServer(policy: CertificatePolicy): boolean {
	const { oid } = policy;
	return (
		acceptedPolicies.includes(oid.replace('.41.', '.44.')) ||
		(isTestPolicy(policy) && !oid.startsWith(pkioverheid))
	);
}

function trialOf(oid: string): string {
	return oid.replace('.44.', '.41.');
}

/** Policies with a meaning of their own (reference §4). */
const meanings: ReadonlyMap<string, (t: Translate) => string> = new Map([
	[anyPolicy, (t: Translate) => t('any policy')],
	['0.4.0.2042.1.1', (t: Translate) => t('ETSI NCP (normalised certificate)')],
	['0.4.0.2042.1.2', (t: Translate) => t('ETSI NCP+ (normalised certificate, key in a secure device)')],
	[`${pkioverheid}2.6`, (t: Translate) => t('PKIoverheid G1, services of government and companies: server')],
	[`${pkioverheid}5.6`, (t: Translate) => t('PKIoverheid G2 or G3, organisation: public server (TLS)')],
	[`${pkioverheid}7`, (t: Translate) => t('PKIoverheid EV: public server (TLS)')],
	[`${pkioverheid}8.1`, (t: Translate) => t('PKIoverheid Private Persons: authenticity')],
	[`${pkioverheid}8.2`, (t: Translate) => t('PKIoverheid Private Persons: non-repudiation')],
	[`${pkioverheid}8.3`, (t: Translate) => t('PKIoverheid Private Persons: confidentiality')],
	[`${pkioverheid}8.4`, (t: Translate) => t('PKIoverheid Private Services, probably authenticity')],
	[`${pkioverheid}8.5`, (t: Translate) => t('PKIoverheid Private Services, probably confidentiality')],
	[
		`${pkioverheid}8.6`,
		(t: Translate) => t('PKIoverheid G1 Private Services: server; accepted by Digikoppeling'),
	],
	[
		`${pkioverheid}44.15.35.11`,
		(t: Translate) =>
			t('PKIoverheid G4 Private TLS: system of a validated organisation; accepted by Digikoppeling'),
	],
]);

/** Says what a policy means; `undefined` when we do not know it. */
export function policyMeaning(oid: string, t: Translate): string | undefined {
	const meaning = meanings.get(oid);
	if (meaning !== undefined) {
		return meaning(t);
	}
	if (oid.startsWith(cibgTest)) {
		return t('test or acceptance certificate of CIBG');
	}
	const g4 = parseG4Policy(oid);
	return g4 && g4Meaning(g4, t);
}

function g4Meaning({ trial, domain, subject, validation, use }: G4Policy, t: Translate): string {
	const domains: Readonly<Record<G4Policy['domain'], string>> = {
		signatures: t('EUTL signatures'),
		tls: t('Private TLS'),
		other: t('Private Other'),
	};
	const subjects: Readonly<Record<G4Policy['subject'], string>> = {
		'natural-person': t('natural person'),
		'legal-person': t('legal person'),
		system: t('system'),
	};
	const validations: Readonly<Record<G4Policy['validation'], string>> = {
		organisation: t('of a validated organisation'),
		intermediate: t('of an intermediate CA'),
		tsp: t('of a trust service provider'),
		unknown: '',
	};
	const uses: Readonly<Record<G4Policy['use'], string>> = {
		authenticity: t('authenticity'),
		'non-repudiation': t('non-repudiation'),
		confidentiality: t('confidentiality'),
		authentication: t('authentication'),
		ocsp: t('signing of OCSP answers'),
		tls: t('TLS'),
	};
	return t(
		'PKIoverheid G4{0}, {1}: {2}; use: {3}',
		trial ? ' TRIAL' : '',
		domains[domain],
		`${subjects[subject]} ${validations[validation]}`.trim(),
		uses[use],
	);
}
