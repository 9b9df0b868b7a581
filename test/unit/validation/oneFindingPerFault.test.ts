import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { slipsOf } from './slips';
import { withEngine } from './checking';

const root = new URL('../../../', import.meta.url);

/**
 * Slips that are told at more than one place: what was removed or copied holds ids that others refer to, and what else may
 * stand in X509Data is any element of another namespace.
 */
const severalPlaces =
	/^without tp:(CollaborationRole|ServiceBinding)|^tp:(CollaborationRole|Packaging) twice|^ds:X509Certificate called/;

describe('One fault gives one finding', () => {
	const check = withEngine();

	async function codesIn(text: string): Promise<readonly string[]> {
		const { findings } = await check(text, { now: new Date('2026-06-01') });
		return findings.map(({ code }) => code);
	}

	for (const file of [
		'berichten/nieuwe-zaak.xml',
		'berichten/afgesloten-zaak.xml',
		'berichten/antwoord-bv03.xml',
		'berichten/antwoord-fo03.xml',
		'koppeling/consumerspecificatie.xml',
		'koppeling/ping.xml',
		'koppeling/ebms-ping.xml',
		'koppeling/cpa.xml',
	]) {
		it(`for every slip of the pen in ${file}`, async function () {
			this.timeout(120_000);
			const text = readFileSync(new URL(`test/workspace/${file}`, root), 'utf8');
			const usual = await codesIn(text);
			const slips = slipsOf(text).filter(({ name }) => !severalPlaces.test(name));
			assert.ok(slips.length > 50, `${String(slips.length)} slips`);
			const toldOften: string[] = [];
			for (const { name, text: slipped } of slips) {
				const more = without(await codesIn(slipped), usual);
				if (more.length > 1) {
					toldOften.push(`${name}: ${more.join(', ')}`);
				}
			}
			assert.deepEqual(toldOften, []);
		});
	}

	it('wherever a message breaks off, in a tag or in a value', async function () {
		this.timeout(120_000);
		const text = readFileSync(new URL('test/workspace/berichten/nieuwe-zaak.xml', root), 'utf8');
		const toldOften: string[] = [];
		for (let length = text.indexOf('<stuurgegevens>'); length < text.lastIndexOf('</'); length += 3) {
			const codes = await codesIn(text.slice(0, length));
			if (codes.join() !== 'xml.unclosed-element') {
				toldOften.push(`${text.slice(length - 20, length)}: ${codes.join(', ')}`);
			}
		}
		assert.deepEqual(toldOften, []);
	});

	const stuf = 'http://www.egem.nl/StUF/StUF0301';
	const bg = 'http://www.egem.nl/StUF/sector/bg/0310';
	const faults: readonly (readonly [
		what: string,
		slip: (text: string) => string,
		codes: readonly string[],
	])[] = [
		[
			'a part without namespace',
			(text) => text.replace('<object ', '<object xmlns="" '),
			['schema.namespace-redeclared'],
		],
		[
			'all parts without namespace',
			(text) => text.replace(/<(stuurgegevens|parameters|object)\b/g, '<$1 xmlns=""'),
			['schema.namespace-redeclared'],
		],
		[
			'a namespace for another prefix',
			(text) => text.replace(`xmlns:StUF="${stuf}"`, `xmlns:StUF="${bg}"`),
			['schema.namespace-other'],
		],
		[
			'two namespaces that changed places',
			(text) => text.replace(`"${stuf}"`, '"@"').replace(`"${bg}"`, `"${stuf}"`).replace('"@"', `"${bg}"`),
			['schema.namespace-other', 'schema.namespace-other'],
		],
		[
			'a part without namespace, with one wrong element in it',
			(text) => text.replace('<object ', '<object xmlns="" ').replace(/(<\/?)startdatum/g, '$1startdatm'),
			['schema.namespace-redeclared', 'schema.element-not-allowed'],
		],
		[
			'a value in an element that says it has none',
			(text) => text.replace(/<einddatum (.*)\/>/, '<einddatum $1>morgen</einddatum>'),
			['schema.nil-with-content'],
		],
		[
			'a status with nothing in it',
			(text) => text.replace(/(<heeft .*>)[^]*(<\/heeft>)/, '$1$2'),
			['zaakbericht.status-missing'],
		],
		[
			'two elements of one parent whose names mean nothing',
			(text) =>
				text
					.replace(/(<\/?StUF:)berichtcode/g, '$1onzin')
					.replace(/(<\/?StUF:)entiteittype>/g, '$1flauwekul>'),
			['schema.element-not-allowed', 'schema.element-not-allowed'],
		],
		[
			'a bare ampersand in a date',
			(text) => text.replace('<startdatum>2026', '<startdatum>20&26'),
			['xml.bare-ampersand'],
		],
		[
			'a control character in a date',
			(text) => text.replace('<startdatum>2026', '<startdatum>20\u000226'),
			['xml.illegal-character'],
		],
		[
			'a less-than sign in an attribute with a fixed value',
			(text) => text.replace('entiteittype="ZAK"', 'entiteittype="<ZAK"'),
			['xml.less-than-in-attribute'],
		],
		[
			'a start tag without its first character',
			(text) => text.replace('<BG:inp.bsn>', 'BG:inp.bsn>'),
			['xml.bracket-missing'],
		],
		[
			'an end tag without its first character',
			(text) => text.replace('</identificatie>', '/identificatie>'),
			['xml.bracket-missing'],
		],
		[
			'an end tag that is left out, where the blanks after the value would count',
			(text) => text.replace('</identificatie>', ''),
			['xml.unclosed-element'],
		],
		[
			'a slash too many',
			(text) => text.replace('<StUF:applicatie>', '<StUF:applicatie/>'),
			['xml.closed-too-early'],
		],
		['a space in a start tag', (text) => text.replace('<object ', '< object '), ['xml.space-before-name']],
		[
			'a name that cannot be one',
			(text) => text.replace(/(<\/?)identificatie/g, '$11identificatie'),
			['xml.invalid-name'],
		],
	];
	for (const [what, slip, expected] of faults) {
		it(`as many as there are for ${what}`, async () => {
			const text = readFileSync(new URL('test/workspace/berichten/nieuwe-zaak.xml', root), 'utf8');
			const slipped = slip(text);
			assert.notEqual(slipped, text);
			assert.deepEqual(await codesIn(slipped), expected);
		});
	}

	it('but two faults give two, also where one could be taken for the cause of the other', async () => {
		const text = readFileSync(new URL('test/workspace/koppeling/consumerspecificatie.xml', root), 'utf8');
		const faulty = text
			.replace('name="PartyName"', 'name="onzin"')
			.replace(/\t*<parameter name="EndpointUri">.*\n/, '');
		assert.deepEqual(without(await codesIn(faulty), await codesIn(text)), [
			'consumerspecificatie.party-name-empty',
			'consumerspecificatie.endpoint-not-https',
			'consumerspecificatie.parameter-unknown',
		]);
	});
});

function without(codes: readonly string[], usual: readonly string[]): readonly string[] {
	const left = [...codes];
	for (const code of usual) {
		const index = left.indexOf(code);
		if (index >= 0) {
			left.splice(index, 1);
		}
	}
	return left;
}
