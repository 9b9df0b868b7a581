import type { Span } from '../finding';
import type { Translate } from '../text';
import { removeAttribute } from './edits';
import { escaped } from './escaped';
import { elementAt } from './navigate';
import { repairTable, type Edit, type Repair } from './repair';
import type { XmlFindings } from './texts';

/** Named characters of HTML that end up in messages, by what they stand for (HTML §13.5). */
const namedCharacters: ReadonlyMap<string, number> = new Map([
	['nbsp', 0xa0],
	['euro', 0x20ac],
	['eacute', 0xe9],
	['egrave', 0xe8],
	['ecirc', 0xea],
	['euml', 0xeb],
	['iuml', 0xef],
	['ouml', 0xf6],
	['uuml', 0xfc],
	['auml', 0xe4],
	['aacute', 0xe1],
	['oacute', 0xf3],
	['ccedil', 0xe7],
	['ndash', 0x2013],
	['mdash', 0x2014],
	['lsquo', 0x2018],
	['rsquo', 0x2019],
	['ldquo', 0x201c],
	['rdquo', 0x201d],
	['bull', 0x2022],
	['hellip', 0x2026],
	['sect', 0xa7],
	['copy', 0xa9],
	['deg', 0xb0],
]);

/** What can be repaired of a text that is no well-formed XML, where it is plain what was meant. */
export const xmlRepairs = repairTable<XmlFindings>({
	'xml.bare-ampersand': ({ span }, t) => [writeAs(span, '&amp;', t)],
	'xml.bare-less-than': ({ span }, t) => [writeAs(span, '&lt;', t)],
	'xml.less-than-in-attribute': ({ span }, t) => [writeAs(span, '&lt;', t)],
	'xml.cdata-end-in-text': ({ span }, t) => [writeAs(span, ']]&gt;', t)],
	'xml.unknown-entity': ({ span, data }, t) => {
		const character = namedCharacters.get(data.entity);
		return character === undefined ? [] : [writeAs(span, `&#${character};`, t)];
	},
	'xml.end-tag-mismatch': ({ span, data }, t) => [writeAs(span, data.expected, t)],
	'xml.slash-missing': ({ span, data }, t) => [
		{ title: changeTo(`</${data.name}>`, t), edits: [insertion(span.start, '/')] },
	],
	'xml.bracket-missing': ({ span, data }, t) => [
		{ title: changeTo(data.tag, t), edits: [insertion(span.start, '<')] },
	],
	'xml.closed-too-early': ({ span, data }, t) => [
		{ title: changeTo(`<${data.name}>`, t), edits: [{ span, text: '' }], takesNothingAway: true },
	],
	'xml.space-before-name': ({ span, data }, t) => [
		{ title: changeTo(`<${data.name}`, t), edits: [{ span, text: '' }] },
	],
	'xml.attribute-quotes-missing': ({ span, data }, t) => [writeAs(span, `"${escaped(data.value)}"`, t)],
	'xml.typographic-quotes': ({ document, span }, t) => {
		const value = document.text.slice(span.start + 1, span.end - 1);
		return /["<&]/.test(value) ? [] : [writeAs(span, `"${value}"`, t)];
	},
	'xml.duplicate-attribute': ({ document, span, data }, t) => {
		const attributes = elementAt(document, span.start)?.attributes ?? [];
		const second = attributes.find(({ nameSpan }) => nameSpan.start === span.start);
		return second === undefined
			? []
			: [{ title: t('Remove the second {0}', data.name), edits: [removeAttribute(document, second)] }];
	},
	'xml.illegal-character': ({ span }, t) => [
		{ title: t('Remove what XML forbids here'), edits: [{ span, text: '' }] },
	],
	'xml.declaration-not-first': ({ document, span }, t) =>
		document.text.slice(0, span.start).trim() === ''
			? [
					{
						title: t('Remove the white space before the declaration'),
						edits: [{ span: { start: 0, end: span.start }, text: '' }],
					},
				]
			: [],
});

/** Writes something else in place of what is there. */
export function writeAs(span: Span, text: string, t: Translate): Repair {
	return { title: changeTo(text, t), edits: [{ span, text }] };
}

/** What a repair is called that makes this of a name or a value. */
export function changeTo(text: string, t: Translate): string {
	return t('Change to {0}', text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text);
}

/** Characters of a text that the title of a repair quotes. */
const longestQuoted = 80;

function insertion(offset: number, text: string): Edit {
	return { span: { start: offset, end: offset }, text };
}
