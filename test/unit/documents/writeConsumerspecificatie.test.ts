import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { readXmlCertificates } from '../../../src/certificates/containers/xmlCertificates';
import { writeConsumerspecificatie } from '../../../src/documents/consumerspecificatie/writeConsumerspecificatie';
import { recognise, runRules } from '../../../src/documents/registry';
import { textContent } from '../../../src/xml/navigate';
import { parseXml } from '../../../src/xml/parse';
import type { XmlDocument, XmlElement } from '../../../src/xml/tree';
import { walkElements } from '../../../src/xml/walk';
import { makePki } from '../certificates/pki/makePki';

const pki = makePki();
const client = pki.g1.leaf();
const server = pki.g4.leaf();

const parts = {
	partyName: 'Gemeente Voorbeeld',
	partyId: '00000003999999910000',
	endpoint: 'https://digikoppeling.voorbeeld.nl/ebms',
	client: client.certificate,
	server: server.certificate,
};

function written(changed: Partial<typeof parts> = {}): XmlDocument {
	return parseXml(writeConsumerspecificatie({ ...parts, ...changed }));
}

/** The texts of all elements with this name, white space apart. */
function texts(document: XmlDocument, name: string): readonly string[] {
	const found: string[] = [];
	const collect = (element: XmlElement): boolean => {
		if (element.localName === name) {
			found.push(textContent(element).trim());
		}
		return true;
	};
	assert.ok(document.root);
	walkElements(document.root, collect);
	return found;
}

describe('A Consumerspecificatie that is written', () => {
	it('passes all our rules', () => {
		const document = written();
		assert.deepEqual(document.faults, []);
		const recognised = recognise(document);
		assert.equal(recognised?.kind.id, 'consumerspecificatie');
		assert.deepEqual(
			runRules(recognised.kind, {
				document,
				root: recognised.root,
				now: new Date('2026-11-24T00:00:00Z'),
			}),
			[],
		);
	});

	it('has the parameters of the manual, in its order', () => {
		const document = written();
		assert.ok(document.root);
		const names: string[] = [];
		walkElements(document.root, ({ localName, attributes }) => {
			if (localName === 'parameter') {
				names.push(attributes[0]?.value ?? '');
			}
			return true;
		});
		assert.deepEqual(names, ['PartyName', 'PartyId', 'PartyRef', 'EndpointUri', 'ClientCert', 'ServerCert']);
	});

	it('holds the certificates as they are', () => {
		assert.deepEqual(
			readXmlCertificates(written()).entries.map(({ certificate }) => certificate.sha256),
			[client.certificate.sha256, server.certificate.sha256],
		);
	});

	it('names them: the common name first, the serial number in decimal', () => {
		const document = written();
		assert.deepEqual(texts(document, 'X509SubjectName'), [
			'CN=digikoppeling.voorbeeld.nl,serialNumber=00000003999999910000,L=Voorbeeld,O=Gemeente Voorbeeld,C=NL',
			'CN=Gemeente Voorbeeld,serialNumber=00000003999999910000,organizationIdentifier=NTRNL-99999991,O=Gemeente Voorbeeld,C=NL',
		]);
		assert.deepEqual(texts(document, 'X509IssuerName'), [
			'CN=KPN PKIoverheid Private Services CA - G1,O=KPN B.V.,C=NL',
			'CN=KPN - G4 PKIo Priv G-TLS SYS - 2025,O=KPN B.V.,C=NL',
		]);
		assert.deepEqual(texts(document, 'X509SerialNumber'), [
			BigInt(`0x${client.certificate.serialNumber}`).toString(),
			BigInt(`0x${server.certificate.serialNumber}`).toString(),
		]);
	});

	it('holds the public keys, as XML Signature writes them', () => {
		const document = written();
		const [modulus = ''] = texts(document, 'Modulus');
		const [exponent = ''] = texts(document, 'Exponent');
		const key = createPublicKey({
			key: {
				kty: 'RSA',
				n: Buffer.from(modulus, 'base64').toString('base64url'),
				e: Buffer.from(exponent, 'base64').toString('base64url'),
			},
			format: 'jwk',
		});
		assert.ok(key.equals(client.key.publicKey));
	});

	it('leaves the key value out for a key that is not RSA', () => {
		const document = written({ client: pki.g4.leaf({ key: 'p256-0' }).certificate });
		assert.equal(texts(document, 'KeyValue').length, 1);
	});

	it('breaks base64 into lines that can be read', () => {
		const lines = writeConsumerspecificatie(parts).split('\n');
		assert.ok(lines.every((line) => line.length < 200));
	});

	const names: readonly (readonly [name: string, inSubject: string])[] = [
		['Zorg & Welzijn <"B.V.">', 'Zorg & Welzijn \\<\\"B.V.\\"\\>'],
		['Müller, Łódź + Zn;', 'Müller\\, Łódź \\+ Zn\\;'],
		[' #1', '\\ #1'],
		['bel\u0007l', 'bell'],
	];
	for (const [name, inSubject] of names) {
		it(`keeps the name ${JSON.stringify(name)} whole`, () => {
			const { certificate } = pki.g4.leaf({ subject: [['CN', name]] });
			const document = written({ partyName: name, client: certificate });
			assert.deepEqual(document.faults, []);
			assert.equal(texts(document, 'X509SubjectName')[0], `CN=${inSubject}`);
			assert.equal(texts(document, 'parameter')[0], name.replace('\u0007', '').trim());
		});
	}
});
