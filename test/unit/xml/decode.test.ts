import { deepEqual, equal } from 'node:assert/strict';
import { decodeXml } from '../../../src/xml/decode';
import { parseXml } from '../../../src/xml/parse';
import { readMarks } from './marked';

/** Bytes of text in which each character is a byte, such as `\x80`. */
function bytesOf(text: string): Buffer {
	return Buffer.from(text, 'latin1');
}

function utf16(text: string, isBigEndian: boolean): Buffer {
	const bytes = Buffer.from(text, 'utf16le');
	return isBigEndian ? bytes.swap16() : bytes;
}

const marks = { utf8: '\xef\xbb\xbf', utf16le: '\xff\xfe', utf16be: '\xfe\xff' };

const good: readonly (readonly [name: string, bytes: Buffer, encoding: string, text: string])[] = [
	['nothing', bytesOf(''), 'UTF-8', ''],
	['UTF-8 without declaration', Buffer.from('<a>é€😀</a>'), 'UTF-8', '<a>é€😀</a>'],
	['UTF-8 with a mark', Buffer.from('\ufeff<a>é</a>'), 'UTF-8', '<a>é</a>'],
	[
		'UTF-8 with mark and declaration',
		Buffer.from('\ufeff<?xml version="1.0" encoding="utf-8"?><a>é</a>'),
		'UTF-8',
		'<?xml version="1.0" encoding="utf-8"?><a>é</a>',
	],
	['UTF-16LE with a mark', utf16('\ufeff<a>é😀</a>', false), 'UTF-16LE', '<a>é😀</a>'],
	['UTF-16BE with a mark', utf16('\ufeff<a>é😀</a>', true), 'UTF-16BE', '<a>é😀</a>'],
	[
		'UTF-16LE without mark',
		utf16('<?xml version="1.0" encoding="UTF-16"?><a>é</a>', false),
		'UTF-16LE',
		'<?xml version="1.0" encoding="UTF-16"?><a>é</a>',
	],
	[
		'UTF-16BE without mark',
		utf16("<?xml version='1.0' encoding='UTF-16BE'?><a>é</a>", true),
		'UTF-16BE',
		"<?xml version='1.0' encoding='UTF-16BE'?><a>é</a>",
	],
	[
		'ISO-8859-1',
		bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9\xff</a>'),
		'ISO-8859-1',
		'<?xml version="1.0" encoding="ISO-8859-1"?><a>éÿ</a>',
	],
	[
		'windows-1252',
		bytesOf('<?xml version="1.0" encoding="windows-1252"?><a>\x80 \x93\xe9\x94 \x9f\x81</a>'),
		'windows-1252',
		'<?xml version="1.0" encoding="windows-1252"?><a>€ “é” Ÿ\u0081</a>',
	],
	[
		'US-ASCII',
		bytesOf('<?xml version="1.0" encoding="us-ascii"?><a>e</a>'),
		'US-ASCII',
		'<?xml version="1.0" encoding="us-ascii"?><a>e</a>',
	],
	[
		'another encoding that Node.js knows',
		bytesOf('<?xml version="1.0" encoding="ISO-8859-15"?><a>\xa4</a>'),
		'ISO-8859-15',
		'<?xml version="1.0" encoding="ISO-8859-15"?><a>€</a>',
	],
];

describe('Decoding', () => {
	for (const [name, bytes, encoding, text] of good) {
		it(`reads ${name}`, () => {
			deepEqual(decodeXml(bytes), { text, encoding, faults: [] });
		});
	}

	it('reads a part of a larger buffer', () => {
		const bytes = Buffer.from('xx<a>é</a>xx').subarray(2, -2);
		equal(decodeXml(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)).text, '<a>é</a>');
	});
});

interface Fault {
	readonly code: string;
	readonly data: Readonly<Record<string, string | number>>;
}

