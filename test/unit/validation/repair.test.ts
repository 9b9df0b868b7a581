import assert from 'node:assert/strict';
import { repairsFor } from '../../../src/validation/repair';
import type { LocatedFinding } from '../../../src/validation/report';
import { edited } from '../../../src/xml/repair';
import { slipsOf } from './slips';
import { english, sample, withEngine } from './checking';

const message = sample('berichten/nieuwe-zaak.xml');
const errorAnswer = sample('berichten/antwoord-fo03.xml');
const specification = sample('koppeling/consumerspecificatie.xml');
const ping = sample('koppeling/ping.xml');
const ebmsPing = sample('koppeling/ebms-ping.xml');
const cpa = sample('koppeling/cpa.xml');

describe('Repairs', () => {
	const check = withEngine();

	async function findingsIn(text: string): Promise<readonly LocatedFinding[]> {
		const { findings } = await check(text, { now: new Date('2026-06-01') });
		return findings;
	}

	/** What is right, what it became, and the titles of the repairs, of which the first makes it right again. */
	const slips: readonly (readonly [
		what: string,
		right: string,
		from: string,
		to: string,
		titles: readonly string[],
	])[] = [
		[
			'a bare ampersand',
			message.replace('parkeervergunning', 'eten &amp; drinken'),
			'&amp;',
			'&',
			['Change to &amp;'],
		],
		[
			'a bare less-than sign',
			message.replace('parkeervergunning', 'korting &lt; 5'),
			'&lt;',
			'<',
			['Change to &lt;'],
		],
		[
			'a named character of HTML',
			message.replace('parkeervergunning', '&#8364; 5'),
			'&#8364;',
			'&euro;',
			['Change to &#8364;'],
		],
		[
			'the end of CDATA in text',
			message.replace('parkeervergunning', 'a]]&gt;b'),
			']]&gt;',
			']]>',
			['Change to ]]&gt;'],
		],
		['another end tag', message, '</StUF:ontvanger>', '</StUF:ontvangr>', ['Change to StUF:ontvanger']],
		['an end tag without slash', message, '</startdatum>', '<startdatum>', ['Change to </startdatum>']],
		[
			'a value without quotes',
			message,
			'StUF:entiteittype="NPS"',
			'StUF:entiteittype=NPS',
			['Change to "NPS"'],
		],
		[
			'typographic quotes',
			message,
			'StUF:entiteittype="NPS"',
			'StUF:entiteittype=”NPS”',
			['Change to "NPS"'],
		],
		[
			'an attribute twice',
			message,
			'StUF:entiteittype="NPS"',
			'StUF:entiteittype="NPS" StUF:entiteittype="NPS"',
			['Remove the second StUF:entiteittype'],
		],
		[
			'a control character',
			message,
			'parkeervergunning',
			'parkeer\u0001vergunning',
			['Remove what XML forbids here'],
		],
		[
			'a blank line before the declaration',
			message,
			'<?xml',
			'\n<?xml',
			['Remove the white space before the declaration'],
		],
		[
			'a prefix without declaration',
			message
				.replace('\n\txmlns:StUF="http://www.egem.nl/StUF/StUF0301"', '')
				.replace('<zakLk01', '<zakLk01 xmlns:StUF="http://www.egem.nl/StUF/StUF0301"'),
			' xmlns:StUF="http://www.egem.nl/StUF/StUF0301"',
			'',
			['Add xmlns:StUF="http://www.egem.nl/StUF/StUF0301"'],
		],
		['a DOCTYPE', message, '<zakLk01', '<!DOCTYPE zakLk01>\n<zakLk01', ['Remove the DOCTYPE']],
		['a root by another name', errorAnswer, 'Fo03Bericht', 'Fo03bericht', ['Change to StUF:Fo03Bericht']],
		[
			'another namespace',
			message,
			'http://www.egem.nl/StUF/sector/zkn/0310',
			'https://www.egem.nl/StUF/sector/zkn/0310',
			['Change to http://www.egem.nl/StUF/sector/zkn/0310'],
		],
		[
			'another namespace of the parts',
			message,
			'http://www.egem.nl/StUF/StUF0301',
			'http://www.egem.nl/StUF/StUF0302',
			['Change to http://www.egem.nl/StUF/StUF0301'],
		],
		[
			'an element misspelt',
			message,
			'<startdatum>20260309</startdatum>',
			'<startdatm>20260309</startdatm>',
			['Change to startdatum'],
		],
		[
			'an element without its prefix',
			message,
			'<StUF:berichtcode>Lk01</StUF:berichtcode>',
			'<berichtcode>Lk01</berichtcode>',
			['Change to StUF:berichtcode'],
		],
		[
			'an attribute misspelt',
			message,
			'StUF:entiteittype="ZAK"',
			'StUF:entiteitype="ZAK"',
			['Change to StUF:entiteittype'],
		],
		[
			'an attribute too many',
			message,
			'StUF:entiteittype="ZAK"',
			'StUF:entiteittype="ZAK" soort="x"',
			['Remove soort'],
		],
		['a value in capitals', errorAnswer, '>client<', '>Client<', ['Change to client']],
		[
			'a mutation that is none',
			message,
			'>T</StUF:mutatiesoort>',
			'>X</StUF:mutatiesoort>',
			['Change to T', 'Change to W', 'Change to V', 'Change to C', 'Change to F'],
		],
		[
			'an element twice',
			message
				.replace('<startdatum>', '<omschrijving>x</omschrijving><startdatum>')
				.replace(/\t\t<omschrijving>Aanvraag.*\n/, ''),
			'<omschrijving>x</omschrijving>',
			'<omschrijving>x</omschrijving><omschrijving>x</omschrijving>',
			['Remove the second, equal omschrijving'],
		],
		[
			'an element in the wrong place',
			message,
			'<omschrijving>Aanvraag parkeervergunning</omschrijving>\n\t\t<startdatum>20260309</startdatum>',
			'<startdatum>20260309</startdatum>\n\t\t<omschrijving>Aanvraag parkeervergunning</omschrijving>',
			['Move to before startdatum'],
		],
		['text between elements', message, '<parameters>', '<parameters>los', ['Remove this text']],
		[
			'a value with xsi:nil',
			message.replace('geenWaarde"/>', 'geenWaarde"></einddatum>'),
			'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"></einddatum>',
			'<einddatum xsi:nil="true" StUF:noValue="geenWaarde">20260401</einddatum>',
			['Remove the value'],
		],
		[
			'a date by ISO 8601',
			message,
			'<startdatum>20260309<',
			'<startdatum>2026-03-09<',
			['Change to 20260309'],
		],
		[
			'a date as people write it',
			message,
			'<startdatum>20260309<',
			'<startdatum>9-3-2026<',
			['Change to 20260309'],
		],
		[
			'a time by ISO 8601',
			message,
			'>20260309120001<',
			'>2026-03-09T12:00:01<',
			['Change to 20260309120001'],
		],
		['a time in UTC', message, '>20260309120001<', '>2026-03-09T11:00:01Z<', ['Change to 20260309120001']],
		['blanks around a value that its type refuses', message, '>T<', '>\n\tT\n<', ['Remove the blanks']],
		['blanks before a BSN', message, '>999993653<', '> 999993653<', ['Remove the blanks']],
		[
			'blanks around a value of an attribute',
			message,
			'"geenWaarde"',
			'" geenWaarde"',
			['Remove the blanks'],
		],
		['blanks around a value', message, '<identificatie>9999', '<identificatie> 9999', ['Remove the blanks']],
		[
			'a nil without reason',
			message.replace(
				'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>',
				'<einddatum StUF:noValue="geenWaarde" xsi:nil="true"/>',
			),
			' StUF:noValue="geenWaarde"',
			'',
			['Add StUF:noValue="geenWaarde"', 'Add StUF:noValue="waardeOnbekend"'],
		],
		[
			'a reason with a value',
			message.replace(
				'<einddatum xsi:nil="true" StUF:noValue="geenWaarde"/>',
				'<einddatum>20260401</einddatum>',
			),
			'<einddatum>',
			'<einddatum StUF:noValue="geenWaarde">',
			['Remove StUF:noValue'],
		],
		['another entity', message, 'StUF:entiteittype="NPS"', 'StUF:entiteittype="ZAK"', ['Change to NPS']],
		[
			'no indicator',
			message,
			'<StUF:indicatorOvername>V<',
			'<StUF:indicatorOvername><',
			['Change to V', 'Change to I'],
		],
		[
			'a number that lost its zero',
			message.replace(/<BG:inp.bsn>\d+/, '<BG:inp.bsn>012345672'),
			'012345672',
			'12345672',
			['Put a 0 in front'],
		],
		[
			'a time by ISO 8601 in an answer',
			errorAnswer.replace(/(tijdstipBericht>)\d+/, '$120260316101530'),
			'>20260316101530<',
			'>2026-03-16T10:15:30<',
			['Change to 20260316101530'],
		],
		[
			'a time in UTC in an answer',
			errorAnswer.replace(/(tijdstipBericht>)\d+/, '$120260316101530'),
			'>20260316101530<',
			'>2026-03-16T09:15:30Z<',
			['Change to 20260316101530'],
		],
		['a code misspelt', errorAnswer, 'StUF016', 'StuF016', ['Change to StUF016']],
		[
			'a parameter misspelt',
			specification,
			'name="EndpointUri"',
			'name="EndpointURI"',
			['Change to EndpointUri'],
		],
		['an endpoint without TLS', specification, 'https://', 'http://', ['Change to https']],
		[
			'the service of an application',
			ping,
			'urn:oasis:names:tc:ebxml-msg:service',
			'urn:iets',
			['Change to urn:oasis:names:tc:ebxml-msg:service'],
		],
		['the action of an application', ping, '>Ping<', '>ping<', ['Change to Ping']],
		['a protocol by another name', ping, 'protocol="ebXML"', 'protocol="ebms"', ['Change to ebXML']],
		['an action in lower case', ebmsPing, '>Ping<', '>ping<', ['Change to Ping']],
		[
			'a reference to nothing',
			cpa,
			'defaultMshChannelId="A_Kanaal"',
			'defaultMshChannelId="A_Kanal"',
			['Change to A_Kanaal'],
		],
	];

	for (const [what, right, from, to, titles] of slips) {
		it(`take away ${what}`, async () => {
			assert.ok(right.includes(from), 'The slip is made in the right text.');
			const text = right.replaceAll(from, to);
			const usual = await findingsIn(right);
			const [fault, ...others] = added(await findingsIn(text), usual);
			assert.ok(fault !== undefined && others.length === 0, 'The slip is one fault.');
			const [repairs = []] = repairsFor(text, [fault], english);
			assert.deepEqual(
				repairs.map(({ title }) => title),
				titles,
			);
			assert.equal(edited(text, repairs[0]?.edits ?? []), right);
		});
	}

	for (const file of [
		'berichten/nieuwe-zaak.xml',
		'berichten/antwoord-fo03.xml',
		'koppeling/consumerspecificatie.xml',
		'koppeling/ping.xml',
		'koppeling/ebms-ping.xml',
		'koppeling/cpa.xml',
	]) {
		it(`take a fault away without making another, for every slip of the pen in ${file}`, async function () {
			this.timeout(120_000);
			const right = sample(file);
			const usual = await findingsIn(right);
			const wrong: string[] = [];
			let tried = 0;
			for (const { name, text } of slipsOf(right)) {
				const faults = added(await findingsIn(text), usual);
				for (const [index, repairs] of repairsFor(text, faults, english).entries()) {
					for (const { title, edits } of repairs) {
						tried += 1;
						const left = added(await findingsIn(edited(text, edits)), usual);
						const code = String(faults[index]?.code);
						// Of several choices only the user knows which is right; the first is ours.
						if (
							repairs[0]?.title === title
								? left.length >= faults.length
								: left.some((one) => one.code === code)
						) {
							wrong.push(`${name} (${code}): ${title}: ${left.map((one) => one.code).join()}`);
						}
					}
				}
			}
			assert.ok(tried > 20, `${String(tried)} repairs`);
			assert.deepEqual(wrong, []);
		});
	}
});

/** Those findings that the other text has not. */
function added(
	findings: readonly LocatedFinding[],
	usual: readonly LocatedFinding[],
): readonly LocatedFinding[] {
	const left = usual.map(({ code }) => code);
	return findings.filter(({ code }) => {
		const index = left.indexOf(code);
		if (index >= 0) {
			left.splice(index, 1);
		}
		return index < 0;
	});
}
