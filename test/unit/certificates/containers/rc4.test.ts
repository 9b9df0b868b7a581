import assert from 'node:assert/strict';
import { rc4 } from '../../../../src/certificates/containers/rc4';

/** Of RFC 6229 §2: the first bytes of the stream. */
const streams = [
	['0102030405', 'b2396305f03dc027ccc3524a0a1118a8'],
	['0102030405060708090a0b0c0d0e0f10', '9ac7cc9a609d1ef7b2932899cde41b97'],
] as const;

describe('RC4', () => {
	for (const [key, atStart] of streams) {
		it(`gives the stream of RFC 6229 with a key of ${4 * key.length} bits`, () => {
			const stream = rc4(Buffer.from(key, 'hex'), new Uint8Array(16));
			assert.equal(Buffer.from(stream).toString('hex'), atStart);
		});
	}

	it('takes back what it did', () => {
		const key = Buffer.from('sleutel');
		const text = Buffer.from('zaak '.repeat(1000));
		assert.deepEqual(Buffer.from(rc4(key, rc4(key, text))), text);
		assert.notDeepEqual(Buffer.from(rc4(key, text)), text);
	});
});
