import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere, type Outcome } from './console';
import { municipality } from '../../fixtures/situations';

const situation = { ...municipality, start: '2027-01-04', roles: { tester: 'T. Ester' } };

type Json = Readonly<Record<string, unknown>>;

describe('tasks', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'lopende-zaken-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	function put(content: unknown): void {
		writeFileSync(
			join(folder, 'situatie.json'),
			typeof content === 'string' ? content : JSON.stringify(content),
		);
	}

	function run(...args: readonly string[]): Promise<Outcome> {
		return runHere(['tasks', '--situation', 'situatie.json', '--at', '2027-01-04', ...args], {
			workingFolder: folder,
		});
	}

	async function json(): Promise<{ readonly tasks: readonly Json[]; readonly [key: string]: unknown }> {
		const { stdout, stderr, status } = await run('--format', 'json');
		assert.deepEqual([status, stderr], [0, '']);
		return JSON.parse(stdout) as { readonly tasks: readonly Json[] };
	}

	it('gives JSON by the contract', async () => {
		put(situation);
		const report = await json();
		assert.equal(report['version'], 1);
		assert.equal(report.tasks.length, 44);
		const contract = [
			...['id', 'step', 'paragraph', 'row', 'title', 'summary', 'roles', 'actor', 'leadTime', 'applicable'],
			...['reason', 'dependsOn', 'done', 'evidence', 'start', 'end'],
		];
		for (const task of report.tasks) {
			assert.deepEqual(Object.keys(task).slice(0, contract.length), contract);
		}
		const cpa = report.tasks.find(({ id }) => id === 'cpa') ?? {};
		assert.deepEqual(Object.fromEntries(contract.map((key) => [key, cpa[key]])), {
			id: 'cpa',
			step: 2,
			paragraph: '4.3.8',
			row: '2.ix',
			title: 'Maak het CPA en laat het inladen',
			summary:
				'Het CPA beschrijft de verbinding voor beide adapters. Het wordt gemaakt van uw Consumerspecificatie en de service-ID, en aan beide kanten ingeladen.',
			roles: ['technisch-specialist', 'projectleider', 'leverancier'],
			actor: ['leverancier', 'afnemer', 'logius'],
			leadTime: { workingDays: 5, text: '1 week (Bijlage 1, 2.ix)' },
			applicable: true,
			reason: null,
			dependsOn: ['certificates', 'application-assessment', 'network-path'],
			done: false,
			evidence: [],
			start: '2027-04-30',
			end: '2027-05-07',
		});
		const skipped = report.tasks.find(({ id }) => id === 'digikoppeling-registration') ?? {};
		assert.deepEqual(
			[skipped['applicable'], skipped['reason'], skipped['start'], skipped['end']],
			[false, 'U heeft al een OIN en een Digikoppeling-adapter (§3.3.7).', null, null],
		);
		assert.deepEqual(report['summary'], { done: 0, total: 34, notApplicable: 5, next: 'business-case' });
	});

	it('takes a progress file, with what is done and its evidence', async () => {
		const evidence = [
			{ kind: 'ping', when: '2027-06-08', outcome: 'pong', summary: 'Pong', connection: 'preprod' },
		];
		put({
			version: 1,
			situation: situation,
			tasks: { 'connectivity-check': { state: 'done', when: '2027-06-08', evidence } },
		});
		const { tasks, summary } = await json();
		const check = tasks.find(({ id }) => id === 'connectivity-check');
		assert.deepEqual([check?.['done'], check?.['evidence']], [true, evidence]);
		assert.deepEqual((summary as Json)['done'], 1);
	});

	it('gives null for dates when there is none to plan from', async () => {
		put({ ...municipality, start: undefined });
		const { tasks, planning } = await json();
		assert.equal(planning, null);
		assert.deepEqual([...new Set(tasks.flatMap(({ start, end }) => [start, end]))], [null]);
	});

	it('shows the tasks as text, with state, dates and reasons', async () => {
		put(situation);
		const { status, stdout, stderr } = await run();
		assert.deepEqual([status, stderr], [0, '']);
		const lines = stdout.split('\n');
		assert.deepEqual(lines.slice(0, 6), [
			'0 van 34 gereed, volgende: Laat de businesscase goedkeuren.',
			'Planning: 4 januari 2027 tot en met 14 juni 2027. Op schema, zonder een dag speling.',
			'',
			'Stap 1: Voorbereiding  0/7  3 tot 4 maanden',
			'  [ ] Laat de businesscase goedkeuren  §3.3.1, Bijlage 1: 1.i  2027-01-04 – 2027-01-29 moet vandaag beginnen  volgende',
			'      projectleider',
		]);
		const skipped = lines.indexOf('  [-] Test de compliancy van de adapter  §4.3.3, Bijlage 1: 2.iii');
		assert.equal(
			lines[skipped + 1],
			'      U gebruikt een Digikoppeling-adapter die er al is, dus de compliancy hoeft niet getest te worden (§4.3).',
		);
	});

	it('shows the tasks as a Markdown checklist', async () => {
		put({
			situation: situation,
			tasks: { 'business-case': { state: 'done', when: '2027-01-29' } },
		});
		const { status, stdout } = await run('--format', 'markdown', '--lang', 'en');
		assert.equal(status, 0);
		assert.ok(stdout.startsWith('# Connecting to Lopende zaken\n\n1 of 34 done, next: Draw up'), stdout);
		assert.ok(stdout.includes('- [x] **Get the business case approved** (§3.3.1, Bijlage 1: 1.i)  \n'));
		assert.ok(
			stdout.includes(
				'- [ ] ~~Set up the Digikoppeling adapter~~ (§4.3.2, Bijlage 1: 2.ii)  \n  Not applicable: You use',
			),
		);
	});

	it('tells in Markdown what a task asks, what to watch, what it needs and where to ask', async () => {
		put({
			...municipality,
			organisation: 'supplier',
			hasAdapter: false,
			start: undefined,
			production: '2027-09-01',
		});
		const { stdout } = await run('--format', 'markdown', '--lang', 'en');
		for (const line of [
			'| Wished date for the end of the test | 1 September 2027 |',
			'- The pre-production environment of MijnOverheid.',
			'- Point of attention: Ask Logius for support with an incident only; call for it by way of exception.',
			'- Result: The letter of intent has been sent.',
			'  - Load the CPA into your own adapter.',
			'  - Point of attention: Logius must know your IP addresses by now.',
			'  - Document: CPA Register (in the manual: CPA Creatievoorziening), <https://cparegister.minvenj.nl/logius>; formerly https://www.cpa.serviceregister.overheid.nl/',
			'  - Result: The CPA has been loaded on both sides.',
			'Servicecentrum Logius: 0900 555 4555 (on working days from 8:00 to 17:00, 10 cents a minute), servicecentrum@logius.nl',
		]) {
			assert.ok(stdout.split('\n').includes(line), line);
		}
		assert.ok(
			!stdout.includes('A planning, agreed on with everyone concerned.\n- [ ]'),
			'steps and tasks are lists apart',
		);
	});

	it('gives in JSON what the manual says about each step', async () => {
		put(situation);
		const { steps } = await json();
		const [first, second] = steps as readonly Json[];
		assert.deepEqual(
			(steps as readonly Json[]).map(({ step, total }) => [step, total]),
			[
				[1, 7],
				[2, 8],
				[3, 8],
				[4, 11],
				[5, 0],
			],
		);
		assert.deepEqual([first?.['leadTime'], second?.['leadTime']], ['3 tot 4 maanden', 'ongeveer 5 weken']);
		assert.deepEqual(second?.['means'], [
			'De acceptatie- of preproductieomgeving van uw organisatie.',
			'De preproductieomgeving van MijnOverheid.',
		]);
	});

	const unusable: readonly (readonly [string, unknown, string])[] = [
		['is no JSON', '{', 'situatie.json: fout: Het bestand is geen geldige JSON.\n'],
		[
			'has a wrong answer',
			{ ...municipality, network: 'lan' },
			'situatie.json (network): fout: `network` moet een van deze waarden zijn: "internet", "diginetwerk".\n',
		],
		[
			'has a state that does not exist',
			{ situation: situation, tasks: { cpa: { state: 'klaar' } } },
			'situatie.json (tasks.cpa.state): fout: `tasks.cpa.state` moet een van deze waarden zijn: "open", "done", "not-applicable".\n',
		],
	];

	for (const [name, content, complaint] of unusable) {
		it(`ends with 2 when the file ${name}`, async () => {
			put(content);
			assert.deepEqual(await run(), { status: 2, stdout: '', stderr: complaint });
		});
	}

	it('ends with 2 when the file is not there', async () => {
		assert.deepEqual(await run(), {
			status: 2,
			stdout: '',
			stderr: 'situatie.json is niet te lezen: ENOENT.\n',
		});
	});

	it('ends with 2 without a file, or with a day that does not exist', async () => {
		const without = await runHere(['tasks'], { workingFolder: folder });
		assert.deepEqual(without, {
			status: 2,
			stdout: '',
			stderr: 'Noem het bestand met de situatie van de organisatie: --situation <bestand>.\n',
		});
		const wrongDay = await runHere(['tasks', '--at', '2027-02-30'], { workingFolder: folder });
		assert.equal(wrongDay.status, 2);
		assert.ok(
			wrongDay.stderr.includes('Geef een bestaande dag van 2000 tot en met 2199, geschreven als JJJJ-MM-DD.'),
			wrongDay.stderr,
		);
	});

	it('warns about what it assumes, and goes on', async () => {
		put({
			organisation: 'supplier',
			hasOin: false,
			hasAdapter: true,
			hasCertificates: true,
			network: 'internet',
		});
		const { status, stderr } = await run();
		assert.deepEqual(
			[status, stderr],
			[
				0,
				'situatie.json (messageStandard): waarschuwing: `messageStandard` ontbreekt; aangenomen is "stuf".\n',
			],
		);
	});

	it('shows a file of a newer version as far as it can, and says so', async () => {
		put({ version: 2, situation: municipality });
		const { status, stdout, stderr } = await run();
		assert.equal(status, 0);
		assert.equal(
			stderr,
			'situatie.json is van versie 2, nieuwer dan dit programma: misschien wordt niet alles getoond.\n',
		);
		assert.ok(stdout.startsWith('0 van 34 gereed'));
	});
});
