import { deepEqual, equal } from 'node:assert/strict';
import { readSource } from '../../../src/validation/read';
import { zaakbericht } from '../../bench/corpus';

describe('Reading what is to be checked', () => {
	const large = zaakbericht(200_000, 1);
	const utf8Of = (bytes: Uint8Array): Uint8Array | undefined => {
		const read = readSource({ bytes });
		return read.status === 'read' ? read.utf8 : undefined;
	};

	it('passes on the bytes of a large text in sound UTF-8, so that the engine need not encode it', () => {
		const bytes = Buffer.from(large);
		equal(utf8Of(bytes), bytes);
		const marked = Buffer.from(`\ufeff${large}`);
		equal(utf8Of(marked), marked);
	});

	it('does not pass on the bytes of a short text, of another encoding or of damaged UTF-8', () => {
		deepEqual(
			[
				Buffer.from(zaakbericht(4000, 1)),
				Buffer.from(large.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
				Buffer.from(large.replace('Parkeer', 'Parke\u00e9r'), 'latin1'),
				Buffer.from(`\ufeff${large}`, 'utf16le'),
			].map(utf8Of),
			[undefined, undefined, undefined, undefined],
		);
	});

	it('refuses what has no end, without reading on', () => {
		const read = readSource({ file: '/dev/zero' });
		equal(read.status === 'not-read' && read.finding.code, 'check.too-large');
	});
});
