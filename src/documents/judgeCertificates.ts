import type { Container, ContainerEntry } from '../certificates/containers/container';
import { readXmlCertificates } from '../certificates/containers/xmlCertificates';
import { inspect, type InspectedCertificate, type InspectOptions } from '../certificates/inspect';
import type { Finding } from '../finding';
import type { XmlDocument } from '../xml/tree';
import type { IntendedUse } from './intendedUse';
import { intendedUsesIn, useOf } from './usesInDocument';

/** What the judgement of the certificates in a document depends on, besides the document. */
export type CertificateCircumstances = Pick<
	InspectOptions,
	'moment' | 'warnDays' | 'trust' | 'workspace' | 'known'
>;

/** A certificate where it stands in a document, judged as what the document uses it for. */
export interface JudgedCertificate {
	readonly entry: ContainerEntry;
	/** What the document uses it for; `undefined` when it does not say. */
	readonly use: IntendedUse | undefined;
	readonly inspected: InspectedCertificate;
}

/** All certificates of a document. */
export interface JudgedCertificates {
	/** Those that are used for the same together, in the order of the document. */
	readonly certificates: readonly JudgedCertificate[];
	/** What is wrong with elements that hold no certificate that can be read. */
	readonly unreadable: readonly Finding[];
}

/** Reads the certificates in an XML document and judges each as what the document uses it for. Spans are in its text. */
export function judgeCertificates(
	document: XmlDocument,
	circumstances: CertificateCircumstances,
): JudgedCertificates {
	const { entries, findings } = readXmlCertificates(document);
	const options = {
		...circumstances,
		workspace: [...entries.map(({ certificate }) => certificate), ...circumstances.workspace],
		revocation: null,
	};
	const certificates = byUse(entries, intendedUsesIn(document, circumstances.moment)).flatMap(
		({ use, members }) => {
			const inspected = new Map(
				inspectTogether(members, use, options).map((one) => [one.entry.certificate.sha256, one]),
			);
			return members.flatMap((entry): readonly JudgedCertificate[] => {
				const found = inspected.get(entry.certificate.sha256);
				return found === undefined ? [] : [{ entry, use, inspected: atEntry(found, entry) }];
			});
		},
	);
	return { certificates, unreadable: findings };
}

/** A certificate that stands in a document twice is judged once, and told of in both places. */
function atEntry(inspected: InspectedCertificate, entry: ContainerEntry): InspectedCertificate {
	return {
		...inspected,
		entry,
		findings: inspected.findings.map((finding) => ({ ...finding, span: entry.span })),
	};
}

interface Group {
	readonly use: IntendedUse | undefined;
	readonly members: readonly ContainerEntry[];
}

/** Certificates that the document uses for the same belong together: one of them may be the issuer of another. */
function byUse(entries: readonly ContainerEntry[], uses: readonly IntendedUse[]): readonly Group[] {
	const groups = new Map<IntendedUse | undefined, ContainerEntry[]>();
	for (const entry of entries) {
		const use = useOf(entry, uses);
		const group = groups.get(use);
		if (group === undefined) {
			groups.set(use, [entry]);
		} else {
			group.push(entry);
		}
	}
	return [...groups].map(([use, members]) => ({ use, members }));
}

function inspectTogether(
	entries: readonly ContainerEntry[],
	use: IntendedUse | undefined,
	options: Omit<InspectOptions, 'purpose' | 'host' | 'expectedOin'>,
): readonly InspectedCertificate[] {
	const container: Container = {
		state: 'read',
		format: 'xml',
		isText: true,
		entries,
		requests: [],
		privateKeys: 0,
		others: [],
		findings: [],
	};
	const [inspection] = inspect([{ file: '', container }], {
		...options,
		purpose: use?.purpose ?? 'both',
		host: use?.host ?? null,
		expectedOin: use?.oin ?? null,
	});
	const certificates = inspection?.certificates ?? [];
	return use?.purpose === null
		? certificates.map((certificate) => ({ ...certificate, findings: [], verdict: null }))
		: certificates;
}
