import assert from 'node:assert/strict';
import { tasks } from '../../../src/onboarding/catalogue/catalogue';
import type { JsonObject } from '../../../src/onboarding/json';
import { createOverview, readyFor, type Overview } from '../../../src/onboarding/overview';
import { createProgress } from '../../../src/onboarding/progress/progress';
import { allSituations, done, english, overviewAfter, seededRandom, situation, viewOf } from './given';

function notApplicable(overview: Overview): readonly string[] {
	return overview.tasks.filter(({ status }) => status === 'not-applicable').map(({ task }) => task.id);
}

const step4And5 = tasks.filter(({ step }) => step >= 4).map(({ id }) => id);
const compliance = ['compliance-network', 'adapter', 'compliance-test'];

describe('What each answer of the situation does', () => {
	const cases: readonly (readonly [string, JsonObject, readonly string[]])[] = [
		['a beginner over the internet', {}, ['diginetwerk-application']],
		['Diginetwerk', { network: 'diginetwerk' }, []],
		['an OIN without an adapter', { hasOin: true }, ['diginetwerk-application']],
		['an adapter without an OIN', { hasAdapter: true }, [...compliance, 'diginetwerk-application']],
		[
			'an OIN and an adapter',
			{ hasOin: true, hasAdapter: true },
			['digikoppeling-registration', ...compliance, 'diginetwerk-application'],
		],
		['certificates', { hasCertificates: true }, ['diginetwerk-application']],
		['the MO-bericht', { messageStandard: 'mo' }, ['diginetwerk-application']],
		[
			'a supplier',
			{ organisation: 'supplier' },
			['digikoppeling-registration', 'diginetwerk-application', ...step4And5],
		],
		[
			'a supplier that says to have an OIN and an adapter',
			{ organisation: 'supplier', hasOin: true, hasAdapter: true, network: 'diginetwerk' },
			['digikoppeling-registration', ...compliance, ...step4And5],
		],
	];

	for (const [name, answers, expected] of cases) {
		it(`leaves out what the manual leaves out for ${name}`, () => {
			assert.deepEqual(notApplicable(overviewAfter(answers)), expected);
		});
	}

	const reasons: readonly (readonly [JsonObject, string, string])[] = [
		[
			{ organisation: 'supplier' },
			'digikoppeling-registration',
			'A supplier cannot sign up for Digikoppeling and gets no OIN; the HRN in the certificate takes its place (§3.3.7).',
		],
		[
			{ hasOin: true, hasAdapter: true },
			'digikoppeling-registration',
			'You have an OIN and a Digikoppeling adapter already (§3.3.7).',
		],
		[
			{ hasAdapter: true },
			'adapter',
			'You use a Digikoppeling adapter that is there already, so its compliancy needs no test (§4.3).',
		],
		[{}, 'diginetwerk-application', 'You connect over the internet.'],
		[{ organisation: 'supplier' }, 'release', 'A supplier connection never goes to production (chapter 6).'],
	];

	for (const [answers, id, reason] of reasons) {
		it(`tells why ${id} does not apply with ${JSON.stringify(answers)}`, () => {
			const view = viewOf(overviewAfter(answers), id);
			assert.deepEqual([view.reason?.(english), view.excluded], [reason, true]);
		});
	}

	const shown: readonly (readonly [string, JsonObject, string, RegExp, boolean])[] = [
		['a supplier', { organisation: 'supplier' }, 'test-report', /Softwarecatalogus/, true],
		['a government body', {}, 'test-report', /Softwarecatalogus/, false],
		['a supplier', { organisation: 'supplier' }, 'certificates', /with your HRN/, true],
		['a supplier', { organisation: 'supplier' }, 'certificates', /explicitly for your OIN/, false],
		['a government body', {}, 'certificates', /explicitly for your OIN/, true],
		['who has certificates', { hasCertificates: true }, 'certificates', /can be used again/, true],
		['who has none', {}, 'certificates', /that you have can be used again/, false],
		['Diginetwerk', { network: 'diginetwerk' }, 'network-path', /administrator of Diginetwerk/, true],
		['internet', {}, 'network-path', /administrator of Diginetwerk/, false],
		['the MO-bericht', { messageStandard: 'mo' }, 'message-process', /MO-bericht/, true],
		['StUF', {}, 'message-process', /MO-bericht/, false],
		['StUF', {}, 'message-process', /check your StUF messages/, true],
		['a supplier', { organisation: 'supplier' }, 'adapter', /Choose an adapter/, true],
		['a government body', {}, 'adapter', /Choose an adapter/, false],
		['a government body', {}, 'digikoppeling-registration', /Choose a Digikoppeling adapter/, true],
		['who has an OIN', { hasOin: true }, 'digikoppeling-registration', /You have an OIN/, true],
		['who has none', {}, 'digikoppeling-registration', /Sign up with Logius/, true],
		['who has an OIN', { hasOin: true }, 'digikoppeling-registration', /Sign up with Logius/, false],
	];

	for (const [name, answers, id, pattern, isShown] of shown) {
		it(`${isShown ? 'tells' : 'does not tell'} ${name} ${pattern.source} with ${id}`, () => {
			const here = situation(answers);
			const { task } = viewOf(overviewAfter(answers), id);
			const remarks = [...task.activities, ...task.attention]
				.filter(({ when }) => when === undefined || when(here))
				.map(({ text }) => text(english));
			assert.equal(
				remarks.some((remark) => pattern.test(remark)),
				isShown,
			);
		});
	}

	const times: readonly (readonly [JsonObject, string, number])[] = [
		[{}, 'certificates', 40],
		[{ hasCertificates: true }, 'certificates', 5],
		[{}, 'digikoppeling-registration', 20],
		[{ hasOin: true }, 'digikoppeling-registration', 10],
		[{}, 'network-path', 4],
		[{ network: 'diginetwerk' }, 'network-path', 10],
		[{ network: 'diginetwerk' }, 'production-network', 5],
	];

	for (const [answers, id, days] of times) {
		it(`gives ${id} ${days} working days with ${JSON.stringify(answers)}`, () => {
			assert.deepEqual(viewOf(overviewAfter(answers), id).leadTime, {
				kind: 'estimate',
				workingDays: days,
			});
		});
	}

	it('makes the supplier the one who acts in a supplier connection', () => {
		const overview = overviewAfter({ organisation: 'supplier' });
		assert.deepEqual(viewOf(overview, 'requirements').actors, ['leverancier']);
		assert.deepEqual(viewOf(overview, 'cpa').actors, ['leverancier', 'logius']);
		assert.deepEqual(viewOf(overviewAfter({}), 'cpa').actors, ['leverancier', 'afnemer', 'logius']);
	});

	it('names the people of the roles', () => {
		const roles = { 'technisch-specialist': 'Sam', gebruiker: 'Gül', tester: '' };
		assert.deepEqual(viewOf(overviewAfter({ roles }), 'acceptance-test').people, [
			{ role: 'technisch-specialist', name: 'Sam' },
			{ role: 'gebruiker', name: 'Gül' },
		]);
	});
});

