import { formatNames, hierarchyWords } from '../../../certificates/certificateWords';
import type { Certificate } from '../../../certificates/certificate';
import type { Chain } from '../../../certificates/chain';
import type { Container } from '../../../certificates/containers/container';
import { certificatesToSend } from '../../../certificates/exportCertificate';
import type {
	InspectedCertificate,
	InspectedRequest,
	Inspection,
	Verdict,
} from '../../../certificates/inspect';
import { displayNameOf } from '../../../certificates/displayName';
import type { RevocationOutcomes } from '../../../certificates/revocation/status';
import { requestVerdictWords, verdictWords } from '../../../certificates/verdictWords';
import type { Finding } from '../../../finding';
import type { Translate } from '../../../text';
import { explain } from '../../../validation/explain';
import type { DetailsModel, FindingModel, SubjectModel, Tone, ViewModel } from '../view/model';
import { describeChain } from './describeChain';
import { describeCertificate, describeRequest } from './describeDetails';
import { daysLeftWords, type Words } from './words';

/** What a file holds and how it was judged, in words. */
export function describeInspection(
	{ container, certificates, requests }: Inspection,
	revocation: RevocationOutcomes | null,
	words: Words,
): Pick<ViewModel, 'summary' | 'subjects' | 'details' | 'findings'> {
	const { t } = words;
	const judged = certificates.filter(({ verdict }) => verdict !== null);
	const inChains = new Set(judged.flatMap(chainOf).map(({ sha256 }) => sha256));
	// What stands in the chain of one that is judged, is seen there.
	const others = certificates.filter(
		({ verdict, entry }) => verdict === null && !inChains.has(entry.certificate.sha256),
	);
	return {
		summary: summaryWords(container, t),
		subjects: [
			...judged.map((one) => certificateSubject(one, revocation, words)),
			...requests.map((one) => requestSubject(one, t)),
			...others.map((one) => certificateSubject(one, revocation, words)),
		],
		details: {
			...certificateDetails(
				certificates.map(({ chain }) => chain),
				words,
			),
			...requestDetails(requests, words),
		},
		findings: container.findings.map((finding) => describeFinding(finding, t)),
	};
}

function chainOf({ chain }: InspectedCertificate): readonly Certificate[] {
	return chain.steps.map(({ certificate }) => certificate);
}

export function describeFinding(
	finding: Pick<Finding, 'code' | 'severity' | 'data'>,
	t: Translate,
): FindingModel {
	const { problem, cure, source } = explain(finding, t);
	return { code: finding.code, severity: finding.severity, problem, cure, source };
}

/** What a file is and holds: `PKCS#12, 4 certificaten, 1 privésleutel`. */
function summaryWords(container: Container, t: Translate): string {
	if (container.state === 'unreadable') {
		return t('no certificates');
	}
	const format = formatNames[container.format];
	if (container.state === 'locked') {
		return format;
	}
	const { entries, requests, privateKeys } = container;
	return [
		format,
		...counted(entries.length, t('1 certificate'), t('{0} certificates', entries.length)),
		...counted(requests.length, t('1 certificate request'), t('{0} certificate requests', requests.length)),
		...counted(
			privateKeys,
			t('1 private key (never shown)'),
			t('{0} private keys (never shown)', privateKeys),
		),
	].join(', ');
}

function counted(count: number, one: string, many: string): readonly string[] {
	return count === 0 ? [] : [count === 1 ? one : many];
}

const tones: Readonly<Record<Verdict['kind'], Tone>> = {
	suitable: 'good',
	attention: 'attention',
	unsuitable: 'bad',
};

/** Names of servers that are named at a glance. */
const mostNames = 3;

/** What one wants to know at a glance. */
function glanceAt(
	oin: InspectedCertificate['oin'],
	validity: string | null,
	{ subjectAlternativeNames }: Pick<Certificate, 'subjectAlternativeNames'>,
	t: Translate,
): readonly string[] {
	const names = (subjectAlternativeNames ?? [])
		.filter(({ type }) => type === 'dns' || type === 'ip')
		.map(({ value }) => value);
	const named = names.slice(0, mostNames).join(', ');
	return [
		oin?.parsed.kind === 'oin' ? `OIN/HRN ${oin.value}` : '',
		validity ?? '',
		names.length > mostNames ? t('{0} and {1} more', named, names.length - mostNames) : named,
	].filter((part) => part !== '');
}

function certificateSubject(
	{ entry, chain, hierarchy, oin, findings, verdict }: InspectedCertificate,
	revocation: RevocationOutcomes | null,
	words: Words,
): SubjectModel {
	const { t } = words;
	const { certificate, alias } = entry;
	return {
		id: certificate.sha256,
		title: displayNameOf(certificate.subject),
		alias,
		tone: verdict === null ? 'neutral' : tones[verdict.kind],
		verdict:
			verdict === null
				? t('CA certificate, part of a chain')
				: verdictWords(verdict, (finding) => explain(finding, t).problem, t),
		glance: glanceAt(oin, daysLeftWords(certificate, words), certificate, t),
		hierarchy: hierarchyWords(hierarchy, t),
		chain: describeChain(chain, revocation, words),
		findings: findings.map((finding) => describeFinding(finding, t)),
		isOwn: verdict !== null,
	};
}

function requestSubject({ entry, oin, findings, verdict }: InspectedRequest, t: Translate): SubjectModel {
	const { request } = entry;
	return {
		id: request.sha256,
		title: displayNameOf(request.subject),
		alias: null,
		tone: tones[verdict.kind],
		verdict: requestVerdictWords(verdict, (finding) => explain(finding, t).problem, t),
		glance: glanceAt(oin, null, request, t),
		hierarchy: null,
		chain: [],
		findings: findings.map((finding) => describeFinding(finding, t)),
		isOwn: false,
	};
}

function certificateDetails(chains: readonly Chain[], words: Words): Readonly<Record<string, DetailsModel>> {
	const details = new Map<string, DetailsModel>();
	for (const chain of chains) {
		for (const { certificate } of chain.steps) {
			const { sha256 } = certificate;
			if (!details.has(sha256)) {
				const hasIssuers = certificatesToSend(chain, sha256).length > 1;
				details.set(sha256, describeCertificate(certificate, hasIssuers, words));
			}
		}
	}
	return Object.fromEntries(details);
}

function requestDetails(
	requests: readonly InspectedRequest[],
	words: Words,
): Readonly<Record<string, DetailsModel>> {
	return Object.fromEntries(
		requests.map(({ entry: { request } }) => [request.sha256, describeRequest(request, words)]),
	);
}
