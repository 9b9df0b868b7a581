import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CertificateSpec, Issued } from '../../unit/certificates/pki/issue';
import { makePki } from '../../unit/certificates/pki/makePki';
import { pkcs12 } from '../../unit/certificates/pki/pkcs12Writer';

/** The password of the PKCS#12 files. */
export const password = 'geheim wachtwoord';

const day = 24 * 60 * 60 * 1000;

/** A moment some days from now. */
export function inDays(days: number): Date {
	return new Date(Date.now() + days * day);
}

export interface CertificateFolder {
	/** Right in all respects, under a root that the settings of the folder trust. */
	readonly good: Issued;
	readonly expired: Issued;
	readonly expiring: Issued;
	/** Of who does not stand in the Consumerspecificatie. */
	readonly stranger: Issued;
}

/**
 * Fills a folder with certificates as certificate providers and adapters give them:
 * `goed.p12` (locked, with the whole chain), `verlopen.cer` (DER), `bijna-verlopen.pem`, `keten.p7b` and the settings that
 * trust `vertrouwd/root.pem`.
 */
export function fillCertificateFolder(folder: string): CertificateFolder {
	const { g4 } = makePki();
	const valid = (from: number, to: number): Partial<CertificateSpec> => ({
		notBefore: inDays(from),
		notAfter: inDays(to),
	});
	const good = g4.leaf(valid(-30, 700));
	const expired = g4.leaf(valid(-800, -12));
	const expiring = g4.leaf(valid(-700, 20));
	const stranger = g4.leaf({
		...valid(-30, 700),
		subject: [
			['C', 'NL'],
			['O', 'Gemeente Anders'],
			['organizationIdentifier', 'NTRNL-99999992'],
			['serialNumber', '00000003999999920000'],
			['CN', 'Gemeente Anders'],
		],
	});
	const write = (name: string, content: string | Uint8Array): void => {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	};
	const chain = [good, ...g4.authorities];
	write(
		'goed.p12',
		pkcs12({
			certificates: chain.map(({ certificate }, index) => ({
				der: certificate.der,
				...(index === 0 ? { friendlyName: 'gemeente voorbeeld' } : {}),
			})),
			password,
			encryption: 'pbes2',
			mac: 'sha256',
			iterations: 2048,
		}),
	);
	write('verlopen.cer', expired.certificate.der);
	write('bijna-verlopen.pem', [expiring, ...g4.authorities].map((one) => one.pem).join(''));
	write('vertrouwd/root.pem', g4.root.pem);
	write(
		'.vscode/settings.json',
		JSON.stringify({ 'lopendeZaken.certificates.trust': ['vertrouwd/root.pem'] }),
	);
	return { good, expired, expiring, stranger };
}
