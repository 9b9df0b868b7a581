import { authorityFolder } from '../certificates/authorityFolder';
import { readStoredAuthorities, storeAuthorities } from '../certificates/authorityStore';
import type { Certificate } from '../certificates/certificate';
import {
	maxContainerSize,
	readContainer,
	tooLarge,
	type ContainerOptions,
} from '../certificates/containers/readContainer';
import { fetchHierarchy } from '../certificates/fetchHierarchy';
import {
	inspect,
	type UseToJudge,
	type FileToInspect,
	type InspectOptions,
	type Inspection,
} from '../certificates/inspect';
import type { Purpose } from '../certificates/profile/judged';
import { checkRevocation } from '../certificates/revocation/checkRevocation';
import { decodeXml } from '../xml/decode';
import { readCertificateFile, trustedCertificates, unreadable, type ReadFile } from './certificateFiles';
import { summariseCertificates, type InspectionReport, type UnreadableFile } from './inspectionReport';
import type { CommandContext } from './command';
import { environmentFetch } from './environmentFetch';
import { exitStatus, type ExitStatus } from './exitStatus';
import type { JudgingOptions } from './judgingOptions';
import { coloursFor, write } from './output';
import { readStdin, stdinPath } from './readStdin';
import { stdinName } from './runReport';
import type { Surroundings } from './surroundings';
import { certificateJson } from './formats/certificateJson';
import { certificateText } from './formats/certificateText';

/** The options of `certificate`, as commander gives them. */
export interface CertificateOptions extends JudgingOptions {
	readonly passwordEnv?: string;
	readonly purpose?: Purpose;
	readonly host?: string;
	readonly oin?: string;
	readonly checkRevocation?: true;
	readonly fetchCas?: true;
	readonly format: 'text' | 'json';
}

/** Does the work of the command `certificate`: reads, judges, writes. */
export async function inspectCertificates(
	files: readonly string[],
	options: CertificateOptions,
	context: CommandContext,
): Promise<ExitStatus> {
	const { surroundings } = context;
	const given = givenWith(options, context);
	if ('complaint' in given) {
		await write(surroundings.stderr, [`${given.complaint}\n`]);
		return exitStatus.unusable;
	}
	try {
		const fetched = options.fetchCas === undefined ? null : await fetchAuthorities(surroundings);
		const report = await makeReport(files, options, given, { surroundings, fetched });
		await writeReport(report, options, context);
		return statusOf(report);
	} catch (error) {
		if (surroundings.interrupted.aborted) {
			return exitStatus.interrupted;
		}
		throw error;
	}
}

async function fetchAuthorities({ env, interrupted }: Surroundings): Promise<InspectionReport['fetched']> {
	const folder = authorityFolder(env);
	const hierarchy = await fetchHierarchy({ fetch: environmentFetch(env), signal: interrupted });
	return { ...hierarchy, folder, unwritable: storeAuthorities(folder, hierarchy.certificates) };
}

/** What the options lead to. */
interface Given {
	readonly unlocking: ContainerOptions;
	readonly trust: readonly Certificate[];
}

function givenWith(
	{ passwordEnv, trust }: CertificateOptions,
	{ surroundings, t }: CommandContext,
): Given | { readonly complaint: string } {
	const password = passwordEnv === undefined ? undefined : surroundings.env[passwordEnv];
	if (passwordEnv !== undefined && password === undefined) {
		return { complaint: t('There is no environment variable {0} with the password.', passwordEnv) };
	}
	const unlocking = password === undefined ? {} : { password };
	const trusted = trustedCertificates(trust, unlocking, surroundings.workingFolder, t);
	return 'complaint' in trusted ? trusted : { unlocking, ...trusted };
}

/**
 * Adds what a Consumerspecificatie or CPA says that its certificates are used for: the editor judges them so too. What the user asks goes
 * before it.
 */
