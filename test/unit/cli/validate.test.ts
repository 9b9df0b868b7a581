import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { productRoot, runHere, type Outcome } from './console';

const messages = join(productRoot, 'test', 'fixtures', 'messages');

interface RunOptions {
	readonly cwd: string;
	readonly input?: string | Buffer;
	readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program that ships, as a shell does: `node esbuild.mjs` must have run, as `npm test` does. */
async function run(args: readonly string[], { cwd, input = '', env = {} }: RunOptions): Promise<Outcome> {
	const child = spawn(process.execPath, [join(productRoot, 'dist', 'cli.cjs'), ...args], {
		cwd,
		env: { ...process.env, ...env },
	});
	child.stdin.end(input);
	const [stdout, stderr, status] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		new Promise<number>((resolve) =>
			child.on('close', (code) => {
				resolve(code ?? -1);
			}),
		),
	]);
	return { status, stdout, stderr };
}

interface Report {
	readonly version: number;
	readonly files: readonly {
		readonly file: string;
		readonly kind: string;
		readonly schema: string | null;
		readonly findings: readonly {
			readonly code: string;
			readonly severity: string;
			readonly related?: readonly { readonly file?: string }[];
		}[];
		readonly truncated?: boolean;
	}[];
	readonly summary: Readonly<Record<string, number>>;
}

