import { RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import type { Scenarios, TestScenario } from '../../../onboarding/reports/facts';
import { scenarioOf } from '../../../onboarding/reports/scenarioOf';
import type { Translate } from '../../../text';
import { readSource } from '../../../validation/read';
import { countFindings } from '../../counts';
import type { Results } from '../../results';
import type { CheckerPool } from '../../../validation/checkerPool';
import type { Onboarding } from '../onboarding';

/** More files than are looked at, and more scenarios than a person tests by hand. */
const mostFiles = 1000;
const mostScenarios = 200;

/** A scenario for each message in the folder that has no errors. What came of it the tester fills in. */
export async function testScenarios(
	folder: WorkspaceFolder,
	{ results, pool, t }: Pick<Onboarding, 'results' | 'pool' | 't'>,
): Promise<Scenarios> {
	const found = await workspace.findFiles(
		new RelativePattern(folder, '**/*.[xX][mM][lL]'),
		'**/node_modules/**',
		mostFiles,
	);
	const files = [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
	const list: TestScenario[] = [];
	let faulty = 0;
	for (const uri of files) {
		if (list.length === mostScenarios) {
			return { list, faulty, isPartial: true };
		}
		const scenario = await scenarioIn(uri, t);
		if (scenario === null) {
			continue;
		}
		if (await hasErrors(uri, results, pool)) {
			faulty++;
		} else {
			list.push(scenario);
		}
	}
	return { list, faulty, isPartial: found.length === mostFiles };
}

async function hasErrors(uri: Uri, results: Results, pool: CheckerPool): Promise<boolean> {
	if (results.get(uri) !== undefined) {
		return countFindings(results.shown(uri)).error > 0;
	}
	const checked = await pool.check({ bytes: await workspace.fs.readFile(uri) }, { maxFindings: 1 });
	return checked.status === 'checked' && countFindings(checked.report.findings).error > 0;
}

async function scenarioIn(uri: Uri, t: Translate): Promise<TestScenario | null> {
	const bytes = await workspace.fs.readFile(uri);
	const read = readSource({ bytes });
	// Most files are something else, and to see that needs no tree.
	return read.status === 'read' && read.text.includes('zakL')
		? scenarioOf(workspace.asRelativePath(uri, false), read.text, t)
		: null;
}
