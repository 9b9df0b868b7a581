import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issued } from '../pki/issue';
import { run } from '../pki/tools';

export interface OpensslListSpec {
	readonly revoked: readonly {
		readonly certificate: Issued;
		readonly at: string;
		readonly reason?: string;
	}[];
	/** `YYMMDDHHMMSSZ`. */
	readonly lastUpdate: string;
	readonly nextUpdate: string;
	/** The CA signs with RSASSA-PSS, SHA-512 and a salt of 64. */
	readonly pss: boolean;
	/** Lines of the section of the extensions. */
	readonly extensions?: readonly string[];
}

/** Makes a CRL with `openssl ca`, in DER. */
export function opensslList(folder: string, issuer: Issued, spec: OpensslListSpec): Uint8Array {
	const own = mkdtempSync(join(folder, 'crl-'));
	writeFileSync(join(own, 'ca.pem'), issuer.pem);
	writeFileSync(join(own, 'ca.key'), issuer.keyPem, { mode: 0o600 });
	writeFileSync(join(own, 'crlnumber'), '01\n');
	writeFileSync(
		join(own, 'index.txt'),
		spec.revoked
			.map(({ certificate, at, reason }) => {
				const serial = certificate.certificate.serialNumber.toUpperCase();
				const even = serial.padStart(serial.length + (serial.length % 2), '0');
				return `R\t300101000000Z\t${at}${reason === undefined ? '' : `,${reason}`}\t${even}\tunknown\t/CN=x\n`;
			})
			.join(''),
	);
	writeFileSync(
		join(own, 'ca.cnf'),
		[
			'[ca]\ndefault_ca = own',
			'[own]\ndatabase = index.txt\ncrlnumber = crlnumber\ncertificate = ca.pem\nprivate_key = ca.key',
			'crl_extensions = more',
			`[more]\nauthorityKeyIdentifier = keyid\n${(spec.extensions ?? []).join('\n')}`,
			'',
		].join('\n'),
	);
	const options = ['rsa_padding_mode:pss', 'rsa_pss_saltlen:64', 'rsa_mgf1_md:sha512'];
	run(
		'openssl',
		own,
		...['ca', '-config', 'ca.cnf', '-gencrl', '-md', spec.pss ? 'sha512' : 'sha256'],
		...(spec.pss ? options.flatMap((option) => ['-sigopt', option]) : []),
		...['-crl_lastupdate', spec.lastUpdate, '-crl_nextupdate', spec.nextUpdate, '-out', 'list.pem'],
	);
	run('openssl', own, 'crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.crl');
	return readFileSync(join(own, 'list.crl'));
}
