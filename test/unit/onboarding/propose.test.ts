import assert from 'node:assert/strict';
import { needs, propose, type Happening } from '../../../src/onboarding/evidence/propose';
import type { JsonObject } from '../../../src/onboarding/json';
import type { Change } from '../../../src/onboarding/progress/changes';
import { done, dutch, english, overviewAfter, viewOf } from './given';

const when = '2027-06-08T09:30:00Z';
const file = 'certificaten/client.pem';
const sha256 = 'ab'.repeat(32);

const ping = (over: Partial<Extract<Happening, { kind: 'ping' }>> = {}): Happening => ({
	kind: 'ping',
	when,
	environment: 'preproduction',
	outcome: 'pong',
	connection: 'preprod',
	...over,
});
const wus = (answered: boolean, environment: 'preproduction' | 'local' = 'preproduction'): Happening => ({
	kind: 'wus',
	when,
	environment,
	answered,
	connection: 'profiel',
});
const certificate = (over: Partial<Extract<Happening, { kind: 'certificate' }>> = {}): Happening => ({
	kind: 'certificate',
	when,
	file,
	sha256,
	suitable: true,
	test: false,
	oin: '00000001002220647000',
	...over,
});
const specification = (errors: number): Happening => ({
	kind: 'consumerspecificatie',
	when,
	file: 'consumerspecificatie.xml',
	sha256,
	errors,
});
const messages = (...errors: readonly (number | 'unchecked')[]): Happening => messagesOf('stuf', ...errors);
const messagesOf = (
	standard: 'stuf' | 'mo',
	...errors: readonly (number | 'unchecked')[]
): Extract<Happening, { kind: 'messages' }> => ({
	kind: 'messages',
	when,
	messages: errors.map((count, index) => ({
		standard,
		file: `berichten/${index}.xml`,
		sha256,
		errors: count === 'unchecked' ? 0 : count,
		checked: count !== 'unchecked',
	})),
});

