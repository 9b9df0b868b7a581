import { workspace, type Uri, type WorkspaceFolder } from 'vscode';
import type { CheckedMessage, Happening } from '../../onboarding/evidence/propose';
import type { MessageStandard } from '../../onboarding/situation';
import { countFindings } from '../counts';
import type { Result, Results } from '../results';
import { fingerprint } from './fingerprint';
import type { HappeningTeller } from './happenings';

/** What the check of a single file that the user asked for shows; undefined when it shows nothing. */
export function fileHappening(uri: Uri, results: Results): HappeningTeller | undefined {
	const result = results.get(uri);
	return result?.reason === 'asked' && result.report.kind === 'consumerspecificatie'
		? async (folder) => (isIn(folder, uri) ? [await consumerspecificatie(result, folder)] : [])
		: undefined;
}

/** What a finished check of the whole workspace shows. */
export function workspaceHappening(results: Results): HappeningTeller {
	return async (folder) => {
		const kept = [...results.all()].filter(({ reason, uri }) => reason === 'kept' && isIn(folder, uri));
		const messages = kept.filter(({ report }) => standardOf(report) !== null);
		const specifications = kept.filter(({ report }) => report.kind === 'consumerspecificatie');
		return [
			{
				kind: 'messages',
				when: new Date().toISOString(),
				messages: await Promise.all(messages.map((result) => checkedMessage(result, folder, results))),
			},
			...(await Promise.all(specifications.map((result) => consumerspecificatie(result, folder)))),
		];
	};
}

async function consumerspecificatie({ uri, report }: Result, folder: WorkspaceFolder): Promise<Happening> {
	return {
		kind: 'consumerspecificatie',
		when: new Date().toISOString(),
		errors: countFindings(report.findings).error,
		file: pathIn(folder, uri),
		sha256: await fingerprint(uri),
	};
}

async function checkedMessage(
	{ uri, report }: Result,
	folder: WorkspaceFolder,
	results: Results,
): Promise<CheckedMessage> {
	return {
		file: pathIn(folder, uri),
		sha256: await fingerprint(uri),
		errors: countFindings(results.shown(uri)).error,
		checked: report.schema !== null,
		standard: standardOf(report) ?? 'stuf',
	};
}

/** A document that only a folder of official schemas knows is taken for the MO-bericht, whose form is not public. */
function standardOf({ kind, schema }: Result['report']): MessageStandard | null {
	return kind === 'zaakbericht' ? 'stuf' : kind === 'unknown' && schema !== null ? 'mo' : null;
}

function isIn(folder: WorkspaceFolder, uri: Uri): boolean {
	return workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString();
}

function pathIn(folder: WorkspaceFolder, uri: Uri): string {
	return uri.path.slice(folder.uri.path.length).replace(/^\//, '');
}
