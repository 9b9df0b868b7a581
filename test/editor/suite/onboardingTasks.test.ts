import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, Uri, window, workspace } from 'vscode';
import { closeAll, workspaceFolder } from './editing';
import { municipality } from '../../fixtures/situations';

const situation = {
	...municipality,
	hasCertificates: false,
	start: '2027-01-04',
	roles: { projectleider: 'An Jansen' },
};

interface ProgressFile {
	readonly situation: Readonly<Record<string, unknown>>;
	readonly tasks: Readonly<
		Record<string, { readonly state: string; readonly when?: string; readonly begunOn?: string }>
	>;
}

const file = (): string => join(workspaceFolder(), '.lopende-zaken', 'aansluiting.json');

function progress(): ProgressFile {
	return JSON.parse(readFileSync(file(), 'utf8')) as ProgressFile;
}

async function setUp(answers: Readonly<Record<string, unknown>> = situation): Promise<void> {
	await commands.executeCommand('lopendeZaken.setUpOnboarding', { situation: answers });
}

describe('the onboarding', () => {
	const removeAll = (): void => {
		rmSync(join(workspaceFolder(), '.lopende-zaken'), { recursive: true, force: true });
		rmSync(join(workspaceFolder(), 'rapporten'), { recursive: true, force: true });
	};
	beforeEach(removeAll);
	after(async () => {
		await closeAll();
		removeAll();
	});

	it('keeps the situation in a file of the workspace', async () => {
		await setUp();
		const { start, roles, organisation } = progress().situation;
		assert.deepEqual(
			{ start, roles, organisation },
			{ start: '2027-01-04', roles: { projectleider: 'An Jansen' }, organisation: 'government' },
		);
		assert.deepEqual(progress().tasks, {});
	});

	it('changes the situation without losing the progress', async () => {
		await setUp();
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		await setUp({ ...situation, organisation: 'supplier' });
		assert.equal(progress().situation['organisation'], 'supplier');
		assert.equal(progress().tasks['business-case']?.state, 'done');
	});

	it('ticks a task and takes that back', async () => {
		await setUp();
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		assert.equal(progress().tasks['business-case']?.state, 'done');
		assert.match(progress().tasks['business-case']?.when ?? '', /^\d{4}-\d{2}-\d{2}$/);
		await commands.executeCommand('lopendeZaken.reopenTask', { task: 'business-case' });
		assert.deepEqual(progress().tasks, {});
	});

	it('records that a task was begun, and takes that back', async () => {
		await setUp();
		await commands.executeCommand('lopendeZaken.markTaskBegun', { task: 'business-case' });
		assert.match(progress().tasks['business-case']?.begunOn ?? '', /^\d{4}-\d{2}-\d{2}$/);
		await commands.executeCommand('lopendeZaken.reopenTask', { task: 'business-case' });
		assert.deepEqual(progress().tasks, {});
	});

	it('refuses what cannot be done with a task as it stands', async () => {
		await setUp();
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		const before = readFileSync(file(), 'utf8');
		for (const [command, task] of [
			['markTaskBegun', 'business-case'],
			['waitForLogius', 'business-case'],
			['markTaskDone', 'adapter'],
			['markTaskBegun', 'operational-delivery'],
			['reopenTask', 'requirements'],
			['reopenTask', 'adapter'],
		] as const) {
			await commands.executeCommand(`lopendeZaken.${command}`, { task });
			assert.equal(readFileSync(file(), 'utf8'), before, command);
		}
	});

	it('applies a tick to the file as a colleague has just written it', async () => {
		await setUp();
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		const colleague = progress();
		writeFileSync(
			file(),
			JSON.stringify({ ...colleague, tasks: { ...colleague.tasks, requirements: { state: 'done' } } }),
		);
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'connection-choice' });
		assert.deepEqual(Object.keys(progress().tasks), ['business-case', 'requirements', 'connection-choice']);
	});

	it('leaves a damaged file as it is, and keeps it when it is repaired', async () => {
		await setUp();
		const damaged = readFileSync(file(), 'utf8').replace('"tasks": {}', '"tasks": { "cpa": { "state": 1 } }');
		writeFileSync(file(), damaged);
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		assert.equal(readFileSync(file(), 'utf8'), damaged);

		await commands.executeCommand('lopendeZaken.repairProgressFile');
		assert.equal(progress().situation['organisation'], 'government');
		const kept = join(workspaceFolder(), '.lopende-zaken', 'aansluiting.beschadigd-1.json');
		assert.equal(readFileSync(kept, 'utf8'), damaged);
	});

	it('does not write a file of a newer version', async () => {
		await setUp();
		const newer = readFileSync(file(), 'utf8').replace('"version": 1', '"version": 2');
		writeFileSync(file(), newer);
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		assert.equal(readFileSync(file(), 'utf8'), newer);
	});

	it('does not write over unsaved changes in an editor', async () => {
		await setUp();
		const before = readFileSync(file(), 'utf8');
		const editor = await window.showTextDocument(Uri.file(file()));
		await editor.edit((edit) => {
			edit.insert(editor.document.positionAt(0), '\n');
		});
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		assert.equal(readFileSync(file(), 'utf8'), before);
		await closeAll();
	});

	for (const [report, name, title] of [
		['status', 'stand-van-zaken.md', 'Stand'],
		['plan-of-approach', 'invoeringsplan.md', 'Invoeringsplan'],
		['network-overview', 'netwerkoverzicht.md', 'Netwerkoverzicht'],
		['test-report', 'testrapport.md', 'Testrapport'],
		['handover', 'beheerdocumentatie.md', 'Overdracht'],
	] as const) {
		it(`writes the report ${report} into the workspace and opens it`, async () => {
			await setUp();
			await commands.executeCommand('lopendeZaken.makeReport', { report });
			const path = join(workspaceFolder(), 'rapporten', name);
			assert.match(readFileSync(path, 'utf8').split('\n')[0] ?? '', new RegExp(`^# .*${title}`, 'i'));
			assert.equal(window.activeTextEditor?.document.uri.fsPath, path);
		});
	}

	it('exports the planning to a calendar and as a picture', async () => {
		await setUp();
		mkdirSync(join(workspaceFolder(), 'rapporten'), { recursive: true });
		for (const [format, start] of [
			['ics', 'BEGIN:VCALENDAR'],
			['svg', '<svg'],
		] as const) {
			const target = Uri.file(join(workspaceFolder(), 'rapporten', `planning.${format}`));
			await commands.executeCommand('lopendeZaken.exportPlanning', { format, file: target });
			assert.ok(readFileSync(target.fsPath, 'utf8').startsWith(start));
		}
	});

	it('asks nothing and writes nothing before it is set up', async () => {
		await commands.executeCommand('lopendeZaken.markTaskDone', { task: 'business-case' });
		assert.equal(existsSync(file()), false);
		assert.equal(
			workspace.textDocuments.some(({ isDirty }) => isDirty),
			false,
		);
	});
});