/** The text that is read has the range of the fault marked. */
const bad: readonly (readonly [
	name: string,
	bytes: Buffer,
	encoding: string,
	marked: string,
	fault: Fault,
])[] = [
	[
		'UTF-8 declared, windows-1252 found',
		bytesOf('<?xml version="1.0" encoding="UTF-8"?><a>\x80 \xe9</a>'),
		'windows-1252',
		'<?xml version="1.0" encoding="⟦UTF-8⟧"?><a>€ é</a>',
		{ code: 'xml.encoding-contradiction', data: { declared: 'UTF-8', actual: 'windows-1252', byte: 41 } },
	],
	[
		'nothing declared, windows-1252 found',
		bytesOf('<a>x\xe9</a>'),
		'windows-1252',
		'<a>x⟦é⟧</a>',
		{ code: 'xml.encoding-undeclared', data: { actual: 'windows-1252', byte: 4 } },
	],
	[
		'a damaged byte between others in UTF-8',
		Buffer.concat([Buffer.from('<a>é'), bytesOf('\xc3'), Buffer.from('</a>')]),
		'UTF-8',
		'<a>é⟦\ufffd⟧</a>',
		{ code: 'xml.invalid-bytes', data: { encoding: 'UTF-8', byte: 5 } },
	],
	[
		'a damaged byte after a mark of UTF-8',
		bytesOf(`${marks.utf8}<a>\xff</a>`),
		'UTF-8',
		'<a>⟦\ufffd⟧</a>',
		{ code: 'xml.invalid-bytes', data: { encoding: 'UTF-8', byte: 6 } },
	],
	[
		'UTF-16 declared, UTF-8 found',
		Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'),
		'UTF-8',
		'<?xml version="1.0" encoding="⟦UTF-16⟧"?><a>é</a>',
		{ code: 'xml.encoding-contradiction', data: { declared: 'UTF-16', actual: 'UTF-8', byte: 0 } },
	],
	[
		'US-ASCII declared, UTF-8 found',
		Buffer.from('<?xml version="1.0" encoding="US-ASCII"?><a>é</a>'),
		'UTF-8',
		'<?xml version="1.0" encoding="⟦US-ASCII⟧"?><a>é</a>',
		{ code: 'xml.encoding-contradiction', data: { declared: 'US-ASCII', actual: 'UTF-8', byte: 44 } },
	],
	[
		'a mark of UTF-8, ISO-8859-1 declared',
		Buffer.from('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'),
		'UTF-8',
		'<?xml version="1.0" encoding="⟦ISO-8859-1⟧"?><a>é</a>',
		{ code: 'xml.encoding-contradiction', data: { declared: 'ISO-8859-1', actual: 'UTF-8', byte: 0 } },
	],
	[
		'a mark of UTF-16LE, UTF-8 declared',
		utf16('\ufeff<?xml version="1.0" encoding="UTF-8"?><a/>', false),
		'UTF-16LE',
		'<?xml version="1.0" encoding="⟦UTF-8⟧"?><a/>',
		{ code: 'xml.encoding-contradiction', data: { declared: 'UTF-8', actual: 'UTF-16LE', byte: 0 } },
	],
	[
		'UTF-16BE without mark, UTF-8 declared',
		utf16('<?xml version="1.0" encoding="UTF-8"?><a/>', true),
		'UTF-16BE',
		'<?xml version="1.0" encoding="⟦UTF-8⟧"?><a/>',
		{ code: 'xml.encoding-contradiction', data: { declared: 'UTF-8', actual: 'UTF-16BE', byte: 0 } },
	],
	[
		'UTF-16 without mark or declaration',
		utf16('<a/>', false),
		'UTF-16LE',
		'⟦<⟧a/>',
		{ code: 'xml.encoding-undeclared', data: { actual: 'UTF-16LE', byte: 0 } },
	],
	[
		'UTF-16 of an odd number of bytes',
		bytesOf(`${marks.utf16le}<\0a\0/\0>\0x`),
		'UTF-16LE',
		'<a/>⟦⟧',
		{ code: 'xml.invalid-bytes', data: { encoding: 'UTF-16LE', byte: 10 } },
	],
	[
		'ISO-8859-1 declared, bytes that form UTF-8: read as declared',
		Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'),
		'ISO-8859-1',
		'<?xml version="1.0" encoding="⟦ISO-8859-1⟧"?><a>Ã©</a>',
		{ code: 'xml.encoding-suspect', data: { declared: 'ISO-8859-1', likely: 'UTF-8', byte: 46 } },
	],
	[
		'windows-1252 declared, bytes that form UTF-8: read as declared',
		Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>é</a>'),
		'windows-1252',
		'<?xml version="1.0" encoding="⟦windows-1252⟧"?><a>Ã©</a>',
		{ code: 'xml.encoding-suspect', data: { declared: 'windows-1252', likely: 'UTF-8', byte: 48 } },
	],
	[
		'ISO-8859-1 declared, a byte that only windows-1252 has: read as declared',
		bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9 \x80</a>'),
		'ISO-8859-1',
		'<?xml version="1.0" encoding="⟦ISO-8859-1⟧"?><a>é \u0080</a>',
		{ code: 'xml.encoding-suspect', data: { declared: 'ISO-8859-1', likely: 'windows-1252', byte: 48 } },
	],
	[
		'an unknown encoding',
		Buffer.from('<?xml version="1.0" encoding="EBCDIC-CP-NL"?><a>é</a>'),
		'UTF-8',
		'<?xml version="1.0" encoding="⟦EBCDIC-CP-NL⟧"?><a>é</a>',
		{ code: 'xml.encoding-unsupported', data: { encoding: 'EBCDIC-CP-NL' } },
	],
	[
		'UTF-32',
		bytesOf(`${marks.utf16le}\0\0<\0\0\0a\0\0\0`),
		'',
		'⟦⟧',
		{ code: 'xml.encoding-unsupported', data: { encoding: 'UTF-32' } },
	],
	[
		'PNG',
		bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
		'',
		'⟦⟧',
		{ code: 'xml.not-xml', data: { format: 'PNG' } },
	],
	['PDF', bytesOf('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), '', '⟦⟧', { code: 'xml.not-xml', data: { format: 'PDF' } }],
	['ZIP', bytesOf('PK\x03\x04\x14\0'), '', '⟦⟧', { code: 'xml.not-xml', data: { format: 'ZIP' } }],
	['unknown bytes', bytesOf('ab\0\x01\x02'), '', '⟦⟧', { code: 'xml.not-xml', data: { format: '' } }],
];

describe('Decoding finds', () => {
	for (const [name, bytes, encoding, marked, { code, data }] of bad) {
		it(name, () => {
			const { text, spans } = readMarks(marked);
			const decoded = decodeXml(bytes);
			deepEqual(
				{ ...decoded, faults: decoded.faults.map((fault) => [fault.code, fault.span, fault.data]) },
				{ text, encoding, faults: [[code, spans[0], data]] },
			);
		});
	}

	it('what is suspect to be a warning, and a contradiction an error', () => {
		const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
		equal(decodeXml(Buffer.from(declared)).faults[0]?.severity, 'warning');
		equal(decodeXml(Buffer.from(`\ufeff${declared}`)).faults[0]?.severity, 'error');
	});

	it('nothing in a NUL byte in XML: the parser tells where it stands', () => {
		const { text, faults } = decodeXml(bytesOf('<a>\0</a>'));
		deepEqual(faults, []);
		deepEqual(
			parseXml(text).faults.map(({ code, span }) => [code, span]),
			[['xml.illegal-character', { start: 3, end: 4 }]],
		);
	});

	it('something to say about any first bytes, and never throws', () => {
		for (let first = 0; first < 256; first++) {
			for (let second = 0; second < 256; second += 5) {
				const { text, faults } = decodeXml(Uint8Array.from([first, second, 0x3c, 0xff, 0x80]));
				equal(
					faults.every(({ span }) => span.start <= span.end && span.end <= text.length),
					true,
				);
				equal(faults.length > 0 || parseXml(text).faults.length > 0, true);
			}
		}
	});
});
