import assert from 'node:assert/strict';
import type { Overview } from '../../../src/onboarding/overview';
import { createPlan } from '../../../src/onboarding/planning/plan';
import type { Change } from '../../../src/onboarding/progress/changes';
import type { ConnectionFacts } from '../../../src/onboarding/reports/facts';
import { handover } from '../../../src/onboarding/reports/handover';
import { plain } from '../../../src/onboarding/reports/markdown';
import { networkOverview } from '../../../src/onboarding/reports/networkOverview';
import { planOfApproach } from '../../../src/onboarding/reports/planOfApproach';
import { statusReport } from '../../../src/onboarding/reports/statusReport';
import { testReport } from '../../../src/onboarding/reports/testReport';
import { done, dutch, english, overviewAfter, situation } from './given';

const today = '2027-02-01';
const blank = '**[to be filled in]**';

function planned(overview: Overview, t = english): string {
	return planOfApproach(overview, createPlan(overview, today), t);
}

/** The cells of the row that begins with a text. */
function row(report: string, first: string): readonly string[] {
	const line = report.split('\n').find((candidate) => candidate.startsWith(`| ${first} |`));
	assert.ok(line !== undefined, `no row "${first}" in:\n${report}`);
	return line.slice(2, -2).split(/(?<!\\) \| /);
}

/** Every table has as many cells in each row as in its head. */
function assertTables(report: string): void {
	let columns = 0;
	for (const line of report.split('\n')) {
		const count = line.startsWith('|') ? line.split(/(?<!\\)\|/).length : 0;
		assert.ok(columns === 0 || count === 0 || count === columns, line);
		columns = count;
	}
}

describe('The plan of approach', () => {
	it('fills in the situation, the roles and the planning, and marks the rest', () => {
		const report = planned(overviewAfter({ roles: { projectleider: 'P. | Leider', tester: 'T. *Ester*' } }));
		assertTables(report);
		assert.ok(report.startsWith('# Plan of approach: connecting to Lopende zaken\n'));
		assert.deepEqual(row(report, 'Kind of organisation'), ['Kind of organisation', 'government body']);
		assert.deepEqual(row(report, 'Start date'), ['Start date', '4 January 2027']);
		assert.equal(row(report, 'project leader')[1], 'P. \\| Leider');
		assert.equal(row(report, 'tester')[1], 'T. \\*Ester\\*');
		assert.equal(row(report, 'user')[1], blank);
		assert.deepEqual(row(report, 'Budget'), ['Budget', blank]);
		assert.deepEqual(row(report, 'Step 1: Preparation'), [
			'Step 1: Preparation',
			'3 to 4 months',
			'4 January 2027',
			'4 May 2027',
		]);
		assert.deepEqual(row(report, 'In production'), ['In production', '12 July 2027']);
	});

	it('tells both times where the manual contradicts itself', () => {
		assert.equal(
			row(planned(overviewAfter({})), 'Logius assesses the application')[3],
			'the manual contradicts itself: 2 weeks (Bijlage 1, 2.v), 5 working days (§4.3.4); the longest time is planned',
		);
	});

	it('marks our own estimates, and says once what the mark means', () => {
		const change: Change = { kind: 'set-lead-time', task: 'requirements', workingDays: 12 };
		const report = planned(overviewAfter({}, change));
		assert.deepEqual(row(report, 'Get the business case approved').slice(3), [
			'20 working days\\*',
			'4 January 2027',
			'29 January 2027',
		]);
		assert.equal(
			row(report, 'Draw up the programme of requirements')[3],
			'12 working days, by your own organisation',
		);
		assert.equal(report.split('our estimate').length, 1);
		assert.equal(report.split('\n\n\\* An estimate of this extension').length, 2);
	});

	it('calls the days of a step and a task its first and last day', () => {
		const report = planned(overviewAfter({}), dutch);
		assert.equal(report.split(' | Eerste dag | Laatste dag |').length, 3);
		assert.equal(report.includes('| Naar |'), false);
	});

	it('leaves out what does not apply', () => {
		const report = planned(overviewAfter({ organisation: 'supplier' }));
		assert.deepEqual(row(report, 'Number'), ['Number', 'HRN, from the certificate']);
		assert.ok(!report.includes('Sign up for Digikoppeling'));
		assert.ok(!report.includes('Step 4'));
		assert.ok(report.includes('Softwarecatalogus'));
	});

	it('gives documents with their present place and old name', () => {
		assert.deepEqual(
			row(planned(overviewAfter({})), 'CPA Register (in the manual: CPA Creatievoorziening)'),
			[
				'CPA Register (in the manual: CPA Creatievoorziening)',
				'Where the CPA is made from your details, the successor of the CPA Creatievoorziening.',
				'<https://cparegister.minvenj.nl/logius>; formerly https://www.cpa.serviceregister.overheid.nl/',
			],
		);
	});

	it('can be made without a date', () => {
		const overview = overviewAfter({});
		const report = planOfApproach(
			{ ...overview, situation: { ...overview.situation, anchor: { kind: 'none' } } },
			{ kind: 'unplanned' },
			english,
		);
		assertTables(report);
		assert.deepEqual(row(report, 'Start date or production date')[1], blank);
		assert.deepEqual(row(report, 'Step 1: Preparation').slice(2), [blank, blank]);
	});

	it('is Dutch by default', () => {
		const report = planned(overviewAfter({}), dutch);
		assert.ok(report.startsWith('# Invoeringsplan: aansluiten op Lopende zaken\n'));
		assert.ok(report.includes('**[nog invullen]**'));
	});
});

