import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productRoot, runHere } from './console';

const sample = 'test/workspace/koppeling/cpa.xml';

describe('The command cpa', () => {
	let folder: string;
	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-cpa-'));
	});
	after(() => {
		rmSync(folder, { recursive: true });
	});

	function write(text: string): string {
		const file = join(folder, 'cpa.xml');
		writeFileSync(file, text);
		return file;
	}

	it('tells what is in a CPA', async () => {
		const { status, stdout, stderr } = await runHere(['cpa', sample]);
		assert.equal(stderr, '');
		assert.equal(status, 0);
		assert.deepEqual(stdout.replace(/nog \d+ dagen/g, 'nog N dagen').split('\n'), [
			'test/workspace/koppeling/cpa.xml  in orde',
			'  CPA-id  Voorbeeldservice_00000099000000001000_00000099000000002000_1',
			'  Status  agreed',
			'  Geldig  2026-01-01 t/m 2035-12-31 (nog N dagen)',
			'',
			'  Gemeente Voorbeeldstad (fictief)',
			'    PartyId       00000099000000001000  (urn:osb:oin)',
			'    Rol           SR',
			'    Service       Voorbeelddienst:Voorbeeldservice:1',
			'    Verstuurt     stuurZaakbericht',
			'    Ontvangt      stuurAntwoord',
			'    Ping          A_Kanaal  https://ebms.voorbeeldstad.example/lopende-zaken  een Pong komt in een eigen verzoek',
			'    Kanalen       A_Kanaal  osb-rm  ackRequested=always  duplicateElimination=always  Retries=8  RetryInterval=PT3H  PersistDuration=P1D',
			'    Certificaten  A_Certificaat  client, server  ebms.voorbeeldstad.example  OIN 00000099000000001000  geldig t/m 2044-01-01 (nog N dagen)',
			'',
			'  Voorbeelddienst (fictief)',
			'    PartyId       00000099000000002000  (urn:osb:oin)',
			'    Rol           SP',
			'    Service       Voorbeelddienst:Voorbeeldservice:1',
			'    Verstuurt     stuurAntwoord',
			'    Ontvangt      stuurZaakbericht',
			'    Ping          B_Kanaal  https://ebms.voorbeelddienst.example/ebms  een Pong komt in een eigen verzoek',
			'    Kanalen       B_Kanaal  osb-rm  ackRequested=always  duplicateElimination=always  Retries=8  RetryInterval=PT3H  PersistDuration=P1D',
			'    Certificaten  B_Certificaat  client, server  ebms.voorbeelddienst.example  OIN 00000099000000002000  geldig t/m 2044-01-01 (nog N dagen)',
			'',
			'Er is niets gevonden dat niet klopt.',
			'',
		]);
	});

	it('tells it as JSON', async () => {
		const { status, stdout } = await runHere(['cpa', sample, '--format', 'json']);
		assert.equal(status, 0);
		const certificate = {
			certId: 'A_Certificaat',
			sha256: 'SHA',
			subject:
				'C=NL, O=Gemeente Voorbeeldstad (fictief), serialNumber=00000099000000001000, CN=ebms.voorbeeldstad.example',
			oin: { value: '00000099000000001000', kind: 'test', number: '000000001' },
			notAfter: '2044-01-01T00:00:00.000Z',
		};
		const { parties, ...agreement } = JSON.parse(stdout.replace(/"[0-9a-f]{64}"/g, '"SHA"')) as {
			readonly parties: readonly object[];
		};
		assert.deepEqual(agreement, {
			version: 1,
			cpaId: 'Voorbeeldservice_00000099000000001000_00000099000000002000_1',
			status: 'agreed',
			start: '2026-01-01T00:00:00.000Z',
			end: '2035-12-31T23:59:59.000Z',
			findings: [],
		});
		assert.equal(parties.length, 2);
		assert.deepEqual(parties[0], {
			name: 'Gemeente Voorbeeldstad (fictief)',
			partyIds: [{ type: 'urn:osb:oin', value: '00000099000000001000' }],
			roles: [
				{
					name: 'SR',
					service: { name: 'Voorbeelddienst:Voorbeeldservice:1', type: 'urn:osb:services' },
					actions: [
						{
							direction: 'send',
							action: 'stuurZaakbericht',
							channelIds: ['A_Kanaal'],
							packageId: 'Pakket_stuurZaakbericht',
						},
						{
							direction: 'receive',
							action: 'stuurAntwoord',
							channelIds: ['A_Kanaal'],
							packageId: 'Pakket_stuurAntwoord',
						},
					],
				},
			],
			endpoint: 'https://ebms.voorbeeldstad.example/lopende-zaken',
			pingChannel: {
				channelId: 'A_Kanaal',
				syncReplyMode: 'none',
				endpoint: 'https://ebms.voorbeeldstad.example/lopende-zaken',
			},
			certificates: [
				{ ...certificate, use: 'client' },
				{ ...certificate, use: 'server' },
			],
			channels: [
				{
					channelId: 'A_Kanaal',
					profile: 'osb-rm',
					syncReplyMode: 'none',
					ackRequested: 'always',
					ackSignatureRequested: 'never',
					duplicateElimination: 'always',
					actor: 'urn:oasis:names:tc:ebxml-msg:actor:toPartyMSH',
					endpoints: [{ type: 'allPurpose', uri: 'https://ebms.voorbeeldstad.example/lopende-zaken' }],
					clientCertificate: 'A_Certificaat',
					serverCertificate: 'A_Certificaat',
					retries: '8',
					retryInterval: 'PT3H',
					persistDuration: 'P1D',
				},
			],
		});
	});

	it('tells what is wrong with it, and ends with 1', async () => {
		const text = readFileSync(join(productRoot, sample), 'utf8');
		const file = write(
			text
				.replace('defaultMshChannelId="A_Kanaal"', 'defaultMshChannelId="B_Kanaal"')
				.replace('<tp:Retries>8<', '<tp:Retries>acht<'),
		);
		const json = await runHere(['cpa', file, '--format', 'json']);
		assert.equal(json.status, 1);
		const { findings } = JSON.parse(json.stdout) as {
			readonly findings: readonly Record<string, unknown>[];
		};
		assert.deepEqual(
			findings.map(({ code, severity, range, path, help }) => ({ code, severity, range, path, help })),
			[
				{
					code: 'cpa.reference-party',
					severity: 'error',
					range: { start: { line: 7, character: 87 }, end: { line: 7, character: 95 } },
					path: '/tp:CollaborationProtocolAgreement/tp:PartyInfo[1]',
					help: 'docs/findings.md#cpa.reference-party',
				},
				{
					code: 'schema.value-type',
					severity: 'error',
					range: { start: { line: 100, character: 17 }, end: { line: 100, character: 21 } },
					path: '/tp:CollaborationProtocolAgreement/tp:PartyInfo[1]/tp:DocExchange/tp:ebXMLSenderBinding/tp:ReliableMessaging/tp:Retries',
					help: 'docs/findings.md#schema.value-type',
				},
			],
		);

		const words = await runHere(['cpa', file, '--lang', 'en']);
		assert.equal(words.status, 1);
		assert.match(words.stdout, /with errors\n/);
		assert.match(
			words.stdout,
			/\n {2}8:88 {2}error {2}`B_Kanaal` is a DeliveryChannel of the other party; here belongs one of the party itself\. {2}cpa\.reference-party\n/,
		);
		assert.match(words.stdout, /\n2 errors\.\n$/);
	});

	it('shows what can be read of a CPA in which most is missing', async () => {
		const file = write(
			'<CollaborationProtocolAgreement xmlns="http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd"><PartyInfo/></CollaborationProtocolAgreement>',
		);
		const { status, stdout } = await runHere(['cpa', file]);
		assert.equal(status, 1);
		assert.match(
			stdout,
			/\n {2}CPA-id {2}ontbreekt\n {2}Status {2}ontbreekt\n {2}Geldig {2}ontbreekt t\/m ontbreekt\n\n {2}partij zonder naam\n {4}Ping {2}geen kanaal\n/,
		);
	});

	const specification = 'test/workspace/koppeling/consumerspecificatie.xml';

	it('compares a party with its Consumerspecificatie, after the rest', async () => {
		const { status, stdout, stderr } = await runHere(['cpa', sample, '--compare', specification]);
		assert.equal(stderr, '');
		assert.equal(status, 0);
		const [, comparison = ''] = stdout.split('Er is niets gevonden dat niet klopt.\n\n');
		assert.deepEqual(comparison.replace(/SHA-256 [0-9a-f]{16}…/g, 'SHA').split('\n'), [
			'test/workspace/koppeling/consumerspecificatie.xml  vergeleken met Gemeente Voorbeeldstad (fictief) in het CPA',
			'  ≠ Naam               Consumerspecificatie  Gemeente Voorbeeldstad',
			'                       CPA                   Gemeente Voorbeeldstad (fictief)',
			'    waarschuwing  De organisatie heet `Gemeente Voorbeeldstad` in de Consumerspecificatie en `Gemeente Voorbeeldstad (fictief)` in het CPA. Geen bericht gaat erdoor mis, maar mensen vinden de koppeling aan deze naam.  comparison.name',
			'    Kies samen één naam en gebruik die als het CPA opnieuw wordt gemaakt. [Handleiding Aansluiten Lopende Zaken §4.4.4]',
			'  = OIN                00000099000000001000',
			'  = Endpoint           https://ebms.voorbeeldstad.example/lopende-zaken',
			'  = Clientcertificaat  ebms.voorbeeldstad.example, OIN 00000099000000001000, geldig t/m 2044-01-01, SHA',
			'  = Servercertificaat  ebms.voorbeeldstad.example, OIN 00000099000000001000, geldig t/m 2044-01-01, SHA',
			'',
		]);
	});

	it('ends with 1 when a message would break on a difference, and tells it as JSON', async () => {
		const file = write(
			readFileSync(join(productRoot, sample), 'utf8').replaceAll(
				'https://ebms.voorbeeldstad.example/',
				'https://msh.voorbeeldstad.example/',
			),
		);
		const { status, stdout } = await runHere(['cpa', file, '--compare', specification, '--format', 'json']);
		assert.equal(status, 1);
		const { comparison, findings } = JSON.parse(stdout) as {
			readonly findings: readonly { readonly code: string }[];
			readonly comparison: { readonly rows: readonly Readonly<Record<string, unknown>>[] };
		};
		// The certificate in the CPA is not for the other host either.
		assert.deepEqual(
			findings.map(({ code }) => code),
			['certificate.host-mismatch'],
		);
		const { rows, ...about } = comparison;
		assert.deepEqual(about, {
			file: specification,
			party: '00000099000000001000',
			name: 'Gemeente Voorbeeldstad (fictief)',
		});
		assert.deepEqual(
			rows.map(({ subject, equal }) => [subject, equal]),
			[
				['name', false],
				['party-id', true],
				['endpoint', false],
				['client-certificate', true],
				['server-certificate', true],
			],
		);
		const { finding, ...values } = rows[2] ?? {};
		assert.deepEqual(values, {
			subject: 'endpoint',
			equal: false,
			specification: 'https://ebms.voorbeeldstad.example/lopende-zaken',
			cpa: ['https://msh.voorbeeldstad.example/lopende-zaken'],
		});
		const { message, ...difference } = finding as Readonly<Record<string, unknown>>;
		assert.deepEqual(difference, {
			code: 'comparison.endpoint',
			severity: 'error',
			help: 'docs/findings.md#comparison.endpoint',
		});
		assert.match(String(message), /^De host verschilt\. De andere partij stuurt /);
		assert.match(String(rows[3]?.['specification']), /^[0-9a-f]{64}$/);
	});

	it('asks who we are when the OIN does not tell', async () => {
		const asked = await runHere(['cpa', 'test/fixtures/messages/valid/cpa.xml', '--compare', specification]);
		assert.equal(asked.status, 2);
		assert.equal(asked.stdout, '');
		assert.equal(
			asked.stderr,
			`${specification}: Welke partij van het CPA dit is, valt aan het OIN niet te zien. Geef een van de PartyId's met --as: 00000099000000011000, 00000099000000022000.\n`,
		);
		const told = await runHere([
			...['cpa', 'test/fixtures/messages/valid/cpa.xml', '--compare', specification],
			...['--as', '00000099000000022000'],
		]);
		assert.equal(told.status, 1);
		assert.match(told.stdout, /vergeleken met Voorbeelddienst \(fictief\) in het CPA\n/);
	});

	it('refuses a comparison with something else, with 2', async () => {
		assert.deepEqual(await runHere(['cpa', sample, '--compare', sample]), {
			status: 2,
			stdout: '',
			stderr: `${sample}: Dit is geen Consumerspecificatie: er staat geen osb-ebms-service-specificatie met parameters in.\n`,
		});
		const stranger = await runHere(['cpa', sample, '--compare', specification, '--as', '1']);
		assert.deepEqual([stranger.status, stranger.stdout], [2, '']);
		assert.match(stranger.stderr, /: 1 is geen partij van dit CPA; de partijen zijn 0/);
		const alone = await runHere(['cpa', sample, '--as', '00000099000000001000']);
		assert.equal(alone.status, 2);
		assert.equal(alone.stderr, 'Bij optie --as hoort --compare.\n');
		const absent = await runHere(['cpa', sample, '--compare', join(folder, 'nergens.xml')]);
		assert.equal(absent.status, 2);
		assert.match(absent.stderr, /nergens\.xml: Dit bestand kan niet worden gelezen/);
	});

	const refused: readonly (readonly [what: string, content: string | undefined, complaint: string])[] = [
		['is not there', undefined, 'Dit bestand kan niet worden gelezen: het bestaat niet (meer).'],
		[
			'is another document',
			'<x/>',
			'Dit is geen CPA: het rootelement is niet CollaborationProtocolAgreement van CPPA 2.0.',
		],
		['is empty', '', 'Dit is geen CPA: het rootelement is niet CollaborationProtocolAgreement van CPPA 2.0.'],
	];
	for (const [what, content, complaint] of refused) {
		it(`refuses a file that ${what}, with 2`, async () => {
			const file = content === undefined ? join(folder, 'nergens.xml') : write(content);
			assert.deepEqual(await runHere(['cpa', file]), {
				status: 2,
				stdout: '',
				stderr: `${file}: ${complaint}\n`,
			});
		});
	}

	it('asks for a file', async () => {
		const { status, stderr } = await runHere(['cpa']);
		assert.equal(status, 2);
		assert.equal(stderr, 'Er ontbreekt een argument: file.\nZie: lopende-zaken cpa --help\n');
	});
});
