import assert from 'node:assert/strict';
import { change, recogniseText } from '../marked';
import { message, otherReceiver, parts, question } from './messages';

const reference = '3f0c6f0e-6a0b-4b7e-9d53-1c2e8a4b7d10';

function keyOf(text: string) {
	const { kind, subject } = recogniseText(text);
	return kind.uniqueKeys?.(subject)[0];
}

describe('the referentienummer of a zaakbericht', () => {
	it('is unique with its sender, at its value', () => {
		const start = message.indexOf(reference);
		const key = keyOf(message);
		assert.deepEqual(
			{ code: key?.code, span: key?.span, data: key?.data },
			{
				code: 'zaakbericht.reference-duplicate',
				span: { start, end: start + reference.length },
				data: { reference },
			},
		);
	});

	it('has the same key in another message of the sender, whose content differs', () => {
		const other = keyOf(change(message, ['>In behandeling<', '>Afgehandeld<']));
		assert.equal(other?.key, keyOf(message)?.key);
		assert.notEqual(other?.content, keyOf(message)?.content);
	});

	it('has the same content in the same message elsewhere, in an envelope, with a comment or formatted otherwise', () => {
		const [, body = ''] = message.split('?>\n');
		const repeated = [
			message.replaceAll('\n', '\r\n'),
			message.replaceAll(/>\s+</g, '><'),
			message.replaceAll('\t', '    '),
			message.replace('<parameters>', '<!-- <x> -->\n<parameters>'),
			`<!-- nogmaals -->${body}`,
			`<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`,
		];
		for (const text of repeated) {
			assert.equal(keyOf(text)?.key, keyOf(message)?.key);
			assert.equal(keyOf(text)?.content, keyOf(message)?.content);
		}
	});

	it('has the same key with blanks around the parts of the sender, and whatever the receiver', () => {
		const text = change(
			message,
			['<StUF:applicatie>VoorbeeldZaaksysteem<', '<StUF:applicatie> VoorbeeldZaaksysteem\n<'],
			[parts.receiver, otherReceiver],
		);
		assert.equal(keyOf(text)?.key, keyOf(message)?.key);
	});

	it('has another key for another sender or user', () => {
		const keys = [
			message,
			change(message, ['>00000099000000001000<', '>00000099000000002000<']),
			change(message, ['>VoorbeeldZaaksysteem<', '>Ander<']),
			change(message, ['>Gemeente Voorbeeldstad<', '>Ander<']),
			change(message, [
				'Voorbeeldstad</StUF:administratie>',
				'Voorbeeldstad</StUF:administratie><StUF:gebruiker>x</StUF:gebruiker>',
			]),
		].map((text) => keyOf(text)?.key);
		assert.equal(new Set(keys).size, keys.length);
	});

	it('has no key when it is empty, to be filled in or without sender', () => {
		const texts = [
			change(message, [`>${reference}<`, '><']),
			change(message, [`>${reference}<`, '>[referentie]<']),
			change(message, [parts.sender, '']),
			question,
		];
		assert.deepEqual(texts.map(keyOf), [undefined, undefined, undefined, undefined]);
	});
});