describe('The network overview', () => {
	const acceptance: ConnectionFacts = {
		name: 'Acceptatie | A',
		environment: 'preproduction',
		theirEndpoint: 'https://mo.example/ebms',
		ourEndpoint: 'https://adapter.example:8443/ebms',
		ourOin: '00000001002220647000',
		cpaId: 'cpa-1',
		cpaFile: 'koppeling/cpa.xml',
	};

	it('has the flows of each connection, in and out apart', () => {
		const report = networkOverview(
			situation({ network: 'diginetwerk', roles: { 'technisch-specialist': 'T. Echniek' } }),
			[acceptance],
			english,
		);
		assertTables(report);
		assert.ok(report.includes('## Acceptatie \\| A\n'));
		assert.deepEqual(row(report, 'Network'), ['Network', 'Diginetwerk']);
		assert.deepEqual(row(report, 'Environment'), ['Environment', 'pre-production']);
		assert.deepEqual(row(report, 'CPAId'), ['CPAId', 'cpa-1']);
		assert.deepEqual(row(report, 'File of the CPA'), ['File of the CPA', 'koppeling/cpa.xml']);
		const us = 'your adapter (00000001002220647000)';
		const them = `MijnOverheid (${blank})`;
		const all = 'T. Echniek; Servicecentrum Logius';
		for (const expected of [
			[
				'Flow',
				'between your case system and your adapter',
				'outgoing: case messages, acknowledgements, Ping',
				'incoming: acknowledgements, error messages, Pong',
			],
			['From', `case system (${blank})`, us, them],
			['From IP address', blank, blank, blank],
			['Network components', blank, blank, blank],
			['To', us, them, us],
			['To address', blank, 'https://mo.example/ebms', 'https://adapter.example:8443/ebms'],
			['To IP address', blank, blank, blank],
			['Port', blank, '443', '8443'],
			['Administrators', 'T. Echniek', all, all],
		]) {
			assert.deepEqual(row(report, expected[0] ?? ''), expected);
		}
	});

	it('has the messages that the CPA names, by the endpoint where they arrive', () => {
		const report = networkOverview(
			situation(),
			[
				{
					...acceptance,
					flows: [
						{
							direction: 'out',
							actions: ['zakLk01', 'zakLv01'],
							signals: false,
							endpoint: 'http://mo.example/a',
						},
						{ direction: 'in', actions: ['zakLa01'], signals: true },
					],
				},
			],
			english,
		);
		assertTables(report);
		assert.deepEqual(row(report, 'Flow').slice(2), [
			'outgoing: zakLk01, zakLv01',
			'incoming: zakLa01, acknowledgements, error messages, Pong',
		]);
		assert.deepEqual(row(report, 'To address').slice(2), ['http://mo.example/a', blank]);
		assert.deepEqual(row(report, 'Port').slice(2), ['80', blank]);
	});

	it('names the administrators that are known', () => {
		const report = networkOverview(
			situation({ network: 'diginetwerk', roles: { leverancier: 'Zaaksystemen BV' } }),
			[],
			english,
		);
		assert.deepEqual(row(report, 'MijnOverheid'), [
			'MijnOverheid',
			'Servicecentrum Logius',
			'0900 555 4555 (on working days from 8:00 to 17:00, 10 cents a minute), servicecentrum@logius.nl',
		]);
		assert.deepEqual(row(report, 'supplier'), ['supplier', 'Zaaksystemen BV', blank]);
		assert.deepEqual(row(report, 'Diginetwerk'), ['Diginetwerk', blank, blank]);
		assert.deepEqual(row(report, 'adapter'), ['adapter', blank, blank]);
	});

	for (const [who, answers, connections, forms] of [
		['nothing is known', {}, [], ['## pre-production\n', '## production\n']],
		['only pre-production is known', {}, [acceptance], ['## production\n']],
		[
			'a supplier connects, which has no production',
			{ organisation: 'supplier' },
			[],
			['## pre-production\n'],
		],
	] as const) {
		it(`has a form for each environment without a connection when ${who}`, () => {
			const report = networkOverview(situation(answers), connections, english);
			assertTables(report);
			assert.equal(report.split('the flows below are a form to fill in').length - 1, forms.length);
			for (const form of forms) {
				assert.ok(report.includes(form), report);
			}
		});
	}
});

