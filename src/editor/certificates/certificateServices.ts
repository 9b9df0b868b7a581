import { join } from 'node:path';
import { EventEmitter, type Event, type ExtensionContext, type Uri } from 'vscode';
import { authorityFolder } from '../../certificates/authorityFolder';
import type { Services } from '../services';
import { createCertificateWorker, type CertificateWorker } from './certificateWorker';
import { createPasswords, type Passwords } from './passwords';
import type { Conditions, Neighbourhood } from './worker/protocol';
import { createWorkspaceFiles, type WorkspaceFiles } from './workspaceFiles';

/** What the features about certificates work with. Nothing of it reads anything before it is asked. */
export interface CertificateServices extends Services {
	readonly worker: CertificateWorker;
	readonly passwords: Passwords;
	readonly workspaceFiles: WorkspaceFiles;
	readonly extensionUri: Uri;
	/** Where the CA certificates of PKIoverheid are kept on this machine. */
	readonly authorities: string;
	/** Where else there are certificates for chains. */
	readonly neighbourhood: () => Promise<Neighbourhood>;
	readonly conditions: () => Conditions;
	/** Judgements may be others now: settings changed, or certificates of CAs came. */
	readonly onDidChangeJudgement: Event<void>;
	readonly changeJudgement: () => void;
	readonly dispose: () => void;
}

export function createCertificateServices(
	services: Services,
	{ extensionPath, extensionUri, secrets }: ExtensionContext,
): CertificateServices {
	const { config, log } = services;
	const worker = createCertificateWorker(join(extensionPath, 'dist', 'certificates.worker.mjs'), log.warn);
	const workspaceFiles = createWorkspaceFiles();
	const judgementChanged = new EventEmitter<void>();
	const authorities = authorityFolder(process.env);
	const settings = config.onDidChange(['language', 'certificates.warnDays', 'certificates.trust'], () => {
		judgementChanged.fire();
	});
	return {
		...services,
		worker,
		passwords: createPasswords(secrets),
		workspaceFiles,
		extensionUri,
		authorities,
		neighbourhood: async () => ({
			trust: config.trustFiles(),
			workspace: await workspaceFiles.containers(),
			authorities,
		}),
		conditions: () => ({
			purpose: 'both',
			host: null,
			moment: new Date(),
			expectedOin: null,
			warnDays: config.certificateWarnDays(),
		}),
		onDidChangeJudgement: judgementChanged.event,
		changeJudgement: () => {
			judgementChanged.fire();
		},
		dispose: () => {
			settings.dispose();
			worker.dispose();
			workspaceFiles.dispose();
			judgementChanged.dispose();
		},
	};
}
