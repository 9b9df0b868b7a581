import { judgeCertificates, type CertificateCircumstances } from '../documents/judgeCertificates';
import type { DocumentKind } from '../documents/kind';
import { recognise } from '../documents/registry';
import type { Finding } from '../finding';
import { parseXml } from '../xml/parse';
import type { XmlDocument } from '../xml/tree';
import { withoutBrokenOff } from './brokenOff';
import { heaviest, inDocumentOrder, locateFindings } from './locate';
import { readSource } from './read';
import type { CheckSource, DocumentReport } from './report';

/** In XML stands the certificate without those of its issuers, as it should. */
const usual: ReadonlySet<string> = new Set(['certificate.chain-incomplete']);

/**
 * Adds to the report on a document what is wrong with the certificates in it. That depends on more than the document (the moment, and what is
 * trusted), and what it takes is large: so it is done apart, for the reports that ask for it with `holdsCertificates`. The editor and
 * the command line both do it here, so that they say the same. What a reader need not act on (`info`) is left to the inspection of a certificate.
 *
 * @param source Of which the report is. When it cannot be read any more, nothing is added.
 * @param maxFindings Most findings in the report, as for the check.
 */
export function completeReport(
	report: DocumentReport,
	source: CheckSource,
	circumstances: CertificateCircumstances,
	maxFindings: number,
): DocumentReport {
	const read = report.holdsCertificates ? readSource(source) : undefined;
	if (read?.status !== 'read') {
		return report;
	}
	const document = parseXml(read.text);
	const kind = recognise(document)?.kind;
	const found = kind === undefined ? [] : problemsWithCertificates(document, kind, circumstances);
	if (found.length === 0) {
		return report;
	}
	const all = [...report.findings, ...locateFindings(document, found)];
	const findings = heaviest(all, maxFindings).toSorted(inDocumentOrder);
	return { ...report, findings, truncated: report.truncated || findings.length < all.length };
}

function problemsWithCertificates(
	document: XmlDocument,
	kind: DocumentKind,
	circumstances: CertificateCircumstances,
): readonly Finding[] {
	const { certificates, unreadable } = judgeCertificates(document, circumstances);
	const found = [...unreadable, ...certificates.flatMap(({ inspected }) => inspected.findings)].filter(
		({ code, severity }) =>
			severity !== 'info' && !usual.has(code) && kind.certificateCodesTold?.test(code) !== true,
	);
	// Where the text breaks off, so does a certificate; that is told already.
	const breaks = document.faults.filter(({ code }) => code === 'xml.unclosed-element');
	return withoutBrokenOff(document, [...breaks, ...found]).filter((finding) => !breaks.includes(finding));
}