describe('What a happening proposes', () => {
	const cases: readonly (readonly [string, Happening, readonly string[], JsonObject?])[] = [
		['a Pong from pre-production', ping(), ['connectivity-check']],
		['a Pong that came in later', ping({ outcome: 'pong-async' }), ['connectivity-check']],
		['a Ping that was accepted without a Pong', ping({ outcome: 'accepted' }), []],
		['a Pong that does not match', ping({ outcome: 'pong-mismatch' }), []],
		['a Pong from the local partner', ping({ environment: 'local' }), []],
		['a Pong from production', ping({ environment: 'production' }), ['production-cpa', 'production-check']],
		[
			'a Pong from production to a supplier',
			ping({ environment: 'production' }),
			[],
			{ organisation: 'supplier' },
		],
		['an answer of the Profielservice', wus(true), ['connectivity-check']],
		['no answer of the Profielservice', wus(false), []],
		['an answer of a local WUS service', wus(true, 'local'), []],
		['a suitable certificate', certificate(), ['certificates']],
		['a suitable certificate of a supplier', certificate(), ['certificates'], { organisation: 'supplier' }],
		['a certificate that does not do', certificate({ suitable: false }), []],
		['a test certificate', certificate({ test: true }), []],
		['a certificate without OIN', certificate({ oin: null }), []],
		['a Consumerspecificatie without errors', specification(0), ['cpa']],
		['a Consumerspecificatie with an error', specification(1), []],
		['messages that are all valid', messages(0, 0, 0), ['message-process', 'acceptance-test']],
		['messages of which one has an error', messages(0, 1), []],
		['messages of which one could not be checked', messages(0, 'unchecked'), []],
		['no messages at all', messages(), []],
		[
			'valid messages of the MO-bericht',
			messagesOf('mo', 0),
			['message-process', 'acceptance-test'],
			{ messageStandard: 'mo' },
		],
		['an MO-bericht with an error', messagesOf('mo', 0, 1), [], { messageStandard: 'mo' }],
		['messages of StUF to who sends the MO-bericht', messages(0), [], { messageStandard: 'mo' }],
		['messages of another form to who sends StUF', messagesOf('mo', 0), []],
		[
			'valid messages beside a faulty document of another form',
			{
				...messagesOf('stuf', 0),
				messages: [...messagesOf('stuf', 0).messages, ...messagesOf('mo', 1).messages],
			},
			['message-process', 'acceptance-test'],
		],
	];

	for (const [name, happening, expected, answers] of cases) {
		it(`of ${name} is ${expected.join(' and ') || 'nothing'}`, () => {
			assert.deepEqual(
				propose(overviewAfter(answers ?? {}), happening, english).map(({ task }) => task),
				expected,
			);
		});
	}

	it('comes with why, what remains, and evidence that can be kept', () => {
		assert.deepEqual(propose(overviewAfter({}), certificate(), english), [
			{
				task: 'certificates',
				why: 'certificaten/client.pem is a certificate that Digikoppeling accepts, with number 00000001002220647000 in it.',
				remains: 'Check that you have the certificates of both environments, with all domain names in them.',
				evidence: {
					kind: 'certificate',
					when,
					file,
					sha256,
					outcome: 'suitable',
					summary:
						'certificaten/client.pem is a certificate that Digikoppeling accepts, with number 00000001002220647000 in it.',
					rest: { oin: '00000001002220647000' },
				},
			},
		]);
	});

	it('keeps the fingerprints of all messages', () => {
		const [proposal] = propose(overviewAfter({}), messages(0, 0), dutch);
		assert.equal(proposal?.why, 'De 2 berichten in de werkruimte hebben allemaal geen fouten.');
		assert.deepEqual(proposal.evidence.rest, {
			files: [
				{ file: 'berichten/0.xml', sha256 },
				{ file: 'berichten/1.xml', sha256 },
			],
		});
	});

	it('leaves out tasks that are done or not applicable', () => {
		const ticked = overviewAfter({}, ...done('message-process'), {
			kind: 'mark-not-applicable',
			task: 'acceptance-test',
			when: '2027-01-04',
		});
		assert.deepEqual(propose(ticked, messages(0), english), []);
	});

	it('leaves out evidence that the task has already', () => {
		const [proposal] = propose(overviewAfter({}), certificate(), english);
		assert.ok(proposal);
		const kept = overviewAfter(
			{},
			{
				kind: 'add-evidence',
				task: 'certificates',
				evidence: proposal.evidence,
			},
		);
		const later = '2027-07-01T12:00:00Z';
		assert.deepEqual(propose(kept, certificate({ when: later }), dutch), []);
		assert.equal(propose(kept, certificate({ sha256: 'cd'.repeat(32) }), english).length, 1);
	});

	it('is no longer needed once the task is done, does not apply, or has it', () => {
		const [proposal] = propose(overviewAfter({}), ping(), english);
		assert.ok(proposal);
		const { evidence, task } = proposal;
		const neededAfter = (...changes: readonly Change[]): boolean =>
			needs(viewOf(overviewAfter({}, ...changes), task), evidence);
		assert.deepEqual(
			[
				neededAfter(),
				neededAfter({ kind: 'begin', task, on: '2027-06-01' }),
				neededAfter(...done(task)),
				neededAfter({ kind: 'mark-not-applicable', task, when: '2027-01-04' }),
				neededAfter({ kind: 'add-evidence', task, evidence }),
			],
			[true, true, false, false, false],
		);
	});

	it('proposes a Pong again when it came at another moment', () => {
		const [proposal] = propose(overviewAfter({}), ping(), english);
		assert.ok(proposal);
		const kept = overviewAfter(
			{},
			{
				kind: 'add-evidence',
				task: 'connectivity-check',
				evidence: proposal.evidence,
			},
		);
		assert.deepEqual(propose(kept, ping(), english), []);
		assert.equal(propose(kept, ping({ when: '2027-06-09T09:30:00Z' }), english).length, 1);
	});
});
