import { spawn } from 'node:child_process';
import process from 'node:process';

/** How long a command that was asked to stop may take to clean up (stop its server, close its browser). */
const graceMilliseconds = 8000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] The folder to run in; the current one when absent.
 * @property {NodeJS.ProcessEnv} [env] Variables on top of those of this process.
 * @property {number} [timeoutSeconds] After which the command and all that it started is stopped.
 * @property {boolean} [quiet] Keep the output for the result instead of showing it.
 * @property {number} [output] An open file to write the output to, instead of showing it.
 */

/**
 * @typedef {object} RunResult
 * @property {number} status The exit status; 1 when it was stopped by a signal.
 * @property {boolean} timedOut
 * @property {string} output stdout and stderr, when `quiet`.
 */

/**
 * Runs a command to its end, in a process group of its own, so that nothing it started outlives it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>} Rejects only when the command cannot be started.
 */
export function runCommand(command, args, options = {}) {
	const { cwd, env, timeoutSeconds, quiet = false, output: file = 'inherit' } = options;
	const stream = quiet ? 'pipe' : file;
	return new Promise((resolve, reject) => {
		const isScript = command.endsWith('.cmd');
		const [program, ...all] = isScript ? scriptCommand(command, args) : [command, ...args];
		const child = spawn(program, all, {
			cwd,
			windowsVerbatimArguments: isScript,
			env: { ...process.env, ...env },
			stdio: ['ignore', stream, stream],
			detached: process.platform !== 'win32',
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text) => (output += text));
		}

		let timedOut = false;
		let killTimer;
		const stop = () => {
			signalGroup(child, 'SIGTERM');
			killTimer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds);
		};
		const timer =
			timeoutSeconds === undefined
				? undefined
				: setTimeout(() => {
						timedOut = true;
						stop();
					}, timeoutSeconds * 1000);
		const releaseSignals = onStopSignal(stop);

		const settle = () => {
			clearTimeout(timer);
			clearTimeout(killTimer);
			releaseSignals();
		};
		child.on('error', (error) => {
			settle();
			reject(error);
		});
		child.on('close', (code) => {
			settle();
			if (timedOut) {
				signalGroup(child, 'SIGKILL');
			}
			resolve({ status: code ?? 1, timedOut, output });
		});
	});
}

/**
 * Runs npm: the one that runs us when there is one, else the one on the PATH.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
	const npm = process.env.npm_execpath;
	if (npm?.endsWith('npm-cli.js')) {
		return runCommand(process.execPath, [npm, ...args], options);
	}
	return runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/**
 * Calls `listener` when a person (Ctrl-C) or a program asks this process to stop, or nobody reads what it says any more (`| head`).
 *
 * @param {() => void} listener
 * @returns {() => void} Stops listening.
 */
export function onStopSignal(listener) {
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) {
		process.on(signal, listener);
	}
	process.stdout.on('error', listener);
	return () => {
		process.stdout.removeListener('error', listener);
		for (const signal of signals) {
			process.removeListener(signal, listener);
		}
	};
}

/**
 * Windows does not start a script such as `npm.cmd` by itself. Of what follows `/s /c` cmd.exe takes away the first and the last
 * quotation mark, so that the others hold together a path with blanks in it, such as that of VS Code.
 */
function scriptCommand(command, args) {
	const line = [command, ...args].map((part) => `"${part}"`).join(' ');
	return ['cmd.exe', '/d', '/s', '/c', `"${line}"`];
}

function signalGroup(child, signal) {
	try {
		process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
	} catch {
		// It has ended already.
	}
}
