import assert from 'node:assert/strict';
import { partnerModes, errorListModes, type PartnerMode } from '../../../../src/ebms/partner/modes';
import type { Outcome } from '../../../../src/ebms/outcome/outcome';
import { sendPing } from '../../../../src/ebms/ping/sendPing';
import { pingRequest, practise, type Practice } from './practice';

/** Seconds that our own Ping waits: enough for a busy machine, but for the partner that never answers. */
const patience = 15;

interface Expectation {
	readonly kind: Outcome['kind'];
	/** What of the outcome matters besides. */
	readonly parts?: Readonly<Record<string, unknown>>;
	readonly timeout?: number;
}

const expectations: Readonly<Record<string, Expectation>> = {
	normal: { kind: 'pong' },
	'no-answer': { kind: 'timeout', parts: { phase: 'response' }, timeout: 1 },
	slow: { kind: 'pong' },
	'no-content': { kind: 'accepted', parts: { status: 204 } },
	'empty-error': { kind: 'empty-error', parts: { status: 500 } },
	'soap-fault': { kind: 'soap-fault', parts: { status: 500, code: 'Server' } },
	'wrong-reference': { kind: 'pong-mismatch' },
	'cut-off': { kind: 'connection-reset', parts: { isCut: true } },
	garbage: { kind: 'unexpected-response', parts: { content: 'too-large' } },
	'expired-certificate': { kind: 'tls-server-expired', parts: { reason: 'expired' } },
	'wrong-host-certificate': { kind: 'tls-host-mismatch' },
	'unknown-ca-certificate': { kind: 'tls-untrusted-server' },
	'tls-1.1': { kind: 'tls-version' },
	'client-certificate-refused': { kind: 'tls-client-certificate-rejected' },
	...Object.fromEntries(errorListModes.map((mode) => [mode, { kind: 'ebms-error' } as const])),
};

describe('A fault to practise with', function () {
	this.timeout(60_000);
	let practice: Practice;

	before(async () => {
		practice = await practise({ slowness: 300 });
	});
	after(async () => {
		await practice.partner.close();
	});

	async function ping(mode: PartnerMode, timeout: number): Promise<Outcome> {
		practice.partner.setMode(mode);
		const { outcome } = await sendPing(pingRequest(practice.connection, timeout), {
			signal: new AbortController().signal,
		});
		return outcome;
	}

	for (const mode of partnerModes) {
		const { kind, parts = {}, timeout = patience } = expectations[mode] ?? { kind: 'pong' };
		it(`${mode} gives ${kind}`, async () => {
			const outcome = await ping(mode, timeout);
			assert.equal(outcome.kind, kind);
			const found = Object.fromEntries(
				Object.keys(parts).map((name) => [name, (outcome as unknown as Record<string, unknown>)[name]]),
			);
			assert.deepEqual(found, parts);
			assert.deepEqual(practice.faults, []);
		});
	}

	it('tells the code of the ErrorList that was asked for', async () => {
		const outcome = await ping('error-list:SecurityFailure', patience);
		assert.deepEqual(outcome.kind === 'ebms-error' && outcome.errors, [
			{
				code: 'SecurityFailure',
				severity: 'Error',
				location: null,
				description: 'The partner was asked for this error.',
			},
		]);
	});

	it('has only the reference wrong in a Pong with a wrong reference', async () => {
		const outcome = await ping('wrong-reference', patience);
		assert.deepEqual(outcome.kind === 'pong-mismatch' && outcome.differences.map(({ part }) => part), [
			'ref-to-message-id',
		]);
	});

	it('is over as soon as it is no longer asked for', async () => {
		await ping('unknown-ca-certificate', patience);
		assert.equal((await ping('normal', patience)).kind, 'pong');
	});
});
