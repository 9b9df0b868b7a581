/**
 * `npm run bench`: figures beside those of a peer that was measured in the same run. Nothing here asserts on time; what has
 * no figure ends with an error. `npm run bench -- 5mb fuzz` runs only the parts named.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundledSchema } from '../../src/schema/bundled';
import { createLibxmlEngine } from '../../src/schema/libxmlEngine';
import { createCheckerPool, type CheckerPool } from '../../src/validation/checkerPool';
import type { DocumentReport } from '../../src/validation/report';
import { damagedCertificates, manyCertificates } from './certificates';
import { zaakbericht } from './corpus';
import { damage, randomFrom } from './damage';
import { compare, median, ratio, row, run, time } from './measure';
import { onboarding } from './onboarding';
import { partnerUnderLoad } from './partner';
import { pingAgainstCurl } from './ping';
import { treeInEditor } from './tree';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schema = join(root, 'schemas/zkn0310.xsd');
const cli = join(root, 'dist/cli.cjs');
const bareEngine = fileURLToPath(new URL('bareEngine.mjs', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'lopende-zaken-bench-'));

function pool(options: { readonly size: number; readonly callerHelps?: boolean }): CheckerPool {
	return createCheckerPool({
		workerFile: join(root, 'dist/engine.worker.mjs'),
		bundledSchemas: join(root, 'schemas'),
		schemaFolders: [],
		log: (message) => {
			console.log(message);
		},
		...options,
	});
}

async function checked(
	by: CheckerPool,
	source: { readonly text: string } | { readonly file: string },
): Promise<DocumentReport> {
	const result = await by.check(source, { maxFindings: 200 });
	if (result.status !== 'checked') {
		throw new Error(`The check ended as ${result.status}`);
	}
	return result.report;
}

function mustBeValid(report: DocumentReport): void {
	const error = report.findings.find(({ severity }) => severity === 'error');
	if (error !== undefined || report.schema === null) {
		throw new Error(`The message of the bench should be valid: ${JSON.stringify(error ?? report)}`);
	}
}

async function largeFile(): Promise<void> {
	const file = join(temporary, 'large.xml');
	writeFileSync(file, zaakbericht(5_000_000, 1));
	const xmllint = (): unknown => run('xmllint', ['--noout', '--schema', schema, file]);
	row(
		'5 MB, one process of the command line, against xmllint',
		ratio(await compare(9, () => run('node', [cli, 'validate', file]), xmllint)),
		'at most 2×',
	);
	row(
		'   libxml2-wasm alone in a fresh process: the floor',
		ratio(await compare(9, () => run('node', [bareEngine, '1', schema, file]), xmllint)),
		'',
	);
	row('   Node alone, doing nothing', ratio(await compare(9, () => run('node', ['-e', '0']), xmllint)), '');
	for (const [how, callerHelps] of [
		['two threads', true],
		['one worker', false],
	] as const) {
		using warm = pool({ size: 1, callerHelps });
		mustBeValid(await checked(warm, { file }));
		for (let n = 0; n < 5; n++) {
			await checked(warm, { file });
		}
		row(
			`5 MB, in process, warm worker (${how}), against xmllint`,
			ratio(await compare(9, () => checked(warm, { file }), xmllint)),
			'at most 1.3×',
		);
	}
	const engine = await createLibxmlEngine();
	const set = readBundledSchema(join(root, 'schemas'), 'stuf-zkn-0310');
	const validate = (): unknown => engine.validate(readFileSync(file), set, { maxErrors: 1, at: [] });
	for (let n = 0; n < 5; n++) {
		await validate();
	}
	row('   libxml2-wasm alone, warm: the floor', ratio(await compare(9, validate, xmllint)), '');
	engine.dispose();
	const probe =
		'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\nRSS ${process.resourceUsage().maxRSS}`))';
	const rss =
		Number(/RSS (\d+)/.exec(run('node', ['--import', probe, cli, 'validate', file]).stderr)?.[1]) / 1024;
	row('5 MB, peak memory of the command line', `${rss.toFixed(0)} MB`, 'under 250 MB');
}

async function manyFiles(): Promise<void> {
	const folder = join(temporary, 'many');
	mkdirSync(folder);
	const names = Array.from({ length: 10_000 }, (_, n) => `${String(n).padStart(5, '0')}.xml`);
	for (const [n, name] of names.entries()) {
		writeFileSync(join(folder, name), zaakbericht(4000, n));
	}
	const xmllint = (): unknown => run('xmllint', ['--noout', '--schema', schema, ...names], { cwd: folder });
	row(
		`10,000 × 4 kB, rules and JSON included, ${availableParallelism()} cores, against xmllint`,
		ratio(await compare(5, () => run('node', [cli, 'validate', '--format', 'json', folder]), xmllint)),
		'at most 1.5×',
	);
	for (const threads of new Set([1, availableParallelism()])) {
		const bare = (): unknown => run('node', [bareEngine, String(threads), schema, ...names], { cwd: folder });
		row(
			`   libxml2-wasm alone in ${threads} thread${threads === 1 ? '' : 's'}: the floor`,
			ratio(await compare(5, bare, xmllint)),
			'',
		);
	}
}

async function editorSized(): Promise<void> {
	using warm = pool({ size: 1 });
	const text = zaakbericht(20_000, 1);
	const faulty = text
		.replace('999993653', '999993654')
		.replace('<identificatie>', '<identificate>')
		.replace('</identificatie>', '</identificate>')
		.replace('<volgnummer>5</volgnummer>', '');
	mustBeValid(await checked(warm, { text }));
	for (const [what, subject] of [
		['valid', text],
		['with three faults', faulty],
	] as const) {
		const figures: number[] = [];
		for (let n = 0; n < 60; n++) {
			figures.push(await time(() => checked(warm, { text: subject })));
		}
		row(
			`20 kB ${what}, request to findings, warm worker (median of 60)`,
			`${median(figures).toFixed(1)} ms`,
			'within 50 ms',
		);
	}
	const large = zaakbericht(5_000_000, 1);
	let last = performance.now();
	let longest = 0;
	const beat = setInterval(() => {
		const now = performance.now();
		longest = Math.max(longest, now - last - 1);
		last = now;
	}, 1);
	await time(() => checked(warm, { text: large }));
	clearInterval(beat);
	row('5 MB, longest time that the asking thread was blocked', `${longest.toFixed(1)} ms`, 'at most 20 ms');
}

async function fuzz(): Promise<void> {
	using checker = pool({ size: availableParallelism() });
	const random = randomFrom(20261124);
	const text = zaakbericht(4000, 1);
	let slowest = 0;
	let failures = 0;
	let faulty = 0;
	const total = 20_000;
	const worker = async (count: number): Promise<void> => {
		for (let n = 0; n < count; n++) {
			const damaged = damage(text, random);
			const start = performance.now();
			const report = await checked(checker, { text: damaged });
			slowest = Math.max(slowest, performance.now() - start);
			faulty += report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
			if (report.findings.some(({ code }) => code.startsWith('check.') && code !== 'check.schema-refused')) {
				failures++;
				console.log(JSON.stringify(report.findings[0]), JSON.stringify(damaged).slice(0, 300));
			}
		}
	};
	const duration = await time(() =>
		Promise.all(Array.from({ length: availableParallelism() }, () => worker(total / availableParallelism()))),
	);
	row(`${total} damaged documents (${faulty} found faulty)`, `${(duration / 1000).toFixed(1)} s`, '');
	row('   crashes, hangs and failed checks', String(failures), '0');
	row('   slowest check', `${slowest.toFixed(0)} ms`, 'under 5,000 ms');
	mustBeValid(await checked(checker, { text }));
}

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
	'5mb': largeFile,
	many: manyFiles,
	editor: editorSized,
	fuzz,
	certificates: () => manyCertificates(cli, temporary),
	containers: damagedCertificates,
	onboarding,
	tree: () => {
		treeInEditor(root);
	},
	ping: () => pingAgainstCurl(cli, temporary),
	partner: () => partnerUnderLoad(cli, temporary),
};

const asked = process.argv.slice(2);
try {
	for (const [name, part] of Object.entries(parts)) {
		if (asked.length === 0 || asked.includes(name)) {
			await part();
		}
	}
} finally {
	rmSync(temporary, { recursive: true });
}
