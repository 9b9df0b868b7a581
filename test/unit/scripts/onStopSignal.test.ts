import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

/** Writes for ever, and cleans up when it is to stop: as the run of the tests in VS Code does with its server. */
const program = `
	import { onStopSignal } from ${JSON.stringify(pathToFileURL('scripts/runCommand.mjs').href)};
	onStopSignal(() => {
		process.stderr.write('cleaned up');
		process.exit(3);
	});
	setInterval(() => console.log('more'), 5);
`;

describe('A program of ours that is to clean up', () => {
	for (const [what, stop] of [
		['when nobody reads its output any more', (child: ReturnType<typeof start>) => child.stdout.destroy()],
		['when it is asked to end', (child: ReturnType<typeof start>) => child.kill('SIGTERM')],
	] as const) {
		it(`does so ${what}`, async () => {
			const child = start();
			let said = '';
			child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
			await once(child.stdout, 'data');
			stop(child);
			const [status] = (await once(child, 'close')) as readonly unknown[];
			assert.deepEqual([status, said], [3, 'cleaned up']);
		});
	}
});

function start() {
	return spawn(process.execPath, ['--input-type=module', '--eval', program], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}
