import assert from 'node:assert/strict';
import { writeMessage } from '../../../src/ebms/message/writeMessage';
import { comparableText } from '../../../src/ebms/ping/comparableText';
import { durationOf, messagesIn, shortened, type PingRecord } from '../../../src/ebms/ping/pingRecord';
import { provenEnvironment } from '../../../src/ebms/ping/provenEnvironment';
import { recordPing } from '../../../src/ebms/ping/recordPing';
import { createTranslate } from '../../../src/text';
import { fixed, securePeer, type Answer } from './peers';
import { pingTo, replyTo, send, serverCertificate } from './pingTesting';

const t = createTranslate(() => 'nl');
const pong: Answer = ({ body }, _, response) => {
	response.end(writeMessage(replyTo(body, 'Pong')));
};

async function recorded(
	answer: Answer,
	environment: PingRecord['environment'] = 'test',
): Promise<PingRecord> {
	const peer = await securePeer(serverCertificate(), answer);
	const result = await send(pingTo(peer.url, { target: { environment } }));
	await peer.close();
	return recordPing(
		{
			connection: 'Voorbeeld',
			environment,
			url: peer.url,
			proxy: null,
			at: new Date('2026-11-24T10:00:00Z'),
			result,
			check: (text) =>
				Promise.resolve({
					kind: 'ebms-bericht',
					faults: text.includes('>Pong<') ? [{ code: 'a', line: 3, say: () => 'mis' }] : [],
				}),
			sources: {
				certificate: 'c.pem',
				key: 'k.pem',
				isPkcs12: false,
				passphraseVariable: null,
				trust: [],
				proxy: null,
				timeout: 30,
			},
		},
		t,
	);
}

describe('The record of a Ping', () => {
	it('is plain data with all that is shown, and nothing secret', async () => {
		const record = await recorded(pong, 'production');
		assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
		assert.deepEqual(
			[record.connection, record.at, record.isSuccess],
			['Voorbeeld', '2026-11-24T10:00:00.000Z', true],
		);
		assert.deepEqual(record.verdicts, {
			request: [],
			response: [{ line: 3, problem: 'mis' }],
			received: null,
		});
		assert.ok(record.doubts.some(({ code }) => code === 'ping.test-server'));
		assert.match(record.curl ?? '', /--cert c\.pem/);
		assert.doesNotMatch(JSON.stringify(record), /PRIVATE KEY/);
		assert.ok(durationOf(record.report) > 0);
	});

	it('is kept without the end of a body that is very large', async () => {
		const record = await recorded(fixed(200, 'x'.repeat(100_000)));
		const { response } = shortened(record).report;
		assert.deepEqual([response?.body.length, response?.complete], [65_536, false]);
		assert.equal(shortened(await recorded(pong)).report.response?.complete, true);
	});

	it('gives the messages back as they went', async () => {
		const record = await recorded(pong);
		const { request, response, received } = messagesIn(record);
		assert.equal(request?.body, record.report.request?.body);
		assert.equal(response?.body.toString(), record.report.response?.body);
		assert.equal(received, null);
	});
});

describe('A Ping as text to compare', () => {
	const withoutTimes = (text: string): string => text.replace(/\d+,\d ms/g, 'ms').replace(/:\d{4,5}\b/g, '');

	it('is the same for two Pings of which nothing differs but their ids and times', async () => {
		const [one, other] = [await recorded(pong), await recorded(pong)];
		assert.notEqual(one.report.response?.body, other.report.response?.body);
		const { tls } = one.report;
		// Each server of the test has a certificate of its own.
		const same = { ...other, report: { ...other.report, tls } };
		assert.equal(withoutTimes(comparableText(same, t)), withoutTimes(comparableText(one, t)));
	});

	it('has the outcome, the connection, the phases, TLS with the chain, and the response', async () => {
		const text = comparableText(await recorded(pong), t);
		for (const part of [
			/^# Uitkomst\npong\nDe andere partij antwoordde met een Pong/,
			/^# Verbinding\nOmgeving: Test\nEndpoint: https:/m,
			/^# Fasen\nnaam opzoeken: \d+,\d ms\n/m,
			/^# TLS\nVersie: TLSv1\.3\nVersleuteling: TLS_/m,
			/^Certificaat van de server: .*\n {2}OIN: \d{20}\n/m,
			/^Vertrouwd door: .*\n/m,
			/^# Antwoord\nHTTP 200\n[^]*<eb:MessageId>…<\/eb:MessageId>/m,
		]) {
			assert.match(text, part);
		}
	});

	it('tells what there is of a Ping that came to nothing', async () => {
		const text = comparableText(await recorded(fixed(500)), t);
		assert.match(text, /^# Uitkomst\nempty-error\n/);
		assert.match(text, /# Antwoord\nHTTP 500\n/);
	});
});

describe('What a Ping says something about', () => {
	for (const [environment, url, expected] of [
		['preproduction', 'https://ebms.example.org/lz', 'preproduction'],
		['production', 'https://ebms.example.org:8443/lz', 'production'],
		['production', 'https://localhost/lz', 'local'],
		['production', 'https://LocalHost./lz', 'local'],
		['production', 'https://msh.localhost:8443/lz', 'local'],
		['production', 'https://mylocalhost/lz', 'production'],
		['production', 'https://localhost.example.org/lz', 'production'],
		['preproduction', 'https://127.0.0.1:8443/lz', 'local'],
		['preproduction', 'https://[::1]/lz', 'local'],
		['test', 'https://ebms.example.org/lz', 'test'],
		['production', 'no address', 'local'],
	] as const) {
		it(`is ${expected} of ${url} in ${environment}`, () => {
			assert.equal(provenEnvironment(environment, url), expected);
		});
	}
});
