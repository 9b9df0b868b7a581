import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { curlCommand, type CurlSources } from './curlCommand';
import type { PingReport } from './pingReport';
import type { PingResult } from './sendPing';

/**
 * Writes what went over the line to a folder, which is made when it is not there: nothing of it is secret.
 *
 * @throws Errors of the file system.
 */
export function savePing(folder: string, result: PingResult, report: PingReport, sources: CurlSources): void {
	const { request, response, received } = result;
	mkdirSync(folder, { recursive: true });
	const write = (name: string, content: string | Uint8Array): void => {
		writeFileSync(join(folder, name), content);
	};
	write('report.json', `${JSON.stringify(report, null, 1)}\n`);
	if (request !== null) {
		write('request.xml', request.body);
		write('request-headers.txt', headerLines(`POST ${request.url}`, request.headers));
		write('request.sh', `${curlCommand(request, sources)}\n`);
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
