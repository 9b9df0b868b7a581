import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Delivery } from '../../../../src/ebms/partner/entry';
import { sendPing, type PingResult } from '../../../../src/ebms/ping/sendPing';
import { messageEnvelope, withPayload } from './envelopes';
import { pingRequest, post, practise, type Practice } from './practice';

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}

describe('The partner that answers in a request of its own', function () {
	this.timeout(60_000);

	async function practiseAsync(usEndpoint: string): Promise<Practice> {
		return await practise({ reply: 'async', usEndpoint });
	}

	async function ping(practice: Practice, listen: string | null): Promise<PingResult> {
		return await sendPing(
			{ ...pingRequest(practice.connection), listen },
			{ signal: new AbortController().signal },
		);
	}

	const deliveryIn = (practice: Practice): Delivery | null | undefined => {
		const entry = practice.entries.at(-1);
		return entry?.kind === 'message' ? entry.delivery : undefined;
	};

	it('sends the Pong to the endpoint of the CPA, over TLS with its own certificate', async () => {
		const port = await freePort();
		await using practice = await practiseAsync(`https://localhost:${port}/ebms`);
		const { outcome } = await ping(practice, `127.0.0.1:${port}`);
		assert.equal(outcome.kind, 'pong-async');
		assert.equal(outcome.isSenderKnown, true);
		await practice.arrived(1);
		assert.deepEqual(deliveryIn(practice), { kind: 'delivered', status: 204 });
	});

	it('is the same that answered in the response, after it was asked to, and the CPA says so', async () => {
		const port = await freePort();
		await using practice = await practise({ reply: 'sync', usEndpoint: `https://localhost:${port}/ebms` });
		assert.equal((await ping(practice, null)).outcome.kind, 'pong');
		assert.equal(await practice.partner.setReply('async'), undefined);
		assert.equal(practice.partner.reply(), 'async');
		const { target } = pingRequest(practice.connection);
		assert.equal(target.syncReplyMode, 'none');
		assert.equal((await ping(practice, `127.0.0.1:${port}`)).outcome.kind, 'pong-async');
		assert.equal(await practice.partner.setReply('sync'), undefined);
		assert.equal((await ping(practice, null)).outcome.kind, 'pong');
	});

	it('sends an ErrorList that is asked for to the endpoint too', async () => {
		const port = await freePort();
		await using practice = await practiseAsync(`http://127.0.0.1:${port}/ebms`);
		practice.partner.setMode('error-list:DeliveryFailure');
		const { outcome } = await ping(practice, `http://127.0.0.1:${port}`);
		assert.equal(outcome.kind, 'ebms-error');
		assert.equal(outcome.isAsync, true);
	});

	it('tells that nobody listened at the endpoint', async () => {
		const port = await freePort();
		await using practice = await practiseAsync(`https://localhost:${port}/ebms`);
		const { outcome } = await ping(practice, null);
		assert.equal(outcome.kind, 'accepted');
		assert.equal(outcome.pongEndpoint, `https://localhost:${port}/ebms`);
		await practice.arrived(1);
		assert.deepEqual(deliveryIn(practice), {
			kind: 'failed',
			failure: { kind: 'system', code: 'ECONNREFUSED' },
		});
	});

	it('refuses a SyncReply, which its CPA does not have', async () => {
		const port = await freePort();
		await using practice = await practiseAsync(`https://localhost:${port}/ebms`);
		const header =
			'<eb:SyncReply eb:version="2.0" s:mustUnderstand="1" s:actor="http://schemas.xmlsoap.org/soap/actor/next"/>' +
			'<eb:AckRequested eb:version="2.0" s:mustUnderstand="1" eb:signed="false"/>';
		const { status } = await post(practice.connection, withPayload(messageEnvelope({ header }), '<x/>'));
		await practice.arrived(1);
		const entry = practice.entries.at(-1);
		assert.equal(status, 204);
		assert.deepEqual(
			entry?.kind === 'message' &&
				entry.verdict.kind === 'errors' &&
				entry.verdict.errors.map(({ location }) => location),
			['//eb:SyncReply'],
		);
	});

	it('stops at once while an endpoint keeps it waiting', async () => {
		const silent = createServer(() => undefined).listen(0, '127.0.0.1');
		await once(silent, 'listening');
		const connected = once(silent, 'connection');
		const { port } = silent.address() as AddressInfo;
		const practice = await practiseAsync(`https://localhost:${port}/ebms`);
		const { outcome } = await ping(practice, null);
		assert.equal(outcome.kind, 'accepted');
		await connected;
		await practice.partner.close();
		assert.deepEqual(deliveryIn(practice), { kind: 'failed', failure: { kind: 'cancelled' } });
		silent.close();
	});
});
