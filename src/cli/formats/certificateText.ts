import type { Certificate, CertificateRequest } from '../../certificates/certificate';
import { formatNames, hierarchyWords, signatureWords } from '../../certificates/certificateWords';
import type { CertificateOrigin } from '../../certificates/certificatePool';
import type { Chain, ChainStep } from '../../certificates/chain';
import type { Container } from '../../certificates/containers/container';
import { fetchFailureWords } from '../../certificates/fetchWords';
import type { InspectedCertificate, InspectedRequest, Inspection, Verdict } from '../../certificates/inspect';
import { policyMeaning } from '../../certificates/policies';
import { displayNameOf } from '../../certificates/displayName';
import { dayOf } from '../../certificates/profile/judged';
import { keyName } from '../../certificates/profile/key';
import { requestVerdictWords, verdictWords } from '../../certificates/verdictWords';
import type { Finding } from '../../finding';
import { explainOin } from '../../identifiers/oin';
import { printable } from '../../printable';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import { lockedWords, summariseCertificates, type InspectionReport } from '../inspectionReport';
import type { Colours } from '../output';
import { countsInWords, paint, severityWords } from './severityWords';

/** What was found in certificates, for people. */
export function* certificateText(report: InspectionReport, t: Translate, colours: Colours): Iterable<string> {
	yield* fetchedLines(report, t);
	for (const { file, finding } of report.unreadable) {
		yield `${colours.underline(file)}\n`;
		yield* findingLines(finding, t, colours);
		yield '\n';
	}
	for (const inspection of report.inspections) {
		yield* fileLines(inspection, report.moment, t, colours);
	}
	if (report.inspections.length + report.unreadable.length > 0) {
		yield `${summaryLine(report, t)}\n`;
	}
}

function* fetchedLines({ fetched }: InspectionReport, t: Translate): Iterable<string> {
	if (fetched === null) {
		return;
	}
	const { certificates, failures, folder, unwritable } = fetched;
	const count = certificates.length;
	yield `${
		count === 0
			? t('None of the CA certificates of PKIoverheid could be fetched.')
			: unwritable === null
				? t('{0} CA certificates of PKIoverheid were downloaded and kept in {1}.', count, folder)
				: t(
						'{0} CA certificates of PKIoverheid were downloaded, but cannot be kept in {1}: {2}.',
						count,
						folder,
						unwritable,
					)
	}\n`;
	for (const failure of failures) {
		yield `  ${fetchFailureWords(failure, t)}\n`;
	}
	yield '\n';
}

function* fileLines(
	{ file, container, certificates, requests }: Inspection,
	moment: Date,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	yield `${colours.underline(file)}  ${colours.dim(contentsWords(container, t))}\n`;
	if (container.state === 'locked') {
		yield `  ${colours.red(lockedWords(container.reason, t))}\n`;
	}
	for (const finding of container.findings) {
		yield* findingLines(finding, t, colours);
	}
	for (const certificate of certificates) {
		yield* certificateLines(certificate, moment, t, colours);
	}
	for (const request of requests) {
		yield* requestLines(request, t, colours);
	}
	yield '\n';
}

function contentsWords(container: Container, t: Translate): string {
	if (container.state === 'unreadable') {
		return t('no certificates');
	}
	const format = formatNames[container.format];
	if (container.state === 'locked') {
		return format;
	}
	const { entries, requests } = container;
	return [
		format,
		...(entries.length > 0 ? [certificateCount(entries.length, t)] : []),
		...(requests.length > 0 ? [requestCount(requests.length, t)] : []),
	].join(', ');
}

function certificateCount(count: number, t: Translate): string {
	return count === 1 ? t('1 certificate') : t('{0} certificates', count);
}

function requestCount(count: number, t: Translate): string {
	return count === 1 ? t('1 certificate request') : t('{0} certificate requests', count);
}

function* certificateLines(
	inspected: InspectedCertificate,
	moment: Date,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	const { entry, chain, hierarchy, oin, verdict, findings } = inspected;
	const { certificate, alias } = entry;
	yield `\n  ${colours.bold(titleOf(certificate))}${alias === null ? '' : colours.dim(`  ${printable(alias)}`)}\n`;
	if (verdict === null) {
		yield `  ${colours.dim(t('CA certificate, part of a chain'))}\n`;
		yield* rows([
			[t('Valid'), validity(certificate, moment, t)],
			['SHA-256', certificate.sha256],
		]);
		return;
	}
	yield `  ${verdictColour(verdict, colours)(printable(verdictWords(verdict, (finding) => explain(finding, t).problem, t)))}\n`;
	yield* rows([
		[t('Subject'), certificate.subject.text],
		[t('Issuer'), certificate.issuer.text],
		...oinRows(oin, t),
		[t('Valid'), validity(certificate, moment, t)],
		...contentRows(certificate, t),
		[t('Hierarchy'), hierarchyWords(hierarchy, t)],
		...ladder(chain, t).map((line, index): Row => [index === 0 ? t('Chain') : '', line]),
		['SHA-256', certificate.sha256],
	]);
	for (const finding of findings) {
		yield* findingLines(finding, t, colours);
	}
}

