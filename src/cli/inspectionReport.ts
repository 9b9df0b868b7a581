import type { Certificate } from '../certificates/certificate';
import type { Container } from '../certificates/containers/container';
import type { FetchedHierarchy } from '../certificates/fetchHierarchy';
import type { Inspection } from '../certificates/inspect';
import type { Finding, Severity } from '../finding';
import type { Translate } from '../text';

/** A file that the user named and that could not be read at all. */
export interface UnreadableFile {
	readonly file: string;
	readonly finding: Finding;
}

/** The CA certificates that were downloaded. */
export interface FetchedAuthorities extends FetchedHierarchy {
	/** Where they are kept. */
	readonly folder: string;
	/** The system's name for why they could not be kept there, such as `EACCES`; else `null`. */
	readonly unwritable: string | null;
}

/** What one run of `certificate` found. */
export interface InspectionReport {
	readonly inspections: readonly Inspection[];
	readonly unreadable: readonly UnreadableFile[];
	/** The moment of the judgement. */
	readonly moment: Date;
	/** Set when the CA certificates of PKIoverheid were asked for. */
	readonly fetched: FetchedAuthorities | null;
}

export interface InspectionSummary {
	readonly files: number;
	readonly certificates: number;
	readonly requests: number;
	readonly suitable: number;
	readonly attention: number;
	readonly unsuitable: number;
	readonly errors: number;
	readonly warnings: number;
	readonly infos: number;
	/** Files that could not be read, or not without another password. */
	readonly unreadable: number;
}

export function summariseCertificates({ inspections, unreadable }: InspectionReport): InspectionSummary {
	const certificates = inspections.flatMap((inspection) => inspection.certificates);
	const findings = [...inspections.flatMap(findingsOf), ...unreadable.map(({ finding }) => finding)];
	const count = (severity: Severity): number =>
		findings.filter((finding) => finding.severity === severity).length;
	const judged = (kind: string): number =>
		certificates.filter(({ verdict }) => verdict?.kind === kind).length;
	return {
		files: inspections.length + unreadable.length,
		certificates: certificates.length,
		requests: inspections.reduce((sum, { requests }) => sum + requests.length, 0),
		suitable: judged('suitable'),
		attention: judged('attention'),
		unsuitable: judged('unsuitable'),
		errors: count('error'),
		warnings: count('warning'),
		infos: count('info'),
		unreadable:
			unreadable.length + inspections.filter(({ container }) => container.state === 'locked').length,
	};
}

/** All findings about a file: those of its form, of its certificates and of its requests. */
function findingsOf({ container, certificates, requests }: Inspection): readonly Finding[] {
	return [
		...container.findings,
		...certificates.flatMap(({ findings }) => findings),
		...requests.flatMap(({ findings }) => findings),
	];
}

/** Why a file is locked, and what to do. Whole sentences. */
export function lockedWords(reason: Extract<Container, { state: 'locked' }>['reason'], t: Translate): string {
	return reason === 'password-needed'
		? t(
				'This file needs a password: put it in an environment variable and name that variable with --password-env.',
			)
		: t('The password in the environment variable is not the password of this file.');
}

/** The certificates of a container. */
export function certificatesIn(container: Container): readonly Certificate[] {
	return container.state === 'read' ? container.entries.map(({ certificate }) => certificate) : [];
}
