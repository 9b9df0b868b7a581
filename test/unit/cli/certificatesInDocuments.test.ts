import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { createCheckers } from '../../../src/cli/product';
import { answerQuestion } from '../../../src/editor/certificates/worker/answerQuestion';
import { createContainerFiles } from '../../../src/editor/certificates/worker/containerFiles';
import type { Neighbourhood } from '../../../src/editor/certificates/worker/protocol';
import { createTranslate } from '../../../src/text';
import type { CheckerPool } from '../../../src/validation/checkerPool';
import { explain } from '../../../src/validation/explain';
import { specification } from '../../editor/certificates/specification';
import { inDays } from '../../editor/certificates/certificateFolder';
import { makePki } from '../certificates/pki/makePki';
import { pkcs12 } from '../certificates/pki/pkcs12Writer';
import { temporaryFolder } from '../certificates/pki/tools';
import { productRoot, runHere, type Outcome } from './console';

interface Shown {
	readonly code: string;
	readonly severity: string;
	readonly message: string;
	readonly range: unknown;
	readonly path: string | null;
}

interface Report {
	readonly files: readonly { readonly file: string; readonly findings: readonly Shown[] }[];
	readonly summary: Readonly<Record<string, number>>;
}

describe('validate, on documents with certificates', () => {
	const folder = temporaryFolder();
	const env = { HOME: join(folder, 'home') };
	const t = createTranslate(() => 'nl');
	const { g4 } = makePki();
	const valid = { notBefore: inDays(-30), notAfter: inDays(700) };
	const good = g4.leaf(valid);
	const expired = g4.leaf({ notBefore: inDays(-800), notAfter: inDays(-12) });

	before(() => {
		const write = (name: string, content: string | Uint8Array): void => {
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			writeFileSync(join(folder, name), content);
		};
		write('root.pem', g4.root.pem);
		write('goed.xml', specification({ client: good, server: good }));
		write('verlopen.xml', specification({ client: expired, server: expired }));
		write(
			'map/bijna.xml',
			specification({ client: good, server: g4.leaf({ ...valid, notAfter: inDays(20) }) }),
		);
		write('map/elders.xml', specification({ client: good, server: good, endpoint: 'https://elders.nl/' }));
		write('map/vreemd.xml', '<a/>');
		write('map/keten/uitgevers.PEM', [g4.tsp, g4.domain, g4.root].map(({ pem }) => pem).join(''));
		write(
			'map/dicht.p12',
			pkcs12({
				certificates: [{ der: g4.root.der }],
				password: 'x',
				encryption: 'pbes2',
				mac: 'sha256',
				iterations: 10,
			}),
		);
	});

	function run(args: readonly string[], input?: string): Promise<Outcome> {
		return runHere(['validate', ...args], {
			env,
			workingFolder: folder,
			...(input === undefined ? {} : { stdin: Readable.from([Buffer.from(input)]) }),
		});
	}
	async function report(...args: readonly string[]): Promise<Report & { readonly status: number }> {
		const { status, stdout } = await run([...args, '--format', 'json']);
		return { status, ...(JSON.parse(stdout) as Report) };
	}
	const verdicts = ({ files }: Report): readonly string[] =>
		files.map(({ file, findings }) => [file, ...findings.map(({ code }) => code)].join(' '));

	/** What the Problems panel of the editor shows of a file: see `editor/documentChecks`. */
	async function problemsInEditor(
		checkers: CheckerPool,
		file: string,
		neighbourhood: Pick<Neighbourhood, 'trust' | 'workspace'>,
	): Promise<readonly Shown[]> {
		const maxFindings = 200;
		const source = { file };
		const result = await checkers.check(source, { maxFindings });
		assert.equal(result.status, 'checked');
		const answer = await answerQuestion(
			{
				kind: 'complete',
				report: result.report,
				source,
				maxFindings,
				conditions: { moment: new Date(), warnDays: 60 },
				neighbourhood: { ...neighbourhood, authorities: join(folder, 'none') },
			},
			createContainerFiles(),
		);
		assert.equal(answer.kind, 'complete');
		return answer.report.findings.map(shown);
	}
	const shownIn = ({ code, severity, message, range, path }: Shown): Shown => ({
		code,
		severity,
		message,
		range,
		path,
	});
	function shown(finding: Omit<Shown, 'message'> & Parameters<typeof explain>[0]): Shown {
		return shownIn({ ...finding, message: explain(finding, t).message });
	}

	it('gives for each file the findings that the editor gives', async () => {
		const own = [join(folder, 'goed.xml'), join(folder, 'verlopen.xml'), join(folder, 'map')];
		const { files } = await report('--trust', 'root.pem', ...own, join(productRoot, 'test'));
		const workspace = [join(folder, 'map/dicht.p12'), join(folder, 'map/keten/uitgevers.PEM')];
		const withCertificates = files.filter(({ file }) => /ificat|cpa|map|goed|verlopen/.test(file));
		assert.ok(withCertificates.length > 40);
		using checkers = createCheckers(productRoot, () => undefined);
		let found = 0;
		for (const { file, findings } of withCertificates) {
			const expected = await problemsInEditor(checkers, file, {
				trust: [join(folder, 'root.pem')],
				workspace,
			});
			const isOfOneFile = ({ code }: Shown): boolean => !code.endsWith('-duplicate');
			assert.deepEqual(findings.filter(isOfOneFile).map(shownIn), expected.filter(isOfOneFile), file);
			found += expected.filter(({ code }) => code.startsWith('certificate.')).length;
		}
		assert.ok(found > 100);
	}).timeout(60_000);

	it('ends with 1 for a certificate that cannot be used, and with 0 for a warning', async () => {
		const wrong = await report('verlopen.xml');
		assert.equal(wrong.status, 1);
		assert.deepEqual(verdicts(wrong), ['verlopen.xml certificate.expired certificate.expired']);
		assert.equal(wrong.summary['errors'], 2);
		const soon = await report('map/bijna.xml');
		assert.equal(soon.status, 0);
		assert.deepEqual(verdicts(soon), ['map/bijna.xml certificate.expires-soon']);
		assert.deepEqual(verdicts(await report('map/bijna.xml', '--severity', 'error')), ['map/bijna.xml']);
	});

	it('agrees with `certificate` about errors and the exit status', async () => {
		for (const file of ['goed.xml', 'verlopen.xml', 'map/elders.xml']) {
			const trusting = [file, '--trust', 'root.pem', '--format', 'json'];
			const other = await runHere(['certificate', ...trusting], { env, workingFolder: folder });
			const { certificates } = JSON.parse(other.stdout) as {
				readonly certificates: readonly { readonly findings: readonly Shown[] }[];
			};
			const errors = (findings: readonly Shown[]): readonly string[] => [
				...new Set(
					findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => code + message),
				),
			];
			const mine = await report(file, '--trust', 'root.pem');
			assert.equal(mine.status, other.status);
			assert.deepEqual(
				errors(mine.files.flatMap(({ findings }) => findings)),
				errors(certificates.flatMap(({ findings }) => findings)),
			);
		}
	});

	it('shows as many findings as are asked', async () => {
		const { status, files } = await report('verlopen.xml', '--max-findings', '1');
		assert.equal(status, 1);
		assert.equal(files[0]?.findings.length, 1);
	});

	it('reads standard input as a file', async () => {
		const { status, stdout } = await run(
			['-', '--format', 'json'],
			readFileSync(join(folder, 'verlopen.xml'), 'utf8'),
		);
		assert.equal(status, 1);
		assert.deepEqual(verdicts(JSON.parse(stdout) as Report), [
			'<stdin> certificate.expired certificate.expired',
		]);
	});

	it('builds chains from the certificates in a folder that is named, and trusts what it is told to', async () => {
		assert.deepEqual(verdicts(await report('map/elders.xml')), ['map/elders.xml certificate.host-mismatch']);
		assert.deepEqual(verdicts(await report('map')), [
			'map/bijna.xml certificate.chain-untrusted certificate.chain-untrusted certificate.expires-soon',
			'map/elders.xml certificate.chain-untrusted certificate.chain-untrusted certificate.host-mismatch',
			'map/vreemd.xml',
		]);
		assert.deepEqual(verdicts(await report('map', '--trust', 'root.pem')), [
			'map/bijna.xml certificate.expires-soon',
			'map/elders.xml certificate.host-mismatch',
			'map/vreemd.xml',
		]);
	});

	it('ends with 2 when there is nothing to trust in a file', async () => {
		const locked = await run(['--trust', 'map/dicht.p12', 'goed.xml']);
		assert.equal(locked.status, 2);
		assert.equal(
			locked.stderr,
			'De te vertrouwen certificaten zijn niet te lezen uit map/dicht.p12: Dit bestand heeft een wachtwoord nodig: geef de CA-certificaten in een bestand zonder wachtwoord, zoals PEM.\n',
		);
		assert.equal(locked.stdout, '');
		assert.equal((await run(['--trust', 'weg.pem', 'goed.xml'])).status, 2);
		assert.equal((await run(['--trust', 'goed.xml', 'goed.xml'])).status, 0);
	});

	it('tells of them in every format', async () => {
		const formats: readonly (readonly [format: string, sign: RegExp])[] = [
			['text', /^ {2}\d+:\d+ {2}fout {2}.* {2}certificate\.expired$/gm],
			['sarif', /"ruleId": ?"certificate\.expired"/g],
			['junit', /certificate\.expired/g],
		];
		for (const [format, sign] of formats) {
			const { stdout } = await run(['verlopen.xml', '--format', format]);
			assert.ok([...stdout.matchAll(sign)].length >= 2, `${format}: ${stdout}`);
		}
	});
});