function* requestLines(
	{ entry: { request }, oin, findings, verdict }: InspectedRequest,
	t: Translate,
	colours: Colours,
): Iterable<string> {
	yield `\n  ${colours.bold(titleOf(request))}  ${colours.dim(t('certificate request'))}\n`;
	yield `  ${verdictColour(verdict, colours)(printable(requestVerdictWords(verdict, (finding) => explain(finding, t).problem, t)))}\n`;
	yield* rows([[t('Subject'), request.subject.text], ...oinRows(oin, t), ...contentRows(request, t)]);
	for (const finding of findings) {
		yield* findingLines(finding, t, colours);
	}
}

type Row = readonly [label: string, value: string];

function titleOf({ subject }: Pick<Certificate, 'subject'>): string {
	return displayNameOf(subject);
}

function oinRows(oin: InspectedCertificate['oin'], t: Translate): readonly Row[] {
	return oin?.parsed.kind === 'oin'
		? [
				['OIN/HRN', oin.value],
				['', explainOin(oin.parsed, t)],
			]
		: [];
}

function contentRows(content: Certificate | CertificateRequest, t: Translate): readonly Row[] {
	const { key, signature, subjectAlternativeNames, keyUsage, extendedKeyUsage, policies } = content;
	const candidates: readonly Row[] = [
		[t('Key'), keyName(key)],
		[t('Signature'), signatureWords(signature)],
		[t('Names'), (subjectAlternativeNames ?? []).map(({ value }) => value).join(', ')],
		[t('Key usage'), (keyUsage?.usages ?? []).join(', ')],
		[t('Extended key usage'), (extendedKeyUsage?.usages ?? []).join(', ')],
		...(policies ?? []).map(({ oid }, index): Row => {
			const meaning = policyMeaning(oid, t);
			return [index === 0 ? t('Policy') : '', meaning === undefined ? oid : `${oid}  ${meaning}`];
		}),
	];
	return candidates.filter(([, value]) => value !== '');
}

const dayLength = 24 * 60 * 60 * 1000;

function validity({ notBefore, notAfter }: Certificate, moment: Date, t: Translate): string {
	const period = t('{0} to {1}', dayOf(notBefore), dayOf(notAfter));
	const days = Math.floor((notAfter.getTime() - moment.getTime()) / dayLength);
	return days < 0 || moment < notBefore ? period : `${period} (${t('{0} days left', days)})`;
}

/** The chain from the certificate up, one line for each step and one for what is missing. */
function ladder({ steps, end }: Chain, t: Translate): readonly string[] {
	const above = steps.slice(1).map((step) => `↑ ${titleOf(step.certificate)}${stepWords(step, t)}`);
	const [leaf] = steps;
	switch (end.state) {
		case 'root':
			return [titleOf(leaf.certificate), ...above];
		case 'missing':
			return [titleOf(leaf.certificate), ...above, `↑ ${t('missing: {0}', displayNameOf(end.issuer))}`];
		case 'broken':
		case 'unverifiable':
			return [titleOf(leaf.certificate), ...above, `✗ ${t('not certain: {0}', titleOf(end.issuer))}`];
		case 'loop':
			return [titleOf(leaf.certificate), ...above, `✗ ${t('no root: the issuers go round in a circle')}`];
	}
}

function stepWords({ authority, trusted, origin }: ChainStep, t: Translate): string {
	const origins: Readonly<Record<CertificateOrigin, string>> = {
		file: '',
		workspace: t('from another file'),
		trust: '',
		known: t('downloaded'),
	};
	const words = [
		authority === null ? '' : t('known by its fingerprint'),
		trusted ? t('trusted by you') : '',
		origins[origin],
	].filter((word) => word !== '');
	return words.length === 0 ? '' : `  (${words.join(', ')})`;
}

function* rows(all: readonly Row[]): Iterable<string> {
	const width = Math.max(...all.map(([label]) => label.length));
	for (const [label, value] of all) {
		yield `    ${label.padEnd(width)}  ${printable(value)}\n`;
	}
}

function verdictColour({ kind }: Pick<Verdict, 'kind'>, colours: Colours): (text: string) => string {
	return { suitable: colours.green, attention: colours.yellow, unsuitable: colours.red }[kind];
}

function* findingLines(finding: Finding, t: Translate, colours: Colours): Iterable<string> {
	const { problem, cure, source } = explain(finding, t);
	const weight = paint(finding.severity, colours)(severityWords(t)[finding.severity]);
	yield `  ${weight}  ${printable(problem)}  ${colours.dim(finding.code)}\n`;
	yield `    ${colours.dim(`${printable(cure)} [${source}]`)}\n`;
}

function summaryLine(report: InspectionReport, t: Translate): string {
	const summary = summariseCertificates(report);
	const { files, certificates, requests, suitable, attention, unsuitable, unreadable } = summary;
	const verdicts = [
		...(suitable > 0 ? [t('{0} suitable', suitable)] : []),
		...(attention > 0 ? [t('{0} to take note of', attention)] : []),
		...(unsuitable > 0 ? [t('{0} not suitable', unsuitable)] : []),
		...(unreadable > 0 ? [t('{0} not read', unreadable)] : []),
	].join(', ');
	const counts = countsInWords(summary, t);
	const what = [
		files === 1 ? t('1 file') : t('{0} files', files),
		...(certificates === 0 && requests > 0 ? [] : [certificateCount(certificates, t)]),
		...(requests > 0 ? [requestCount(requests, t)] : []),
	].join(', ');
	return `${what}${verdicts === '' ? '' : `: ${verdicts}`}${counts === '' ? '' : ` (${counts})`}.`;
}
