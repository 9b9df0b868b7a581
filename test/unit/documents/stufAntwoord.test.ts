import assert from 'node:assert/strict';
import { explainCode } from '../../../src/documents/stuf-antwoord/codes';
import { documentTexts } from '../../../src/documents/registry';
import { createTranslate } from '../../../src/text';
import { assertFindings, findingsOfText, type Expected } from './marked';

const dutch = createTranslate(() => 'nl');

const fo = (
	kind: string,
	code: string,
	place = 'client',
): string => `<StUF:${kind}Bericht xmlns:StUF="http://www.egem.nl/StUF/StUF0301">
	<StUF:stuurgegevens><StUF:berichtcode>${kind}</StUF:berichtcode></StUF:stuurgegevens>
	<StUF:body>
		${code === '' ? '' : `<StUF:code>${code}</StUF:code>`}
		<StUF:plek>${place}</StUF:plek>
		<StUF:omschrijving>Het bericht [zie bijlage] is geweigerd</StUF:omschrijving>
		<StUF:detailsXML><vraag>[uw_oin]</vraag></StUF:detailsXML>
	</StUF:body>
</StUF:${kind}Bericht>`;

const unknown = (code: string, similar: string): Expected => [
	'stuf-antwoord.unknown-code',
	'warning',
	{ code, similar },
];
const explained = (code: string): Expected => ['stuf-antwoord.code-explained', 'info', { code }];

describe('the code in a fault message: the rules find', () => {
	const cases: readonly (readonly [string, string, readonly Expected[]])[] = [
		['a code that the message may have', fo('Fo01', '«StUF055»'), [explained('StUF055')]],
		['a code that a synchronous message may have', fo('Fo02', '«StUF960»', 'server'), [explained('StUF960')]],
		['a code with blanks around it', fo('Fo03', '\n\t«StUF046»\n', 'server'), [explained('StUF046')]],
		['a code that does not exist', fo('Fo01', '«StUF999»'), [unknown('StUF999', '')]],
		[
			'a place that is not that of the code',
			fo('Fo01', '«StUF055»', '«server»'),
			[
				explained('StUF055'),
				['stuf-antwoord.code-place', 'warning', { code: 'StUF055', found: 'server', expected: 'client' }],
			],
		],
		['nothing in a place that the schema refuses', fo('Fo01', '«StUF055»', 'Server'), [explained('StUF055')]],
		['a code in small letters', fo('Fo01', '«stuf055»'), [unknown('stuf055', 'StUF055')]],
		['a code without letters', fo('Fo01', '«055»'), [unknown('055', 'StUF055')]],
		['a word', fo('Fo01', '«FOUT»'), [unknown('FOUT', '')]],
		['nothing in a code of a sector model', fo('Fo01', 'ZKN001'), []],
		['nothing where the code is missing, which the schema says', fo('Fo01', ''), []],
		['nothing where the code is empty', fo('Fo01', ' '), []],
		['nothing in a Bv message', '<Bv03Bericht xmlns="http://www.egem.nl/StUF/StUF0301"/>', []],
		['a code to fill in', fo('Fo01', '«[code]»'), [['document.placeholder', 'error', { value: '[code]' }]]],
	];
	for (const [name, source, expected] of cases) {
		it(name, () => {
			assertFindings(source, expected);
		});
	}

	it('a code in a kind of message that may not have it, and what it means', () => {
		const text = fo('Fo03', 'StUF055');
		const span = { start: text.indexOf('StUF055'), end: text.indexOf('StUF055') + 7 };
		assert.deepEqual(findingsOfText(text), [
			{
				code: 'stuf-antwoord.code-kind',
				severity: 'warning',
				span,
				data: { code: 'StUF055', found: 'Fo03', allowed: ['Fo01', 'Fo02'] },
			},
			{ code: 'stuf-antwoord.code-explained', severity: 'info', span, data: { code: 'StUF055' } },
		]);
	});
});

describe('a fault code', () => {
	it('of the sender asks for a new message', () => {
		assert.deepEqual(explainCode('StUF016', dutch), {
			meaning: 'Deze zender heeft het referentienummer al voor een ander bericht gebruikt.',
			fault: 'De oorzaak ligt bij de verzender van het oorspronkelijke bericht (client).',
			resend:
				'Verhelp de oorzaak en verstuur een nieuw bericht, met een nieuw referentienummer en tijdstipBericht.',
		});
	});

	it('of the receiver asks for the same message again', () => {
		assert.deepEqual(explainCode('StUF058', dutch), {
			meaning: 'Het proces dat het bericht afhandelt, is mislukt.',
			fault: 'De oorzaak ligt bij de ontvanger van het oorspronkelijke bericht (server).',
			resend:
				'Bied hetzelfde bericht later opnieuw aan, met hetzelfde referentienummer en tijdstipBericht; vraag het de ontvanger als het blijft misgaan.',
		});
	});

	it('that StUF does not have is not explained', () => {
		assert.deepEqual(
			['StUF002', 'ZKN001', ''].map((code) => explainCode(code, dutch)),
			[undefined, undefined, undefined],
		);
	});

	/** StUF 03.01 tables 4.1, 5.8 and 8.1, as reference/zaakberichten.md §12 has them. */
	const table = `001 23s|004 23s|007 23s|010 23c|013 23c|016 23c|019 23c|022 23c|025 23s|028 23c|031 23s|034 23c|037 23s|040 23s
		|043 23c|046 3s|049 2s|052 12c|055 12c|058 12s|061 2s|062 12c|063 12s|064 12s|065 12s|066 12c|067 12s|068 12c|069 12c|070 12c
		|076 12c|079 12c|082 12c|085 12c|088 12c|091 12c|094 12s|097 12c|103 12c|106 12c|118 12c|119 12c|124 1s|127 12s|130 1s|133 12s|960 2s`;
	it('belongs to the kinds of message and to the party that the standard says', () => {
		for (const row of table.split('|')) {
			const [digits = '', rest = ''] = row.trim().split(' ');
			const code = `StUF${digits}`;
			const allowed = ['Fo01', 'Fo02', 'Fo03'].filter((kind) => rest.includes(kind.slice(-1)));
			for (const kind of ['Fo01', 'Fo02', 'Fo03']) {
				assert.deepEqual(
					findingsOfText(fo(kind, code, rest.endsWith('c') ? 'client' : 'server')).map(
						(finding) => finding.code,
					),
					allowed.includes(kind)
						? ['stuf-antwoord.code-explained']
						: ['stuf-antwoord.code-kind', 'stuf-antwoord.code-explained'],
					`${code} in ${kind}`,
				);
			}
			const { fault = '' } = explainCode(code, dutch) ?? {};
			assert.match(fault, rest.endsWith('c') ? /\(client\)/ : /\(server\)/, code);
		}
	});

	it('is told in one sentence after the other', () => {
		assert.equal(
			documentTexts.get('stuf-antwoord.code-explained')?.problem({ code: 'StUF064' }, dutch),
			'StUF064: Het object is bij de ontvanger niet gevonden. De oorzaak ligt bij de ontvanger van het oorspronkelijke bericht (server).',
		);
	});
});
