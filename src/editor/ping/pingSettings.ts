import { workspace } from 'vscode';

/** A number in the settings, as package.json has it: anybody can write another one in the file. */
interface NumberSetting {
	readonly key: string;
	readonly least: number;
	readonly usual: number;
	readonly most: number;
}

const timeout: NumberSetting = { key: 'ping.timeoutSeconds', least: 1, usual: 30, most: 300 };

const port: NumberSetting = { key: 'partner.port', least: 1024, usual: 8443, most: 65_535 };

/** How long an answer may take, in seconds. */
export function pingTimeout(): number {
	const seconds = valueOf(timeout.key);
	return seconds >= timeout.least ? Math.min(seconds, timeout.most) : timeout.usual;
}

/** The port at which the local partner listens when it is free. */
export function partnerPort(): number {
	const wanted = valueOf(port.key);
	return Number.isInteger(wanted) && wanted >= port.least && wanted <= port.most ? wanted : port.usual;
}

/** NaN when it is no number. */
function valueOf(key: string): number {
	return Number(workspace.getConfiguration('lopendeZaken').get(key));
}
