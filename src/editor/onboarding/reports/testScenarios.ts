import { basename } from 'node:path';
import { workspace, type WorkspaceFolder } from 'vscode';
import type { TestScenario } from '../../../onboarding/reports/facts';
import type { Results } from '../../results';

/** The first BSN that a message names. */
const bsnOf = /<(?:[\w.-]+:)?inp\.bsn(?:\s[^>]*)?>\s*(\d{9})\s*</;

/** A scenario for each case message that was checked in the workspace; what came of it the tester fills in. */
export async function testScenarios(
	folder: WorkspaceFolder,
	results: Results,
): Promise<readonly TestScenario[]> {
	const messages = [...results.all()]
		.filter(
			({ uri, report }) =>
				report.kind === 'zaakbericht' &&
				workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.uri.toString(),
		)
		.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
	return Promise.all(
		messages.map(async ({ uri }) => {
			const bsn = bsnOf.exec(new TextDecoder().decode(await workspace.fs.readFile(uri)))?.[1];
			return {
				name: basename(uri.path).replace(/\.xml$/i, ''),
				message: workspace.asRelativePath(uri, false),
				...(bsn === undefined ? {} : { bsn }),
			};
		}),
	);
}
