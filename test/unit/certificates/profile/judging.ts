import type { Certificate } from '../../../../src/certificates/certificate';
import type { EntryRole } from '../../../../src/certificates/containers/container';
import {
	inspect,
	type InspectedCertificate,
	type InspectOptions,
	type Inspection,
} from '../../../../src/certificates/inspect';
import type { Finding } from '../../../../src/finding';
import type { CertificateSpec, Issued } from '../pki/issue';
import type { Hierarchy } from '../pki/makePki';

export type { InspectOptions } from '../../../../src/certificates/inspect';

/** A moment at which the certificates of the tests are in the midst of their validity. */
export const midst = new Date('2026-11-24T12:00:00Z');

/** Options that ask for nothing in particular. */
export function inspectOptions(changes: Partial<InspectOptions> = {}): InspectOptions {
	return {
		purpose: 'both',
		host: null,
		moment: midst,
		expectedOin: null,
		warnDays: 60,
		revocation: null,
		trust: [],
		workspace: [],
		known: [],
		...changes,
	};
}

/** Inspects certificates as if they were one file, in this order. */
export function inspectFile(
	certificates: readonly Certificate[],
	changes: Partial<InspectOptions> = {},
	role: EntryRole = 'plain',
): Inspection {
	const [inspection] = inspect(
		[
			{
				file: 'file.pem',
				container: {
					state: 'read',
					format: 'pem',
					isText: true,
					entries: certificates.map((certificate, index) => ({
						certificate,
						alias: null,
						role,
						span: { start: 100 * index, end: 100 * index + 50 },
					})),
					requests: [],
					privateKeys: 0,
					others: [],
					findings: [],
				},
			},
		],
		inspectOptions(changes),
	);
	if (inspection === undefined) {
		throw new Error('One file is one inspection');
	}
	return inspection;
}

/** What is found about the first of the certificates of a file. */
export function judge(
	certificates: readonly Issued[],
	changes: Partial<InspectOptions> = {},
): InspectedCertificate {
	const [first] = inspectFile(
		certificates.map(({ certificate }) => certificate),
		changes,
	).certificates;
	if (first === undefined) {
		throw new Error('A file with certificates is inspected');
	}
	return first;
}

/** What is found about a leaf in a file of its own, while the user trusts all CAs above it. */
export function judgeLeaf(
	hierarchy: Hierarchy,
	overrides: Partial<CertificateSpec> = {},
	changes: Partial<InspectOptions> = {},
): InspectedCertificate {
	const trust = hierarchy.authorities.map(({ certificate }) => certificate);
	return judge([hierarchy.leaf(overrides)], { trust, ...changes });
}

/** The findings with this code. */
export function found({ findings }: InspectedCertificate, code: string): readonly Finding[] {
	return findings.filter((finding) => finding.code === code);
}
