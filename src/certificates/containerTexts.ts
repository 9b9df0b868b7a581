import { findingsOf, type FindingTexts } from '../finding';
import type { Translate } from '../text';
import type { Asn1Fault } from './asn1/read';
import type { ContainerFormat } from './containers/container';
import type { UnreadableReason } from './readCertificate';

type NoData = Readonly<Record<string, never>>;

/** What a file holds that has no certificate. */
export type NothingFound =
	| 'text'
	| 'binary'
	| 'zip'
	| 'private-key'
	| 'public-key'
	| 'revocation-list'
	| 'unknown'
	| 'pem'
	| 'der'
	| 'pkcs7'
	| 'pkcs12'
	| 'jks'
	| 'jceks'
	| 'csr'
	| 'xml';

/** What is to be said about a file with certificates, apart from the certificates. */
export interface ContainerFindings {
	'certificate.container-empty': NoData;
	/** In bytes. */
	'certificate.container-too-large': { readonly size: number; readonly limit: number };
	'certificate.container-nothing-found': { readonly contents: NothingFound };
	'certificate.container-asn1': { readonly fault: Asn1Fault };
	'certificate.container-trailing-data': { readonly bytes: number };
	/** `alias` is `''` when it has none. */
	'certificate.container-certificate': { readonly reason: UnreadableReason; readonly alias: string };
	'certificate.container-request': { readonly reason: UnreadableReason };
	'certificate.container-duplicate': { readonly subject: string };
	/** `place` is the label of a PEM block or the name of an element; `character` is `''` when characters are missing. */
	'certificate.container-base64': { readonly place: string; readonly character: string };
	/** What is in the base64; `pem` is a whole PEM, lines and all. */
	'certificate.container-bare-base64': { readonly format: ContainerFormat };
	'certificate.container-pem-begin': { readonly label: string };
	'certificate.container-pem-end': { readonly label: string };
	'certificate.container-pem-labels': { readonly begin: string; readonly end: string };
	'certificate.container-pem-dashes': { readonly expected: string };
	'certificate.container-pem-escapes': NoData;
	'certificate.container-pem-form': { readonly reason: 'lines' | 'utf-16' };
	'certificate.container-pem-in-xml': { readonly element: string };
	'certificate.container-iterations': { readonly count: number; readonly limit: number };
	/** An OID; `''` when it is damaged. */
	'certificate.container-encryption': { readonly algorithm: string };
	'certificate.container-mac-unchecked': NoData;
	/** Entries that were read, and that there should be. */
	'certificate.container-keystore': { readonly read: number; readonly count: number };
	'certificate.container-secret-key': { readonly alias: string };
	'certificate.private-key-present': { readonly count: number };
}

const pem = 'RFC 7468 §2';
const der = 'X.690 §8.1';
const pkcs12 = 'RFC 7292';
const own = 'Lopende Zaken for VS Code';

