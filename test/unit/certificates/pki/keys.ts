import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface KeyPair {
	readonly privateKey: KeyObject;
	readonly publicKey: KeyObject;
}

/** A key by its kind and a number: equal names are equal keys, in all tests of one run. */
export type KeyName =
	`${'rsa-1024' | 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'p256' | 'p384' | 'ed25519'}-${number}`;

/** The folder of this run; removed when the run ends. Making RSA keys is slow, so each is made once. */
const folder = join(tmpdir(), `lopende-zaken-test-keys-${process.pid}`);

/** The key of this name, made when it is asked for the first time in this run. */
export function keyNamed(name: KeyName): KeyPair {
	const file = join(folder, `${name}.pem`);
	if (!existsSync(file)) {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		process.once('exit', () => {
			rmSync(folder, { recursive: true, force: true });
		});
		writeFileSync(file, generate(name).export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
	}
	const privateKey = createPrivateKey(readFileSync(file));
	return { privateKey, publicKey: createPublicKey(privateKey) };
}

function generate(name: KeyName): KeyObject {
	const [kind = '', size = ''] = name.split('-');
	switch (kind) {
		case 'rsa':
			return generateKeyPairSync('rsa', { modulusLength: Number(size) }).privateKey;
		case 'p256':
		case 'p384':
			return generateKeyPairSync('ec', { namedCurve: kind === 'p256' ? 'P-256' : 'P-384' }).privateKey;
		default:
			return generateKeyPairSync('ed25519').privateKey;
	}
}
