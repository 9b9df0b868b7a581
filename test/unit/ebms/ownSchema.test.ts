import assert from 'node:assert/strict';
import { createPingHeader, createReplyHeader } from '../../../src/ebms/message/createHeader';
import type { SignalAction } from '../../../src/ebms/message/message';
import { writeMessage, type MessageContent } from '../../../src/ebms/message/writeMessage';
import { withEngine } from '../validation/checking';

const now = new Date('2026-12-01T09:30:00Z');
const parties = {
	from: { value: '00000099999999910000_T', type: 'urn:osb:oin' },
	to: { value: '00000099999999920000_T', type: 'urn:osb:oin' },
	cpaId: 'CPA_1',
};
const ping = createPingHeader(parties, 'msh-a.example.org', now);
const { messageId: refToMessageId, timestamp } = ping;
const error = {
	code: 'Inconsistent',
	severity: 'Error',
	location: '//eb:From',
	description: 'Value not found.',
};

const signals: readonly (readonly [SignalAction, MessageContent])[] = [
	['Pong', {}],
	['MessageError', { errors: [error, { ...error, severity: 'Warning', location: null, description: null }] }],
	['Acknowledgment', { acknowledgment: { refToMessageId, timestamp } }],
	['StatusRequest', { statusRequest: { refToMessageId: 'ander@msh-a.example.org' } }],
	['StatusResponse', { statusResponse: { refToMessageId, status: 'Received', timestamp } }],
	['StatusResponse', { statusResponse: { refToMessageId, status: 'NotRecognized', timestamp: null } }],
];

describe('By our own validator there is nothing wrong with', () => {
	const check = withEngine();

	async function assertRight(text: string): Promise<void> {
		const { kind, schema, findings } = await check(text);
		assert.deepEqual([kind, schema, findings], ['ebms-bericht', 'bundled:ebms', []]);
	}

	it('a Ping', () => assertRight(writeMessage(ping)));
	it('a Ping that wants its answer in the response', () =>
		assertRight(writeMessage(ping, { syncReply: true })));
	for (const [action, content] of signals) {
		it(`a signal: ${action}`, () =>
			assertRight(writeMessage(createReplyHeader(ping, action, 'msh-b.example.org', now), content)));
	}
});
