import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPingHeader } from '../../src/ebms/message/createHeader';
import { writeMessage } from '../../src/ebms/message/writeMessage';
import { sendPing } from '../../src/ebms/ping/sendPing';
import { pingRequest } from '../unit/ebms/partner/practice';
import { withPartner } from './partner';
import { compare, ratio, row, run } from './measure';

const rounds = 30;

/**
 * A Ping to the local partner, keys and certificates read anew each time, against curl that sends the same with the same certificates.
 *
 * @param folder For keys, certificates and the message of curl.
 */
export function pingAgainstCurl(cli: string, folder: string): Promise<void> {
	return withPartner(cli, folder, async (connection) => {
		const { url, cert, key, trust } = connection;
		const message = join(folder, 'ping.xml');
		const { target } = pingRequest(connection);
		writeFileSync(
			message,
			writeMessage(createPingHeader(target, 'bench.example', new Date()), { syncReply: true }),
		);
		const ping = async (): Promise<void> => {
			const { outcome } = await sendPing(pingRequest(connection), { signal: new AbortController().signal });
			if (outcome.kind !== 'pong') {
				throw new Error(`The Ping ended as ${outcome.kind}`);
			}
		};
		const curl = (): void => {
			const headers = ['-H', 'SOAPAction: "ebXML"', '-H', 'Content-Type: text/xml; charset=UTF-8'];
			const files = ['--cert', cert, '--key', key, '--cacert', trust, '--data-binary', `@${message}`];
			const { stdout } = run('curl', ['--silent', '--show-error', '--fail', ...headers, ...files, url]);
			if (!stdout.includes('Action>Pong<')) {
				throw new Error('curl got no Pong');
			}
		};
		row(
			`A Ping on loopback, median of ${rounds}, against curl`,
			ratio(await compare(rounds, ping, curl)),
			'at most 1.2×',
		);
	});
}
