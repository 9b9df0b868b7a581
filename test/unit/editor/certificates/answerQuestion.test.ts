import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fetched } from '../../../../src/certificates/revocation/fetchBytes';
import { answerQuestion } from '../../../../src/editor/certificates/worker/answerQuestion';
import { createContainerFiles } from '../../../../src/editor/certificates/worker/containerFiles';
import type {
	CertificateSource,
	Conditions,
	InspectAnswer,
	Neighbourhood,
} from '../../../../src/editor/certificates/worker/protocol';
import { specification } from '../../../editor/certificates/specification';
import { makePki } from '../../certificates/pki/makePki';
import { pkcs12 } from '../../certificates/pki/pkcs12Writer';
import { revocationList } from '../../certificates/pki/revocationList';
import { temporaryFolder } from '../../certificates/pki/tools';

const { g4 } = makePki();
const leaf = g4.leaf();
const folder = temporaryFolder();

const conditions: Conditions = {
	purpose: 'both',
	host: null,
	moment: new Date('2026-11-24T00:00:00Z'),
	expectedOin: null,
	warnDays: 60,
};

function write(name: string, content: string | Uint8Array): string {
	const file = join(folder, name);
	writeFileSync(file, content);
	return file;
}

const root = write('root.pem', g4.root.pem);
const neighbourhood: Neighbourhood = {
	trust: [root],
	workspace: [],
	authorities: join(folder, 'none'),
};

async function inspect(
	source: CertificateSource,
	changed: Partial<Neighbourhood> = {},
	downloads: ReadonlyMap<string, Fetched> | null = null,
): Promise<InspectAnswer> {
	const answer = await answerQuestion(
		{
			kind: 'inspect',
			source,
			name: 'bestand',
			conditions,
			asUsed: true,
			neighbourhood: { ...neighbourhood, ...changed },
			downloads,
		},
		createContainerFiles(),
	);
	assert.equal(answer.kind, 'inspect');
	return answer;
}

