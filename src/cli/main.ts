import { dirname } from 'node:path';
import { runCommandLine } from './commandLine';
import { exitStatus } from './exitStatus';
import { isGoneReader } from './output';

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

void runCommandLine(process.argv.slice(2), {
	stdin: process.stdin,
	stdout: process.stdout,
	stderr: process.stderr,
	env: process.env,
	workingFolder: process.cwd(),
	// The bundle is CommonJS and stands in dist/.
	productRoot: dirname(__dirname),
	interrupted: interruption.signal,
}).then((status) => {
	// Workers and an open stdin must not hold the process, but what was written must be out.
	process.stdout.write('', () => process.exit(status));
});
