import type { Finding } from '../finding';
import type { XmlDocument } from '../xml/tree';

/**
 * Leaves out what is only said because the text breaks off: of the last tag, value and open element, of which nobody
 * knows how they went on.
 * That the text ends too early is told once, by the element that is still open.
 */
export function withoutBrokenOff({ text }: XmlDocument, findings: readonly Finding[]): readonly Finding[] {
	const breaksOff = findings.find(
		({ code, data }) => code === 'xml.unclosed-element' && data['before'] === '',
	);
	if (breaksOff === undefined) {
		return findings;
	}
	const sure = text.lastIndexOf('>') + 1;
	return findings.filter(
		(finding) =>
			finding === breaksOff || (finding.span.end <= sure && finding.span.start !== breaksOff.span.start),
	);
}
