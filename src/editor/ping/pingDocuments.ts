import { ViewColumn } from 'vscode';
import type { PingRecord } from '../../ebms/ping/pingRecord';
import type { MessageDocument } from './page/messageDocuments';

/** The messages of a Ping as documents: what was sent at the left, what came at the right. */
export function pingDocuments({ report }: PingRecord): readonly MessageDocument[] {
	const { request, response, received } = report;
	const { One: left, Beside: right } = ViewColumn;
	return [
		...(request === null ? [] : [{ name: 'request', body: request.body, column: left }]),
		...(response === null || response.body === ''
			? []
			: [{ name: 'response', body: response.body, column: right }]),
		...(received === null ? [] : [{ name: 'pong', body: received.body, column: right }]),
	];
}
