import assert from 'node:assert/strict';
import { beforeIn, withNewest, type PastPing } from '../../../src/editor/ping/pastPing';
import { localTime, shortMoment } from '../../../src/editor/ping/moment';

function past(connection: string, minute: number): PastPing {
	const at = new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString();
	return { connection, at, outcome: 'pong', isSuccess: true, summary: '', duration: 1, file: at };
}

describe('The Pings that are kept', () => {
	const sixty = Array.from({ length: 60 }, (_, minute) => past('a', minute));

	it('are the last fifty of a connection, the newest first, whatever goes over others', () => {
		const [oldest, ...others] = sixty;
		assert.ok(oldest);
		const kept = [past('b', 1), ...others].reduce(withNewest, [oldest]);
		assert.equal(kept.filter(({ connection }) => connection === 'a').length, 50);
		assert.equal(kept.filter(({ connection }) => connection === 'b').length, 1);
		assert.equal(kept[0]?.at, past('a', 59).at);
		assert.equal(kept[49]?.at, past('a', 10).at);
	});

	it('have one before them, over the same connection only', () => {
		const list = [past('a', 3), past('b', 2), past('a', 1)];
		assert.equal(beforeIn(list, past('a', 3))?.at, past('a', 1).at);
		assert.equal(beforeIn(list, past('a', 1)), undefined);
		assert.equal(beforeIn(list, past('b', 2)), undefined);
		assert.equal(beforeIn(list, past('a', 9)), undefined);
	});
});

describe('A moment in the list', () => {
	it('has its day unless that is today', () => {
		const at = new Date(2026, 10, 24, 9, 5);
		assert.equal(shortMoment(at, new Date(2026, 10, 24, 23)), '09:05');
		assert.equal(shortMoment(at, new Date(2026, 10, 25, 1)), '2026-11-24 09:05');
		assert.equal(localTime(at), '2026-11-24 09:05:00');
	});
});
