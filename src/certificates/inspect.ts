import type { Finding } from '../finding';
import type { Certificate } from './certificate';
import {
	createPool,
	withCertificates,
	type CertificatePool,
	type PooledCertificate,
} from './certificatePool';
import { buildChain, type Chain, type HierarchyName } from './chain';
import type { Container, ContainerEntry, ContainerRequest } from './containers/container';
import { checkCertificate, checkRequest } from './profile/checks';
import {
	judge,
	oinOf,
	type Circumstances,
	type Environment,
	type Judged,
	type Purpose,
} from './profile/judged';

/** A file that was read. */
export interface FileToInspect {
	/** As it is called in the result. */
	readonly file: string;
	readonly container: Container;
	/**
	 * What the file itself says that its certificates are used for, by their SHA-256; each use is judged on its own. What is not in
	 * it, is judged as the options say.
	 */
	readonly uses?: ReadonlyMap<string, readonly UseToJudge[]>;
}

/** What a certificate is used for; `null` when it only stands there as an issuer. */
export type UseToJudge = Pick<Circumstances, 'purpose' | 'host' | 'expectedOin'> | null;

export interface InspectOptions extends Circumstances {
	/** What the user trusts. */
	readonly trust: readonly Certificate[];
	/** Certificates of elsewhere in the workspace; the inspected files themselves are always used for one another's chains. */
	readonly workspace: readonly Certificate[];
	/** The CA certificates of PKIoverheid that were downloaded on this machine. */
	readonly known: readonly Certificate[];
}

/** Whether a certificate can be used for Digikoppeling: the sum of its findings. */
export interface Verdict {
	/** `attention`: it can, but there are warnings. */
	readonly kind: 'suitable' | 'attention' | 'unsuitable';
	readonly purpose: Purpose;
	/** Of a test certificate the verdict is about tests: production does not take it. */
	readonly environment: Environment;
	/** The findings behind the verdict, the most important first: the errors, or else the warnings. */
	readonly reasons: readonly Finding[];
}

/** Whether a request can be sent: as a {@link Verdict}. */
export type RequestVerdict = Pick<Verdict, 'kind' | 'reasons'>;

/** One certificate of a file and all that is known about it. Plain data. */
export interface InspectedCertificate {
	readonly entry: ContainerEntry;
	readonly chain: Chain;
	readonly hierarchy: HierarchyName;
	readonly oin: Judged['oin'];
	/** The heaviest first; their place is that of the certificate in the file. */
	readonly findings: readonly Finding[];
	/** `null` for the CA certificates that only stand there as issuers: they are not judged. */
	readonly verdict: Verdict | null;
}

/** A certificate request, held against the same rules before it is sent. Plain data. */
export interface InspectedRequest {
	readonly entry: ContainerRequest;
	readonly oin: Judged['oin'];
	/** The heaviest first; their place is that of the request in the file. */
	readonly findings: readonly Finding[];
	readonly verdict: RequestVerdict;
}

/** What one file holds. Plain data. */
export interface Inspection {
	readonly file: string;
	readonly container: Container;
	/** In the order of the file; one that stands there twice is told once, unless it is used for different things. */
	readonly certificates: readonly InspectedCertificate[];
	readonly requests: readonly InspectedRequest[];
}

/**
 * Judges all certificates of files: chains from all that is at hand, in any order, then the checks of the profile. Only what
 * `options.revocation` says is known about revocation; nothing is fetched.
 */
export function inspect(files: readonly FileToInspect[], options: InspectOptions): readonly Inspection[] {
	const pool = createPool(pooledFrom(files, options));
	const contents = files.map(({ file, container, uses }) => ({
		file,
		container,
		uses,
		certificates: chainsOf(container, pool, options.moment),
	}));
	const issuers = new Set(
		contents.flatMap(({ certificates }) =>
			certificates.flatMap(({ chain }) => chain.steps.slice(1).map(({ certificate: { sha256 } }) => sha256)),
		),
	);
	return contents.map(({ file, container, uses, certificates }) => {
		const hasOrganisation = certificates.some(({ entry }) => !isAuthority(entry));
		return {
			file,
			container,
			certificates: certificates.flatMap(({ entry, chain }) => {
				const isIssuer =
					issuers.has(entry.certificate.sha256) ||
					(isAuthority(entry) && (hasOrganisation || entry.role === 'trusted'));
				return (uses?.get(entry.certificate.sha256) ?? [options]).map((use) =>
					inspectOne(entry, chain, isIssuer || use === null, { ...options, ...use }),
				);
			}),
			requests: (container.state === 'read' ? container.requests : []).map((entry) =>
				inspectRequest(entry, options),
			),
		};
	});
}

/** Each certificate with the first of its origins that counts: trust is asked for apart from the origin. */
function* pooledFrom(
	files: readonly FileToInspect[],
	{ trust, workspace, known }: InspectOptions,
): Iterable<PooledCertificate> {
	yield* pooled(trust, 'trust');
	for (const { container } of files) {
		yield* pooled(
			entriesOf(container).map(({ certificate }) => certificate),
			'workspace',
		);
	}
	yield* pooled(workspace, 'workspace');
	yield* pooled(known, 'known');
}

function pooled(
	certificates: readonly Certificate[],
	origin: PooledCertificate['origin'],
): readonly PooledCertificate[] {
	return certificates.map((certificate) => ({ certificate, origin }));
}

function entriesOf(container: Container): readonly ContainerEntry[] {
	return container.state === 'read' ? container.entries : [];
}

interface ChainedEntry {
	readonly entry: ContainerEntry;
	readonly chain: Chain;
}

function chainsOf(container: Container, pool: CertificatePool, moment: Date): readonly ChainedEntry[] {
	const entries = new Map<string, ContainerEntry>();
	for (const entry of entriesOf(container)) {
		if (!entries.has(entry.certificate.sha256)) {
			entries.set(entry.certificate.sha256, entry);
		}
	}
	const own = [...entries.values()];
	const all = withCertificates(
		pool,
		pooled(
			own.map(({ certificate }) => certificate),
			'file',
		),
	);
	return own.map((entry) => ({
		entry,
		chain: buildChain({ certificate: entry.certificate, origin: 'file' }, all, moment),
	}));
}

function isAuthority({ certificate }: ContainerEntry): boolean {
	return certificate.basicConstraints?.ca === true;
}

function inspectOne(
	entry: ContainerEntry,
	chain: Chain,
	isIssuer: boolean,
	circumstances: Circumstances,
): InspectedCertificate {
	const judged = judge(chain, circumstances);
	const { hierarchy, oin } = judged;
	const findings = isIssuer
		? []
		: checkCertificate(judged).map((finding) => ({ ...finding, span: entry.span }));
	const { purpose, environment } = judged;
	const verdict = isIssuer ? null : { ...verdictOf(findings), purpose, environment };
	return { entry, chain, hierarchy, oin, findings, verdict };
}

function inspectRequest(entry: ContainerRequest, circumstances: Circumstances): InspectedRequest {
	const findings = checkRequest(entry.request, circumstances).map((finding) => ({
		...finding,
		span: entry.span,
	}));
	return { entry, oin: oinOf(entry.request), findings, verdict: verdictOf(findings) };
}

function verdictOf(findings: readonly Finding[]): RequestVerdict {
	const errors = findings.filter(({ severity }) => severity === 'error');
	const warnings = findings.filter(({ severity }) => severity === 'warning');
	const kind = errors.length > 0 ? 'unsuitable' : warnings.length > 0 ? 'attention' : 'suitable';
	return { kind, reasons: errors.length > 0 ? errors : warnings };
}
