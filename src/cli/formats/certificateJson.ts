import type {
	Certificate,
	CertificateRequest,
	Extensions,
	GeneralName,
} from '../../certificates/certificate';
import type { InspectedCertificate, InspectedRequest, Inspection } from '../../certificates/inspect';
import type { Finding } from '../../finding';
import type { Translate } from '../../text';
import { explain } from '../../validation/explain';
import { lockedWords, summariseCertificates, type InspectionReport } from '../inspectionReport';

/** The JSON of the command line contract: one object, with each certificate on a line of its own. */
export function* certificateJson(report: InspectionReport, t: Translate): Iterable<string> {
	const { inspections, unreadable, moment, fetched } = report;
	yield `{"version":1,"at":${JSON.stringify(moment)},"certificates":${lines(
		inspections.flatMap((inspection) =>
			inspection.certificates.map((certificate) => describe(inspection, certificate, t)),
		),
	)},\n`;
	yield `"requests":${lines(
		inspections.flatMap(({ file, requests }) => requests.map((request) => describeRequest(file, request, t))),
	)},\n`;
	yield `"files":${lines([
		...inspections.map((inspection) => describeFile(inspection, t)),
		...unreadable.map(({ file, finding }) => ({
			file,
			format: null,
			state: 'unreadable',
			findings: [worded(finding, t)],
		})),
	])},\n`;
	if (fetched !== null) {
		const { folder, unwritable, certificates, failures } = fetched;
		yield `"fetched":${JSON.stringify({
			folder,
			unwritable,
			certificates: certificates.map(({ subject, sha256 }) => ({ subject: subject.text, sha256 })),
			failures: failures.map(({ authority, reason }) => ({
				name: authority.commonName,
				url: authority.download,
				reason,
			})),
		})},\n`;
	}
	yield `"summary":${JSON.stringify(summariseCertificates(report))}}\n`;
}

function lines(objects: readonly object[]): string {
	return objects.length === 0 ? '[]' : `[\n${objects.map((object) => JSON.stringify(object)).join(',\n')}\n]`;
}

function describe(
	{ file, container }: Inspection,
	{ entry, chain, hierarchy, oin, findings, verdict }: InspectedCertificate,
	t: Translate,
): object {
	const { certificate, alias } = entry;
	const format = container.state === 'read' ? container.format : '';
	return {
		file,
		source: alias === null ? format : `${format}: ${alias}`,
		subject: certificate.subject.text,
		issuer: certificate.issuer.text,
		serialNumber: certificate.serialNumber,
		oin: describeOin(oin),
		notBefore: certificate.notBefore,
		notAfter: certificate.notAfter,
		...describeContent(certificate),
		hierarchy,
		chain: chain.steps.map((step) => step.certificate.sha256),
		chainEnd: chain.end.state,
		verdict:
			verdict === null
				? null
				: { kind: verdict.kind, purpose: verdict.purpose, environment: verdict.environment },
		findings: findings.map((finding) => worded(finding, t)),
	};
}

function describeRequest(
	file: string,
	{ entry, oin, findings, verdict }: InspectedRequest,
	t: Translate,
): object {
	const { request } = entry;
	return {
		file,
		subject: request.subject.text,
		oin: describeOin(oin),
		...describeContent(request),
		verdict: { kind: verdict.kind },
		findings: findings.map((finding) => worded(finding, t)),
	};
}

/** What a certificate and a request both say. A missing extension is an empty list, as its absence is a finding where it matters. */
function describeContent(
	content: (Certificate | CertificateRequest) & Extensions,
): Readonly<Record<string, unknown>> {
	const { key, signature, sha256, subjectAlternativeNames, keyUsage, extendedKeyUsage, policies } = content;
	return {
		key: { type: key.type, bits: key.bits },
		signature:
			signature.saltLength === null
				? signature.name
				: `${signature.name} (${signature.hash ?? '?'}, salt ${signature.saltLength})`,
		sha256,
		san: (subjectAlternativeNames ?? []).map(alternativeName),
		keyUsage: keyUsage?.usages ?? [],
		extendedKeyUsage: extendedKeyUsage?.usages ?? [],
		policies: (policies ?? []).map(({ oid }) => oid),
	};
}

const nameTypes: Readonly<Record<GeneralName['type'], string>> = {
	dns: 'DNS',
	ip: 'IP Address',
	email: 'email',
	uri: 'URI',
	directory: 'DirName',
	other: 'othername',
};

/** As OpenSSL writes it: `DNS:www.example.org`. */
function alternativeName({ type, value }: GeneralName): string {
	return `${nameTypes[type]}:${value}`;
}

function describeOin(oin: InspectedCertificate['oin']): object | null {
	return oin?.parsed.kind === 'oin'
		? { value: oin.value, kind: oin.parsed.register, number: oin.parsed.number }
		: null;
}

function describeFile({ file, container }: Inspection, t: Translate): object {
	return {
		file,
		format: container.state === 'unreadable' ? null : container.format,
		state: container.state,
		...(container.state === 'locked'
			? { reason: container.reason, message: lockedWords(container.reason, t) }
			: {}),
		findings: container.findings.map((finding) => worded(finding, t)),
	};
}

function worded(finding: Finding, t: Translate): object {
	const { message, help } = explain(finding, t);
	return { code: finding.code, severity: finding.severity, message, help };
}
