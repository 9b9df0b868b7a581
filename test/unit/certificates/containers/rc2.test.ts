import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import forge from 'node-forge';
import { decryptRc2 } from '../../../../src/certificates/containers/rc2';

const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Bytes that are the same in each run. */
function bytesFor(name: string, length: number): Buffer {
	return createHash('shake256', { outputLength: length }).update(name).digest();
}

function encrypted(plain: Uint8Array, key: Uint8Array, vector: Uint8Array): Uint8Array {
	const cipher = forge.rc2.createEncryptionCipher(binary(key), 8 * key.length);
	cipher.start(binary(vector));
	cipher.update(forge.util.createBuffer(binary(plain)));
	cipher.finish();
	return Buffer.from(cipher.output.getBytes(), 'latin1');
}

describe('RC2', () => {
	for (const keyLength of [5, 8, 16]) {
		it(`decrypts what node-forge encrypted with a key of ${8 * keyLength} bits`, () => {
			for (let length = 0; length < 100; length++) {
				const key = bytesFor(`key ${length}`, keyLength);
				const vector = bytesFor(`vector ${length}`, 8);
				const plain = bytesFor(`plain ${length}`, length);
				const opened = decryptRc2(encrypted(plain, key, vector), key, vector);
				assert.deepEqual(opened, new Uint8Array(plain));
			}
		});
	}

	it('gives nothing for wrong padding, or for what is no number of blocks', () => {
		const key = bytesFor('key', 16);
		const vector = bytesFor('vector', 8);
		const good = encrypted(Buffer.from('zaak'), key, vector);
		assert.equal(decryptRc2(good, bytesFor('other', 16), vector), undefined);
		assert.equal(decryptRc2(good.subarray(1), key, vector), undefined);
		assert.equal(decryptRc2(new Uint8Array(0), key, vector), undefined);
	});
});
