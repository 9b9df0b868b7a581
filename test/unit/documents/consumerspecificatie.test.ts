import { assertFindings, change, type Expected } from './marked';

/** A certificate made for these tests; its key was thrown away. */
const certificate =
	'MIIBfjCCASWgAwIBAgIUQBOWZ7FWQ2zb2v72rJurdaAPYWEwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJdm9vcmJlZWxkMCAXDTI2MTEyNDA3MTUzOVoYDzIwODEwODI3MDcxNTM5WjAUMRIwEAYDVQQDDAl2b29yYmVlbGQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQE0H+L7gc+T4H/TnGRD9N99UYfL1NnaQus/1iIqKagIXTz0ff6KTy9hQ6rxCW61V4EpK7woOjUxkQ7L2Vc3x8yo1MwUTAdBgNVHQ4EFgQUkssSjO5d5pvogPr2D5TgkBXLTM0wHwYDVR0jBBgwFoAUkssSjO5d5pvogPr2D5TgkBXLTM0wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiABfg0MYkVZLpeV5g7Xb3wBYu8MMWvVquDLCHF+eZB5egIgIbtrJ0QIX/12JdSvAarV5pc8vMawCSVnvF7Z63JxGwU=';
const wrapped = certificate.replace(/.{64}/g, '$&\n');

const keyInfo = (content: string): string =>
	`<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">${content}</KeyInfo>`;
const x509 = (content: string): string =>
	keyInfo(`<X509Data><X509Certificate>${content}</X509Certificate></X509Data>`);

const name = '<parameter name="PartyName">Gemeente Voorbeeldstad</parameter>';
const id = '<parameter name="PartyId">00000001002220647000</parameter>';
const uri = '<parameter name="EndpointUri">https://ebms.voorbeeldstad.example/ontvang</parameter>';
const client = `<parameter name="ClientCert">${x509(wrapped)}</parameter>`;
const server = `<parameter name="ServerCert">${x509(certificate)}</parameter>`;

const specification = `<?xml version="1.0" encoding="UTF-8"?>
<osb-ebms-service-specificatie>
	<parameters name="SR">
		${name}
		${id}
		<parameter name="PartyRef"/>
		${uri}
		${client}
		${server}
	</parameters>
</osb-ebms-service-specificatie>`;

const withId = (value: string): string =>
	change(specification, [id, `<parameter name="PartyId">${value}</parameter>`]);
const withUri = (value: string): string =>
	change(specification, [uri, `<parameter name="EndpointUri">${value}</parameter>`]);
const withClient = (value: string): string =>
	change(specification, [client, `<parameter name="ClientCert">${value}</parameter>`]);
const without = (part: string): string => change(specification, [part, ''], ['<parameters', '<«parameters»']);

const rule = (code: string, severity: Expected[1], data: Expected[2] = {}): Expected => [
	`consumerspecificatie.${code}`,
	severity,
	data,
];
const partyId = (value: string, reason: string): Expected => rule('party-id', 'error', { value, reason });
const notHttps = (value: string, reason: string): Expected =>
	rule('endpoint-not-https', 'error', { value, reason });
const local = (host: string, reason: string): Expected => rule('endpoint-local', 'warning', { host, reason });
const port = (value: string): Expected => rule('endpoint-port', 'warning', { port: value });
const noCertificate = (parameter: string): Expected => rule('certificate-missing', 'error', { parameter });
const strayKeyInfo = (element: string): Expected =>
	rule('key-info', 'warning', { element, parameter: 'ClientCert' });
const unreadable = (reason: string): Expected => rule('certificate-unreadable', 'error', { reason });

