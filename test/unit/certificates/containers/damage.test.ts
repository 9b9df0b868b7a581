import assert from 'node:assert/strict';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { containerTexts, type ContainerFindings } from '../../../../src/certificates/containerTexts';
import { textTable } from '../../../../src/finding';
import { createTranslate } from '../../../../src/text';
import { randomFrom } from '../../../bench/damage';
import { context, element, integer, oid, pem, sequence, set } from '../pki/derWriter';
import { keystore } from '../pki/keystoreWriter';
import { makePki } from '../pki/makePki';
import { pkcs12 } from '../pki/pkcs12Writer';
import { certificateRequest } from '../pki/request';

/** How many documents; the seed of each is its number, so that each can be made again. */
const documents = 2_000;

const { g1, g4 } = makePki();
const leaf = g4.leaf();
const certificates = [leaf, g4.leaf({ key: 'p256-0' }), g1.leaf(), ...g4.authorities];
const ders = certificates.map(({ der }) => der);
const password = 'geheim';
const store = {
	certificates: ders.map((der) => ({ der, friendlyName: 'a' })),
	password,
	iterations: 2,
} as const;

const originals: readonly (readonly [string, Uint8Array])[] = [
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

describe('Damaged containers', () => {
	const texts = textTable<ContainerFindings>(containerTexts);
	const translate = [createTranslate(() => 'nl'), createTranslate(() => 'en')];

	it(`are read without a crash and within two seconds each (${documents})`, function () {
		this.timeout(120_000);
		for (let seed = 1; seed <= documents; seed++) {
			const random = randomFrom(seed);
			const [name, original] = originals[seed % originals.length] ?? assert.fail();
			const bytes = damaged(original, random);
			const begun = performance.now();
			const container = readContainer(bytes, random() < 0.8 ? { password } : {});
			const took = performance.now() - begun;
			assert.ok(took < 2000, `${name}, seed ${seed} took ${took} ms`);
			for (const { code, data, span } of container.findings) {
				const { problem, cure } = texts.get(code) ?? assert.fail(code);
				for (const t of translate) {
					assert.doesNotMatch(`${problem(data, t)} ${cure(data, t)}`, /undefined|\{\d\}|NaN/, `seed ${seed}`);
				}
				assert.ok(span.start >= 0 && span.start <= span.end && span.end <= bytes.length, `seed ${seed}`);
			}
		}
	});

	it('are not damaged before: the originals have certificates or a request', () => {
		for (const [name, bytes] of originals) {
			const container = readContainer(bytes, { password });
			assert.ok(container.state === 'read', name);
			assert.ok(container.entries.length + container.requests.length > 0, name);
		}
	});
});
