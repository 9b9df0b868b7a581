import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PingReport } from './pingReport';

/** What went over the line. */
export interface SavedMessages {
	readonly request: {
		readonly url: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly body: string;
	} | null;
	readonly response: {
		readonly status: number;
		readonly headers: Readonly<Record<string, string>>;
		readonly body: Buffer;
	} | null;
	readonly received: { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer } | null;
}

/**
 * Writes what went over the line to a folder, which is made when it is not there: nothing of it is secret.
 *
 * @param curl The request as a command; `null` when nothing was sent.
 * @throws Errors of the file system.
 */
export function savePing(
	folder: string,
	{ request, response, received }: SavedMessages,
	report: PingReport,
	curl: string | null,
): void {
	mkdirSync(folder, { recursive: true });
	const write = (name: string, content: string | Uint8Array): void => {
		writeFileSync(join(folder, name), content);
	};
	write('report.json', `${JSON.stringify(report, null, 1)}\n`);
	if (request !== null) {
		write('request.xml', request.body);
		write('request-headers.txt', headerLines(`POST ${request.url}`, request.headers));
	}
	if (curl !== null) {
		write('request.sh', `${curl}\n`);
	}
	if (response !== null) {
		write('response-headers.txt', headerLines(`HTTP ${response.status}`, response.headers));
		write(isXml(response.body) ? 'response.xml' : 'response.bin', response.body);
	}
	if (received !== null) {
		write('pong.xml', received.body);
		write('pong-headers.txt', headerLines('POST', received.headers));
	}
	if (report.tls !== null) {
		write('tls.json', `${JSON.stringify(report.tls, null, 1)}\n`);
	}
}

function headerLines(first: string, headers: Readonly<Record<string, string>>): string {
	return [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), ''].join('\n');
}

function isXml(body: Buffer): boolean {
	return /^\uFEFF?\s*</.test(body.subarray(0, 200).toString('utf8'));
}
