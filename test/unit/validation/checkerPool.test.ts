import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	createCheckerPool,
	type CheckerPool,
	type CheckerPoolOptions,
} from '../../../src/validation/checkerPool';
import { createTranslate } from '../../../src/text';
import { explain } from '../../../src/validation/explain';
import type { CheckSource, DocumentReport } from '../../../src/validation/report';
import { zaakbericht } from '../../bench/corpus';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The pool with the worker that ships: `node esbuild.mjs` must have run, as `npm test` does. */
describe('The pool of checkers', function () {
	// Some of these exhaust a worker on purpose, which takes its time on a busy machine.
	this.timeout(90_000);

	let folder: string;
	const pools: CheckerPool[] = [];
	const log: string[] = [];

	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-pool-'));
	});
	after(() => {
		rmSync(folder, { recursive: true });
	});
	afterEach(() => {
		for (const pool of pools.splice(0)) {
			pool[Symbol.dispose]();
		}
		log.length = 0;
	});

	function pool(options: Partial<CheckerPoolOptions> = {}): CheckerPool {
		const made = createCheckerPool({
			workerFile: join(root, 'dist/engine.worker.mjs'),
			bundledSchemas: join(root, 'schemas'),
			size: 1,
			schemaFolders: [],
			log: (message) => log.push(message),
			...options,
		});
		pools.push(made);
		return made;
	}

	async function report(by: CheckerPool, source: CheckSource): Promise<DocumentReport> {
		const result = await by.check(source, { maxFindings: 200 });
		assert.equal(result.status, 'checked');
		return result.report;
	}
	const codes = ({ findings }: DocumentReport): readonly string[] => findings.map(({ code }) => code);
	const message = zaakbericht(4000, 1);

	it('checks a text, bytes and a file alike', async () => {
		const checker = pool();
		const file = join(folder, 'message.xml');
		const faulty = message.replace('999993653', '999993654');
		writeFileSync(file, faulty);
		const fromText = await report(checker, { text: faulty });
		assert.deepEqual(codes(fromText), ['zaakbericht.bsn-check-digit']);
		assert.deepEqual(await report(checker, { bytes: Buffer.from(faulty) }), fromText);
		assert.deepEqual(await report(checker, { file }), fromText);
	});

	it('lets the caller help with a large file, with the same outcome', async () => {
		const file = join(folder, 'large.xml');
		writeFileSync(
			file,
			zaakbericht(700_000, 1).replace('999993653', '999993654').replace('<volgnummer>9<', '<volgnummer>x<'),
		);
		const together = await report(pool({ callerHelps: true }), { file });
		assert.deepEqual(codes(together), ['zaakbericht.bsn-check-digit', 'schema.value-type']);
		assert.deepEqual(await report(pool(), { file }), together);
	});

	for (const [what, make, code] of [
		['is not there', () => join(folder, 'gone.xml'), 'check.unreadable'],
		['is a folder', () => folder, 'check.unreadable'],
		[
			'is 200 MB',
			() => {
				const file = join(folder, 'huge.xml');
				writeFileSync(file, '');
				truncateSync(file, 200_000_000);
				return file;
			},
			'check.too-large',
		],
		[
			'holds no text',
			() => {
				const file = join(folder, 'picture.xml');
				writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
				return file;
			},
			'xml.not-xml',
		],
	] as const) {
		it(`says in one finding that a file ${what}`, async () => {
			assert.deepEqual(codes(await report(pool(), { file: make() })), [code]);
		});
	}

	it('refuses a text with millions of tags, which takes far more memory than it is long', async () => {
		const text = `<r>${'<a/>'.repeat(3_000_001)}</r>`;
		assert.deepEqual(codes(await report(pool(), { text })), ['check.too-many-tags']);
	});

	it('lets the newest request for a document win', async () => {
		const checker = pool();
		const older = checker.check({ text: message }, { maxFindings: 10, key: 'a' });
		const newer = checker.check({ text: message.replace('999993653', '1') }, { maxFindings: 10, key: 'a' });
		const other = checker.check({ text: message }, { maxFindings: 10, key: 'b' });
		assert.deepEqual((await older).status, 'superseded');
		assert.deepEqual((await newer).status, 'checked');
		assert.deepEqual((await other).status, 'checked');
	});

	it('gives up a check at once when it is cancelled', async () => {
		const checker = pool();
		const controller = new AbortController();
		const running = checker.check(
			{ text: zaakbericht(5_000_000, 1) },
			{ maxFindings: 10, signal: controller.signal },
		);
		controller.abort();
		assert.deepEqual(await running, { status: 'cancelled' });
		assert.deepEqual(await checker.check({ text: message }, { maxFindings: 10, signal: controller.signal }), {
			status: 'cancelled',
		});
	});

	it('stops a check that gives no sign of life, says so, and goes on with a fresh worker', async () => {
		const checker = pool({ timeLimit: 1.5, memoryLimit: 4096 });
		// Far more than can be done within the limit, far less than the memory allows.
		const stuck = await report(checker, { text: zaakbericht(49_000_000, 1) });
		assert.deepEqual(codes(stuck), ['check.timed-out']);
		assert.equal(log.length, 1);
		// On a busy machine the fresh worker itself may need more than the short limit of this test.
		let after = await report(checker, { text: message });
		for (let tries = 0; tries < 20 && codes(after).includes('check.timed-out'); tries++) {
			after = await report(checker, { text: message });
		}
		assert.deepEqual(after.findings, []);
	});

	it('survives a document for which the memory is too small', async () => {
		const checker = pool({ memoryLimit: 64 });
		assert.deepEqual(codes(await report(checker, { text: zaakbericht(40_000_000, 1) })), [
			'check.out-of-memory',
		]);
		assert.deepEqual((await report(checker, { text: message })).findings, []);
	});

	it('blames only the file at fault when a worker dies over many files', async () => {
		const files = Array.from({ length: 60 }, (_, n) =>
			join(folder, `many-${String(n).padStart(2, '0')}.xml`),
		);
		for (const [n, file] of files.entries()) {
			writeFileSync(file, n === 17 ? zaakbericht(40_000_000, n) : zaakbericht(4000, n));
		}
		const found = await reports(pool({ size: 2, memoryLimit: 64 }), files);
		assert.equal(found.size, 60);
		assert.deepEqual(
			[...found]
				.filter(([, { findings }]) => findings.length > 0)
				.map(([file, ofFile]) => [file, codes(ofFile)]),
			[[files[17], ['check.out-of-memory']]],
		);
	});

	it('checks many files with the help of the caller as it does in workers', async () => {
		const texts = [
			message,
			message.replace('999993653', '999993654'),
			message.replace('<identificatie>', '<identificate>'),
			message.replace('</object>', ''),
			'<own/>',
			'',
			zaakbericht(200_000, 2),
		];
		const files = Array.from({ length: 200 }, (_, n) => join(folder, `shared-${String(n)}.xml`));
		for (const [n, file] of files.entries()) {
			writeFileSync(file, texts[n % texts.length] ?? '');
		}
		files.push(join(folder, 'gone.xml'));
		const inWorkers = await reports(pool({ size: 2 }), files);
		const together = await reports(pool({ size: 1, callerHelps: true }), files);
		assert.equal(inWorkers.size, files.length);
		assert.deepEqual(together, inWorkers);
	});

	async function reports(
		by: CheckerPool,
		files: readonly string[],
	): Promise<ReadonlyMap<string, DocumentReport>> {
		const found = new Map<string, DocumentReport>();
		const outcome = await by.checkFiles(files, {
			maxFindings: 10,
			onReport: (file, ofFile) => found.set(file, ofFile),
		});
		assert.equal(outcome, 'finished');
		return found;
	}

	for (const [how, options] of [
		['in workers', { size: 2 }],
		['with the help of the caller', { size: 1, callerHelps: true }],
	] as const) {
		it(`ends a run over many files ${how} soon after it is cancelled`, async () => {
			const file = join(folder, 'again.xml');
			writeFileSync(file, message);
			const controller = new AbortController();
			let reported = 0;
			const outcome = await pool(options).checkFiles(Array<string>(5000).fill(file), {
				maxFindings: 10,
				signal: controller.signal,
				onReport: () => {
					if (++reported === 100) {
						controller.abort();
					}
				},
			});
			assert.equal(outcome, 'cancelled');
			assert.equal(reported, 100);
		});
	}

	it('uses the schemas of a folder from the next request on', async () => {
		writeFileSync(
			join(folder, 'own.xsd'),
			'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:own"><xs:element name="own" type="xs:date"/></xs:schema>',
		);
		const checker = pool();
		const text = '<own xmlns="urn:own">morgen</own>';
		assert.deepEqual(codes(await report(checker, { text })), []);
		checker.setSchemaFolders([folder]);
		const held = await report(checker, { text });
		assert.deepEqual(codes(held), ['schema.value-type']);
		assert.equal(held.schema, `folder:${join(folder, 'own.xsd')}`);
	});

	it('finds the message that a schema of the folder describes in a SOAP envelope too', async () => {
		const own = mkdtempSync(join(folder, 'wrapped-'));
		writeFileSync(
			join(own, 'own.xsd'),
			'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:own"><xs:element name="own" type="xs:date"/></xs:schema>',
		);
		const text =
			'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><own xmlns="urn:own">morgen</own></s:Body></s:Envelope>';
		const held = await report(pool({ schemaFolders: [own] }), { text });
		assert.deepEqual(codes(held), ['schema.value-type']);
		assert.equal(held.schema, `folder:${join(own, 'own.xsd')}`);
	});

	it('says of a schema from which a file is missing which one that is', async () => {
		const broken = mkdtempSync(join(folder, 'missing-'));
		writeFileSync(
			join(broken, 'own.xsd'),
			'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:c" targetNamespace="urn:own">\n<xs:import namespace="urn:c" schemaLocation="gone.xsd"/><xs:element name="own" type="c:T"/></xs:schema>',
		);
		const held = await report(pool({ schemaFolders: [broken] }), { text: '<own xmlns="urn:own"/>' });
		const [finding] = held.findings;
		assert.equal(
			finding &&
				explain(
					finding,
					createTranslate(() => 'nl'),
				).problem,
			`Het schema ${join(broken, 'own.xsd')} is niet bruikbaar. own.xsd, regel 2: Het bestand gone.xsd ontbreekt, terwijl de inhoud ervan nodig is: T.`,
		);
		assert.equal(held.findings.length, 1);
	});

	it('says of a schema that does not compile what is wrong in it, and uses our own instead', async () => {
		const broken = mkdtempSync(join(folder, 'broken-'));
		writeFileSync(
			join(broken, 'zkn.xsd'),
			'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.egem.nl/StUF/sector/zkn/0310">\n<xs:element name="zakLk01" type="xs:dat"/></xs:schema>',
		);
		const held = await report(pool({ schemaFolders: [broken] }), { text: message });
		assert.deepEqual(codes(held), ['check.schema-unusable']);
		assert.deepEqual([held.findings[0]?.data['document'], held.findings[0]?.data['line']], ['zkn.xsd', 2]);
		assert.equal(held.schema, 'bundled:stuf-zkn-0310');
	});
});
