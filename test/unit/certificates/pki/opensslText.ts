import type { Certificate, GeneralName, NameAttribute } from '../../../../src/certificates/certificate';
import { run } from './tools';

/** What `openssl x509` says of a certificate, white space made equal. */
export function opensslText(folder: string, file: string): string {
	const facts = run(
		'openssl',
		folder,
		...['x509', '-in', file, '-noout', '-serial', '-subject', '-issuer', '-dates', '-dateopt', 'iso_8601'],
		...['-fingerprint', '-sha256', '-nameopt', 'utf8,esc_2253,sname,sep_comma_plus'],
	);
	const extensions = run(
		'openssl',
		folder,
		...['x509', '-in', file, '-noout', '-text', '-certopt', 'no_header,no_version,no_serial'],
	);
	const algorithm = /Signature Algorithm: (\S+)/.exec(extensions)?.[1] ?? '';
	const salt = /Salt Length: (0x[0-9A-Fa-f]+)/.exec(extensions)?.[1];
	const key = /Public-Key: \((\d+) bit\)/.exec(extensions)?.[1] ?? '';
	const end = extensions.lastIndexOf('Signature Algorithm:');
	const known = extensions.slice(0, end).split('X509v3 extensions:')[1] ?? '';
	return squeezed(
		[facts, `signature=${algorithm}`, `salt=${Number(salt ?? 0)}`, `key=${key}`, known]
			.join('\n')
			.replace('DirName:/CN=', 'DirName:CN = '),
	);
}

/** The same facts from our own reading, in the words of OpenSSL. Extensions in the order in which the tests write them. */
export function textOf(certificate: Certificate): string {
	const { subject, issuer, notBefore, notAfter, basicConstraints, keyUsage, extendedKeyUsage } = certificate;
	const { subjectAlternativeNames, policies, ocsp, caIssuers, crlDistributionPoints, signature } =
		certificate;
	const serial = certificate.serialNumber.replace('-', '').toUpperCase();
	const lines = [
		`serial=${certificate.serialNumber.startsWith('-') ? '-' : ''}${serial.padStart(serial.length + (serial.length % 2), '0')}`,
		`subject=${nameText(subject.attributes)}`,
		`issuer=${nameText(issuer.attributes)}`,
		`notBefore=${isoText(notBefore)}`,
		`notAfter=${isoText(notAfter)}`,
		`sha256 Fingerprint=${colons(certificate.sha256)}`,
		`signature=${signature.name === 'RSASSA-PSS' ? 'rsassaPss' : signature.name}`,
		`salt=${signature.saltLength ?? 0}`,
		`key=${certificate.key.type === 'ed25519' ? '' : certificate.key.bits}`,
		basicConstraints && `X509v3 Basic Constraints: ${criticality(basicConstraints)}`,
		basicConstraints &&
			`CA:${basicConstraints.ca ? 'TRUE' : 'FALSE'}${pathText(basicConstraints.pathLength)}`,
		keyUsage && `X509v3 Key Usage: ${criticality(keyUsage)}`,
		keyUsage?.usages.map((usage) => usageWords[usage]).join(', '),
		extendedKeyUsage && `X509v3 Extended Key Usage: ${criticality(extendedKeyUsage)}`,
		extendedKeyUsage?.usages.map((usage) => purposeWords[usage]).join(', '),
		subjectAlternativeNames && 'X509v3 Subject Alternative Name: ',
		subjectAlternativeNames?.map(generalNameText).join(', '),
		policies && 'X509v3 Certificate Policies: ',
		...(policies ?? []).flatMap(({ oid, cps, notices }) => [
			`Policy: ${oid}`,
			...cps.map((uri) => `CPS: ${uri}`),
			...notices.map((text) => `User Notice: Explicit Text: ${text}`),
		]),
		ocsp.length + caIssuers.length > 0 && 'Authority Information Access: ',
		...ocsp.map((uri) => `OCSP - URI:${uri}`),
		...caIssuers.map((uri) => `CA Issuers - URI:${uri}`),
		crlDistributionPoints.length > 0 && 'X509v3 CRL Distribution Points: ',
		...crlDistributionPoints.map((uri) => `Full Name: URI:${uri}`),
		`X509v3 Subject Key Identifier: ${colons(certificate.subjectKeyIdentifier ?? '')}`,
		`X509v3 Authority Key Identifier: ${colons(certificate.authorityKeyIdentifier ?? '')}`,
	];
	return squeezed(lines.filter((line) => typeof line === 'string').join('\n'));
}

const usageWords: Readonly<Record<string, string>> = {
	digitalSignature: 'Digital Signature',
	nonRepudiation: 'Non Repudiation',
	keyEncipherment: 'Key Encipherment',
	dataEncipherment: 'Data Encipherment',
	keyAgreement: 'Key Agreement',
	keyCertSign: 'Certificate Sign',
	cRLSign: 'CRL Sign',
};

const purposeWords: Readonly<Record<string, string>> = {
	serverAuth: 'TLS Web Server Authentication',
	clientAuth: 'TLS Web Client Authentication',
	emailProtection: 'E-mail Protection',
	anyExtendedKeyUsage: 'Any Extended Key Usage',
	'1.3.6.1.4.1.99999.1': '1.3.6.1.4.1.99999.1',
};

const nameWords: Readonly<Record<GeneralName['type'], string>> = {
	dns: 'DNS',
	email: 'email',
	uri: 'URI',
	ip: 'IP Address',
	directory: 'DirName',
	other: 'othername',
};

function generalNameText({ type, value }: GeneralName): string {
	if (type === 'directory') {
		return `DirName:${value.replace('=', ' = ')}`;
	}
	const [id, text] = value.split(':');
	return type === 'other'
		? `othername: ${id === '1.3.6.1.4.1.311.20.2.3' ? 'UPN' : id}::${text}`
		: `${nameWords[type]}:${value}`;
}

function nameText(attributes: readonly NameAttribute[]): string {
	return attributes.map(({ name, value }) => `${name}=${value.replace(/[,+"\\<>;]/g, '\\$&')}`).join(',');
}

const pathText = (length: number | null): string => (length === null ? '' : `, pathlen:${length}`);

const criticality = ({ critical }: { readonly critical: boolean }): string => (critical ? 'critical' : '');

const isoText = (moment: Date): string => moment.toISOString().replace('T', ' ').replace('.000', '');

const colons = (hex: string): string => (hex.toUpperCase().match(/../g) ?? []).join(':');

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
