import { readStoredAuthorities } from '../../../certificates/authorityStore';
import type { Certificate } from '../../../certificates/certificate';
import type { Chain } from '../../../certificates/chain';
import {
	inspect,
	type FileToInspect,
	type InspectOptions,
	type Inspection,
} from '../../../certificates/inspect';
import { judgeRevocation, revocationAddresses } from '../../../certificates/revocation/checkRevocation';
import type { Fetched } from '../../../certificates/revocation/fetchBytes';
import type { RevocationOutcomes } from '../../../certificates/revocation/status';
import { completeReport } from '../../../validation/completeReport';
import { readBytes, type ContainerFiles, type ReadFile } from './containerFiles';
import { answerDocument } from './answerDocument';
import type {
	CertificateAnswer,
	CertificateQuestion,
	CertificateSource,
	InspectAnswer,
	Neighbourhood,
	TrustFault,
} from './protocol';
import { surveyFile } from './surveyFile';

/** Answers a question about certificates; the files of the neighbourhood are read at most once as long as they do not change. */
export async function answerQuestion(
	question: CertificateQuestion,
	files: ContainerFiles,
): Promise<CertificateAnswer> {
	const around = gather(question.neighbourhood, files);
	switch (question.kind) {
		case 'inspect':
			return { kind: 'inspect', ...(await answerInspect(question, around, files)) };
		case 'survey': {
			const options = { ...question.conditions, ...around, revocation: null };
			return {
				kind: 'survey',
				files: question.files.map((file) => surveyFile(file, files.readIfPromising(file), options)),
			};
		}
		case 'document':
			return { kind: 'document', ...answerDocument(question.text, { ...question.conditions, ...around }) };
		case 'complete': {
			const { report, source, conditions, maxFindings } = question;
			return {
				kind: 'complete',
				report: completeReport(report, source, { ...conditions, ...around }, maxFindings),
			};
		}
	}
}

/** The certificates that chains are built from, besides those of the file itself. */
type Surroundings = Pick<InspectOptions, 'trust' | 'workspace' | 'known'>;

function gather(
	{ trust, workspace, authorities }: Neighbourhood,
	files: ContainerFiles,
): Surroundings & { readonly trustFaults: readonly TrustFault[] } {
	const trusted = trust.map((file) => ({ file, read: files.read(file) }));
	return {
		trust: trusted.flatMap(({ read }) => certificatesIn(read)),
		workspace: workspace.flatMap((file) => certificatesIn(files.read(file))),
		known: readStoredAuthorities(authorities),
		trustFaults: trusted.flatMap(({ file, read }) =>
			certificatesIn(read).length > 0 ? [] : [{ file, finding: faultIn(read) }],
		),
	};
}

function certificatesIn(read: ReadFile): readonly Certificate[] {
	return 'container' in read && read.container.state === 'read'
		? read.container.entries.map(({ certificate }) => certificate)
		: [];
}

function faultIn(read: ReadFile): TrustFault['finding'] {
	return 'unreadable' in read ? read.unreadable : (read.container.findings[0] ?? null);
}

async function answerInspect(
	{ source, name, conditions, asUsed, downloads }: Extract<CertificateQuestion, { kind: 'inspect' }>,
	{ trustFaults, ...around }: Surroundings & Pick<InspectAnswer, 'trustFaults'>,
	files: ContainerFiles,
): Promise<InspectAnswer> {
	const read = readSource(source, files);
	if ('unreadable' in read) {
		return { outcome: read, saysUses: false, crlAddresses: [], revocation: null, trustFaults };
	}
	const uses = asUsed ? withHost(read.uses, conditions.host) : undefined;
	const inspectWith = (revocation: RevocationOutcomes | null): Inspection => {
		const file = { file: name, container: read.container, ...(uses === undefined ? {} : { uses }) };
		const [inspection] = inspect([file], {
			...conditions,
			...around,
			revocation,
		});
		if (inspection === undefined) {
			throw new Error('One file was to be inspected, and nothing came of it');
		}
		return inspection;
	};
	const first = inspectWith(null);
	const chains = judgedChains(first);
	const revocation =
		downloads === null
			? null
			: await judgeRevocation(chains, conditions.moment, (url) =>
					Promise.resolve(downloads.get(url) ?? notFetched),
				);
	return {
		outcome: revocation === null ? first : inspectWith(revocation),
		saysUses: (read.uses?.size ?? 0) > 0,
		crlAddresses: revocationAddresses(chains),
		revocation,
		trustFaults,
	};
}

/** The uses with the host name that is asked, if one is. */
function withHost(uses: FileToInspect['uses'], host: string | null): FileToInspect['uses'] {
	return host === null || uses === undefined
		? uses
		: new Map([...uses].map(([sha256, own]) => [sha256, own.map((use) => use && { ...use, host })]));
}

/** A list that nobody tried to fetch: the file changed meanwhile. */
const notFetched: Fetched = { fault: 'network' };

function judgedChains({ certificates }: Inspection): readonly Chain[] {
	return certificates.filter(({ verdict }) => verdict !== null).map(({ chain }) => chain);
}

function readSource(source: CertificateSource, files: ContainerFiles): ReadFile {
	const options = 'password' in source ? { password: source.password } : {};
	if ('file' in source) {
		return files.read(source.file, options);
	}
	const bytes = 'text' in source ? Buffer.from(source.text) : source.bytes;
	return readBytes(bytes, options);
}