describe('validate', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	function put(name: string, content: string | Buffer): void {
		writeFileSync(join(folder, name), content);
	}

	async function check(
		...args: readonly string[]
	): Promise<Omit<Outcome, 'stdout'> & { readonly report: Report }> {
		const { stdout, ...rest } = await run(['validate', '--format', 'json', ...args], { cwd: folder });
		return { ...rest, report: JSON.parse(stdout) as Report };
	}

	function verdicts({ files }: Report): readonly string[] {
		return files.map(({ file, findings }) => [file, ...findings.map(({ code }) => code)].join(' '));
	}

	it('ends with 0 when nothing is wrong, and tells kind and schema', async () => {
		cpSync(join(messages, 'valid', 'zakLk01-new-case.xml'), join(folder, 'new.xml'));
		const { status, stderr, report } = await check('new.xml');
		assert.deepEqual([status, stderr], [0, '']);
		assert.deepEqual(
			report.files.map(({ file, kind, schema }) => [file, kind, schema]),
			[['new.xml', 'zaakbericht', 'bundled:stuf-zkn-0310']],
		);
	});

	it('ends with 1 when errors were found', async () => {
		put('bad.xml', '<a>');
		const { status, report } = await check('bad.xml');
		assert.equal(status, 1);
		assert.equal(report.summary['errors'], 1);
	});

	it('ends with 2 when a named file is not there, and checks the others', async () => {
		put('good.xml', '<a/>');
		const { status, report } = await check('gone.xml', 'good.xml', 'a-folder-that-is-not-there');
		assert.equal(status, 2);
		assert.deepEqual(verdicts(report), [
			'a-folder-that-is-not-there check.unreadable',
			'gone.xml check.unreadable',
			'good.xml',
		]);
	});

	it('ends with 1 when a file that was met in a folder cannot be read', async () => {
		put('good.xml', '<a/>');
		symlinkSync('gone.xml', join(folder, 'link.xml'));
		const { status, report } = await check('.');
		assert.equal(status, 1);
		assert.deepEqual(verdicts(report), ['good.xml', 'link.xml check.unreadable']);
	});

	it('gives the files of a folder in the order of their names, whichever was done first', async () => {
		for (let index = 60; index > 0; index--) {
			put(
				`${String(index).padStart(2, '0')}.xml`,
				index % 7 === 0 ? `<a>${'<b/>'.repeat(20_000)}</a>` : '<a/>',
			);
		}
		const { report } = await check('.');
		assert.deepEqual(
			report.files.map(({ file }) => file),
			Array.from({ length: 60 }, (_, index) => `${String(index + 1).padStart(2, '0')}.xml`),
		);
		assert.deepEqual(report.summary, { files: 60, valid: 60, errors: 0, warnings: 0, infos: 0, unknown: 60 });
	});

	it('takes a folder without XML files for nothing wrong, but says so', async () => {
		mkdirSync(join(folder, 'empty'));
		const { status, stderr, report } = await check('empty');
		assert.deepEqual([status, stderr, report.files], [0, 'In empty staan geen XML-bestanden (*.xml).\n', []]);
	});

	it('reads standard input as bytes', async () => {
		const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9</a>', 'latin1');
		const { status, stdout } = await run(['validate', '-', '--format=json'], { cwd: folder, input: latin });
		const report = JSON.parse(stdout) as Report;
		assert.deepEqual([status, verdicts(report)], [0, ['<stdin>']]);
	});

	it('checks standard input beside files', async () => {
		put('a.xml', '<a/>');
		const { status, stdout } = await run(['validate', 'a.xml', '-', '--format', 'json'], {
			cwd: folder,
			input: '<a>',
		});
		const { files } = JSON.parse(stdout) as Report;
		assert.deepEqual(
			[status, files.map(({ file, findings }) => [file, findings.length])],
			[
				1,
				[
					['<stdin>', 1],
					['a.xml', 0],
				],
			],
		);
	});

	it('ends with 2 when standard input cannot be read', async () => {
		const stdin = new Readable({
			read() {
				this.destroy(Object.assign(new Error('read'), { code: 'EIO' }));
			},
		});
		const { status, stdout } = await runHere(['validate', '-', '--format', 'json'], { stdin });
		assert.deepEqual([status, verdicts(JSON.parse(stdout) as Report)], [2, ['<stdin> check.unreadable']]);
	});

	it('shows no more findings than asked for, and counts them all', async () => {
		put('bad.xml', `<a>${'&'.repeat(30)}</a>`);
		const { status, report } = await check('bad.xml', '--max-findings', '3');
		assert.equal(status, 1);
		assert.deepEqual(
			report.files.map(({ findings, truncated }) => [findings.length, truncated]),
			[[3, true]],
		);
	});

	it('leaves out what weighs less than asked for, with the same exit status', async () => {
		cpSync(join(messages, 'invalid', 'zakLk01-startdatum-9-digits.xml'), join(folder, 'bad.xml'));
		const all = await check('bad.xml');
		const errors = await check('bad.xml', '--severity', 'error');
		assert.deepEqual([all.status, errors.status], [1, 1]);
		assert.deepEqual(
			errors.report.files[0]?.findings,
			all.report.files[0]?.findings.filter(({ severity }) => severity === 'error'),
		);
		assert.deepEqual(errors.report.summary, all.report.summary);
	});

	it('finds what two files of a run may not share, in the later file', async () => {
		const message = readFileSync(join(messages, 'valid', 'zakLk01-new-case.xml'), 'utf8');
		put('b.xml', message);
		put('c.xml', message.replace('Aanvraag parkeervergunning', 'Aanvraag kapvergunning'));
		put('a.xml', message);
		const { status, report } = await check('.');
		assert.equal(status, 1);
		assert.deepEqual(verdicts(report), ['a.xml', 'b.xml', 'c.xml zaakbericht.reference-duplicate']);
		assert.deepEqual(
			report.files[2]?.findings[0]?.related?.map(({ file }) => file),
			['a.xml'],
		);
	});

	for (const [format, start] of [
		['text', 'a.xml  in orde  onbekende soort, zonder schema\n'],
		['json', '{"version":1,"files":['],
		['sarif', '{"$schema":'],
		['junit', '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites '],
	] as const) {
		it(`writes ${format}`, async () => {
			put('a.xml', '<a/>');
			const { status, stdout, stderr } = await run(['validate', 'a.xml', '--format', format], {
				cwd: folder,
			});
			assert.deepEqual([status, stderr, stdout.slice(0, start.length)], [0, '', start]);
		});
	}

	it('says in the text that the schemas are its own', async () => {
		cpSync(join(messages, 'valid', 'Bv03.xml'), join(folder, 'Bv03.xml'));
		const { stdout } = await run(['validate', '.'], { cwd: folder });
		assert.ok(
			stdout.endsWith(
				"Gecontroleerd met schema's van dit programma zelf (bundled:), niet met die van Logius; met --schemas geeft u de map met de officiële schema's op.\n",
			),
			stdout,
		);
	});

	it('says that a folder given for schemas holds none, checks all the same, and ends with 2', async () => {
		put('a.xml', '<a/>');
		mkdirSync(join(folder, 'schemas'));
		const { status, stderr, report } = await check('a.xml', '--schemas', 'schemas');
		assert.equal(status, 2);
		assert.ok(stderr.includes(join(folder, 'schemas')), stderr);
		assert.deepEqual(verdicts(report), ['a.xml']);
	});

	it('uses a schema of the user for a kind that it does not know', async () => {
		put('a.xml', '<a xmlns="urn:a">x</a>');
		mkdirSync(join(folder, 'schemas'));
		put(
			'schemas/a.xsd',
			'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a"><xs:element name="a" type="xs:int"/></xs:schema>',
		);
		const { status, report } = await check('a.xml', '--schemas', 'schemas');
		assert.equal(status, 1);
		assert.deepEqual(
			report.files.map(({ kind, schema, findings }) => [kind, schema, findings.length]),
			[['unknown', `folder:${join(folder, 'schemas', 'a.xsd')}`, 1]],
		);
	});

	it('has no colours when the output is no terminal, and no sentence but its output', async () => {
		put('bad.xml', '<a>');
		for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
			const { stdout } = await run(['validate', '.'], { cwd: folder, env });
			assert.ok(!stdout.includes('\u001b'), stdout);
		}
	});

	it('is silent when nobody reads its output to the end', async () => {
		for (let index = 0; index < 300; index++) {
			put(`${String(index)}.xml`, `<a>${'&'.repeat(100)}</a>`);
		}
		const child = spawn(process.execPath, [join(productRoot, 'dist', 'cli.cjs'), 'validate', '.'], {
			cwd: folder,
		});
		child.stdout.once('data', () => child.stdout.destroy());
		const [stderr, status] = await Promise.all([
			text(child.stderr),
			new Promise((resolve) => child.on('close', resolve)),
		]);
		assert.deepEqual([stderr, status], ['', 1]);
	});

	it('stops on Ctrl-C with what was done so far and exit status 130', async () => {
		const child = spawn(
			process.execPath,
			[join(productRoot, 'dist', 'cli.cjs'), 'validate', '-', '--format', 'json'],
			{
				cwd: folder,
			},
		);
		// More than the pipe holds: when all is written, the program runs and reads.
		child.stdin.write('<a>'.repeat(1_000_000), () => child.kill('SIGINT'));
		const [stdout, status] = await Promise.all([
			text(child.stdout),
			new Promise((resolve) =>
				child.on('close', (code, signal) => {
					resolve(code ?? signal);
				}),
			),
		]);
		assert.equal(status, 130);
		assert.deepEqual(JSON.parse(stdout), {
			version: 1,
			files: [],
			cancelled: { total: 1 },
			summary: { files: 0, valid: 0, errors: 0, warnings: 0, infos: 0, unknown: 0 },
		});
	});
});
