import assert from 'node:assert/strict';
import { decodeText } from '../../../../src/certificates/containers/decodeText';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { createTranslate } from '../../../../src/text';
import { explain } from '../../../../src/validation/explain';
import { pem, sequence } from '../pki/derWriter';
import { makePki } from '../pki/makePki';
import { pkcs12 } from '../pki/pkcs12Writer';
import { revocationList } from '../pki/revocationList';
import { entry, findingsIn, readable, summaryOf } from './contentsOf';

const { g4, g1 } = makePki();
const leaf = g4.leaf();
const chain = [leaf, ...g4.authorities];
const chainText = chain.map((issued) => issued.pem).join('');
const plain = { format: 'pem', entries: chain.map((issued) => entry(issued)), privateKeys: 0, findings: [] };
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('A PEM', () => {
	const spellings: readonly (readonly [string, Uint8Array])[] = [
		['with a chain of four', utf8(chainText)],
		['with the line ends of Windows', utf8(chainText.replaceAll('\n', '\r\n'))],
		['with a byte order mark', utf8(`\uFEFF${chainText}`)],
		['with text around the blocks', utf8(`Beste,\n\nHierbij – de keten:\n${chainText}\nGroet, Jan`)],
		['with text between the blocks', utf8(chain.map((one) => `subject=…\n${one.pem}`).join('\n'))],
		['with spaces around all lines', utf8(chainText.replace(/^.*$/gm, '  $&  '))],
		['without the last line end', utf8(chainText.trimEnd())],
		['with all base64 in one line', utf8(chainText.replace(/(?<=[A-Za-z0-9+/=])\n(?=[A-Za-z0-9+/=])/g, ''))],
		['with old labels', utf8(chainText.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'))],
		['with HTML around it', utf8(`<p>Uw certificaat:</p><pre>\n${chainText}</pre>`)],
	];
	for (const [name, bytes] of spellings) {
		it(`${name} is read`, () => {
			assert.deepEqual(summaryOf(bytes), plain);
		});
	}

	const doubtful: readonly (readonly [string, Uint8Array, reason: string])[] = [
		['with the line ends of old Macs', utf8(chainText.replaceAll('\n', '\r')), 'lines'],
		['whose line ends became spaces', utf8(chainText.replaceAll('\n', ' ')), 'lines'],
		['without line ends', utf8(chainText.replaceAll('\n', '')), 'lines'],
		[
			'of files that were joined without a line end',
			utf8(chainText.replaceAll('-----\n-----', '----------')),
			'lines',
		],
		['whose END stands behind the base64', utf8(chainText.replaceAll('\n-----END', '-----END')), 'lines'],
		['in UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${chainText}`, 'utf16le'), 'utf-16'],
		['in UTF-16, big endian', Buffer.from(`\uFEFF${chainText}`, 'utf16le').swap16(), 'utf-16'],
		['in UTF-16 without byte order mark', Buffer.from(chainText, 'utf16le'), 'utf-16'],
		['in UTF-16, big endian, without byte order mark', Buffer.from(chainText, 'utf16le').swap16(), 'utf-16'],
	];
	for (const [name, bytes, reason] of doubtful) {
		it(`${name} is read, and that others do not is told once`, () => {
			assert.deepEqual(summaryOf(bytes), { ...plain, findings: ['certificate.container-pem-form'] });
			assert.deepEqual(
				readable(bytes).findings.map(({ data }) => data),
				[{ reason }],
			);
		});
	}

	for (const [what, dash] of [
		['en dashes', '–'],
		['em dashes', '—'],
		['minus signs', '−'],
	] as const) {
		it(`with ${what} for its dashes, as a word processor makes them, is read, and that is told`, () => {
			const { entries, findings } = summaryOf(utf8(leaf.pem.replaceAll('-----', dash.repeat(3))));
			assert.deepEqual(entries, [entry(leaf)]);
			assert.deepEqual(findings, ['certificate.container-pem-dashes', 'certificate.container-pem-dashes']);
		});
	}

	for (const [name, text] of [
		['a string of JSON', JSON.stringify({ keten: chainText })],
		['a string in a string of JSON', JSON.stringify(JSON.stringify(chainText.replaceAll('\n', '\r\n')))],
	] as const) {
		it(`as ${name} is read, and that is told`, () => {
			const findings = ['certificate.container-pem-escapes'];
			assert.deepEqual(summaryOf(utf8(text)), { ...plain, findings });
		});
	}

	it('tells where each block stands', () => {
		const text = `Keten:\n${chainText}`;
		const { entries } = readable(utf8(text));
		assert.deepEqual(
			entries.map(({ span }) => text.slice(span.start, span.end)),
			chain.map((one) => one.pem.trimEnd()),
		);
	});

	it('tells where each block stands in the text without its byte order mark', () => {
		const bytes = utf8(`\uFEFF${leaf.pem}`);
		const { entries, isText } = readable(bytes);
		assert.ok(isText);
		assert.equal(decodeText(bytes), leaf.pem);
		assert.deepEqual(entries[0]?.span, { start: 0, end: leaf.pem.length - 1 });
	});

	it('counts private keys of all kinds and looks at none', () => {
		const labels = [
			'PRIVATE KEY',
			'ENCRYPTED PRIVATE KEY',
			'RSA PRIVATE KEY',
			'EC PRIVATE KEY',
			'OPENSSH PRIVATE KEY',
		];
		const keys = labels.map(
			(label) => `-----BEGIN ${label}-----\nProc-Type: 4,ENCRYPTED\n\n!\n-----END ${label}-----\n`,
		);
		assert.deepEqual(summaryOf(utf8(`${keys.join('')}${leaf.pem}`)), {
			format: 'pem',
			entries: [entry(leaf)],
			privateKeys: 5,
			findings: ['certificate.private-key-present'],
		});
	});

	it('gives nothing of the content of a private key', () => {
		const secret = leaf.keyPem.split('\n').slice(1, -2);
		const container = JSON.stringify(readContainer(utf8(`${leaf.keyPem}${leaf.pem}`)));
		assert.deepEqual(
			secret.filter((line) => container.includes(line)),
			[],
		);
	});

	it('takes the name that openssl and keytool write above a block', () => {
		const text = [
			`Bag Attributes\n    friendlyName: mijn certificaat\n    localKeyID: 01\nsubject=C = NL\n${leaf.pem}`,
			`Bag Attributes: <No Attributes>\n${g4.tsp.pem}`,
			`Alias name: domein\nEntry type: trustedCertEntry\n\n${g4.domain.pem}`,
		].join('');
		assert.deepEqual(summaryOf(utf8(text)).entries, [
			entry(leaf, 'plain', 'mijn certificaat'),
			entry(g4.tsp),
			entry(g4.domain, 'plain', 'domein'),
		]);
	});

	it('takes a block for what its content is, whatever its label', () => {
		const text = chainText.replaceAll('CERTIFICATE', 'PKCS7');
		assert.deepEqual(summaryOf(utf8(text)), plain);
	});

	it('takes certificates with other things for what they are', () => {
		const list = revocationList(g4.tsp, {
			revoked: [],
			thisUpdate: new Date('2026-11-01'),
			nextUpdate: new Date('2026-11-03'),
		});
		const key = leaf.key.publicKey.export({ type: 'spki', format: 'pem' }).toString();
		const container = readable(utf8(`${leaf.pem}${pem('X509 CRL', list)}${key}`));
		assert.deepEqual(container.others, ['revocation-list', 'public-key']);
		assert.deepEqual(container.findings, []);
	});
});

describe('A PEM with a fault', () => {
	const [first = '', ...lines] = leaf.pem.split('\n');
	const cases: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
		[
			'a strange character in its base64',
			[first, lines[0], `${lines[1]?.slice(0, 10)}*${lines[1]?.slice(11)}`, ...lines.slice(2)].join('\n'),
			[['certificate.container-base64', '*']],
		],
		[
			'a quotation mark of a mail program in its base64',
			[first, `“${lines[0]}`, ...lines.slice(1)].join('\n'),
			[['certificate.container-base64', '“']],
		],
		[
			'a line end written as a backslash and an n',
			leaf.pem.trimEnd().replaceAll('\n', '\\n'),
			[['certificate.container-pem-escapes', '\\n']],
		],
		[
			'nothing between its lines',
			'-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n',
			[['certificate.container-base64', '']],
		],
		[
			'a character too few in its base64',
			`-----BEGIN CERTIFICATE-----\nMIIBAAA\n-----END CERTIFICATE-----\n`,
			[['certificate.container-base64', 'MIIBAAA']],
		],
		[
			'a line too few in its base64',
			[first, ...lines.toSpliced(8, 1)].join('\n'),
			[['certificate.container-asn1', [first, ...lines.toSpliced(8, 1)].join('\n').trimEnd()]],
		],
		[
			'no end',
			lines.slice(0, 0).concat(first, lines.slice(0, 5)).join('\n'),
			[['certificate.container-pem-end', '-----BEGIN CERTIFICATE-----']],
		],
		['no begin', lines.join('\n'), [['certificate.container-pem-begin', '-----END CERTIFICATE-----']]],
		[
			'a second begin before the first end',
			`${first}\n${lines.slice(0, 3).join('\n')}\n${leaf.pem}`,
			[['certificate.container-pem-end', '-----BEGIN CERTIFICATE-----']],
		],
		[
			'an end with another label',
			leaf.pem.replace('END CERTIFICATE', 'END PKCS7'),
			[['certificate.container-pem-labels', '-----END PKCS7-----']],
		],
		[
			'a dash too few',
			leaf.pem.replace('-----BEGIN', '----BEGIN'),
			[['certificate.container-pem-dashes', '----BEGIN CERTIFICATE-----']],
		],
		[
			'a space too many',
			leaf.pem.replace('-----BEGIN', '----- BEGIN').replace('CERTIFICATE-----', 'CERTIFICATE -----'),
			[['certificate.container-pem-dashes', '----- BEGIN CERTIFICATE -----']],
		],
		[
			'a private key without an end',
			leaf.keyPem.split('\n').slice(0, 4).join('\n'),
			[
				['certificate.container-pem-end', '-----BEGIN PRIVATE KEY-----'],
				['certificate.private-key-present', ''],
			],
		],
		[
			'the same block twice',
			`${leaf.pem}${leaf.pem}`,
			[['certificate.container-duplicate', leaf.pem.trimEnd()]],
		],
		[
			'bytes behind the certificate in its block',
			pem('CERTIFICATE', Buffer.concat([leaf.der, Buffer.alloc(7)])),
			[
				[
					'certificate.container-trailing-data',
					pem('CERTIFICATE', Buffer.concat([leaf.der, Buffer.alloc(7)])).trimEnd(),
				],
			],
		],
		[
			'something else than a certificate',
			pem('CERTIFICATE', sequence(sequence())).trimEnd(),
			[['certificate.container-nothing-found', '']],
		],
		[
			'a private key and nothing more',
			leaf.keyPem,
			[
				['certificate.private-key-present', ''],
				['certificate.container-nothing-found', ''],
			],
		],
	];
	for (const [name, text, findings] of cases) {
		it(`(${name}) is told so, at its place`, () => {
			assert.deepEqual(findingsIn(text), findings);
		});
	}

	it('gives the blocks that have none', () => {
		const damaged = g1.root.pem.replace('M', '*');
		assert.deepEqual(summaryOf(utf8(`${leaf.pem}${damaged}${g4.tsp.pem}`)), {
			format: 'pem',
			entries: [entry(leaf), entry(g4.tsp)],
			privateKeys: 0,
			findings: ['certificate.container-base64'],
		});
	});

	it('names both places of a duplicate', () => {
		const { findings } = readContainer(utf8(`${leaf.pem}${leaf.pem}`));
		assert.deepEqual(findings[0]?.related, [{ span: { start: 0, end: leaf.pem.length - 1 } }]);
	});

	it('costs time in proportion to its length', () => {
		const begun = performance.now();
		for (const text of [
			'-----BEGIN CERTIFICATE-----\n'.repeat(100_000),
			'-'.repeat(3_000_000),
			`-----BEGIN ${'A '.repeat(1_000_000)}`,
			`${' '.repeat(3_000_000)}friendlyName:${' '.repeat(3_000_000)}`,
			`-----BEGIN CERTIFICATE-----${'='.repeat(1_000_000)}-----END CERTIFICATE-----`,
			`-----BEGIN CERTIFICATE-----${'a: b\n'.repeat(500_000)}-----END CERTIFICATE-----`,
		]) {
			assert.ok(readContainer(utf8(text)).findings.length > 0);
		}
		assert.ok(performance.now() - begun < 8_000);
	});
});

describe('Bare base64', () => {
	it('of a certificate is read, with a remark', () => {
		const text = `${Buffer.from(leaf.der).toString('base64')}\n`;
		const container = readable(utf8(text));
		assert.deepEqual(
			[
				container.format,
				container.entries.map(({ span }) => span),
				container.findings.map(({ code }) => code),
			],
			['der', [{ start: 0, end: text.length - 1 }], ['certificate.container-bare-base64']],
		);
	});

	it('of a file as a whole is told apart: a PEM, a PKCS#12', () => {
		const spec = { certificates: [leaf], password: null, encryption: 'none', mac: 'none' } as const;
		for (const [bytes, problem] of [
			[utf8(chainText), 'Dit is de base64 van een PEM-bestand, zoals in een secret van Kubernetes.'],
			[pkcs12(spec), 'Dit is de base64 van een PKCS#12-bestand.'],
			[leaf.der, 'Dit is de kale base64 van een certificaat, zonder de regels BEGIN en END.'],
		] as const) {
			const { entries, findings } = readable(utf8(Buffer.from(bytes).toString('base64')));
			assert.deepEqual(entries[0]?.certificate.sha256, leaf.certificate.sha256);
			const [finding] = findings;
			assert.ok(finding);
			assert.equal(
				explain(
					finding,
					createTranslate(() => 'nl'),
				).problem,
				problem,
			);
		}
	});

	it('in lines is read too', () => {
		assert.deepEqual(summaryOf(utf8(leaf.pem.split('\n').slice(1, -2).join('\r\n'))).entries, [entry(leaf)]);
	});
});
