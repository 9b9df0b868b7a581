import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './runFolder';

export interface KeyPair {
	readonly privateKey: KeyObject;
	readonly publicKey: KeyObject;
}

/** A key by its kind and a number: equal names are equal keys, in all tests of one run. */
export type KeyName =
	`${'rsa-512' | 'rsa-1024' | 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'p256' | 'p384' | 'ed25519'}-${number}`;

/** The key of this name, made when it is asked for the first time in this run: making RSA keys is slow. */
export function keyNamed(name: KeyName): KeyPair {
	const file = join(runFolder(), `${name}.pem`);
	if (!existsSync(file)) {
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
