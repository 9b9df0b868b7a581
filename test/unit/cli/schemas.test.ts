import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runHere, type Outcome } from './console';

const schema = (content: string, namespace = 'urn:a'): string =>
	`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}">${content}</xs:schema>`;

describe('schemas', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	function put(files: Readonly<Record<string, string>>): void {
		for (const [name, content] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			writeFileSync(join(folder, name), content);
		}
	}

	function run(...args: readonly string[]): Promise<Outcome> {
		return runHere(['schemas', ...args], { workingFolder: folder });
	}

	it('tells what is in a folder, and ends with 0 when nothing is wrong', async () => {
		put({
			'set/a.xsd': schema(
				'<xs:include schemaLocation="deep/b.xsd"/><xs:element name="een" type="soort"/><xs:element name="twee"/>',
			),
			'set/deep/b.xsd': schema('<xs:simpleType name="soort"><xs:restriction base="xs:int"/></xs:simpleType>'),
		});
		assert.deepEqual(await run('set'), {
			status: 0,
			stderr: '',
			stdout: `set  2 XSD-bestanden

Namespaces
  urn:a  2 bestanden, 3 onderdelen

Rootelementen per bestand
  a.xsd  compileert, met 2 bestanden
    een, twee

Geen problemen gevonden.
`,
		});
	});

	it('tells the problems with file and line, and ends with 1', async () => {
		put({
			'set/a.xsd': schema('\n<xs:include schemaLocation="gone.xsd"/>\n<xs:element name="een" type="soort"/>'),
		});
		const { status, stdout, stderr } = await run('set', '--format', 'json');
		const report = JSON.parse(stdout) as {
			readonly problems: readonly Readonly<Record<string, unknown>>[];
			readonly summary: unknown;
			readonly entries: unknown;
		};
		assert.deepEqual([status, stderr], [1, '']);
		assert.deepEqual(report.summary, { errors: 1, warnings: 0, infos: 0 });
		assert.deepEqual(
			report.problems.map(({ code, severity, file, line, help }) => [code, severity, file, line, help]),
			[['schema-set.missing-file', 'error', 'a.xsd', 1, 'docs/findings.md#schema-set.missing-file']],
		);
		const text = (await run('set')).stdout;
		assert.ok(text.includes('\nProblemen\n  a.xsd:2  fout  '), text);
		assert.ok(text.endsWith('\nGevonden: 1 fout.\n'), text);
	});

	it('ends with 1 for a folder that holds no schemas', async () => {
		put({ 'set/note.txt': 'x' });
		const { status, stdout } = await run('set');
		assert.equal(status, 1);
		assert.ok(stdout.includes('schema-set.no-schemas'), stdout);
	});

	for (const path of ['gone', 'file.xsd']) {
		it(`ends with 2 for ${path}, which is no folder`, async () => {
			put({ 'file.xsd': schema('') });
			assert.deepEqual(await run(path), {
				status: 2,
				stdout: '',
				stderr: `De map met schema's is niet te lezen: ${path}.\n`,
			});
		});
	}
});
