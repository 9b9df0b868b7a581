import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { registerActions } from './editor/actions';
import { createCertificateJudgement } from './editor/certificates/certificateJudgement';
import { registerCertificates } from './editor/certificates/certificates';
import { registerCheckFile } from './editor/checkFile';
import { registerCheckWorkspace } from './editor/checkWorkspace';
import { createConfig } from './editor/config';
import { registerCpa } from './editor/cpa/registerCpa';
import { createDocumentChecks } from './editor/documentChecks';
import { registerExplanations } from './editor/explanationPage';
import { createFaults } from './editor/faults';
import { registerFoCodeHover } from './editor/foCodeHover';
import { registerLanguageStatus } from './editor/languageStatus';
import { createLog } from './editor/log';
import { createHappenings } from './editor/onboarding/happenings';
import { registerOnboarding } from './editor/onboarding/registerOnboarding';
import { createConnections } from './editor/ping/connections';
import { registerPing } from './editor/ping/registerPing';
import { createPages } from './editor/pages';
import { registerRepairActions } from './editor/repairActions';
import { createResults } from './editor/results';
import { registerSchemaFolderCommands } from './editor/schemaFolderCommands';
import { registerSchemaFolders } from './editor/schemaFolders';
import { asDisposable, type Services } from './editor/services';
import { registerValidation } from './editor/validation';
import { registerWus } from './editor/wus/registerWus';
import { createTranslate } from './text';
import { createCheckerPool, type CheckerPool } from './validation/checkerPool';

/** Workers for a run over many files: one core is left for the editor, and memory for the rest. */
const runWorkers = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Makes the services and registers the features; the workers start when the first document is checked. */
export function activate(context: ExtensionContext): void {
	const log = createLog();
	const config = createConfig();
	const t = createTranslate(config.language);
	const createPool = (size: number): CheckerPool =>
		createCheckerPool({
			workerFile: join(context.extensionPath, 'dist', 'engine.worker.mjs'),
			bundledSchemas: join(context.extensionPath, 'schemas'),
			size,
			schemaFolders: config.schemaFolders(),
			log: log.warn,
		});
	const pool = createPool(1);
	const faults = createFaults(log, t);
	const results = createResults(t, faults);
	const pages = createPages();
	const happenings = createHappenings();
	const judgement = createCertificateJudgement(config, log, context.extensionPath);
	const checks = createDocumentChecks(pool, config, results, judgement);
	const services: Services = {
		log,
		config,
		t,
		pool,
		results,
		pages,
		checks,
		judgement,
		happenings,
		faults,
		createRunPool: () => createPool(runWorkers),
	};
	const certificates = registerCertificates(services, context);
	const connections = createConnections(context.workspaceState, t);
	context.subscriptions.push(
		log,
		asDisposable(pool),
		results,
		pages,
		checks,
		judgement,
		happenings,
		registerExplanations(services),
		registerSchemaFolders(services),
		registerSchemaFolderCommands(services),
		registerCheckFile(services),
		registerCheckWorkspace(services),
		registerActions(services),
		registerLanguageStatus(services),
		registerFoCodeHover(services),
		registerRepairActions(services),
		registerValidation(services),
		registerOnboarding(services, context, certificates.survey),
		certificates,
		connections,
		registerPing(services, context, connections),
		registerCpa(services, context),
		registerWus(services, context, connections),
	);
}
