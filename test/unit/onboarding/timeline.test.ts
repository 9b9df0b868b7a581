import assert from 'node:assert/strict';
import { timelineSvg } from '../../../src/onboarding/planning/timeline';
import { parseXml } from '../../../src/xml/parse';
import { done, dutch, english, overviewAfter, planOf } from './given';

const overview = overviewAfter({}, ...done('business-case'));
const svg = timelineSvg(overview, planOf(overview, '2027-02-01'), english);

/** The x and width of the bar in the group whose title begins so. */
function barOf(
	picture: string,
	title: string,
): { readonly className: string; readonly x: number; readonly width: number } {
	const match = new RegExp(
		`<g><title>${title}[^<]*</title>.*?<rect class="([^"]*)" x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)"`,
	).exec(picture);
	assert.ok(match, title);
	return { className: match[1] ?? '', x: Number(match[2]), width: Number(match[3]) };
}

describe('The timeline', () => {
	it('is well-formed XML in both languages', () => {
		for (const t of [dutch, english]) {
			const { faults } = parseXml(timelineSvg(overview, planOf(overview, '2027-02-01'), t));
			assert.deepEqual(faults, []);
		}
	});

	it('has a title and a description for a screen reader', () => {
		assert.ok(svg.includes('role="img" aria-labelledby="lz-title lz-desc"'));
		assert.ok(svg.includes('<title id="lz-title">Planning of the connection to Lopende zaken</title>'));
		assert.ok(svg.includes('From 4 January 2027 to 12 July 2027; today is 1 February 2027.'));
	});

	it('has a bar for each step and task, with dates and state in its title', () => {
		assert.equal(svg.match(/<g><title>/g)?.length, 4 + 38);
		assert.ok(
			svg.includes(
				'<title>Get PKIoverheid certificates: 8 March 2027 to 4 May 2027; waiting for another task; critical path</title>',
			),
		);
	});

	it('places bars by their dates: the next begins after the end of the one before', () => {
		const [first, second] = [barOf(svg, 'Get the business case'), barOf(svg, 'Draw up the programme')];
		assert.ok(first.x + first.width < second.x);
		// 40 working days are 58 days on the calendar, 20 are 26.
		const long = barOf(svg, 'Get PKIoverheid certificates');
		assert.ok(Math.abs(long.width / second.width - 58 / 26) < 0.02);
	});

	it('draws what is done where it was done, within the picture', () => {
		// Until 20 January, instead of 29 January.
		const [first, second] = [barOf(svg, 'Get the business case'), barOf(svg, 'Draw up the programme')];
		assert.ok(Math.abs(first.width / second.width - 17 / 26) < 0.02);
		assert.ok(svg.includes('<title>Get the business case approved: 4 January 2027 to 20 January 2027; done'));

		const early = overviewAfter({}, { kind: 'mark-done', task: 'business-case', when: '2026-12-15' });
		const picture = timelineSvg(early, planOf(early, '2026-12-16'), english);
		const today = Number(/class="today" x1="([\d.]+)"/.exec(picture)?.[1]);
		const bar = barOf(picture, 'Get the business case');
		assert.ok(bar.x + bar.width < today);

		const longAgo = overviewAfter({}, { kind: 'mark-done', task: 'business-case', when: '2015-12-15' });
		const clipped = barOf(
			timelineSvg(longAgo, planOf(longAgo, '2027-01-04'), english),
			'Get the business case',
		);
		assert.ok(clipped.x >= 330 && clipped.width >= 0);
	});

	it('tells what is done, what Logius does and what is critical apart by more than colour', () => {
		assert.equal(barOf(svg, 'Get the business case').className, 'bar done');
		assert.equal(barOf(svg, 'Logius assesses the application').className, 'bar waiting critical');
		assert.equal(barOf(svg, 'Choose the message stream').className, 'bar');
		assert.match(svg, /\.bar\.critical \{ stroke: /);
	});

	it('follows the theme, and is readable without one', () => {
		const variables = [...svg.matchAll(/var\((--vscode-[\w-]+)(, #[0-9a-f]{6}|, [^)]*)?\)/g)];
		assert.ok(variables.length > 10);
		assert.ok(variables.every(([, , fallback]) => fallback !== undefined));
	});

	it('marks today, unless it lies far from the plan', () => {
		assert.ok(svg.includes('class="today"'));
		assert.ok(!timelineSvg(overview, planOf(overview, '2030-01-01'), english).includes('class="today"'));
	});

	it('has a diamond for each milestone', () => {
		assert.equal(svg.match(/<path class="milestone"/g)?.length, 4);
		assert.ok(svg.includes('<title>In production: 12 July 2027</title>'));
	});

	it('draws a single short task without dividing by nothing', () => {
		const short = overviewAfter({ organisation: 'supplier', hasAdapter: true });
		const picture = timelineSvg(short, planOf(short, '2027-01-04'), dutch);
		assert.ok(!/NaN|Infinity|undefined/.test(picture));
	});
});
