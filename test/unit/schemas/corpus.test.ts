import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { XsdValidator } from 'libxml2-wasm';
import { bundledSchemaIds, readBundledSchema } from '../../../src/schema/bundled';
import type { BundledSchemaId } from '../../../src/schema/bundled';
import { faults } from './invalidCorpus';
import { compileBundledSchema, validateWithLibxml } from './libxml';
import { readCorpus, schemaFolder } from './messageCorpus';
import type { CorpusFile } from './messageCorpus';
import { validateWithXmllint } from './xmllint';
import type { XmllintVerdict } from './xmllint';

const valid = readCorpus('valid');
const invalid = readCorpus('invalid');

describe('Our own schemas over the message corpus', () => {
	const schemas = new Map<BundledSchemaId, XsdValidator>();
	const verdicts = new Map<CorpusFile, XmllintVerdict>();
	const scratch = mkdtempSync(join(tmpdir(), 'lopende-zaken-corpus-'));

	before('compile the schemas in libxml2-wasm, and validate all in xmllint', () => {
		for (const id of bundledSchemaIds) {
			schemas.set(id, compileBundledSchema(id));
			const files = new Map(
				[...valid, ...invalid]
					.filter(({ schema }) => schema === id)
					.map((file) => [file.inEnvelope ? writeMessage(file) : file.path, file]),
			);
			const entry = join(schemaFolder, readBundledSchema(schemaFolder, id).entry);
			for (const [path, verdict] of validateWithXmllint(entry, [...files.keys()])) {
				verdicts.set(files.get(path) ?? assert.fail(path), verdict);
			}
		}
	});

	after(() => {
		rmSync(scratch, { recursive: true });
		for (const schema of schemas.values()) {
			schema.dispose();
		}
	});

	/** xmllint cannot look inside an envelope. */
	function writeMessage({ name, text }: CorpusFile): string {
		const path = join(scratch, `${name}.xml`);
		writeFileSync(path, text);
		return path;
	}

	function errorsOf(file: CorpusFile): ReturnType<typeof validateWithLibxml> {
		return validateWithLibxml(schemas.get(file.schema) ?? assert.fail(file.schema), file.text);
	}

	it('has the promised breadth', () => {
		assert.ok(valid.length >= 25, `${valid.length} valid messages`);
		assert.ok(invalid.length >= 60, `${invalid.length} invalid messages`);
		assert.deepEqual(
			invalid.map(({ name }) => name),
			Object.keys(faults).sort(),
		);
	});

	for (const file of valid) {
		it(`takes ${file.name} as valid`, () => {
			assert.deepEqual(errorsOf(file), []);
			assert.deepEqual(verdicts.get(file), { valid: true, errors: [] });
		});
	}

	for (const file of invalid) {
		it(`finds the one fault of ${file.name}`, () => {
			const places = new Set(errorsOf(file).map(({ at }) => at));
			assert.deepEqual([...places], [faults[file.name]]);

			const verdict = verdicts.get(file) ?? assert.fail(file.name);
			assert.equal(verdict.valid, false);
			assert.equal(new Set(verdict.errors.map(({ line }) => line)).size, 1);
			const elements = new Set(verdict.errors.map(({ element }) => element.replace(/^.*:/, '')));
			assert.deepEqual([...elements], [faults[file.name]?.replace(/^.*\//, '')]);
		});
	}
});
