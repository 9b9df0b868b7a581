import type { Finding, Severity, Span } from '../../finding';
import { parseOin, type ParsedOin } from '../../identifiers/oin';
import type { Certificate } from '../certificate';
import { hierarchyOf, type Chain, type HierarchyName } from '../chain';
import { policyKind, type PolicyKind } from '../policies';
import type { RevocationOutcomes } from '../revocation/status';
import { certificateFinding, type CertificateFindings } from '../texts';

/** What the certificate is to be used for. */
export type Purpose = 'client' | 'server' | 'both';

/** All that a judgement depends on besides the certificate and its chain. */
export interface Circumstances {
	readonly purpose: Purpose;
	/** The host name that the certificate has to be for; `null` when none is asked. */
	readonly host: string | null;
	readonly moment: Date;
	/** The OIN that the certificate has to have, without suffix; `null` when none is asked. */
	readonly expectedOin: string | null;
	/** Days before the end from which on there is a warning. */
	readonly warnDays: number;
	/** `null` when revocation was not asked for. */
	readonly revocation: RevocationOutcomes | null;
}

/**
 * `test` when a name, the policy or the OIN says so, unless the hierarchy is a real one. In a test, findings about root and
 * policy weigh as infos.
 */
export type Environment = 'production' | 'test';

/** A certificate with all that the checks look at. */
export interface Judged extends Circumstances {
	readonly certificate: Certificate;
	readonly chain: Chain;
	readonly hierarchy: HierarchyName;
	readonly environment: Environment;
	/** What stands in Subject.serialNumber, taken apart as an OIN; `null` when it is not there. */
	readonly oin: { readonly value: string; readonly parsed: ParsedOin } | null;
	readonly policyKind: PolicyKind;
	readonly selfSigned: boolean;
}

/** One check: a pure function. The findings have no place yet. */
export type Check = (judged: Judged) => readonly Finding[];

export function judge(chain: Chain, circumstances: Circumstances): Judged {
	const { certificate } = chain.steps[0];
	const hierarchy = hierarchyOf(chain);
	const oin = oinOf(certificate);
	const isTest =
		hierarchy === 'TRIAL' ||
		(hierarchy === 'unknown' && oin?.parsed.kind === 'oin' && oin.parsed.register === 'test');
	return {
		...circumstances,
		certificate,
		chain,
		hierarchy,
		environment: isTest ? 'test' : 'production',
		oin,
		policyKind: policyKind(certificate.policies ?? [], isTest),
		selfSigned: chain.steps.length === 1 && chain.end.state === 'root',
	};
}

/** Subject.serialNumber, where Digikoppeling has the OIN or HRN (PKI001). Of more than one, the first that is an OIN counts. */
export function oinOf({ subject }: Pick<Certificate, 'subject'>): Judged['oin'] {
	const found = subject.attributes
		.filter(({ oid }) => oid === '2.5.4.5')
		.map(({ value }) => ({ value, parsed: parseOin(value) }));
	return found.find(({ parsed }) => parsed.kind === 'oin') ?? found[0] ?? null;
}

const nowhere: Span = { start: 0, end: 0 };

/** A finding of a check, which has no place yet. */
export function fault<C extends keyof CertificateFindings>(code: C, data: CertificateFindings[C]): Finding {
	return certificateFinding(code, nowhere, data);
}

/** The same finding with the severity that it has in these circumstances. */
export function weighing(severity: Severity, finding: Finding): Finding {
	return { ...finding, severity };
}

/** A finding about root or policy, which is no more than information in a test. */
export function lighterInTest({ environment }: Judged, finding: Finding): Finding {
	return environment === 'test' ? weighing('info', finding) : finding;
}

/** The day in UTC, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10);
}
