import assert from 'node:assert/strict';
import { pingTargetFromCpa, type CpaProblem } from '../../../src/ebms/cpaConnection';
import { cpaProblemWords } from '../../../src/ebms/cpaProblemWords';
import { createTranslate } from '../../../src/text';
import { agreement, changeParty, cpaOf } from '../documents/cpa/agreement';
import { change } from '../documents/marked';

const a = '00000099000000011000';
const b = '00000099000000022000';

function fingerprintOf(party: 0 | 1, certificate: 0 | 1): string {
	const content = cpaOf(agreement).parties.at(party)?.certificates.at(certificate)?.contents[0];
	return content?.state === 'read' ? content.certificate.sha256 : assert.fail();
}

describe('The target of a Ping out of a CPA', () => {
	it('is the other party, as we are in the CPA', () => {
		assert.deepEqual(pingTargetFromCpa(cpaOf(agreement), a), {
			kind: 'target',
			target: {
				url: 'https://ebms.voorbeelddienst.example/ebms',
				cpaId: 'Voorbeeldservice_00000099000000011000_00000099000000022000_1',
				from: { value: a, type: 'urn:osb:oin' },
				to: { value: b, type: 'urn:osb:oin' },
				syncReplyMode: 'none',
				pongEndpoint: 'https://ebms.voorbeeldstad.example/lopende-zaken',
				environment: null,
				cpa: {
					status: 'agreed',
					start: new Date('2026-01-01T00:00:00Z'),
					end: new Date('2035-12-31T23:59:59Z'),
					endpoint: 'https://ebms.voorbeelddienst.example/ebms',
					clientCertificate: fingerprintOf(0, 0),
					serverCertificate: fingerprintOf(1, 1),
				},
			},
		});
	});

	it('goes to and from the OINs when a party has other numbers too', () => {
		const oin = (value: string): string => `<tp:PartyId tp:type="urn:osb:oin">${value}</tp:PartyId>`;
		const other = '<tp:PartyId tp:type="urn:voorbeeld:kvk">12345678</tp:PartyId>';
		const cpa = change(
			agreement,
			[oin(a), `${other}${oin(a)}`],
			[oin(b), `${other.replace('12', '98')}${oin(b)}`],
		);
		const values = (own: string): readonly string[] => {
			const connection = pingTargetFromCpa(cpaOf(cpa), own);
			return connection.kind === 'target' ? [connection.target.from.value, connection.target.to.value] : [];
		};
		assert.deepEqual(values(a), [a, b]);
		assert.deepEqual(values('98345678'), ['98345678', a]);
	});

	it('is found whatever white space is around a PartyId, and has it as the CPA has', () => {
		const spaced = changeParty('A', [`>${a}<`, `>\n\t${a}\n<`]);
		const connection = pingTargetFromCpa(cpaOf(spaced), ` ${a}`);
		assert.equal(connection.kind === 'target' && connection.target.from.value, `\n\t${a}\n`);
	});

	it('is the first party when we are the second', () => {
		const connection = pingTargetFromCpa(cpaOf(agreement), b);
		assert.ok(connection.kind === 'target');
		const { url, from, to, cpa } = connection.target;
		assert.equal(url, 'https://ebms.voorbeeldstad.example/lopende-zaken');
		assert.deepEqual([from.value, to.value], [b, a]);
		assert.equal(cpa?.clientCertificate, fingerprintOf(1, 0));
		assert.equal(cpa.serverCertificate, fingerprintOf(0, 1));
	});

	it('has the PartyId of the CPA, suffix and type included', () => {
		const text = change(
			agreement,
			[`<tp:PartyId tp:type="urn:osb:oin">${a}`, `<tp:PartyId>${a}_T`],
			[`>${b}</tp:PartyId>`, `>${b}_OTA</tp:PartyId>`],
		);
		for (const own of [a, `${a}_T`, `${a}_O`]) {
			const connection = pingTargetFromCpa(cpaOf(text), own);
			assert.ok(connection.kind === 'target');
			assert.deepEqual(connection.target.from, { value: `${a}_T`, type: null });
			assert.deepEqual(connection.target.to, { value: `${b}_OTA`, type: 'urn:osb:oin' });
		}
	});

	it('has the mode of our own channel, and nothing of what is not there', () => {
		const text = changeParty(
			'A',
			['syncReplyMode="none"', 'syncReplyMode="mshSignalsOnly"'],
			[/\t+<tp:ClientCertificateRef [^>]*>\n/.exec(agreement)?.[0] ?? '', ''],
			[
				/\t+<tp:TransportReceiver>[\s\S]*<\/tp:TransportReceiver>\n/.exec(
					agreement.slice(0, agreement.indexOf('<tp:DocExchange')),
				)?.[0] ?? '',
				'',
			],
		);
		const connection = pingTargetFromCpa(cpaOf(text), a);
		assert.ok(connection.kind === 'target');
		assert.equal(connection.target.syncReplyMode, 'mshSignalsOnly');
		assert.equal(connection.target.pongEndpoint, null);
		assert.equal(connection.target.cpa?.clientCertificate, null);
	});

	it('is told apart by the suffix when both parties are one organisation', () => {
		const text = change(
			agreement,
			[`>${a}</tp:PartyId>`, `>${a}_O</tp:PartyId>`],
			[`>${b}</tp:PartyId>`, `>${a}_T</tp:PartyId>`],
		);
		const connection = pingTargetFromCpa(cpaOf(text), `${a}_T`);
		assert.ok(connection.kind === 'target');
		assert.deepEqual([connection.target.from.value, connection.target.to.value], [`${a}_T`, `${a}_O`]);
		assert.deepEqual(pingTargetFromCpa(cpaOf(text), a), {
			kind: 'problem',
			problem: { kind: 'both-parties', own: a },
		});
	});

	const problems: readonly (readonly [text: string, own: string, problem: CpaProblem, words: string])[] = [
		[
			change(agreement, [/ ?tp:cpaid="[^"]*"/.exec(agreement)?.[0] ?? '', '']),
			a,
			{ kind: 'no-cpa-id' },
			'Het CPA heeft geen id (cpaid), en een Ping moet dat noemen.',
		],
		[
			agreement.replace(/\t<tp:PartyInfo tp:partyName="Voorbeelddienst[\s\S]*<\/tp:PartyInfo>\n/, ''),
			a,
			{ kind: 'party-count', count: 1 },
			'Een CPA is tussen twee partijen; dit heeft er 1.',
		],
		[
			agreement,
			'00000004003214345001',
			{ kind: 'not-a-party', own: '00000004003214345001', known: [a, b] },
			`00000004003214345001 is geen partij van dit CPA; de partijen zijn ${a}, ${b}.`,
		],
		[
			agreement.replace(/\t+<tp:PartyId .*\n/g, ''),
			a,
			{ kind: 'not-a-party', own: a, known: [] },
			'De partijen van dit CPA hebben geen PartyId.',
		],
		[
			changeParty('B', [`\t\t<tp:PartyId tp:type="urn:osb:oin">${b}</tp:PartyId>\n`, '']),
			a,
			{ kind: 'no-party-id', party: 'Voorbeelddienst (fictief)' },
			'Voorbeelddienst (fictief) heeft geen PartyId in dit CPA.',
		],
		[
			changeParty('B', ['defaultMshChannelId="B_Kanaal"', 'defaultMshChannelId="Nergens"']),
			a,
			{ kind: 'no-endpoint', party: 'Voorbeelddienst (fictief)' },
			'Voorbeelddienst (fictief) heeft in dit CPA geen endpoint voor een Ping: het standaardkanaal ontvangt niet.',
		],
	];
	for (const [text, own, problem, words] of problems) {
		it(`is not known: ${words}`, () => {
			assert.deepEqual(pingTargetFromCpa(cpaOf(text), own), { kind: 'problem', problem });
			assert.equal(
				cpaProblemWords(
					problem,
					createTranslate(() => 'nl'),
				),
				words,
			);
		});
	}
});
