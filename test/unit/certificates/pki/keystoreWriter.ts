import { createHash } from 'node:crypto';

export type KeystoreEntry =
	| { readonly type: 'trusted'; readonly alias: string; readonly der: Uint8Array }
	| { readonly type: 'key'; readonly alias: string; readonly chain: readonly Uint8Array[] }
	/** Bytes of a serialised object, which has no length. */
	| { readonly type: 'secret'; readonly alias: string; readonly object: Uint8Array };

const tags = { key: 1, trusted: 2, secret: 3 } as const;

/** Makes a keystore of Java without the help of Java. What stands for a private key is no key. */
export function keystore(
	format: 'jks' | 'jceks',
	entries: readonly KeystoreEntry[],
	created: Date = new Date('2026-06-01T12:00:00Z'),
): Uint8Array {
	const moment = Buffer.alloc(8);
	moment.writeBigUInt64BE(BigInt(created.getTime()));
	const body = Buffer.concat([
		u32(format === 'jks' ? 0xfeedfeed : 0xcececece),
		u32(2),
		u32(entries.length),
		...entries.flatMap((entry) => [u32(tags[entry.type]), text(entry.alias), moment, contentOf(entry)]),
	]);
	const digest = createHash('sha1').update(body).digest();
	return new Uint8Array(Buffer.concat([body, digest]));
}

function contentOf(entry: KeystoreEntry): Buffer {
	switch (entry.type) {
		case 'trusted':
			return certificate(entry.der);
		case 'key': {
			const noKey = Buffer.from('hier zou een versleutelde sleutel staan');
			return Buffer.concat([
				u32(noKey.length),
				noKey,
				u32(entry.chain.length),
				...entry.chain.map(certificate),
			]);
		}
		case 'secret':
			return Buffer.from(entry.object);
	}
}

function certificate(der: Uint8Array): Buffer {
	return Buffer.concat([text('X.509'), u32(der.length), der]);
}

/** In modified UTF-8: the units of UTF-16 one by one, NUL in two bytes. */
function text(value: string): Buffer {
	const units = value.split('').map((character) => character.charCodeAt(0));
	const bytes = Buffer.from(units.flatMap(unitBytes));
	const length = Buffer.alloc(2);
	length.writeUInt16BE(bytes.length);
	return Buffer.concat([length, bytes]);
}

function unitBytes(unit: number): readonly number[] {
	if (unit > 0 && unit < 0x80) {
		return [unit];
	}
	const last = 0x80 | (unit & 0x3f);
	return unit < 0x800 ? [0xc0 | (unit >> 6), last] : [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), last];
}

function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