describe('a Consumerspecificatie: the rules find', () => {
	const cases: readonly (readonly [string, string, readonly Expected[]])[] = [
		['nothing in one that is right', specification, []],
		['nothing in another order of parameters', change(specification, [name, ''], [id, `${id}${name}`]), []],

		['a PartyId that is too short', withId('«1002220647000»'), [partyId('1002220647000', 'length')]],
		[
			'a PartyId with letters in its RSIN',
			withId('«00000001ABCDEFGHI000»'),
			[partyId('00000001ABCDEFGHI000', 'number')],
		],
		[
			'a PartyId with a wrong prefix',
			withId('«12345678002220647000»'),
			[partyId('12345678002220647000', 'prefix')],
		],
		[
			'an empty PartyId',
			change(specification, [id, '<«parameter» name="PartyId"/>']),
			[partyId('', 'missing')],
		],
		['no PartyId', without(id), [partyId('', 'missing')]],
		[
			'a PartyId with the suffix of a test environment, which is all right',
			withId('00000001002220647000_OTA'),
			[],
		],
		[
			'a PartyId whose RSIN fails the 11-proef',
			withId('«00000001123456789000»'),
			[rule('party-id-doubtful', 'warning', { value: '00000001123456789000', reason: 'check-digit' })],
		],
		['a test OIN', withId(' «00000099000000001000» '), [rule('party-id-test', 'info')]],
		[
			'a PartyId to fill in, once',
			withId('«[uw_oin]»'),
			[['document.placeholder', 'error', { value: '[uw_oin]' }]],
		],
		[
			'a PartyId filled in by halves',
			withId('«[uw_oin]»_T'),
			[['document.placeholder', 'error', { value: '[uw_oin]' }]],
		],
		[
			'a PartyId that lost its brackets',
			withId('«uw_oin»'),
			[['document.placeholder', 'error', { value: 'uw_oin' }]],
		],

		[
			'an empty name',
			change(specification, [name, '<«parameter» name="PartyName"> </parameter>']),
			[rule('party-name-empty', 'error')],
		],
		['no name', without(name), [rule('party-name-empty', 'error')]],

		[
			'http',
			withUri('«http»://ebms.voorbeeldstad.example/'),
			[notHttps('http://ebms.voorbeeldstad.example/', 'scheme')],
		],
		[
			'http with its usual port, once',
			withUri('«http»://ebms.voorbeeldstad.example:80/'),
			[notHttps('http://ebms.voorbeeldstad.example:80/', 'scheme')],
		],
		[
			'no scheme',
			withUri('«www.voorbeeldstad.example/ebms»'),
			[notHttps('www.voorbeeldstad.example/ebms', 'unreadable')],
		],
		[
			'a host and port alone',
			withUri('«localhost:8443/ebms»'),
			[notHttps('localhost:8443/ebms', 'unreadable')],
		],
		['no host', withUri('«https://»'), [notHttps('https://', 'unreadable')]],
		[
			'a port that is none',
			withUri('«https://ebms.voorbeeldstad.example:99999/»'),
			[notHttps('https://ebms.voorbeeldstad.example:99999/', 'unreadable')],
		],
		[
			'an empty endpoint',
			change(specification, [uri, '<«parameter» name="EndpointUri"></parameter>']),
			[notHttps('', 'missing')],
		],
		['no endpoint', without(uri), [notHttps('', 'missing')]],
		['HTTPS in capitals, which is all right', withUri('HTTPS://ebms.voorbeeldstad.example/'), []],
		['the usual port, which is all right', withUri('https://ebms.voorbeeldstad.example:443/'), []],
		['another port', withUri('https://ebms.voorbeeldstad.example:«8443»/ebms'), [port('8443')]],
		['an IP address', withUri('https://«192.0.2.10»/ebms'), [local('192.0.2.10', 'address')]],
		[
			'an IP address of version 6, with another port',
			withUri('https://«[2001:db8::1]»:«8443»/ebms'),
			[local('[2001:db8::1]', 'address'), port('8443')],
		],
		['a name without dots', withUri('https://«ebms01»/ebms'), [local('ebms01', 'name')]],
		...[
			'localhost',
			'ebms.local',
			'ebms.intern',
			'ebms.gemeente.internal',
			'ebms.lan',
			'EBMS.LOCALHOST.',
			'x.home.arpa',
		].map(
			(host) => [`the local name ${host}`, withUri(`https://«${host}»/`), [local(host, 'name')]] as const,
		),
		['a name that only looks local', withUri('https://local.voorbeeldstad.example/localhost'), []],
		[
			'all of an address with a reference in it',
			withUri('«https://ebms.voorbeeldstad.example:8443/?a=1&amp;b=2»'),
			[port('8443')],
		],
		[
			'an endpoint to fill in, once',
			withUri('«[uw_endpoint_voor_lopendezaken_koppeling]»'),
			[['document.placeholder', 'error', { value: '[uw_endpoint_voor_lopendezaken_koppeling]' }]],
		],
		[
			'an endpoint filled in by halves',
			withUri('https://«[uw_host]»/ebms'),
			[['document.placeholder', 'error', { value: '[uw_host]' }]],
		],

		[
			'a certificate in a KeyInfo that is misspelt',
			withClient(x509(wrapped).replace('<KeyInfo', '<«KeyInf»').replace('</KeyInfo', '</KeyInf')),
			[strayKeyInfo('KeyInf')],
		],
		[
			'a certificate in a KeyInfo of another namespace',
			withClient(x509(wrapped).replace('<KeyInfo', '<«KeyInfo»').replace('xmldsig#', 'xmldsig')),
			[strayKeyInfo('KeyInfo')],
		],
		[
			'a certificate without KeyInfo',
			withClient(`<«X509Certificate»>${certificate}</X509Certificate>`),
			[strayKeyInfo('X509Certificate')],
		],
		['no parameter for a certificate', without(client), [noCertificate('ClientCert')]],
		[
			'an empty parameter for a certificate',
			change(specification, [server, '<«parameter» name="ServerCert"/>']),
			[noCertificate('ServerCert')],
		],
		[
			'a KeyInfo without certificate',
			withClient('<«KeyInfo» xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyName>x</KeyName></KeyInfo>'),
			[noCertificate('ClientCert')],
		],
		[
			'a KeyInfo with base64 outside of X509Certificate',
			withClient(keyInfo(certificate).replace('<KeyInfo', '<«KeyInfo»')),
			[noCertificate('ClientCert')],
		],
		[
			'an empty certificate',
			withClient(x509(' ').replace('<X509Certificate', '<«X509Certificate»')),
			[noCertificate('ClientCert')],
		],
		[
			'a certificate with the lines of PEM',
			withClient(x509(`\n«-----BEGIN CERTIFICATE-----\n${wrapped}\n-----END CERTIFICATE-----»\n`)),
			[unreadable('pem')],
		],
		['no base64', withClient(x509('«dit is geen certificaat!»')), [unreadable('base64')]],
		['base64 that was cut off', withClient(x509(`«${certificate.slice(0, 201)}»`)), [unreadable('base64')]],
		[
			'part of a certificate',
			withClient(x509(`«${certificate.slice(0, 200)}»`)),
			[unreadable('certificate')],
		],
		[
			'base64 of a PEM file',
			withClient(
				x509(
					`«${Buffer.from(`-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`).toString('base64')}»`,
				),
			),
			[unreadable('certificate')],
		],
		['base64 of something else', withClient(x509('«SGFsbG8sIHdlcmVsZCE=»')), [unreadable('certificate')]],
		[
			'a chain, of which one is wrong',
			withClient(
				keyInfo(
					`<X509Data><X509Certificate>${certificate}</X509Certificate><X509Certificate>«x»</X509Certificate></X509Data>`,
				),
			),
			[unreadable('base64')],
		],
		[
			'a certificate to fill in, once',
			withClient(keyInfo('\n\t«[uw_client_certificaat_data]»\n')),
			[['document.placeholder', 'error', { value: '[uw_client_certificaat_data]' }]],
		],

		[
			'an unknown parameter',
			change(specification, [name, `${name}<parameter name="«Telefoon»">070</parameter>`]),
			[rule('parameter-unknown', 'error', { name: 'Telefoon', similar: '' })],
		],
		[
			'a misspelt parameter, once',
			change(specification, ['name="PartyId"', 'name="«partyID»"']),
			[rule('parameter-unknown', 'error', { name: 'partyID', similar: 'PartyId' })],
		],
		[
			'a misspelt parameter for a certificate, once',
			change(specification, ['name="ClientCert"', 'name="«Client-Cert»"']),
			[rule('parameter-unknown', 'error', { name: 'Client-Cert', similar: 'ClientCert' })],
		],
		[
			'a parameter that stands there twice',
			change(specification, [name, `${name}${name.replace('PartyName', '«PartyName»')}`]),
			[rule('parameter-duplicate', 'error', { name: 'PartyName' })],
		],
		[
			'the same parameters in another group, which is all right',
			change(specification, [
				'</osb',
				`${/<parameters.*<\/parameters>/s.exec(specification)?.[0] ?? ''}</osb`,
			]),
			[],
		],
		[
			'a parameter without name, which the schema says',
			change(specification, [name, `${name}<parameter>x</parameter>`]),
			[],
		],
		['no parameters at all, which the schema says', '<osb-ebms-service-specificatie/>', []],
	];
	for (const [title, source, expected] of cases) {
		it(title, () => {
			assertFindings(source, expected);
		});
	}
});