describe('The state of the tasks', () => {
	it('begins with the business case, and everything else waits', () => {
		const overview = overviewAfter({});
		assert.equal(overview.next?.task.id, 'business-case');
		assert.deepEqual(overview.counts, { done: 0, total: 38, notApplicable: 1 });
		assert.deepEqual(
			readyFor(overview).map(({ task }) => task.id),
			['business-case'],
		);
	});

	it('frees the tasks that waited for what is done', () => {
		const overview = overviewAfter({}, ...done('business-case'));
		assert.deepEqual(
			readyFor(overview).map(({ task }) => task.id),
			['requirements', 'digikoppeling-registration'],
		);
		assert.deepEqual(
			readyFor(overview, 'tekenbevoegde').map(({ task }) => task.id),
			['digikoppeling-registration'],
		);
		assert.deepEqual(
			overview.steps.map(({ counts }) => `${counts.done}/${counts.total}`),
			['1/8', '0/11', '0/8', '0/11', '0/0'],
		);
	});

	it('waits for Logius with what only Logius does, once its turn has come', () => {
		const before = overviewAfter({});
		assert.equal(viewOf(before, 'application-assessment').status, 'blocked');
		const overview = overviewAfter({}, ...done('application-form'));
		assert.equal(viewOf(overview, 'application-assessment').status, 'waiting');
		assert.deepEqual(
			overview.waitingForLogius.map(({ task }) => task.id),
			['application-assessment'],
		);
	});

	it('waits for Logius with what the user has sent', () => {
		const overview = overviewAfter(
			{},
			{
				kind: 'wait-for-logius',
				task: 'business-case',
				since: '2027-01-11',
			},
		);
		assert.equal(viewOf(overview, 'business-case').status, 'waiting');
		assert.equal(overview.next, null);
	});

	it('takes a task that is not applicable out, and lets others wait for what it waited for', () => {
		const overview = overviewAfter(
			{},
			{
				kind: 'mark-not-applicable',
				task: 'requirements',
				when: '2027-01-11',
				reason: 'staat al vast',
			},
		);
		const view = viewOf(overview, 'requirements');
		assert.deepEqual(
			[view.status, view.excluded, view.reason?.(english)],
			['not-applicable', false, 'Marked as not applicable: staat al vast'],
		);
		assert.deepEqual(viewOf(overview, 'connection-choice').dependsOn, ['business-case']);
		assert.equal(overview.counts.total, 37);
	});

	it('drops what is waited for through another task anyway', () => {
		const overview = overviewAfter({ hasOin: true, hasAdapter: true });
		assert.deepEqual(viewOf(overview, 'certificates').dependsOn, ['connection-choice']);
		assert.deepEqual(viewOf(overview, 'cpa').dependsOn, [
			'certificates',
			'application-assessment',
			'network-path',
		]);
	});

	it('has no next task when all is done, and does not count what goes on for ever', () => {
		const all = tasks.filter(({ step }) => step < 5).map(({ id }) => id);
		const overview = overviewAfter({ network: 'diginetwerk' }, ...done(...all));
		assert.equal(overview.next, null);
		assert.deepEqual(overview.counts, { done: 39, total: 39, notApplicable: 0 });
		assert.deepEqual(readyFor(overview), []);
	});

	it('never lets a task wait for one that does not apply', () => {
		const random = seededRandom(6);
		for (const answers of allSituations()) {
			const marked = tasks.filter(() => random() < 0.2);
			const overview = overviewAfter(
				answers,
				...marked.map(({ id }) => ({ kind: 'mark-not-applicable', task: id, when: '2027-01-04' }) as const),
			);
			const applicable = new Set(
				overview.tasks.filter(({ status }) => status !== 'not-applicable').map(({ task }) => task.id),
			);
			for (const { task, dependsOn } of overview.tasks) {
				assert.deepEqual(
					dependsOn.filter((id) => !applicable.has(id)),
					[],
					`${task.id} with ${JSON.stringify(answers)}`,
				);
			}
		}
	});

	it('keeps every indirect dependency when a task between does not apply', () => {
		for (const answers of allSituations()) {
			const all = reach(createOverview(createProgress(situation({ ...answers, network: 'diginetwerk' }))));
			const here = reach(overviewAfter(answers));
			for (const [id, before] of here) {
				const expected = [...(all.get(id) ?? [])].filter((other) => here.has(other));
				assert.deepEqual([...before].sort(), expected.sort(), id);
			}
		}
	});
});

/** The applicable tasks, each with all that must be done before it. */
function reach(overview: Overview): ReadonlyMap<string, ReadonlySet<string>> {
	const found = new Map<string, ReadonlySet<string>>();
	for (const { task, dependsOn, status } of overview.tasks) {
		if (status !== 'not-applicable') {
			found.set(task.id, new Set(dependsOn.flatMap((id) => [id, ...(found.get(id) ?? [])])));
		}
	}
	return found;
}
