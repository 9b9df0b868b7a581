import { join } from 'node:path';
import { EventEmitter, type Event } from 'vscode';
import { authorityFolder } from '../../certificates/authorityFolder';
import { EngineFailure, withFailure } from '../../validation/failure';
import type { CheckSource, DocumentReport } from '../../validation/report';
import type { Config } from '../config';
import type { Log } from '../log';
import { createCertificateWorker, type CertificateWorker } from './certificateWorker';
import type { Conditions, Neighbourhood } from './worker/protocol';
import { createWorkspaceFiles, type WorkspaceFiles } from './workspaceFiles';

/** Who judges certificates, and what that depends on. Nothing of it reads anything before it is asked. */
export interface CertificateJudgement {
	readonly worker: CertificateWorker;
	readonly workspaceFiles: WorkspaceFiles;
	/** Where the CA certificates of PKIoverheid are kept on this machine. */
	readonly authorities: string;
	/** Where else there are certificates for chains. */
	readonly neighbourhood: () => Promise<Neighbourhood>;
	readonly conditions: () => Conditions;
	/** Judgements may be others now: settings changed, or certificates of CAs came. */
	readonly onDidChangeJudgement: Event<void>;
	readonly changeJudgement: () => void;
	/**
	 * Adds to the report on a document what is wrong with the certificates in it, or why that could not be found out. A report on a document
	 * without certificates comes back at once.
	 */
	readonly complete: (report: DocumentReport, source: CheckSource) => Promise<DocumentReport>;
	readonly dispose: () => void;
}

export function createCertificateJudgement(
	config: Config,
	log: Log,
	extensionPath: string,
): CertificateJudgement {
	const worker = createCertificateWorker(join(extensionPath, 'dist', 'certificates.worker.mjs'), log.warn);
	const workspaceFiles = createWorkspaceFiles();
	const changed = new EventEmitter<void>();
	const authorities = authorityFolder(process.env);
	const settings = config.onDidChange(['certificates.warnDays', 'certificates.trust'], () => {
		changed.fire();
	});

	const neighbourhood = async (): Promise<Neighbourhood> => ({
		trust: config.trustFiles(),
		workspace: await workspaceFiles.containers(),
		authorities,
	});
	const conditions = (): Conditions => ({
		purpose: 'both',
		host: null,
		moment: new Date(),
		expectedOin: null,
		warnDays: config.certificateWarnDays(),
	});
	return {
		worker,
		workspaceFiles,
		authorities,
		neighbourhood,
		conditions,
		onDidChangeJudgement: changed.event,
		changeJudgement: () => {
			changed.fire();
		},
		async complete(report, source) {
			if (!report.holdsCertificates) {
				return report;
			}
			try {
				const answer = await worker.ask({
					kind: 'complete',
					report,
					source,
					maxFindings: config.maxFindings(),
					conditions: conditions(),
					neighbourhood: await neighbourhood(),
				});
				return answer.report;
			} catch (error) {
				if (!(error instanceof EngineFailure)) {
					throw error;
				}
				log.warn(error.message);
				return withFailure(report, error.failure);
			}
		},
		dispose: () => {
			settings.dispose();
			worker.dispose();
			workspaceFiles.dispose();
			changed.dispose();
		},
	};
}