describe('The test report', () => {
	it('has a row for each scenario, and counts', () => {
		const report = testReport(
			overviewAfter({ roles: { tester: 'T. Ester' } }),
			{
				faulty: 2,
				isPartial: false,
				list: [
					{
						name: 'Nieuwe zaak',
						message: 'berichten/1.xml',
						bsn: '999993653',
						expected: 'zaak\nzichtbaar',
						seen: 'zaak zichtbaar',
						passed: true,
						evidence: 'schermen/1.png',
					},
					{ name: 'Status', passed: false },
					{ name: 'Einde' },
				],
			},
			{ ourName: 'Gemeente A', ourOin: '00000001002220647000' },
			today,
			english,
		);
		assertTables(report);
		assert.deepEqual(row(report, 'Nieuwe zaak'), [
			'Nieuwe zaak',
			'berichten/1.xml',
			'999993653',
			'zaak zichtbaar',
			'zaak zichtbaar',
			'passed',
			'schermen/1.png',
		]);
		assert.deepEqual(row(report, 'Status'), ['Status', blank, blank, blank, blank, 'failed', blank]);
		assert.deepEqual(row(report, 'Organisation'), ['Organisation', 'Gemeente A']);
		assert.deepEqual(row(report, 'OIN / HRN'), ['OIN / HRN', '00000001002220647000']);
		assert.ok(report.includes('2 messages with errors are left out: cure them first.'));
		assert.ok(!report.includes('more messages'));
		assert.ok(report.includes('Passed: 1 of 3. Failed: 1. Not carried out yet: 1.'));
		assert.deepEqual(row(report, 'Drawn up on'), ['Drawn up on', '1 February 2027']);
		assert.ok(!report.includes('Softwarecatalogus'));
	});

	it('is a form without scenarios, with what a supplier has to do', () => {
		const report = testReport(
			overviewAfter({ organisation: 'supplier' }),
			{ list: [], faulty: 0, isPartial: true },
			{},
			today,
			english,
		);
		assertTables(report);
		assert.deepEqual(row(report, blank), [blank, blank, blank, blank, blank, blank, blank]);
		assert.deepEqual(row(report, 'Organisation'), ['Organisation', blank]);
		assert.ok(report.includes('There are more messages in the workspace than stand here.'));
		assert.ok(report.includes('As a supplier you have the report assessed by Logius too.'));
	});
});

