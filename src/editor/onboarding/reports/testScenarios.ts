import { RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import type { TestScenario } from '../../../onboarding/reports/facts';
import { scenarioOf } from '../../../onboarding/reports/scenarioOf';
import type { Translate } from '../../../text';
import { readSource } from '../../../validation/read';
import { countFindings } from '../../counts';
import type { Results } from '../../results';

/** The scenarios that the messages of a folder are for. */
export interface Scenarios {
	readonly list: readonly TestScenario[];
	/** There are more messages than stand in a report. */
	readonly isPartial: boolean;
}

/** More files than are looked at, and more scenarios than a person tests by hand. */
const mostFiles = 1000;
const mostScenarios = 200;

/** A scenario for each message in the folder, but for those in which errors were found. What came of it the tester fills in. */
export async function testScenarios(
	folder: WorkspaceFolder,
	results: Results,
	t: Translate,
): Promise<Scenarios> {
	const found = await workspace.findFiles(
		new RelativePattern(folder, '**/*.[xX][mM][lL]'),
		'**/node_modules/**',
		mostFiles,
	);
	const files = [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
	const list: TestScenario[] = [];
	for (const uri of files) {
		if (list.length === mostScenarios) {
			return { list, isPartial: true };
		}
		const isFaulty = countFindings(results.shown(uri)).error > 0;
		const scenario = isFaulty ? null : await scenarioIn(uri, t);
		if (scenario !== null) {
			list.push(scenario);
		}
	}
	return { list, isPartial: found.length === mostFiles };
}

async function scenarioIn(uri: Uri, t: Translate): Promise<TestScenario | null> {
	const bytes = await workspace.fs.readFile(uri);
	const read = readSource({ bytes });
	// Most files are something else, and to see that needs no tree.
	return read.status === 'read' && read.text.includes('zakL')
		? scenarioOf(workspace.asRelativePath(uri, false), read.text, t)
		: null;
}
