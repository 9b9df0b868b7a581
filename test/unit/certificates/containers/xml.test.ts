import assert from 'node:assert/strict';
import { makePki } from '../pki/makePki';
import { sequence } from '../pki/derWriter';
import { entry, findingsIn, readable, summaryOf } from './contentsOf';

const { g1, g4 } = makePki();
const leaf = g4.leaf();
const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');
const inLines = (der: Uint8Array): string => base64(der).replace(/.{64}/g, '$&\n');

const keyInfo = (content: string): string =>
	`<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>${content}</ds:X509Data></ds:KeyInfo>`;
const certificate = (content: string): string => `<ds:X509Certificate>${content}</ds:X509Certificate>`;
const token = (content: string): string =>
	`<wsse:BinarySecurityToken xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">${content}</wsse:BinarySecurityToken>`;

describe('An XML file', () => {
	it('gives all its certificates with their places', () => {
		const text = [
			'<?xml version="1.0" encoding="UTF-8"?>',
			'<Consumerspecificatie>',
			keyInfo(certificate(`\n${inLines(leaf.der)}\n`) + certificate(base64(g1.root.der))),
			'<Header>',
			token(base64(g4.tsp.der)),
			'</Header></Consumerspecificatie>',
		].join('\n');
		const { format, entries, findings, isText } = readable(Buffer.from(text));
		assert.deepEqual([format, isText, findings], ['xml', true, []]);
		assert.deepEqual(
			entries.map(({ span, certificate: read }) => [text.slice(span.start, span.end), read.sha256]),
			[
				[inLines(leaf.der).trim(), leaf.certificate.sha256],
				[base64(g1.root.der), g1.root.certificate.sha256],
				[base64(g4.tsp.der), g4.tsp.certificate.sha256],
			],
		);
	});

	const spellings: readonly (readonly [string, Uint8Array])[] = [
		['in UTF-16', Buffer.from(`\uFEFF${keyInfo(certificate(base64(leaf.der)))}`, 'utf16le')],
		['with a byte order mark', Buffer.from(`\uFEFF${keyInfo(certificate(base64(leaf.der)))}`)],
		['with the certificate in CDATA', Buffer.from(keyInfo(certificate(`<![CDATA[${base64(leaf.der)}]]>`)))],
		['with a comment in it', Buffer.from(keyInfo(certificate(`<!-- G4 -->${base64(leaf.der)}`)))],
		['without a namespace', Buffer.from(`<X509Certificate>${base64(leaf.der)}</X509Certificate>`)],
		[
			'with line ends as references',
			Buffer.from(keyInfo(certificate(inLines(leaf.der).replaceAll('\n', '&#13;\n')))),
		],
		['that is not well-formed', Buffer.from(`${keyInfo(certificate(base64(leaf.der)))}<open>`)],
	];
	for (const [name, bytes] of spellings) {
		it(`${name} is read`, () => {
			assert.deepEqual(summaryOf(bytes), {
				format: 'xml',
				entries: [entry(leaf)],
				privateKeys: 0,
				findings: [],
			});
		});
	}

	it('gives all certificates of a path in a token', () => {
		const text = token(base64(sequence(g4.tsp.der, leaf.der)));
		assert.deepEqual(summaryOf(Buffer.from(text)).entries, [entry(g4.tsp), entry(leaf)]);
	});

	it('may have the same certificate twice: as client and as server', () => {
		const text = keyInfo(certificate(base64(leaf.der)).repeat(2));
		assert.deepEqual(summaryOf(Buffer.from(text)).findings, []);
	});

	const faults: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
		['nothing', '', [['certificate.container-base64', '']]],
		['white space', ' \n ', [['certificate.container-base64', '']]],
		['words', ' hier uw certificaat! ', [['certificate.container-base64', 'hier uw certificaat!']]],
		[
			'a certificate that breaks off',
			base64(leaf.der.subarray(0, 300)),
			[['certificate.container-asn1', base64(leaf.der.subarray(0, 300))]],
		],
		['a PEM', leaf.pem, [['certificate.container-pem-in-xml', leaf.pem.trim()]]],
	];
	for (const [name, content, findings] of faults) {
		it(`with ${name} for a certificate is told so, at its place`, () => {
			assert.deepEqual(findingsIn(keyInfo(certificate(content))), findings);
		});
	}

	it('with a PEM for a certificate is read nevertheless', () => {
		assert.deepEqual(summaryOf(Buffer.from(keyInfo(certificate(leaf.pem)))).entries, [entry(leaf)]);
	});

	it('without certificates says so', () => {
		assert.deepEqual(findingsIn('<a><b>tekst</b></a>'), [['certificate.container-nothing-found', '']]);
	});

	it('nested a hundred thousand deep is read', () => {
		const deep = 100_000;
		const text = `${'<a>'.repeat(deep)}${keyInfo(certificate(base64(leaf.der)))}${'</a>'.repeat(deep)}`;
		assert.deepEqual(summaryOf(Buffer.from(text)).entries, [entry(leaf)]);
	});
});
