import { window } from 'vscode';

/** Where the extension writes what a user need not see but may want to look up. In English, without document contents. */
export interface Log {
	readonly info: (message: string) => void;
	readonly warn: (message: string) => void;
	/** Writes an error with its stack. */
	readonly error: (error: unknown) => void;
	/** Opens the log in the Output panel. */
	readonly show: () => void;
	readonly dispose: () => void;
}

/** @returns A log in the Output panel, whose level the user sets with the commands of VS Code. */
export function createLog(): Log {
	const channel = window.createOutputChannel('Lopende Zaken', { log: true });
	return {
		info: (message) => {
			channel.info(message);
		},
		warn: (message) => {
			channel.warn(message);
		},
		error: (error) => {
			channel.error(error instanceof Error ? error : String(error));
		},
		show: () => {
			channel.show(true);
		},
		dispose: () => {
			channel.dispose();
		},
	};
}
