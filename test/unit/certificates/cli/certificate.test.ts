import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { runHere, type Outcome } from '../../cli/console';
import { issue, type Issued } from '../pki/issue';
import { makePki } from '../pki/makePki';
import { certificateRequest } from '../pki/request';
import { revocationList } from '../pki/revocationList';
import { isPresent, run as runTool } from '../pki/tools';
import { specification } from '../../../editor/certificates/specification';
import { startListServer } from '../revocation/listServer';

const { g1, g4, g4Trial } = makePki();

interface Report {
	readonly version: number;
	readonly certificates: readonly Readonly<Record<string, unknown>>[];
	readonly requests: readonly Readonly<Record<string, unknown>>[];
	readonly files: readonly Readonly<Record<string, unknown>>[];
	readonly summary: Readonly<Record<string, number>>;
}

const at = ['--at', '2026-11-24'];

describe('certificate', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	function put(files: Readonly<Record<string, string | Uint8Array>>): void {
		for (const [name, content] of Object.entries(files)) {
			writeFileSync(join(folder, name), content);
		}
	}

	/** Runs the command as if nothing was ever downloaded on this machine. */
	function run(
		args: readonly string[],
		env: Readonly<Record<string, string>> = {},
		stdin = '',
	): Promise<Outcome> {
		const own = { HOME: folder, XDG_DATA_HOME: join(folder, 'data'), LOCALAPPDATA: folder };
		return runHere(['certificate', ...args], {
			workingFolder: folder,
			env: { ...own, ...env },
			stdin: Readable.from([Buffer.from(stdin)]),
		});
	}

	async function report(
		args: readonly string[],
		env: Readonly<Record<string, string>> = {},
	): Promise<Report & { readonly status: number }> {
		const { status, stdout, stderr } = await run([...args, '--format', 'json', ...at], env);
		assert.equal(stderr, '');
		return { status, ...(JSON.parse(stdout) as Report) };
	}

	const codesOf = (certificate: Readonly<Record<string, unknown>> | undefined): readonly string[] =>
		(certificate?.['findings'] as readonly { readonly code: string }[]).map(({ code }) => code);

	it('gives the JSON of the contract for a certificate that is right', async () => {
		const leaf = g4.leaf({ serialNumber: 0x5an });
		put({ 'leaf.pem': leaf.pem + g4.tsp.pem + g4.domain.pem, 'root.pem': g4.root.pem });
		const { status, version, certificates, summary } = await report([
			'leaf.pem',
			'--trust',
			'root.pem',
			'--host',
			'digikoppeling.voorbeeld.nl',
			'--oin',
			'00000003999999910000',
		]);
		const [first] = certificates;
		assert.ok(first);
		const { findings, ...facts } = first;
		assert.equal(status, 0);
		assert.equal(version, 1);
		assert.deepEqual(facts, {
			file: 'leaf.pem',
			source: 'pem',
			subject:
				'C=NL, O=Gemeente Voorbeeld, organizationIdentifier=NTRNL-99999991, serialNumber=00000003999999910000, CN=Gemeente Voorbeeld',
			issuer: 'C=NL, O=KPN B.V., CN=KPN - G4 PKIo Priv G-TLS SYS - 2025',
			serialNumber: '5a',
			oin: { value: '00000003999999910000', kind: 'kvk', number: '99999991' },
			notBefore: '2026-06-01T00:00:00.000Z',
			notAfter: '2028-05-31T23:59:59.000Z',
			key: { type: 'rsa', bits: 3072 },
			signature: 'RSASSA-PSS (sha512, salt 64)',
			sha256: leaf.certificate.sha256,
			san: ['DNS:digikoppeling.voorbeeld.nl'],
			keyUsage: ['digitalSignature', 'keyEncipherment'],
			extendedKeyUsage: ['serverAuth', 'clientAuth'],
			policies: ['0.4.0.2042.1.1', '2.16.528.1.1003.1.2.44.15.35.11'],
			hierarchy: 'G4',
			chain: [leaf, ...g4.authorities].map(({ certificate }) => certificate.sha256),
			chainEnd: 'root',
			verdict: { kind: 'suitable', purpose: 'both', environment: 'production' },
		});
		assert.deepEqual((findings as readonly unknown[])[0], {
			code: 'certificate.revocation-unchecked',
			severity: 'info',
			message:
				"Of het certificaat is ingetrokken, is niet gecontroleerd. Laat dat controleren met de optie --check-revocation: dan worden de CRL's opgehaald. [Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1 PKI002–PKI004]",
			help: 'docs/findings.md#certificate.revocation-unchecked',
		});
		assert.deepEqual(
			certificates.slice(1).map((one) => [one['verdict'], one['findings'], one['hierarchy']]),
			[
				[null, [], 'G4'],
				[null, [], 'G4'],
			],
		);
		assert.deepEqual(summary, {
			files: 1,
			certificates: 3,
			requests: 0,
			suitable: 1,
			attention: 0,
			unsuitable: 0,
			errors: 0,
			warnings: 0,
			infos: 4,
			unreadable: 0,
		});
	});

	it('tells it to people: the verdict, the facts, the chain, what to do', async () => {
		const leaf = g1.leaf({ serialNumber: 0x5an });
		put({ 'leaf.cer': leaf.der });
		const { status, stdout } = await run(['leaf.cer', ...at, '--purpose', 'client']);
		assert.equal(status, 0);
		assert.equal(
			stdout,
			`leaf.cer  DER, 1 certificaat

  digikoppeling.voorbeeld.nl
  Let op: De keten is niet volledig: het certificaat van KPN PKIoverheid Private Services CA - G1 ontbreekt, dus verder is ze niet te controleren. (en nog 1)
    Houder              C=NL, O=Gemeente Voorbeeld, L=Voorbeeld, serialNumber=00000003999999910000, CN=digikoppeling.voorbeeld.nl
    Uitgever            C=NL, O=KPN B.V., CN=KPN PKIoverheid Private Services CA - G1
    OIN/HRN             00000003999999910000
                        OIN of HRN: prefix 00000003 (KVK-nummer, Handelsregister), hoofdnummer 99999991, suffix 0000.
    Geldig              2026-06-01 t/m 2028-05-31 (nog 554 dagen)
    Sleutel             RSA 3072
    Handtekening        sha256WithRSAEncryption
    Namen               digikoppeling.voorbeeld.nl
    Key usage           digitalSignature, keyEncipherment
    Extended key usage  serverAuth, clientAuth
    Beleid (policy)     2.16.528.1.1003.1.2.8.6  PKIoverheid G1 Private Services: server; toegestaan voor Digikoppeling
    Hiërarchie          PKIoverheid G1 Private
    Keten               digikoppeling.voorbeeld.nl
                        ↑ ontbreekt: KPN PKIoverheid Private Services CA - G1
    SHA-256             ${leaf.certificate.sha256}
  waarschuwing  De keten is niet volledig: het certificaat van KPN PKIoverheid Private Services CA - G1 ontbreekt, dus verder is ze niet te controleren.  certificate.chain-incomplete
    Voeg de CA-certificaten van uw certificaatverstrekker toe: een client moet de hele keten meesturen. [Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1 TLS006; PKIoverheid PoR 3h (G1); PKIoverheid CPS 5.5, Private TLS SYS (G4)]
  waarschuwing  Dit certificaat is van hiërarchie G1, die op 12 november 2028 stopt; vanaf november 2027 zijn G1-certificaten hoogstens één jaar geldig.  certificate.g1-ending
    Laat uw systemen eerst de G4-root vertrouwen en RSASSA-PSS ondersteunen; kies daarna bij de volgende vernieuwing een G4-certificaat. [PKIoverheid, Migratie G3 en G1 private naar G4 (18 juni 2026)]
  opmerking  Of het certificaat is ingetrokken, is niet gecontroleerd.  certificate.revocation-unchecked
    Laat dat controleren met de optie --check-revocation: dan worden de CRL's opgehaald. [Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1 PKI002–PKI004]

1 bestand, 1 certificaat: 1 met aandachtspunten (2 waarschuwingen, 1 opmerking).
`,
		);
	});

	it('ends with 1 when a certificate is not right for what is asked', async () => {
		put({ 'leaf.pem': g4.leaf().pem, 'root.pem': g4.authorities.map(({ pem }) => pem).join('') });
		const { status, certificates } = await report([
			'leaf.pem',
			...['--trust', 'root.pem', '--host', 'x.nl', '--oin', '00000001002220647000'],
		]);
		assert.equal(status, 1);
		assert.deepEqual(codesOf(certificates[0]).slice(0, 2), [
			'certificate.oin-mismatch',
			'certificate.host-mismatch',
		]);
	});

	it('judges at the moment that is asked for', async () => {
		put({ 'leaf.pem': g4Trial.leaf().pem });
		const expired = await run(['leaf.pem', '--format', 'json', '--at', '2028-06-01']);
		assert.equal(expired.status, 1);
		assert.deepEqual(
			codesOf((JSON.parse(expired.stdout) as Report).certificates[0])[0],
			'certificate.expired',
		);
		const fine = await run(['leaf.pem', '--format', 'json', '--at', '2028-05-31T23:59:59Z']);
		assert.equal(fine.status, 0);
	});

	it('builds chains from all files that are named, and does not judge the CAs among them', async () => {
		const files = { leaf: g4.leaf(), tsp: g4.tsp, domain: g4.domain, root: g4.root };
		put(Object.fromEntries(Object.entries(files).map(([name, { der }]) => [`${name}.cer`, der])));
		const { status, certificates, summary } = await report([
			...['root.cer', 'leaf.cer', 'domain.cer', 'tsp.cer', '--trust', 'root.cer'],
		]);
		assert.equal(status, 0);
		assert.deepEqual(
			certificates.map(({ file, verdict, chain }) => [
				file,
				(verdict as { readonly kind: string } | null)?.kind,
				(chain as readonly string[]).length,
			]),
			[
				['root.cer', undefined, 1],
				['leaf.cer', 'suitable', 4],
				['domain.cer', undefined, 2],
				['tsp.cer', undefined, 3],
			],
		);
		assert.equal(summary['suitable'], 1);
	});

	describe('of a Consumerspecificatie', () => {
		type Judged = readonly [purpose: unknown, faults: readonly string[]];

		/** Each certificate as it is judged: the purpose, and what does not fit the document. */
		async function judgedIn(text: string, ...args: readonly string[]): Promise<readonly Judged[]> {
			put({ 'spec.xml': text });
			const { certificates } = await report(['spec.xml', ...args]);
			return certificates.map((certificate) => [
				(certificate['verdict'] as { readonly purpose: string }).purpose,
				codesOf(certificate).filter((code) => /mismatch|extended-key-usage$|san-missing/.test(code)),
			]);
		}
		const both = g4.leaf();

		it('judges each certificate as the document uses it', async () => {
			const client = g4.leaf({
				subjectAlternativeNames: null,
				extendedKeyUsage: { critical: false, usages: ['clientAuth'] },
			});
			const server = g4.leaf({ extendedKeyUsage: { critical: false, usages: ['serverAuth'] } });
			assert.deepEqual(await judgedIn(specification({ client, server })), [
				['client', []],
				['server', []],
			]);
			assert.deepEqual(await judgedIn(specification({ client: server, server: client })), [
				['client', ['certificate.extended-key-usage']],
				['server', ['certificate.san-missing', 'certificate.extended-key-usage']],
			]);
		});

		it('tells of another party, and of another host', async () => {
			const text = specification({
				client: both,
				server: both,
				oin: '00000001002220647000',
				endpoint: 'https://elders.nl/',
			});
			const faults = ['certificate.oin-mismatch', 'certificate.host-mismatch'];
			assert.deepEqual(await judgedIn(text), [['both', faults]]);
		});

		it('judges it as the user asks where the user asks', async () => {
			const text = specification({ client: both, server: both, oin: '00000001002220647000' });
			assert.deepEqual(await judgedIn(text, '--purpose', 'client', '--oin', '00000003999999910000'), [
				['client', []],
			]);
			assert.deepEqual(await judgedIn(specification({ client: both, server: both }), '--host', 'x.nl'), [
				['both', ['certificate.host-mismatch']],
			]);
		});

		it('judges one that two parties use for each of them', async () => {
			const one = specification({ client: both, server: both });
			const other = specification({ client: both, server: both, oin: '00000001002220647000' });
			const group = /<parameters[^]*<\/parameters>/.exec(other)?.[0] ?? '';
			assert.deepEqual(await judgedIn(one.replace('</osb-', `${group}</osb-`)), [
				['both', []],
				['both', ['certificate.oin-mismatch']],
			]);
		});
	});

	it('takes the address of an endpoint for the host in it', async () => {
		put({ 'leaf.pem': g4.leaf().pem });
		const { certificates } = await report(['leaf.pem', '--host', 'https://elders.nl:8443/ebms']);
		const { stdout } = await run(['leaf.pem', ...at, '--host', 'digikoppeling.voorbeeld.nl:443']);
		assert.ok(codesOf(certificates[0]).includes('certificate.host-mismatch'));
		assert.match(JSON.stringify(certificates), /is niet voor `elders\.nl`/);
		assert.doesNotMatch(stdout, /host-mismatch/);
	});

	it('prints nothing of a certificate that steers the terminal', async () => {
		const evil = g4.leaf({
			subject: [
				['O', 'Kwaad\u001B[8m'],
				['serialNumber', '1\u001B]0;x\u0007'],
				['CN', '\u001B[2JGeschikt'],
			],
			subjectAlternativeNames: [{ type: 'dns', value: 'a.nl\u001B[1A' }],
		});
		put({ 'evil.pem': evil.pem });
		const { stdout } = await run(['evil.pem', ...at, '--host', 'b.nl']);
		assert.match(stdout, /\\u\{1b\}\[2JGeschikt/);
		// eslint-disable-next-line no-control-regex -- That is what it is about.
		assert.doesNotMatch(stdout, /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
	});

	it('reads standard input', async () => {
		put({ 'b.pem': g4.leaf().pem });
		const { status, stdout } = await run(['-', 'b.pem', ...at, '--format', 'json'], {}, g4.leaf().pem);
		assert.equal(status, 0);
		assert.deepEqual(
			(JSON.parse(stdout) as Report).certificates.map(({ file }) => file),
			['<stdin>', 'b.pem'],
		);
	});

	it('does not read a file, nor standard input, that is larger than any with certificates', async () => {
		put({ 'large.pem': '' });
		truncateSync(join(folder, 'large.pem'), 3_000_000_000);
		const large = Buffer.alloc(17 * 1024 * 1024, 'a').toString();
		const { status, stdout } = await run(['-', 'large.pem', '--format', 'json'], {}, large);
		const { files } = JSON.parse(stdout) as { readonly files: readonly Readonly<Record<string, unknown>>[] };
		assert.equal(status, 1);
		assert.deepEqual(files.map(codesOf), [
			['certificate.container-too-large'],
			['certificate.container-too-large'],
		]);
	});

	it('inspects a certificate request', async () => {
		put({
			'a.csr': certificateRequest({
				subject: [['O', 'Voorbeeld']],
				key: 'rsa-2048-3',
				signature: 'rsa-sha256',
			}),
		});
		const { status, requests, certificates } = await report(['a.csr']);
		assert.equal(status, 1);
		assert.deepEqual(certificates, []);
		assert.deepEqual(codesOf(requests[0]), [
			'certificate.oin-missing',
			'certificate.san-missing',
			'certificate.key-too-small',
		]);
	});

	it('tells what is wrong with a file, and goes on with the others', async () => {
		put({ 'a.pem': 'no certificate', 'b.pem': g4Trial.leaf().pem, 'c.pem': g4.leaf().der.subarray(0, 700) });
		const { status, files, certificates } = await report(['a.pem', 'b.pem', 'c.pem']);
		assert.equal(status, 1);
		assert.deepEqual(
			files.map((file) => [file['file'], file['state'], codesOf(file)]),
			[
				['a.pem', 'unreadable', ['certificate.container-nothing-found']],
				['b.pem', 'read', []],
				['c.pem', 'read', ['certificate.container-asn1']],
			],
		);
		assert.equal(certificates.length, 1);
	});

	it('ends with 2 when a file is not there or a folder, and tells of the others', async () => {
		mkdirSync(join(folder, 'map'));
		put({ 'b.pem': g4Trial.leaf().pem });
		const { status, files, certificates, summary } = await report(['gone.pem', 'map', 'b.pem']);
		assert.equal(status, 2);
		assert.equal(certificates.length, 1);
		assert.equal(summary['unreadable'], 2);
		assert.deepEqual(
			files.slice(1).map((file) => [file['file'], codesOf(file)]),
			[
				['gone.pem', ['check.unreadable']],
				['map', ['check.unreadable']],
			],
		);
	});

	if (isPresent('openssl')) {
		const passwordNeeded =
			'Voor dit bestand is een wachtwoord nodig: zet het in een omgevingsvariabele en geef de naam daarvan op met --password-env.';
		const passwordWrong = 'Het wachtwoord in de omgevingsvariabele is niet het wachtwoord van dit bestand.';

		function makeKeystore(leaf: Issued): void {
			put({ 'leaf.pem': leaf.pem, 'leaf.key': leaf.keyPem, 'chain.pem': g4Trial.tsp.pem });
			runTool(
				'openssl',
				folder,
				...['pkcs12', '-export', '-inkey', 'leaf.key', '-in', 'leaf.pem', '-certfile', 'chain.pem'],
				...['-name', 'mijn sleutel', '-passout', 'pass:geheim', '-out', 'leaf.p12'],
			);
		}

		it('opens a keystore with the password in an environment variable, and never shows the key', async () => {
			const leaf = g4Trial.leaf();
			makeKeystore(leaf);
			const { status, certificates, files } = await report(['leaf.p12', '--password-env', 'PW'], {
				PW: 'geheim',
			});
			assert.equal(status, 0);
			assert.deepEqual(
				certificates.map(({ source, sha256 }) => [source, sha256]),
				[
					['pkcs12: mijn sleutel', leaf.certificate.sha256],
					['pkcs12', g4Trial.tsp.certificate.sha256],
				],
			);
			assert.deepEqual(files.map(codesOf), [['certificate.private-key-present']]);
			const { stdout } = await run(['leaf.p12', '--password-env', 'PW'], { PW: 'geheim' });
			assert.ok(!stdout.includes('geheim') && !stdout.includes('PRIVATE'), stdout);
		});

		for (const [about, args, env, sentence] of [
			['no password', [], {}, passwordNeeded],
			['a wrong password', ['--password-env', 'PW'], { PW: 'fout' }, passwordWrong],
		] as const) {
			it(`says so and ends with 2 when a keystore gets ${about}`, async () => {
				makeKeystore(g4Trial.leaf());
				const { status, stdout } = await run(['leaf.p12', ...args], env);
				assert.equal(status, 2);
				assert.equal(
					stdout,
					`leaf.p12  PKCS#12\n  ${sentence}\n\n1 bestand, 0 certificaten: 1 niet gelezen.\n`,
				);
				const { files } = await report(['leaf.p12', ...args], env);
				assert.deepEqual(files, [
					{
						file: 'leaf.p12',
						format: 'pkcs12',
						state: 'locked',
						reason: about === 'no password' ? 'password-needed' : 'password-wrong',
						message: sentence,
						findings: [],
					},
				]);
			});
		}

		it('says the same as openssl x509 -text', async () => {
			for (const leaf of [g1.leaf(), g4.leaf(), g4Trial.leaf({ key: 'p256-0' })]) {
				put({ 'leaf.pem': leaf.pem });
				const [certificate] = (await report(['leaf.pem'])).certificates;
				assert.ok(certificate);
				assert.deepEqual(factsOf(certificate), opensslFacts());
			}
		});

		function factsOf(certificate: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
			const { subject, issuer, serialNumber, notBefore, notAfter, key, sha256, san, policies } = certificate;
			return { subject, issuer, serialNumber, notBefore, notAfter, key, sha256, san, policies };
		}

		function opensslFacts(): Readonly<Record<string, unknown>> {
			const text = runTool(
				'openssl',
				folder,
				...['x509', '-in', 'leaf.pem', '-noout', '-text', '-fingerprint', '-sha256', '-serial'],
				...['-nameopt', 'utf8,sname,sep_comma_plus_space', '-dateopt', 'iso_8601'],
			);
			const one = (pattern: RegExp): string => pattern.exec(text)?.[1]?.trim() ?? '';
			const moment = (name: string): string =>
				new Date(one(new RegExp(`${name}\\s*: (.*)`)).replace(' ', 'T')).toISOString();
			return {
				subject: one(/Subject: (.*)/),
				issuer: one(/Issuer: (.*)/),
				serialNumber: one(/serial=(.*)/).toLowerCase(),
				notBefore: moment('Not Before'),
				notAfter: moment('Not After'),
				key: {
					type: text.includes('rsaEncryption') ? 'rsa' : 'ec',
					bits: Number(one(/Public-Key: \((\d+) bit\)/)),
				},
				sha256: one(/Fingerprint=(.*)/)
					.replaceAll(':', '')
					.toLowerCase(),
				san: one(/Subject Alternative Name: \n(.*)/).split(', '),
				policies: [...text.matchAll(/Policy: (\S+)/g)].map(([, oid]) => oid),
			};
		}
	}

	it('fetches the revocation lists only when it is asked to', async () => {
		const server = await startListServer();
		const leaf = issue(
			g4.tsp,
			{ ...g4.leaf().spec, crlDistributionPoints: [`${server.origin}/leaf.crl`] },
			'pss-sha512',
		);
		server.answer(
			'/leaf.crl',
			revocationList(g4.tsp, {
				revoked: [{ serialNumber: leaf.spec.serialNumber, at: new Date('2026-11-02T00:00:00Z') }],
				thisUpdate: new Date('2026-11-24T00:00:00Z'),
				nextUpdate: new Date('2026-11-26T00:00:00Z'),
			}),
		);
		// The TSP CA without an address of its own, so that nothing outside this machine is asked for.
		const tsp = issue(g4.domain, { ...g4.tsp.spec, crlDistributionPoints: [] }, 'pss-sha512');
		put({ 'leaf.pem': leaf.pem, 'tsp.pem': tsp.pem });
		const silent = await report(['leaf.pem', '--trust', 'tsp.pem']);
		assert.deepEqual([silent.status, server.requests.length], [0, 0]);
		const { status, certificates } = await report(['leaf.pem', '--trust', 'tsp.pem', '--check-revocation']);
		await server.close();
		assert.equal(status, 1);
		assert.deepEqual(codesOf(certificates[0]).slice(0, 3), [
			'certificate.revoked',
			'certificate.crl-unavailable',
			'certificate.chain-incomplete',
		]);
	});

	for (const [about, args, complaint] of [
		['no file', [], 'Er ontbreekt een argument: file.'],
		[
			'a moment of a day that does not exist',
			['x', '--at', '2026-02-30T12:00:00Z'],
			'De optie --at <date> kan niet "2026-02-30T12:00:00Z" zijn. Geef een datum als 2028-11-12, of 2028-11-12T23:00:00Z.',
		],
		[
			'a date that does not exist',
			['x', '--at', '2026-02-30'],
			'De optie --at <date> kan niet "2026-02-30" zijn. Geef een datum als 2028-11-12, of 2028-11-12T23:00:00Z.',
		],
		[
			'an OIN that is none',
			['x', '--oin', '123'],
			'De optie --oin <oin> kan niet "123" zijn. Geef de 20 posities van een OIN of HRN, inclusief de voorloopnullen.',
		],
		[
			'another purpose',
			['x', '--purpose', 'mail'],
			'De optie --purpose <purpose> kan niet "mail" zijn. Mogelijke waarden: client, server, both.',
		],
	] as const) {
		it(`complains about ${about} and ends with 2`, async () => {
			assert.deepEqual(await run(args), {
				status: 2,
				stdout: '',
				stderr: `${complaint}\nZie: lopende-zaken certificate --help\n`,
			});
		});
	}

	for (const [about, args, complaint] of [
		[
			'an environment variable that is not there',
			['x', '--password-env', 'NOPE'],
			'Er is geen omgevingsvariabele NOPE met het wachtwoord.',
		],
		[
			'a file to trust that is not there',
			['x', '--trust', 'gone.pem'],
			'De te vertrouwen certificaten zijn niet te lezen uit gone.pem: Dit bestand kan niet worden gelezen: het bestaat niet (meer).',
		],
		[
			'a file to trust without certificates',
			['x', '--trust', 'text.pem'],
			'De te vertrouwen certificaten zijn niet te lezen uit text.pem: In dit bestand staat geen certificaat.',
		],
	] as const) {
		it(`complains about ${about} and ends with 2`, async () => {
			put({ 'text.pem': 'text' });
			assert.deepEqual(await run(args), { status: 2, stdout: '', stderr: `${complaint}\n` });
		});
	}
});
