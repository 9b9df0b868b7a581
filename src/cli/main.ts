import { dirname } from 'node:path';
import { exitStatus } from './exitStatus';
import { expandWildcards } from './expandWildcards';
import { isGoneReader } from './output';
import { createCheckers } from './product';
import { debugVariable } from './surroundings';

// The bundle stands in dist/.
const productRoot = dirname(import.meta.dirname);
const typed = process.argv.slice(2);
const args = process.platform === 'win32' ? expandWildcards(typed, process.cwd()) : typed;
const checkers = createCheckers(productRoot, (message) => {
	if (process.env[debugVariable]) {
		process.stderr.write(`${message}\n`);
	}
});
if (args.includes('validate')) {
	// A worker takes longer to start than all the rest of this program, so it goes before that is even loaded.
	checkers.warmUp(1);
}

const interruption = new AbortController();

process.on('SIGINT', () => {
	if (interruption.signal.aborted) {
		process.exit(exitStatus.interrupted);
	}
	interruption.abort();
});

for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: Error) => {
		if (!isGoneReader(error)) {
			throw error;
		}
	});
}

void import('./commandLine')
	.then(({ runCommandLine }) =>
		runCommandLine(args, {
			stdin: process.stdin,
			stdout: process.stdout,
			stderr: process.stderr,
			env: process.env,
			workingFolder: process.cwd(),
			productRoot,
			checkers,
			interrupted: interruption.signal,
		}),
	)
	.then((status) => {
		// Workers and an open stdin must not hold the process, but what was written must be out.
		process.stdout.write('', () => process.exit(status));
	});
