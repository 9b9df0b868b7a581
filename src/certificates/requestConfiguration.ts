import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Translate } from '../text';

/** What a request for a PKIoverheid G4 certificate says. */
export interface RequestParts {
	/** As it stands in the Handelsregister. */
	readonly organisation: string;
	/** 8 digits. */
	readonly kvkNumber: string;
	/** The OIN, or the HRN of a supplier. */
	readonly oin: string;
	/** Of the servers; also that of the client, which needs one all the same. */
	readonly domainNames: readonly string[];
}

/** Characters of an organisation or common name (RFC 5280 appendix A.1): OpenSSL refuses more. */
export const longestName = 64;

/** Domain names in a G4 certificate (PKIoverheid profile Private TLS SYS). */
export const mostDomainNames = 100;

/** Larger than 3000 bits, as PKIoverheid wants since 2026, and good by NCSC. */
const keyBits = 3072;

/**
 * Writes a configuration for `openssl req`: the subject and the extensions of the profile G4 Private TLS SYS, and nothing that the profile
 * does not have (no OU, place or province). What to do with it stands in it as comments. It makes no key: that belongs on the server.
 *
 * @param name Of the file, without extension: the files that the commands make are called after it.
 */
export function writeRequestConfiguration(
	{ organisation, kvkNumber, oin, domainNames }: RequestParts,
	name: string,
	t: Translate,
): string {
	const subject: readonly (readonly [field: string, value: string])[] = [
		['countryName', 'NL'],
		['organizationName', organisation],
		['organizationIdentifier', `NTRNL-${kvkNumber}`],
		['serialNumber', oin],
		['commonName', organisation],
	];
	return [
		...comments(
			[
				t('Request for a PKIoverheid certificate (G4, Private TLS) for Digikoppeling.'),
				t(
					'Check the names below: domain names cannot be changed later. Ask your certificate provider explicitly for the OIN.',
				),
				t('Run these commands on the server. The private key is made there, and never leaves it:'),
			],
			[''],
			requestCommands(name).map((command) => `  ${command}`),
			[''],
			[t('Then inspect {0} with Lopende Zaken, and send it to your certificate provider.', `${name}.csr`)],
		),
		'',
		'[ req ]',
		'prompt = no',
		'utf8 = yes',
		'string_mask = utf8only',
		'distinguished_name = subject',
		'req_extensions = extensions',
		'',
		'[ subject ]',
		...subject.map(([field, value]) => `${field} = ${quoted(value)}`),
		'',
		'[ extensions ]',
		'basicConstraints = critical, CA:FALSE',
		'keyUsage = critical, digitalSignature, keyEncipherment',
		'extendedKeyUsage = serverAuth, clientAuth',
		'subjectAltName = @names',
		'',
		'[ names ]',
		...domainNames.map((domainName, index) => `DNS.${index + 1} = ${ascii(domainName)}`),
		'',
	].join('\n');
}

/** The commands that make the key and the request, and show the request. */
export function requestCommands(name: string): readonly string[] {
	const file = shellQuoted(name);
	return [
		`openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${keyBits} -aes-256-cbc -out ${file}.key`,
		`openssl req -new -config ${file}.cnf -key ${file}.key -sha512 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:64 -out ${file}.csr`,
		`openssl req -in ${file}.csr -noout -text -verify`,
	];
}

function comments(...parts: readonly (readonly string[])[]): readonly string[] {
	return parts.flat().map((line) => `# ${line}`.trimEnd());
}

/** As config(5) of OpenSSL wants it: in quotes, `#` and `$` are nothing special. */
function quoted(value: string): string {
	return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

function shellQuoted(name: string): string {
	return /^[\w.-]+$/.test(name) ? name : `"${name.replace(/[\\"$`]/g, '\\$&')}"`;
}

/** Why a domain name cannot be in a G4 certificate. */
export type DomainNameFault = 'empty' | 'address' | 'wildcard' | 'not-qualified' | 'onion' | 'characters';

/** Judges a domain name for the Subject Alternative Name of a G4 certificate; `undefined` when it is right. */
export function checkDomainName(domainName: string): DomainNameFault | undefined {
	if (domainName === '') {
		return 'empty';
	}
	if (isIP(domainName.replace(/^\[|\]$/g, '')) !== 0) {
		return 'address';
	}
	if (domainName.includes('*')) {
		return 'wildcard';
	}
	const name = ascii(domainName);
	const labels = name.split('.');
	if (name.length > 253 || !labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label))) {
		return 'characters';
	}
	if (labels.length < 2) {
		return 'not-qualified';
	}
	return labels.at(-1) === 'onion' ? 'onion' : undefined;
}

/** Names with other letters stand in certificates as IDNA writes them. */
function ascii(domainName: string): string {
	const lower = domainName.toLowerCase();
	return /^[\p{ASCII}]*$/u.test(lower) ? lower : domainToASCII(lower);
}
