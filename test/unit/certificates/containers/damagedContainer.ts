import { randomFrom } from '../../../bench/damage';
import { context, element, integer, oid, pem, sequence, set } from '../pki/derWriter';
import { keystore } from '../pki/keystoreWriter';
import { makePki } from '../pki/makePki';
import { pkcs12 } from '../pki/pkcs12Writer';
import { certificateRequest } from '../pki/request';

const { g1, g4 } = makePki();
const leaf = g4.leaf();
const certificates = [leaf, g4.leaf({ key: 'p256-0' }), g1.leaf(), ...g4.authorities];
const ders = certificates.map(({ der }) => der);

/** Of the originals that have one. */
export const password = 'geheim';

const store = {
	certificates: ders.map((der) => ({ der, friendlyName: 'a' })),
	password,
	iterations: 2,
} as const;

/** One container of each kind, as they are when nothing is wrong, with their names. */
export const originals: readonly (readonly [string, Uint8Array])[] = [
	['DER', leaf.der],
	['DER, more than one', Buffer.concat(ders)],
	['PEM', Buffer.from(certificates.map((one) => one.pem).join('') + leaf.keyPem)],
	[
		'XML',
		Buffer.from(`<a><X509Certificate>${Buffer.from(leaf.der).toString('base64')}</X509Certificate></a>`),
	],
	[
		'PKCS#7',
		sequence(
			oid('1.2.840.113549.1.7.2'),
			context(0, sequence(integer(1), set(), sequence(oid('1.2.840.113549.1.7.1')), element(0xa0, ...ders))),
		),
	],
	['PKCS#12', pkcs12({ ...store, encryption: 'pbes2', mac: 'sha256' })],
	['PKCS#12 without MAC', pkcs12({ ...store, encryption: 'pbes2', mac: 'none' })],
	['PKCS#12, open', pkcs12({ ...store, encryption: 'none', mac: 'none' })],
	[
		'JKS',
		keystore('jks', [
			{ type: 'key', alias: 'a', chain: ders },
			{ type: 'trusted', alias: 'b', der: g1.root.der },
		]),
	],
	[
		'JCEKS',
		keystore('jceks', [
			{ type: 'secret', alias: 's', object: Buffer.alloc(300, 1) },
			{ type: 'key', alias: 'a', chain: ders },
		]),
	],
	[
		'request',
		certificateRequest({
			subject: [['CN', 'a']],
			key: 'rsa-2048-0',
			signature: 'pss-sha512',
			subjectAlternativeNames: [{ type: 'dns', value: 'a' }],
		}),
	],
	['PEM with another label', Buffer.from(pem('CERTIFICATE REQUEST', leaf.der))],
];

/** Damages bytes in one to four places. */
function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
	let result = Buffer.from(bytes);
	const upTo = (limit: number): number => Math.floor(random() * limit);
	const extremes = [0x00, 0x80, 0x7f, 0xff, 0x30, 0x82, 0x84];
	for (let times = 1 + upTo(4); times > 0; times--) {
		const at = upTo(result.length);
		const length = Math.min(1 + upTo(random() < 0.2 ? 500 : 8), result.length - at);
		switch (upTo(6)) {
			case 0:
				result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
				break;
			case 1:
				result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
				break;
			case 2:
				result = Buffer.from(result.subarray(0, at));
				break;
			case 3:
				result.fill(extremes[upTo(extremes.length)] ?? 0, at, at + Math.min(length, 1));
				break;
			case 4:
				result.fill(upTo(256), at, at + length);
				break;
			default:
				result.fill((result[at] ?? 0) ^ (1 << upTo(8)), at, at + Math.min(length, 1));
		}
	}
	return result;
}

/** The damaged container with this number: always the same. */
export function damagedContainer(seed: number): {
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Absent now and then, as people forget it. */
	readonly password?: string;
} {
	const random = randomFrom(seed);
	const [name, original] = originals[seed % originals.length] ?? ['', Buffer.alloc(0)];
	const bytes = damaged(original, random);
	return { name, bytes, ...(random() < 0.8 ? { password } : {}) };
}
