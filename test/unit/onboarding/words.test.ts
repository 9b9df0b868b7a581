import assert from 'node:assert/strict';
import type { Change } from '../../../src/onboarding/progress/changes';
import { datesInWords } from '../../../src/onboarding/words';
import { done, dutch, english, overviewAfter, planOf } from './given';

describe('The dates of a task in words', () => {
	const begun: Change = { kind: 'begin', task: 'requirements', on: '2027-02-15' };
	const words = (task: string, today: string, ...changes: readonly Change[]): string => {
		const dates = planOf(overviewAfter({}, ...changes), today).tasks.find(({ id }) => id === task);
		assert.ok(dates);
		return datesInWords(dates, english);
	};

	for (const [what, said, expected] of [
		[
			'are those of the plan while it goes as planned',
			words('business-case', '2027-01-05'),
			'4 January 2027 to 29 January 2027; must have been begun; critical path',
		],
		[
			'tell when it will end, of a task that was begun later than planned',
			words('requirements', '2027-02-16', ...done('business-case'), begun),
			'1 February 2027 to 26 February 2027; expected to end on 12 March 2027; has been begun, but will end too late; critical path',
		],
		[
			'tell nothing more of a task that is done',
			words('business-case', '2027-02-16', ...done('business-case')),
			'4 January 2027 to 29 January 2027; done; critical path',
		],
	] as const) {
		it(what, () => {
			assert.equal(said, expected);
		});
	}

	it('are Dutch too', () => {
		const [first] = planOf(overviewAfter({}), '2027-02-16').tasks;
		assert.ok(first);
		assert.equal(
			datesInWords(first, dutch),
			'4 januari 2027 t/m 29 januari 2027; naar verwachting klaar op 16 februari 2027; te laat; kritieke pad',
		);
	});
});
