import assert from 'node:assert/strict';
import { readXmlCertificates } from '../../../src/certificates/containers/xmlCertificates';
import {
	fillCertificate,
	fillText,
	placedParameters,
} from '../../../src/documents/consumerspecificatie/fillParameters';
import { recognise } from '../../../src/documents/registry';
import { parseXml } from '../../../src/xml/parse';
import type { Edit } from '../../../src/xml/repair';
import type { XmlDocument, XmlElement } from '../../../src/xml/tree';
import { makePki } from '../certificates/pki/makePki';

const { certificate } = makePki().g4.leaf();

/** The text after the parameter with this name was filled. */
function filled(
	text: string,
	name: string,
	fill: (document: XmlDocument, element: XmlElement) => Edit,
): string {
	const document = parseXml(text);
	const root = recognise(document)?.root;
	assert.ok(root);
	const parameter = placedParameters({ document, root, now: new Date() }).find((one) => one.name === name);
	assert.ok(parameter);
	const { span, text: replacement } = fill(document, parameter.element);
	return text.slice(0, span.start) + replacement + text.slice(span.end);
}

function specification(parameter: string): string {
	return `<osb-ebms-service-specificatie>\n\t<parameters name="SR">\n\t\t${parameter}\n\t</parameters>\n</osb-ebms-service-specificatie>\n`;
}

describe('Filling a parameter of a Consumerspecificatie', () => {
	const before = [
		'<parameter name="ClientCert"/>',
		'<parameter name="ClientCert" />',
		'<parameter name="ClientCert"></parameter>',
		'<parameter name="ClientCert">[uw_client_certificaat_data]</parameter>',
		'<parameter name="ClientCert"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data/></KeyInfo></parameter>',
	];
	for (const parameter of before) {
		it(`puts a certificate in ${parameter}`, () => {
			const text = filled(specification(parameter), 'ClientCert', (document, element) =>
				fillCertificate(document, element, certificate),
			);
			const document = parseXml(text);
			assert.deepEqual(document.faults, []);
			assert.deepEqual(
				readXmlCertificates(document).entries.map((entry) => entry.certificate.sha256),
				[certificate.sha256],
			);
			assert.match(
				text,
				/^\t\t<parameter name="ClientCert">\n\t\t\t<KeyInfo [^]*\n\t\t\t<\/KeyInfo>\n\t\t<\/parameter>$/m,
			);
		});
	}

	it('puts an OIN in place of the one that is there', () => {
		const text = specification('<parameter name="PartyId">[uw_oin]</parameter>');
		assert.equal(
			filled(text, 'PartyId', (document, element) => fillText(document, element, '00000003999999910000')),
			specification('<parameter name="PartyId">00000003999999910000</parameter>'),
		);
	});

	it('writes what is markup in a text as text', () => {
		const text = specification('<parameter name="PartyName"/>');
		assert.equal(
			filled(text, 'PartyName', (document, element) => fillText(document, element, 'A & B <C>')),
			specification('<parameter name="PartyName">A &#38; B &#60;C&#62;</parameter>'),
		);
	});
});
