import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, extensions } from 'vscode';
import { beginningMunicipality } from '../../fixtures/situations';
import { workspaceFolder } from '../suite/editing';
import { figure } from './figure';
import { traceTree, type Span } from './tracedTree';

/** How long a person looks at a workbench that has just been opened before the first click: it is still being drawn. */
const settling = 3000;

const extension = extensions.getExtension('lopende-zaken.lopende-zaken');
assert.ok(extension);
const { extensionPath } = extension;
const wasActive = extension.isActive;
const tree = traceTree(extensionPath, join(extensionPath, 'dist', 'extension.cjs'), 'lopendeZaken.tasks');

/** Milliseconds in which at least one of them was under way. */
function covered(spans: readonly Span[]): number {
	let total = 0;
	let until = -Infinity;
	for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
		total += Math.max(0, end - Math.max(start, until));
		until = Math.max(until, end);
	}
	return total;
}

/** Asks for everything that the tree has, open or not, as VS Code would. @returns The number of rows. */
async function readAll(node?: unknown): Promise<number> {
	const provider = tree.provider();
	const children = (await provider.getChildren(node)) ?? [];
	await Promise.all(children.map(async (child) => provider.getTreeItem(child)));
	const below = await Promise.all(children.map(readAll));
	return below.reduce((sum, count) => sum + count, children.length);
}

/** The moment at which the tree next says that it has changed. */
function nextChange(): Promise<number> {
	return new Promise((resolve) => {
		const listener = tree.provider().onDidChangeTreeData?.(() => {
			listener?.dispose();
			resolve(performance.now());
		});
	});
}

// What is measured here is what the extension itself takes, by the clock, between a question of VS Code and its answer.
describe('the tree of the onboarding', () => {
	const file = (): string => join(workspaceFolder(), '.lopende-zaken', 'aansluiting.json');

	it('gives the rows that are shown, its code loaded and its file read for it', async () => {
		assert.equal(wasActive, false, 'no suite before this one has had the extension activated');
		mkdirSync(join(workspaceFolder(), '.lopende-zaken'));
		writeFileSync(file(), JSON.stringify({ version: 1, situation: beginningMunicipality, tasks: {} }));
		await new Promise((resolve) => setTimeout(resolve, settling));
		const shown = tree.untilShown();
		await commands.executeCommand('lopendeZaken.tasks.focus');
		await shown;
		const activation = tree.activation();
		assert.ok(activation);
		figure('activation, code loading included', covered([activation]));
		figure('tree: the rows that are shown, the first time', covered(tree.answers()));
	});

	it('gives the rows of all levels', async () => {
		let count = 0;
		for (const what of ['first', 'next']) {
			const start = performance.now();
			count = await readAll();
			figure(`tree: all rows of all levels, the ${what} time`, performance.now() - start);
		}
		assert.ok(count > 100, `${count} rows are all of them`);
	});

	it('gives the changed rows after a tick, which is on disk then', async () => {
		for (const task of ['business-case', 'requirements']) {
			const changed = nextChange();
			const start = performance.now();
			const done = commands.executeCommand('lopendeZaken.markTaskDone', { task });
			const told = await changed;
			await readAll();
			const end = performance.now();
			assert.match(readFileSync(file(), 'utf8'), new RegExp(`"${task}"`));
			figure('tick: on disk, and the tree says that it has changed', told - start);
			figure('tick: all rows of all levels anew', end - start);
			await done;
		}
	});
});
