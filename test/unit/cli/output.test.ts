import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { coloursFor, write } from '../../../src/cli/output';
import { showProgress } from '../../../src/cli/progress';
import { createTranslate } from '../../../src/text';

const terminal = (): PassThrough & { readonly isTTY: true } =>
	Object.assign(new PassThrough(), { isTTY: true as const });

describe('coloursFor', () => {
	const cases: readonly (readonly [
		title: string,
		isTerminal: boolean,
		env: Readonly<Record<string, string>>,
		coloured: boolean,
	])[] = [
		['colours on a terminal', true, {}, true],
		['does not colour elsewhere', false, {}, false],
		['does not colour elsewhere, whatever is forced', false, { FORCE_COLOR: '1' }, false],
		['obeys NO_COLOR', true, { NO_COLOR: '1' }, false],
		['takes an empty NO_COLOR for none', true, { NO_COLOR: '' }, true],
		['does not colour on a dumb terminal', true, { TERM: 'dumb' }, false],
	];
	for (const [title, isTerminal, env, coloured] of cases) {
		it(title, () => {
			const { red } = coloursFor(isTerminal ? terminal() : new PassThrough(), env);
			assert.equal(red('x'), coloured ? '\u001b[31mx\u001b[39m' : 'x');
		});
	}
});

describe('write', () => {
	/** A stream whose writes fail. */
	function failing(code: string): Writable {
		const stream = new Writable({
			write: (_chunk, _encoding, done) => {
				done(Object.assign(new Error(code), { code }));
			},
		});
		stream.on('error', () => undefined);
		return stream;
	}

	it('writes all parts in their order', async () => {
		const stream = new PassThrough();
		const reading = text(stream);
		const parts = Array.from({ length: 3 }, (_, index) => String(index).repeat(50_000));
		await write(stream, parts);
		stream.end();
		assert.equal(await reading, parts.join(''));
	});

	it('takes a reader that went away for no fault', async () => {
		await assert.doesNotReject(write(failing('EPIPE'), ['x']));
	});

	it('tells any other fault', async () => {
		await assert.rejects(write(failing('ENOSPC'), ['x']), { code: 'ENOSPC' });
	});
});

describe('showProgress', () => {
	const t = createTranslate(() => 'en');
	const report = {
		kind: 'unknown',
		schema: null,
		truncated: false,
		keys: [],
		holdsCertificates: false,
		findings: [
			{
				code: 'check.out-of-memory',
				severity: 'error',
				span: { start: 0, end: 0 },
				data: {},
				range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
				path: null,
			},
		],
	} as const;

	async function shown(stream: PassThrough, total: number): Promise<string> {
		const reading = text(stream);
		{
			using progress = await showProgress(stream, total, t);
			for (let done = 0; done < total; done++) {
				progress.add(report);
			}
		}
		stream.end();
		return reading;
	}

	it('counts files and errors on a terminal, and leaves nothing behind', async () => {
		const output = await shown(terminal(), 51);
		assert.ok(output.includes(' 51/51 files: 51 errors, 0 warnings'), output);
		const [afterLastBar] = output.split('warnings').slice(-1);
		assert.ok(afterLastBar?.endsWith('\u001b[2K'), JSON.stringify(afterLastBar));
	});

	it('is silent for few files', async () => {
		assert.equal(await shown(terminal(), 50), '');
	});

	it('is silent where there is no terminal', async () => {
		assert.equal(await shown(new PassThrough(), 51), '');
	});
});
