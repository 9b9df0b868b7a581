import type { Severity } from '../../../finding';
import type { Labels } from './labels';

/** How good or bad something is, for its colour and sign. */
export type Tone = 'good' | 'attention' | 'bad' | 'neutral';

/** What the web view shows of one file, in the reader's language. JSON. Nothing of a private key is in it. */
export interface ViewModel {
	/** The file, or the address of the server. */
	readonly name: string;
	/** What the file is and holds. */
	readonly summary: string;
	/** Set when the file needs a password. */
	readonly lock: LockModel | null;
	/** Said in place of a verdict when there is nothing to judge; else `null`. */
	readonly nothing: string | null;
	/** In the order of the file, but what is judged first. */
	readonly subjects: readonly SubjectModel[];
	/** All that can be looked at, by {@link ChainStepModel.id}. */
	readonly details: Readonly<Record<string, DetailsModel>>;
	/** What is to be said about the file as a whole. */
	readonly findings: readonly FindingModel[];
	/** What is known besides, of a server: how the connection was made. */
	readonly facts: readonly RowModel[];
	readonly judging: Judging;
	/** What they can be judged as. */
	readonly purposes: readonly JudgedAs[];
	readonly actions: readonly Action[];
	readonly password: 'none' | 'given' | 'remembered';
	readonly labels: Labels;
}

/** `document`: as the document in which they stand uses them. */
export type JudgedAs = 'client' | 'server' | 'both' | 'document';

/** What the certificates are judged as; the reader can change it. */
export interface Judging {
	readonly purpose: JudgedAs;
	/** `''` when no host name is asked; then that of the document counts, if it is judged as one. */
	readonly host: string;
}

/** What can be done with the file or a certificate in it. */
export type Action =
	'useInSpecification' | 'checkRevocation' | 'rememberPassword' | 'openAsText' | 'fetchAuthorities';

export interface LockModel {
	readonly text: string;
	/** What can be done about it. */
	readonly button: string;
}

/** A certificate or request in the file, with its judgement. */
export interface SubjectModel {
	/** Its place in {@link ViewModel.details}. */
	readonly id: string;
	readonly title: string;
	readonly alias: string | null;
	readonly tone: Tone;
	/** The verdict in one line. */
	readonly verdict: string;
	/** What one wants to know at a glance: its OIN, how long it is valid, for which names. */
	readonly glance: readonly string[];
	/** The hierarchy that it belongs to; `null` for a request. */
	readonly hierarchy: string | null;
	/** From the certificate up; empty for a request. */
	readonly chain: readonly ChainStepModel[];
	readonly findings: readonly FindingModel[];
	/** Whether it is the certificate of an organisation, to be used by it. */
	readonly isOwn: boolean;
}

export interface ChainStepModel {
	/** Its place in {@link ViewModel.details}; `null` for one that is missing. */
	readonly id: string | null;
	readonly title: string;
	readonly tone: Tone;
	readonly notes: readonly string[];
	/** Set when the one that is missing can be fetched by us. */
	readonly canFetch: boolean;
}

export interface FindingModel {
	/** Leads to the explanation; `null` when there is none. */
	readonly code: string | null;
	readonly severity: Severity;
	readonly problem: string;
	readonly cure: string;
	/** Where the rule comes from. */
	readonly source: string;
}

export interface DetailsModel {
	readonly title: string;
	readonly groups: readonly GroupModel[];
	/** As what it can be exported; none for a request, which is as it is. */
	readonly exportFormats: readonly ExportFormat[];
}

/** `chain`: PEM with the CA certificates above it, without the root. */
export type ExportFormat = 'pem' | 'der' | 'chain';

export interface GroupModel {
	readonly heading: string;
	readonly rows: readonly RowModel[];
}

export interface RowModel {
	readonly label: string;
	readonly value: string;
	/** What the value means. */
	readonly note: string | null;
	/** Figures and addresses, in letters of equal width. */
	readonly isCode: boolean;
}
