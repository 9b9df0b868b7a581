import { judgeCertificates, type CertificateCircumstances } from '../../../documents/judgeCertificates';
import { createLineIndex } from '../../../xml/lines';
import { elementAt } from '../../../xml/navigate';
import { parseXml } from '../../../xml/parse';
import type { DocumentAnswer } from './protocol';

/** Reads the certificates in an XML document, each judged as what the document uses it for. */
export function answerDocument(text: string, circumstances: CertificateCircumstances): DocumentAnswer {
	const document = parseXml(text);
	const lines = createLineIndex(text);
	const { certificates } = judgeCertificates(document, circumstances);
	return {
		certificates: certificates.map(({ entry, use, inspected }) => {
			const { start, end } = elementAt(document, entry.span.start)?.span ?? entry.span;
			return {
				range: { start: lines.positionAt(start), end: lines.positionAt(end) },
				purpose: inspected.verdict === null ? null : (use?.purpose ?? null),
				inspected,
			};
		}),
	};
}