describe('Text of others in a report', () => {
	const hostile = [
		['a row and a heading', 'a | b\n# c', 'a \\| b \\# c'],
		['HTML', '<img src=x onerror=1> &copy;', '\\<img src=x onerror=1\\> \\&copy;'],
		['code, a formula and a link', '`c` $x$ [e](f)', '\\`c\\` \\$x\\$ \\[e\\](f)'],
		['a control character', 'a\u0007b\r\n', 'a b'],
		['a backslash', 'C:\\pki', 'C:\\\\pki'],
	] as const;

	for (const [name, text, shown] of hostile) {
		it(`is shown as it is, on one line: ${name}`, () => {
			assert.equal(plain(text), shown);
		});
	}

	it('breaks no table, wherever it stands in the evidence', () => {
		const evil = 'a | `b`\n| c |';
		const evidence = {
			kind: evil,
			when: evil,
			file: evil,
			sha256: evil,
			outcome: evil,
			summary: evil,
			rest: {},
		};
		const report = handover(
			overviewAfter({}, { kind: 'add-evidence', task: 'cpa', evidence }),
			[],
			[],
			today,
			english,
		);
		assertTables(report);
		assert.ok(!report.includes('\n| c |'));
	});
});

describe('The handover', () => {
	it('has connections, certificates by their end, contacts and evidence', () => {
		const overview = overviewAfter(
			{ roles: { gebruiker: 'Gül' } },
			{
				kind: 'add-evidence',
				task: 'certificates',
				evidence: {
					kind: 'certificate',
					when: '2027-05-04T10:00:00Z',
					file: 'c.pem',
					sha256: 'ab12',
					outcome: 'suitable',
					summary: 'c.pem is <goed>',
					rest: {},
				},
			},
		);
		const report = handover(
			overview,
			[
				{ name: 'productie', environment: 'production', cpaId: 'cpa-2', cpaEnd: '2029-06-30' },
				{ name: 'koppeling/oud.xml', cpaFile: 'koppeling/oud.xml' },
			],
			[
				{ files: ['b.pem', 'cpa.xml'], subject: 'later', notAfter: '2029-01-02', suitable: 'nowhere' },
				{ files: ['a.pem'], subject: 'earlier', notAfter: '2028-01-02', oin: '00000001002220647000' },
			],
			today,
			english,
		);
		assertTables(report);
		assert.deepEqual(row(report, 'productie'), [
			'productie',
			'production',
			blank,
			blank,
			'cpa-2',
			'30 June 2029',
			blank,
		]);
		assert.deepEqual(row(report, 'koppeling/oud.xml').slice(0, 2), ['koppeling/oud.xml', blank]);
		assert.deepEqual(row(report, 'later'), [
			'later',
			blank,
			'2 January 2029',
			'not suitable',
			'b.pem, cpa.xml',
		]);
		assert.deepEqual(row(report, 'earlier'), [
			'earlier',
			'00000001002220647000',
			'2 January 2028',
			blank,
			'a.pem',
		]);
		assert.ok(report.indexOf('| earlier |') < report.indexOf('| later |'));
		assert.deepEqual(row(report, 'Get PKIoverheid certificates'), [
			'Get PKIoverheid certificates',
			'c.pem is \\<goed\\>',
			'2027-05-04T10:00:00Z',
			'c.pem',
			'ab12',
		]);
		assert.equal(row(report, 'user')[1], 'Gül');
		assert.ok(report.includes('0900 555 4555'));
	});

	it('is a form when nothing is known', () => {
		const report = handover(overviewAfter({}), [], [], today, english);
		assertTables(report);
		assert.ok(report.includes('No evidence has been recorded.'));
	});
});

