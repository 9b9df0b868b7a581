/**
 * A process that starts a partner in the folder of its argument, leaves clients in the middle of something, and stops the partner. It ends of
 * itself, and soon, only when nothing of the partner is left: no socket and no timer.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { envelope } from './envelopes';
import { practise } from './practice';

async function startAndStop(folder: string): Promise<void> {
	const { partner, connection, arrived } = await practise({ folder, mode: 'no-answer' });
	const open = async (text: string): Promise<void> => {
		const socket = connect({
			host: 'localhost',
			port: Number(new URL(connection.url).port),
			ca: readFileSync(connection.trust),
			cert: readFileSync(connection.cert),
			key: readFileSync(connection.key),
		});
		socket.on('error', () => undefined);
		await once(socket, 'secureConnect');
		socket.write(text);
	};
	const body = envelope();
	await open('POST /ebms HTTP/1.1\r\nHost: loc');
	await open('POST /ebms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc');
	await open(
		`POST /ebms HTTP/1.1\r\nHost: localhost\r\nSOAPAction: "ebXML"\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
	);
	await arrived(1);
	partner.setMode('slow');
	await open(
		`POST /ebms HTTP/1.1\r\nHost: localhost\r\nSOAPAction: "ebXML"\r\nContent-Type: text/xml\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
	);
	await partner.close();
	const stopped = performance.now();
	process.once('exit', () => {
		console.log(`ended ${performance.now() - stopped < 1000 ? 'at once' : 'late'}`);
	});
}

void startAndStop(process.argv[2] ?? '');