describe('The worker for certificates', () => {
	const chain = write('keten.pem', [g4.tsp, g4.domain].map(({ pem }) => pem).join(''));
	const own = write('eigen.cer', leaf.der);

	it('builds the chain from other files of the workspace and what is trusted', async () => {
		const { outcome, trustFaults } = await inspect({ file: own }, { workspace: [chain] });
		assert.ok('certificates' in outcome);
		const [first] = outcome.certificates;
		assert.equal(first?.verdict?.kind, 'suitable');
		assert.deepEqual(
			first.chain.steps.map(({ origin }) => origin),
			['file', 'workspace', 'workspace', 'trust'],
		);
		assert.deepEqual(trustFaults, []);
	});

	it('judges the certificates of a document as it uses them, with the host name that is asked', async () => {
		const server = g4.leaf({ extendedKeyUsage: { critical: false, usages: ['serverAuth'] } });
		const text = specification({ client: leaf, server, endpoint: 'https://elders.nl/' });
		for (const source of [{ text }, { bytes: Buffer.from(text) }, { file: write('spec.xml', text) }]) {
			const { outcome, saysUses } = await inspect(source);
			assert.ok('certificates' in outcome);
			assert.ok(saysUses);
			assert.deepEqual(
				outcome.certificates.map(({ verdict, findings }) => [
					verdict?.purpose,
					findings
						.filter(({ code }) => /host-mismatch|extended-key-usage$/.test(code))
						.map(({ data }) => data),
				]),
				[
					['client', []],
					['server', [{ host: 'elders.nl', names: ['digikoppeling.voorbeeld.nl'] }]],
				],
			);
		}
		assert.equal((await inspect({ text: leaf.pem })).saysUses, false);
	});

	it('tells which of the files to trust cannot be used', async () => {
		const empty = write('leeg.pem', '');
		const locked = write(
			'dicht.p12',
			pkcs12({
				certificates: [{ der: g4.root.der }],
				password: 'x',
				encryption: 'pbes2',
				mac: 'sha256',
				iterations: 10,
			}),
		);
		const { trustFaults } = await inspect(
			{ file: own },
			{ trust: [empty, locked, join(folder, 'weg.pem'), root] },
		);
		assert.deepEqual(
			trustFaults.map(({ file, finding }) => [file, finding?.code ?? null]),
			[
				[empty, 'certificate.container-empty'],
				[locked, null],
				[join(folder, 'weg.pem'), 'check.unreadable'],
			],
		);
	});

	it('keeps nothing of a file that was read with a password', () => {
		const file = write(
			'wachtwoord.p12',
			pkcs12({
				certificates: [{ der: leaf.der }],
				password: 'geheim',
				encryption: 'pbes2',
				mac: 'sha256',
				iterations: 10,
			}),
		);
		const files = createContainerFiles();
		const state = (password?: string): string | undefined => {
			const read = files.read(file, password === undefined ? {} : { password });
			return 'container' in read ? read.container.state : undefined;
		};
		assert.deepEqual(
			[state(), state('fout'), state('geheim'), state()],
			['locked', 'locked', 'read', 'locked'],
		);
	});

	it('reads a file anew when it changed', () => {
		const files = createContainerFiles();
		const file = write('wisselt.pem', leaf.pem);
		const count = (): number => {
			const read = files.read(file);
			return 'container' in read && read.container.state === 'read' ? read.container.entries.length : 0;
		};
		assert.equal(count(), 1);
		writeFileSync(file, leaf.pem + g4.tsp.pem);
		assert.equal(count(), 2);
	});

	it('refuses a file of 50 MB by its size', async () => {
		const file = write('groot.p12', Buffer.alloc(50_000_000));
		const { outcome } = await inspect({ file });
		assert.ok('container' in outcome);
		assert.deepEqual(
			outcome.container.findings.map(({ code }) => code),
			['certificate.container-too-large'],
		);
	});

	it('says of a file that is not there why it cannot be read', async () => {
		const { outcome } = await inspect({ file: join(folder, 'bestaat-niet.cer') });
		assert.ok('unreadable' in outcome);
		assert.deepEqual(outcome.unreadable.data, { reason: 'ENOENT' });
	});

	it('judges revocation by the lists that were fetched, and names those to fetch', async () => {
		const revoked = revocationList(g4.tsp, {
			revoked: [{ serialNumber: leaf.spec.serialNumber, at: new Date('2026-11-01T00:00:00Z') }],
			thisUpdate: new Date('2026-11-23T00:00:00Z'),
			nextUpdate: new Date('2026-11-25T00:00:00Z'),
		});
		const around = { workspace: [chain] };
		const { crlAddresses, revocation } = await inspect({ file: own }, around);
		assert.deepEqual([crlAddresses, revocation], [['http://crl.example.org/g4.crl'], null]);
		const judged = await inspect(
			{ file: own },
			around,
			new Map([['http://crl.example.org/g4.crl', { bytes: revoked }]]),
		);
		assert.equal(judged.revocation?.get(leaf.certificate.sha256)?.state, 'revoked');
		assert.ok('certificates' in judged.outcome);
		assert.equal(judged.outcome.certificates[0]?.verdict?.kind, 'unsuitable');
		const unreachable = await inspect({ file: own }, around, new Map());
		assert.equal(unreachable.revocation?.get(leaf.certificate.sha256)?.state, 'unreachable');
	});

	it('surveys files: judged certificates, small and large collections, locked ones, and nothing', async () => {
		const many = write(
			'cacerts.pem',
			Array.from(
				{ length: 12 },
				(_, index) =>
					g4.leaf({
						basicConstraints: { critical: true, ca: true, pathLength: null },
						subject: [['CN', `CA ${index}`]],
					}).pem,
			).join(''),
		);
		const documents = {
			'zaak.xml': '<zaak/>',
			'spec.xml': `<a><X509Certificate>${Buffer.from(leaf.der).toString('base64')}</X509Certificate></a>`,
		};
		const files = [
			own,
			chain,
			many,
			join(folder, 'dicht.p12'),
			...Object.entries(documents).map(([name, text]) => write(name, text)),
			join(folder, 'weg.cer'),
		];
		const answer = await answerQuestion(
			{ kind: 'survey', files, conditions, neighbourhood },
			createContainerFiles(),
		);
		assert.equal(answer.kind, 'survey');
		assert.deepEqual(
			answer.files.map((found) => [
				relative(folder, found.file),
				found.state,
				found.state === 'read'
					? found.certificates.map(({ subject }) => subject)
					: found.state === 'authorities'
						? found.count
						: null,
			]),
			[
				['eigen.cer', 'read', ['Gemeente Voorbeeld']],
				[
					'keten.pem',
					'read',
					['KPN - G4 PKIo Priv G-TLS SYS - 2025', 'Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024'],
				],
				['cacerts.pem', 'authorities', 12],
				['dicht.p12', 'locked', null],
				['zaak.xml', 'nothing', null],
				['spec.xml', 'read', ['Gemeente Voorbeeld']],
				['weg.cer', 'nothing', null],
			],
		);
	});
});