async function withUses(
	file: ReadFile,
	{ purpose, host, oin }: Pick<CertificateOptions, 'purpose' | 'host' | 'oin'>,
	moment: Date,
): Promise<FileToInspect> {
	const { container, bytes } = file;
	const inspected = { file: file.file, container };
	if (container.state !== 'read' || container.format !== 'xml') {
		return inspected;
	}
	const { usesInDocument } = await import('../documents/usesInDocument');
	const uses = usesInDocument(decodeXml(bytes).text, container.entries, moment);
	const asked = (use: UseToJudge): UseToJudge =>
		use && {
			purpose: purpose ?? use.purpose,
			host: host ?? use.host,
			expectedOin: oin ?? use.expectedOin,
		};
	return { ...inspected, uses: new Map([...uses].map(([sha256, own]) => [sha256, own.map(asked)])) };
}

/** @returns `undefined` when the user stopped it. */
async function readPiped(
	unlocking: ContainerOptions,
	{ stdin, interrupted }: Surroundings,
): Promise<ReadFile | UnreadableFile | undefined> {
	const file = stdinName;
	const piped = await readStdin(stdin, interrupted, maxContainerSize);
	switch (piped.status) {
		case 'read':
			return { file, container: readContainer(piped.bytes, unlocking), bytes: piped.bytes };
		case 'too-large':
			return { file, container: tooLarge(piped.size), bytes: new Uint8Array(0) };
		case 'unreadable':
			return { file, finding: unreadable(piped.reason) };
		case 'stopped':
			return undefined;
	}
}

async function makeReport(
	names: readonly string[],
	options: CertificateOptions,
	{ unlocking, trust }: Given,
	{
		surroundings,
		fetched,
	}: { readonly surroundings: Surroundings; readonly fetched: InspectionReport['fetched'] },
): Promise<InspectionReport> {
	const piped = names.includes(stdinPath) ? await readPiped(unlocking, surroundings) : undefined;
	surroundings.interrupted.throwIfAborted();
	const { purpose, host, at, warnDays, oin, checkRevocation: isAsked } = options;
	const moment = at ?? new Date();
	const read = [
		...(piped === undefined ? [] : [piped]),
		...names
			.filter((name) => name !== stdinPath)
			.map((name) => readCertificateFile(name, unlocking, surroundings.workingFolder)),
	];
	const files: (FileToInspect | UnreadableFile)[] = [];
	for (const file of read) {
		files.push('container' in file ? await withUses(file, options, moment) : file);
	}
	const judging: InspectOptions = {
		purpose: purpose ?? 'both',
		host: host ?? null,
		moment,
		expectedOin: oin ?? null,
		warnDays,
		revocation: null,
		trust,
		workspace: [],
		known: [...(fetched?.certificates ?? []), ...readStoredAuthorities(authorityFolder(surroundings.env))],
	};
	const readable = files.filter((file) => 'container' in file);
	const first = inspect(readable, judging);
	const inspections =
		isAsked === undefined
			? first
			: inspect(readable, {
					...judging,
					revocation: await checkRevocation(judgedChains(first), {
						fetch: environmentFetch(surroundings.env),
						signal: surroundings.interrupted,
						moment,
					}),
				});
	return { inspections, unreadable: files.filter((file) => 'finding' in file), moment, fetched };
}

function judgedChains(inspections: readonly Inspection[]): Parameters<typeof checkRevocation>[0] {
	return inspections
		.flatMap(({ certificates }) => certificates)
		.filter(({ verdict }) => verdict !== null)
		.map(({ chain }) => chain);
}

async function writeReport(
	report: InspectionReport,
	{ format }: CertificateOptions,
	{ surroundings, t }: CommandContext,
): Promise<void> {
	if (format === 'json') {
		await write(surroundings.stdout, certificateJson(report, t));
	} else {
		const colours = coloursFor(surroundings.stdout, surroundings.env);
		await write(surroundings.stdout, certificateText(report, t, colours));
	}
}

/** A password that is missing or wrong leaves a file unread, as a file that is not there. */
function statusOf(report: InspectionReport): ExitStatus {
	const { unreadable: unread, errors } = summariseCertificates(report);
	const { fetched } = report;
	const isFetchedInVain =
		fetched !== null && (fetched.certificates.length === 0 || fetched.unwritable !== null);
	return unread > 0
		? exitStatus.unusable
		: errors > 0 || isFetchedInVain
			? exitStatus.errorsFound
			: exitStatus.ok;
}
