import type { SchemaSet, SchemaVerdict, ValidateOptions } from '../schema/engine';
import type { FolderSummary } from '../schema/folder/summary';
import type { CheckTerms } from './checker';
import type { CheckSource, DocumentReport } from './report';

/** What a worker is given when it starts. */
export interface WorkerSetup {
	readonly bundledSchemas: string;
	readonly schemaFolders: readonly string[];
}

/** A question to a worker. It answers them one by one, each with the `id` of the question. */
export type WorkerRequest =
	| {
			/** Checks sources in their order, as many as a moment allows but at least one. */
			readonly kind: 'check';
			readonly id: number;
			readonly sources: readonly CheckSource[];
			readonly terms: CheckTerms;
	  }
	| { readonly kind: 'validate'; readonly id: number; readonly questions: readonly EngineQuestion[] }
	| { readonly kind: 'summarise'; readonly id: number; readonly folder: string }
	| { readonly kind: 'use-folders'; readonly id: number; readonly schemaFolders: readonly string[] };

/** What `SchemaEngine.validate` is asked. */
export interface EngineQuestion {
	readonly source: string | Uint8Array;
	readonly set: SchemaSet;
	readonly options: ValidateOptions;
}

export type WorkerRequestBody = DistributiveOmit<WorkerRequest, 'id'>;

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type WorkerResponse<Answer = WorkerAnswer> =
	| { readonly kind: 'done'; readonly id: number; readonly answer: Answer }
	/** The worker cannot go on: it is to be replaced. */
	| { readonly kind: 'failed'; readonly id: number; readonly failure: WorkerFailure };

export type WorkerAnswer =
	| { readonly kind: 'check'; readonly reports: PackedReports }
	/** In the order of the questions. */
	| { readonly kind: 'validate'; readonly verdicts: readonly SchemaVerdict[] }
	| { readonly kind: 'summarise'; readonly summary: FolderSummary }
	| { readonly kind: 'use-folders' };

/** The reports on the first of the sources, as JSON: to pass on many small objects takes four times as long. */
export type PackedReports = string & { readonly of: 'reports' };

export function packReports(reports: readonly DocumentReport[]): PackedReports {
	return JSON.stringify(reports) as PackedReports;
}

export function unpackReports(packed: PackedReports): readonly DocumentReport[] {
	return JSON.parse(packed) as readonly DocumentReport[];
}

/** Why a worker gave no answer. */
export type WorkerFailure =
	| { readonly kind: 'timed-out'; readonly seconds: number }
	| { readonly kind: 'out-of-memory' }
	| { readonly kind: 'crashed'; readonly reason: string };
