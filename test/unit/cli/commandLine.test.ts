import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { version } from '../../../package.json';
import { runHere } from './console';

describe('wrong usage', () => {
	const cases: readonly (readonly [args: readonly string[], dutch: string, english: string])[] = [
		[
			['validate', '--formaat', 'json', 'a.xml'],
			'Onbekende optie: --formaat. Bedoelde u --format?\nZie: lopende-zaken validate --help\n',
			'Unknown option: --formaat. Did you mean --format?\nSee: lopende-zaken validate --help\n',
		],
		[
			['validate', '-x', 'a.xml'],
			'Onbekende optie: -x.\nZie: lopende-zaken validate --help\n',
			'Unknown option: -x.\nSee: lopende-zaken validate --help\n',
		],
		[
			['valideer'],
			'Onbekende opdracht: valideer. Bedoelde u validate?\nZie: lopende-zaken --help\n',
			'Unknown command: valideer. Did you mean validate?\nSee: lopende-zaken --help\n',
		],
		[
			['controleer'],
			'Onbekende opdracht: controleer.\nZie: lopende-zaken --help\n',
			'Unknown command: controleer.\nSee: lopende-zaken --help\n',
		],
		[
			['validate'],
			'Er ontbreekt een argument: path.\nZie: lopende-zaken validate --help\n',
			'An argument is missing: path.\nSee: lopende-zaken validate --help\n',
		],
		[
			['validate', 'a.xml', '--schemas'],
			'Bij de optie --schemas <folder> hoort een waarde.\nZie: lopende-zaken validate --help\n',
			'Option --schemas <folder> needs a value.\nSee: lopende-zaken validate --help\n',
		],
		[
			['validate', 'a.xml', '--format', 'yaml'],
			'De optie --format <format> kan niet "yaml" zijn. Mogelijke waarden: text, json, sarif, junit.\nZie: lopende-zaken validate --help\n',
			'Option --format <format> cannot be "yaml". Possible values: text, json, sarif, junit.\nSee: lopende-zaken validate --help\n',
		],
		[
			['validate', 'a.xml', '--max-findings', '0'],
			'De optie --max-findings <number> kan niet "0" zijn. Geef een geheel getal vanaf 1.\nZie: lopende-zaken validate --help\n',
			'Option --max-findings <number> cannot be "0". Give a whole number from 1.\nSee: lopende-zaken validate --help\n',
		],
		[
			['schemas', 'a', 'b'],
			'Te veel argumenten: 1 verwacht, 2 opgegeven.\nZie: lopende-zaken schemas --help\n',
			'Too many arguments: 1 expected, 2 given.\nSee: lopende-zaken schemas --help\n',
		],
	];
	for (const [args, dutch, english] of cases) {
		it(`is told of "${args.join(' ')}" on standard error, with exit status 2`, async () => {
			assert.deepEqual(await runHere(args), { status: 2, stdout: '', stderr: dutch });
			assert.deepEqual(await runHere([...args.slice(0, 1), '--lang=en', ...args.slice(1)]), {
				status: 2,
				stdout: '',
				stderr: english,
			});
		});
	}

	for (const value of ['-1', '1.5', 'ten', '', '1e3', '99999999999999999999']) {
		it(`refuses "${value}" as a number of findings`, async () => {
			const { status, stderr } = await runHere(['validate', 'a.xml', `--max-findings=${value}`]);
			assert.equal(status, 2);
			assert.ok(stderr.includes('Geef een geheel getal vanaf 1.'), stderr);
		});
	}

	it('is a language that there is not', async () => {
		const { status, stderr } = await runHere(['--lang', 'fr', 'validate', 'a.xml']);
		assert.equal(status, 2);
		assert.ok(
			stderr.startsWith('De optie --lang <language> kan niet "fr" zijn. Mogelijke waarden: nl, en.'),
			stderr,
		);
	});

	it('is no command at all: the help is shown on standard error', async () => {
		const { status, stdout, stderr } = await runHere([]);
		assert.deepEqual([status, stdout], [2, '']);
		assert.ok(stderr.startsWith('Gebruik: lopende-zaken [opties] [opdracht]\n'), stderr);
	});

	it('is a folder of schemas that is not there', async () => {
		assert.deepEqual(await runHere(['validate', 'package.json', '--schemas', 'gone']), {
			status: 2,
			stdout: '',
			stderr: "De map met schema's is niet te lezen: gone.\n",
		});
	});
});

describe('the help', () => {
	it('is all in Dutch of itself', async () => {
		const { status, stdout, stderr } = await runHere(['--help']);
		assert.deepEqual([status, stderr], [0, '']);
		assert.ok(stdout.startsWith('Gebruik: lopende-zaken [opties] [opdracht]\n'), stdout);
		assert.doesNotMatch(
			stdout,
			/Usage|Options|Commands|display|output|default|choices|\[options\]|\[command\]/,
		);
	});

	it('is in English when asked for, wherever that is said', async () => {
		for (const args of [
			['--lang', 'en', 'validate', '--help'],
			['validate', '--help', '--lang=en'],
			['--lang', 'en', 'help', 'validate'],
		]) {
			const { status, stdout } = await runHere(args);
			assert.equal(status, 0);
			assert.ok(stdout.startsWith('Usage: lopende-zaken validate [options] <path...>\n'), stdout);
		}
	});

	it('tells the choices and the defaults of options, and the options of every command', async () => {
		const { stdout } = await runHere(['validate', '-h']);
		const words = stdout.replace(/\s+/g, ' ');
		assert.ok(words.includes('(keuze uit text, json, sarif, junit; standaard text)'), stdout);
		assert.ok(words.includes('(standaard 200)'), stdout);
		assert.ok(
			words.includes('Opties bij elke opdracht: --version Toont de versie. --lang <language>'),
			stdout,
		);
	});

	it('tells what the exit status means', async () => {
		for (const args of [['--help'], ['validate', '--help']]) {
			const { stdout } = await runHere(args);
			assert.ok(stdout.includes('Afsluitcode:\n  0    niets mis\n  1    fouten gevonden\n  2  '), stdout);
		}
	});

	it('has no influence of the language of the machine', async () => {
		const { stdout } = await runHere(['--help'], { env: { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } });
		assert.ok(stdout.startsWith('Gebruik:'), stdout);
	});
});

describe('a fault of the program', () => {
	const full = (): Writable =>
		new Writable({
			write: (_chunk, _encoding, done) => {
				done(new Error('No space left'));
			},
		}).on('error', () => undefined);

	it('is one sentence, with how to see more, and ends with 2', async () => {
		assert.deepEqual(await runHere(['validate', 'package.json'], { stdout: full() }), {
			status: 2,
			stdout: '',
			stderr:
				'Er ging iets mis in dit programma zelf: No space left. Met LOPENDE_ZAKEN_DEBUG=1 ziet u waar; meld het ons.\n',
		});
	});

	it('is shown with its stack when asked for', async () => {
		const { status, stderr } = await runHere(['validate', 'package.json'], {
			stdout: full(),
			env: { LOPENDE_ZAKEN_DEBUG: '1' },
		});
		assert.equal(status, 2);
		assert.match(stderr, /^Error: No space left\n {4}at .*commandLine\.test/);
	});
});

describe('the version', () => {
	it('is that of the product', async () => {
		assert.deepEqual(await runHere(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
	});
});
