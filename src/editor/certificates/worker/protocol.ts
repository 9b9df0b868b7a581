import type { Certificate } from '../../../certificates/certificate';
import type { InspectedCertificate, Inspection, Verdict } from '../../../certificates/inspect';
import type { Circumstances, Purpose } from '../../../certificates/profile/judged';
import type { Fetched } from '../../../certificates/revocation/fetchBytes';
import type { RevocationOutcomes } from '../../../certificates/revocation/status';
import type { Finding } from '../../../finding';
import type { CheckSource, DocumentReport, Range } from '../../../validation/report';

/** What may hold certificates. The worker reads files itself. */
export type CertificateSource =
	| {
			/** Absolute path. */
			readonly file: string;
			/** For a PKCS#12. Not kept. */
			readonly password?: string;
	  }
	| { readonly bytes: Uint8Array; readonly password?: string }
	| { readonly text: string };

/** Where else there are certificates, to build chains from. */
export interface Neighbourhood {
	/** Files with what the user trusts, absolute. */
	readonly trust: readonly string[];
	/** Files of the workspace with certificates, absolute. What has vanished or is locked is left out. */
	readonly workspace: readonly string[];
	/** The folder with the CA certificates of PKIoverheid that were downloaded. */
	readonly authorities: string;
}

/** What a judgement depends on; revocation is told by what was downloaded. */
export type Conditions = Omit<Circumstances, 'revocation'>;

/** A question to the worker, with what it answers. */
export type CertificateQuestion =
	| {
			readonly kind: 'inspect';
			readonly source: CertificateSource;
			/** As the file is called in the answer. */
			readonly name: string;
			readonly conditions: Conditions;
			/** Whether certificates in a document are judged as the document uses them; a host name that is asked goes before its own. */
			readonly asUsed: boolean;
			readonly neighbourhood: Neighbourhood;
			/** What came of the addresses of CRLs; `null` when revocation was not asked for. */
			readonly downloads: ReadonlyMap<string, Fetched> | null;
	  }
	| {
			readonly kind: 'survey';
			/** Absolute paths. */
			readonly files: readonly string[];
			readonly conditions: Conditions;
			readonly neighbourhood: Neighbourhood;
	  }
	| {
			readonly kind: 'document';
			/** An XML document, as it stands in the editor. */
			readonly text: string;
			readonly conditions: Pick<Conditions, 'moment' | 'warnDays'>;
			readonly neighbourhood: Neighbourhood;
	  }
	| {
			/** Adds to a report what is wrong with the certificates in the document: see `completeReport`. */
			readonly kind: 'complete';
			readonly report: DocumentReport;
			readonly source: CheckSource;
			readonly maxFindings: number;
			readonly conditions: Pick<Conditions, 'moment' | 'warnDays'>;
			readonly neighbourhood: Neighbourhood;
	  };

export type CertificateAnswer =
	| ({ readonly kind: 'inspect' } & InspectAnswer)
	| { readonly kind: 'survey'; readonly files: readonly SurveyedFile[] }
	| ({ readonly kind: 'document' } & DocumentAnswer)
	| { readonly kind: 'complete'; readonly report: DocumentReport };

export interface InspectAnswer {
	/** The finding tells why the file could not be read at all. */
	readonly outcome: Inspection | { readonly unreadable: Finding };
	/** Whether it is a document that says what its certificates are used for. */
	readonly saysUses: boolean;
	/** Where the lists are that tell of the certificates in the chains whether they were revoked. */
	readonly crlAddresses: readonly string[];
	/** What was found out about revocation; `null` when it was not asked for. */
	readonly revocation: RevocationOutcomes | null;
	/** The files to trust that could not be used. */
	readonly trustFaults: readonly TrustFault[];
}

export interface TrustFault {
	readonly file: string;
	/** `null` when it needs a password. */
	readonly finding: Finding | null;
}

/** What a list shows of a file. */
export type SurveyedFile =
	| { readonly file: string; readonly state: 'locked' }
	/** Nothing with certificates, or not to be read. */
	| { readonly file: string; readonly state: 'nothing' }
	/** A collection of CA certificates, such as the trust store of a system. */
	| { readonly file: string; readonly state: 'authorities'; readonly count: number }
	| {
			readonly file: string;
			readonly state: 'read';
			/** Those of organisations; of a file with few CA certificates only, those. */
			readonly certificates: readonly SurveyedCertificate[];
	  };

export interface SurveyedCertificate extends Pick<Certificate, 'sha256' | 'notBefore' | 'notAfter'> {
	readonly subject: string;
	readonly oin: string | null;
	readonly alias: string | null;
	/** `null` for a CA certificate. */
	readonly verdict: Verdict | null;
}

/** The certificates in an XML document. */
export interface DocumentAnswer {
	readonly certificates: readonly DocumentCertificate[];
}

/** A certificate where it stands in a document, judged as what the document uses it for. */
export interface DocumentCertificate {
	/** Of the element around it. */
	readonly range: Range;
	/** What the document uses it for; `null` when it does not say, or when it is a CA certificate. */
	readonly purpose: Purpose | null;
	readonly inspected: InspectedCertificate;
}
