import { readXmlCertificates } from '../../../certificates/containers/xmlCertificates';
import type { Container, ContainerEntry } from '../../../certificates/containers/container';
import { inspect, type InspectedCertificate, type InspectOptions } from '../../../certificates/inspect';
import type { CertificateUse } from '../../../documents/certificateUse';
import { recognise } from '../../../documents/registry';
import type { Span } from '../../../finding';
import { elementAt } from '../../../xml/navigate';
import { parseXml } from '../../../xml/parse';
import type { XmlDocument } from '../../../xml/tree';
import type { Conditions, DocumentAnswer, DocumentCertificate } from './protocol';

/** Reads the certificates in an XML document, each judged as what the document uses it for. */
export function answerDocument(
	text: string,
	{ moment, warnDays }: Pick<Conditions, 'moment' | 'warnDays'>,
	around: Pick<InspectOptions, 'trust' | 'workspace' | 'known'>,
): DocumentAnswer {
	const document = parseXml(text);
	const { entries, findings } = readXmlCertificates(document);
	const recognised = recognise(document);
	const uses = recognised === undefined ? [] : usesIn(document, recognised, moment);
	const options = {
		...around,
		workspace: [...entries.map(({ certificate }) => certificate), ...around.workspace],
		moment,
		warnDays,
		revocation: null,
	};
	const certificates = entries.flatMap((entry): readonly DocumentCertificate[] => {
		const use = uses.find(({ within }) => isWithin(entry.span, within));
		const inspected = inspectEntry(entry, {
			...options,
			purpose: use?.purpose ?? 'both',
			host: use?.host ?? null,
			expectedOin: use?.oin ?? null,
		});
		const element = elementAt(document, entry.span.start);
		return inspected === undefined || element === undefined
			? []
			: [{ element: element.span, use: use?.purpose ?? null, inspected }];
	});
	return { documentKind: recognised?.kind.id ?? 'unknown', certificates, findings };
}

function usesIn(
	document: XmlDocument,
	{ kind, root }: NonNullable<ReturnType<typeof recognise>>,
	now: Date,
): readonly CertificateUse[] {
	return kind.certificateUses?.({ document, root, now }) ?? [];
}

function isWithin(inner: Span, outer: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

/** Each stands on its own: the same certificate may be used as client here and as server there. */
function inspectEntry(entry: ContainerEntry, options: InspectOptions): InspectedCertificate | undefined {
	const container: Container = {
		state: 'read',
		format: 'xml',
		isText: true,
		entries: [entry],
		requests: [],
		privateKeys: 0,
		others: [],
		findings: [],
	};
	return inspect([{ file: '', container }], options)[0]?.certificates[0];
}