export const containerTexts: FindingTexts<ContainerFindings> = {
	'certificate.container-empty': {
		severity: 'error',
		problem: (_, t) => t('This file is empty.'),
		cure: (_, t) => t('Fetch the file again from where it comes from.'),
		source: own,
		about: 'A file of zero bytes, mostly a download or an export that failed.',
	},
	'certificate.container-too-large': {
		severity: 'error',
		problem: ({ size, limit }, t) =>
			t('This file is {0} MB; files over {1} MB are not read.', megabytes(size), megabytes(limit)),
		cure: (_, t) => t('A file with certificates is never this large: check what this file is.'),
		source: own,
		about:
			'The largest trust stores are smaller than 1 MB. A file over 16 MB is refused, so that it cannot exhaust memory.',
	},
	'certificate.container-nothing-found': {
		severity: 'error',
		problem: ({ contents }, t) => nothingFound(contents, t),
		cure: (_, t) =>
			t(
				'Choose the file with the certificate: PEM, DER, PKCS#7 (.p7b), PKCS#12 (.p12, .pfx), a Java keystore, or XML.',
			),
		source: own,
		about:
			'The file was read, but there is no certificate or certificate request in it. What it is, is told by its content and not by its name.',
	},
	'certificate.container-asn1': {
		severity: 'error',
		problem: ({ fault }, t) => asn1Fault(fault, t),
		cure: (_, t) => t('Fetch the file again; copy it as a binary file, not as text.'),
		source: der,
		about:
			'The bytes are not the DER or BER that certificates are written in: they break off, a length does not fit in what is around it, or more than 100 elements are nested in one another.',
	},
	'certificate.container-trailing-data': {
		severity: 'warning',
		problem: ({ bytes }, t) =>
			bytes === 1
				? t('Behind the certificate follows 1 byte that does not belong to it.')
				: t('Behind the certificate follow {0} bytes that do not belong to it.', bytes),
		cure: (_, t) => t('Export the certificate again: some programs refuse a file with such a rest.'),
		source: der,
		about:
			'A certificate ends where its own length says. What follows is neither a certificate nor anything else that we know.',
	},
	'certificate.container-certificate': {
		severity: 'error',
		problem: ({ reason, alias }, t) =>
			alias === ''
				? t('A certificate cannot be read: {0}.', unreadable(reason, t))
				: t('The certificate of "{0}" cannot be read: {1}.', alias, unreadable(reason, t)),
		cure: (_, t) => t('Fetch the certificate again from the provider.'),
		source: 'RFC 5280 §4.1',
		about:
			'Something has the form of a certificate, but a part of it is damaged. The rest of the file is read.',
	},
	'certificate.container-request': {
		severity: 'error',
		problem: ({ reason }, t) => t('The certificate request cannot be read: {0}.', unreadable(reason, t)),
		cure: (_, t) => t('Make the request again.'),
		source: 'RFC 2986 §4',
		about: 'Something has the form of a certificate request (PKCS#10), but a part of it is damaged.',
	},
	'certificate.container-duplicate': {
		severity: 'warning',
		problem: ({ subject }, t) => t('This certificate stands in the file twice: {0}.', subject),
		cure: (_, t) => t('Remove one of the two, or put here the certificate that is missing.'),
		source: own,
		about:
			'The same certificate, byte for byte, more than once. Harmless in itself, but often the place of an intermediate certificate that is missing.',
	},
	'certificate.container-base64': {
		severity: 'error',
		problem: ({ place, character }, t) =>
			character === ''
				? t('The base64 in {0} is empty or not complete.', place)
				: t('In the base64 of {0} stands a character that cannot be there: {1}', place, visible(character)),
		cure: (_, t) => t('Copy the certificate again, all lines of it and nothing else.'),
		source: 'RFC 4648 §4',
		about:
			'Base64 consists of the letters A to Z in both cases, digits, + and /, with = at its end, and its length is a multiple of four. White space does not matter.',
	},
	'certificate.container-bare-base64': {
		severity: 'info',
		problem: ({ format }, t) => {
			switch (format) {
				case 'pem':
					return t('This is the base64 of a PEM file, as in a secret of Kubernetes.');
				case 'pkcs12':
					return t('This is the base64 of a PKCS#12 file.');
				default:
					return t('This is the bare base64 of a certificate, without the lines BEGIN and END.');
			}
		},
		cure: ({ format }, t) =>
			format === 'pem' || format === 'pkcs12'
				? t('Most programs want the file itself: decode the base64 (for example with openssl base64 -d -A).')
				: t.place === 'editor'
					? t('Most programs want these lines: export it as PEM.')
					: t(
							'Most programs want these lines: {0} before it, {1} behind it, and at most 64 characters on a line.',
							'-----BEGIN CERTIFICATE-----',
							'-----END CERTIFICATE-----',
						),
		source: pem,
		about:
			'The content of an X509Certificate element, what a portal shows, or a file that was put in base64 as a whole. It is read all the same.',
	},
	'certificate.container-pem-begin': {
		severity: 'error',
		problem: ({ label }, t) => t('There is an END {0} here without a BEGIN before it.', label),
		cure: ({ label }, t) => t('Copy the whole block, from -----BEGIN {0}----- on.', label),
		source: pem,
		about: 'The first line of a PEM block is missing, so that nobody can tell where it begins.',
	},
	'certificate.container-pem-end': {
		severity: 'error',
		problem: ({ label }, t) => t('This block breaks off: there is no END {0}.', label),
		cure: ({ label }, t) => t('Copy the whole block, up to -----END {0}-----.', label),
		source: pem,
		about: 'The last line of a PEM block is missing: mostly the rest of the file is, too.',
	},
	'certificate.container-pem-labels': {
		severity: 'warning',
		problem: ({ begin, end }, t) => t('This block begins with BEGIN {0} but ends with END {1}.', begin, end),
		cure: (_, t) => t('Make both lines the same: other programs refuse this.'),
		source: pem,
		about:
			'The labels of the first and last line of a PEM block must be equal. The content is read nevertheless.',
	},
	'certificate.container-pem-dashes': {
		severity: 'warning',
		problem: ({ expected }, t) =>
			t('This line must be {0}: five dashes on both sides and no other spaces.', expected),
		cure: (_, t) => t('Correct the line: other programs do not recognise it.'),
		source: pem,
		about:
			'A dash was lost or added in copying, or a word processor made other dashes of them. The content is read nevertheless.',
	},
	'certificate.container-pem-escapes': {
		severity: 'info',
		problem: (_, t) => t('The line ends of this PEM are written as \\n, as in a string of JSON.'),
		cure: (_, t) => t('Most programs want real line ends in a file of its own: replace each \\n by one.'),
		source: pem,
		about:
			'A PEM that was taken out of JSON, of an environment variable or of a configuration. It is read as if there were line ends.',
	},
	'certificate.container-pem-form': {
		severity: 'warning',
		problem: ({ reason }, t) =>
			reason === 'utf-16'
				? t('This PEM is written in UTF-16, as PowerShell and Windows do; most programs cannot read it so.')
				: t('BEGIN or END does not stand on a line of its own; most programs do not recognise it so.'),
		cure: ({ reason }, t) =>
			reason === 'utf-16'
				? t('Save the file as UTF-8 without byte order mark.')
				: t('Put a line end behind BEGIN …, and one before END …; the base64 stands between them.'),
		source: pem,
		about:
			'OpenSSL, and what is built on it, looks for BEGIN and END on lines of their own in a text of ASCII. A PEM loses its line ends in an environment variable or a form, and becomes UTF-16 when PowerShell writes it with `>`. The content is read nevertheless.',
	},
	'certificate.container-pem-in-xml': {
		severity: 'warning',
		problem: ({ element }, t) => t('{0} holds the lines BEGIN and END of a PEM file.', element),
		cure: (_, t) => t('Leave out these lines: only the base64 between them belongs here.'),
		source: 'XML Signature §4.4.4',
		about:
			'An element for a certificate holds the base64 of its DER. The receiver will not understand PEM. The content is read nevertheless.',
	},
	'certificate.container-iterations': {
		severity: 'error',
		problem: ({ count, limit }, t) =>
			t(
				'To open this file the password must be hashed {0} times; more than {1} times is refused.',
				count,
				limit,
			),
		cure: (_, t) => t('Export it again with the usual number of rounds, such as 2048 or 10,000.'),
		source: `${pkcs12} appendix B`,
		about:
			'A PKCS#12 says itself how often the password must be hashed. Programs write up to 10,000, OWASP advises 600,000; a file that asks for more than 2,000,000, all its parts together, is made to keep a computer busy.',
	},
	'certificate.container-encryption': {
		severity: 'error',
		problem: ({ algorithm }, t) =>
			algorithm === ''
				? t('A part of this file is encrypted in a way that is damaged.')
				: t('A part of this file is encrypted in a way that is not supported: {0}.', algorithm),
		cure: (_, t) => conversionWords(t),
		source: `${pkcs12} §4.1`,
		about: 'The password may be right, but this part cannot be opened. What could be read is shown.',
	},
	'certificate.container-mac-unchecked': {
		severity: 'info',
		problem: (_, t) =>
			t(
				'The certificates in this file are not encrypted; whether the file was changed was not checked, for lack of the password.',
			),
		cure: (_, t) =>
			t.place === 'editor'
				? t('If you must be sure, compare the SHA-256 of the certificates with what their owner says.')
				: t('If you must be sure, give the password with {0}.', '--password-env'),
		source: `${pkcs12} §5.1`,
		about: 'The checksum (MAC) of a PKCS#12 needs the password; its certificates were readable without.',
	},
	'certificate.container-keystore': {
		severity: 'error',
		problem: ({ read, count }, t) =>
			t('This keystore is damaged: {0} of its {1} entries could be read.', read, count),
		cure: (_, t) => t('Fetch the keystore again; copy it as a binary file, not as text.'),
		source: 'Java Cryptography Architecture, JKS and JCEKS',
		about:
			'A length in the keystore points past its end, or an entry is of a kind that does not exist. What comes behind it cannot be found.',
	},
	'certificate.container-secret-key': {
		severity: 'info',
		problem: ({ alias }, t) =>
			t('This keystore also holds a secret key, "{0}", which is not looked at.', alias),
		cure: (_, t) => t('Nothing needs to be done.'),
		source: 'Java Cryptography Architecture, JCEKS',
		about:
			'A JCEKS may hold symmetric keys. They are skipped; the certificates behind them are found by their form.',
	},
	'certificate.private-key-present': {
		severity: 'info',
		problem: ({ count }, t) =>
			count === 1
				? t('This file also holds a private key.')
				: t('This file also holds {0} private keys.', count),
		cure: (_, t) =>
			t('Keep it to yourself: never send this file to others, and do not put it in a repository.'),
		source: 'Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1 §3.3.3',
		about:
			'That a private key is there is all that is looked at: it is not decrypted, shown, logged or written.',
	},
};

