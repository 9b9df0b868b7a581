import type { Container, ContainerEntry } from '../../../certificates/containers/container';
import { readXmlCertificates } from '../../../certificates/containers/xmlCertificates';
import { inspect, type InspectedCertificate, type InspectOptions } from '../../../certificates/inspect';
import type { IntendedUse } from '../../../documents/intendedUse';
import { recognise } from '../../../documents/registry';
import { intendedUsesIn, useOf } from '../../../documents/usesInDocument';
import type { Finding, Span } from '../../../finding';
import type { Range } from '../../../validation/report';
import { createLineIndex } from '../../../xml/lines';
import { elementAt } from '../../../xml/navigate';
import { parseXml } from '../../../xml/parse';
import type { Conditions, DocumentAnswer, DocumentCertificate, RangedFinding } from './protocol';

/** Reads the certificates in an XML document, each judged as what the document uses it for. */
export function answerDocument(
	text: string,
	{ moment, warnDays }: Pick<Conditions, 'moment' | 'warnDays'>,
	around: Pick<InspectOptions, 'trust' | 'workspace' | 'known'>,
): DocumentAnswer {
	const document = parseXml(text);
	const { entries, findings } = readXmlCertificates(document);
	const recognised = recognise(document);
	const uses = intendedUsesIn(document, moment);
	const options = {
		...around,
		workspace: [...entries.map(({ certificate }) => certificate), ...around.workspace],
		moment,
		warnDays,
		revocation: null,
	};
	const lines = createLineIndex(text);
	const rangeOf = ({ start, end }: Span): Range => ({
		start: lines.positionAt(start),
		end: lines.positionAt(end),
	});
	const ranged = ({ code, severity, data }: Finding, span: Span): RangedFinding => ({
		code,
		severity,
		data,
		range: rangeOf(span),
	});
	const certificates = byUse(entries, uses).flatMap(({ use, members }) => {
		const inspected = inspectTogether(members, use, options);
		return members.flatMap((entry): readonly DocumentCertificate[] => {
			const found = inspected.find(
				({ entry: { certificate } }) => certificate.sha256 === entry.certificate.sha256,
			);
			return found === undefined
				? []
				: [
						{
							range: rangeOf(elementAt(document, entry.span.start)?.span ?? entry.span),
							purpose: found.verdict === null ? null : (use?.purpose ?? null),
							inspected: found,
							findings: found.findings.map((finding) => ranged(finding, entry.span)),
						},
					];
		});
	});
	return {
		documentKind: recognised?.kind.id ?? 'unknown',
		certificates,
		findings: findings.map((finding) => ranged(finding, finding.span)),
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
		groups.set(use, [...(groups.get(use) ?? []), entry]);
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
