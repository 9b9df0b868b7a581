import { join } from 'node:path';
import { row, run } from './measure';

/** The oldest VS Code that the product supports, and how many extension hosts are measured: each loads the code for the first time only once. */
const version = '1.100.3';
const hosts = '7';

/** The tree of the onboarding in real extension hosts: what we ourselves take, without VS Code and its drawing. */
export function treeInEditor(root: string): void {
	const script = join(root, 'test/editor/run.mjs');
	const args = [script, '--version', version, '--only', 'speed', '--hosts', hosts];
	const [, medians] = run('node', args, { cwd: root }).stdout.split('\nMedians ');
	const [load, ...figures] = (medians ?? '').split('\n').filter((line) => line !== '');
	if (load === undefined || figures.length === 0) {
		throw new Error('The extension hosts should have told their medians.');
	}
	row('the tree of the onboarding, in the extension host', load, '');
	for (const line of figures) {
		const [what = '', figure = ''] = line.split(/ {2,}/);
		row(`   ${what}`, figure, aimOf(what));
	}
}

function aimOf(what: string): string {
	return what.startsWith('activation')
		? 'under 30 ms'
		: what.startsWith('tree')
			? 'within 50 ms'
			: 'within 100 ms';
}