describe('The status report', () => {
	function status(overview: Overview, on = today): string {
		const report = statusReport(overview, createPlan(overview, on), on, english);
		assertTables(report);
		return report;
	}

	it('tells what is done, what is next, what waits and how late it is', () => {
		const report = status(
			overviewAfter(
				{},
				{ kind: 'mark-done', task: 'business-case', by: 'Sam', when: '2027-01-29' },
				...done('application-form'),
			),
		);
		assert.ok(report.startsWith('# Status of the connection to Lopende zaken on 1 February 2027\n'));
		assert.ok(report.includes('2 of 38 done, next: Draw up the programme of requirements.'));
		assert.deepEqual(row(report, 'Step 1: Preparation'), ['Step 1: Preparation', '1/8', '0']);
		assert.ok(
			report.includes(
				'## Waiting for Logius\n\n- Logius assesses the application (waiting for Logius since 20 January 2027)\n',
			),
		);
		assert.deepEqual(row(report, 'Check the messages in the portal'), [
			'Check the messages in the portal',
			'Carry out the chain test',
		]);
		assert.ok(report.includes('| Get the business case approved | 29 January 2027 | Sam |  |\n'), report);
	});

	const standings: readonly (readonly [string, string, readonly Change[], string])[] = [
		['is in time', '2027-01-04', [], 'On schedule, without a day to spare.'],
		[
			'is in time only if somebody has begun',
			'2027-01-06',
			[],
			'On schedule, if what should be running by now has been begun. If that must still begin, the end comes 2 working days too late.',
		],
		[
			'is in time, as somebody has begun',
			'2027-01-06',
			[{ kind: 'begin', task: 'business-case', on: '2027-01-04' }],
			'On schedule, without a day to spare.',
		],
		[
			'is late, as somebody has begun too late',
			'2027-01-06',
			[{ kind: 'begin', task: 'business-case', on: '2027-01-05' }],
			'The end comes 1 working day too late, if everything open is taken up as soon as it can be.',
		],
	];

	for (const [name, on, changes, sentence] of standings) {
		it(`says when it ${name}`, () => {
			assert.ok(status(overviewAfter({}, ...changes), on).includes(`\n${sentence}\n`));
		});
	}

	it('tells since when somebody is at work on what can be done now', () => {
		const report = status(overviewAfter({}, { kind: 'begin', task: 'business-case', on: '2027-01-04' }));
		assert.ok(report.includes('\n- Get the business case approved (begun on 4 January 2027)\n'));
	});

	it('puts the worst first', () => {
		const report = status(overviewAfter({}), '2027-02-03');
		assert.ok(report.includes('The end comes 3 working days too late'));
		const late = row(report, 'Get the business case approved');
		assert.deepEqual(late, [
			'Get the business case approved',
			'too late',
			'4 January 2027',
			'29 January 2027',
		]);
		assert.ok(
			report.indexOf('| Get the business case approved | too late') <
				report.indexOf('| Draw up the programme of requirements | must have been begun'),
		);
	});

	it('says so when the connection is complete', () => {
		const everything = overviewAfter({ organisation: 'supplier' });
		const all = everything.tasks.map(({ task }) => task.id);
		const report = status(overviewAfter({ organisation: 'supplier' }, ...done(...all)));
		assert.ok(report.includes('26 of 26 done: the connection is complete.'));
	});

	it('tells the contradiction of the manual', () => {
		assert.match(
			status(overviewAfter({})),
			/## Remarks\n\n- Logius assesses the application: the manual contradicts itself/,
		);
	});
});