export const containerFinding = findingsOf(containerTexts);

/** What to do with a PKCS#12 that is encrypted as is done no more. With a PEM between, as `openssl pkcs12 -export` cannot read from a pipe. */
export function conversionWords(t: Translate): string {
	return t(
		'Export it again with AES-256 (the default of OpenSSL 3 and Java 17), or convert it with OpenSSL 3: "{0}", then "{1}"; remove {2} afterwards.',
		'openssl pkcs12 -legacy -in FILE.p12 -out BETWEEN.pem',
		'openssl pkcs12 -export -in BETWEEN.pem -out NEW.p12',
		'BETWEEN.pem',
	);
}

function megabytes(bytes: number): number {
	return Math.ceil(bytes / (1024 * 1024));
}

/** A character that can be seen: others by their number. */
function visible(character: string): string {
	const point = character.codePointAt(0) ?? 0;
	return point > 0x20 && point < 0x7f ? character : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function nothingFound(contents: NothingFound, t: Translate): string {
	switch (contents) {
		case 'private-key':
			return t('This file holds a private key, but no certificate.');
		case 'public-key':
			return t('This file holds a bare public key, but no certificate.');
		case 'revocation-list':
			return t('This file holds a certificate revocation list (CRL), but no certificate.');
		case 'xml':
			return t('There is no certificate in this XML file.');
		case 'zip':
			return t('This is a ZIP file: unpack it, then choose the certificate that was in it.');
		case 'jks':
		case 'jceks':
			return t('There is no certificate in this keystore.');
		case 'pkcs7':
		case 'pkcs12':
			return t('There is no certificate in this file, though it is of a kind that can hold them.');
		case 'text':
		case 'binary':
		case 'pem':
		case 'der':
		case 'csr':
		case 'unknown':
			return t('There is no certificate in this file.');
	}
}

function asn1Fault(fault: Asn1Fault, t: Translate): string {
	switch (fault) {
		case 'truncated':
			return t('This file breaks off: it is shorter than it says itself.');
		case 'malformed':
			return t('This file is damaged: its parts do not fit in one another.');
		case 'too-deep':
			return t('This is no file with certificates: its parts are nested too deep.');
		case 'too-large':
			return t('This file is too large to be read.');
	}
}

/** Why a certificate or request cannot be read, to follow a colon. */
function unreadable(reason: UnreadableReason, t: Translate): string {
	switch (reason) {
		case 'truncated':
			return t('it breaks off');
		case 'malformed':
			return t('its parts do not fit in one another');
		case 'too-deep':
			return t('its parts are nested too deep');
		case 'too-large':
			return t('it is too large');
		case 'trailing-data':
			return t('bytes follow behind it that do not belong to it');
		case 'not-a-certificate':
			return t('it does not have the form that it should');
		case 'serial-number':
			return t('its serial number is damaged');
		case 'signature':
			return t('the algorithm of its signature is damaged');
		case 'issuer':
			return t('the name of its issuer is damaged');
		case 'validity':
			return t('the dates between which it is valid are damaged');
		case 'subject':
			return t('the name of its subject is damaged');
		case 'key':
			return t('its public key is damaged');
		case 'extensions':
			return t('its extensions are damaged');
	}
}
