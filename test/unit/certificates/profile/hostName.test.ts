import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { makePki } from '../pki/makePki';
import type { GeneralName } from '../../../../src/certificates/certificate';
import { found, judge } from './judging';

const { g1 } = makePki();

const rows: readonly (readonly [type: 'dns' | 'ip', name: string, host: string, fits: boolean])[] = [
	['dns', 'dk.voorbeeld.nl', 'dk.voorbeeld.nl', true],
	['dns', 'dk.voorbeeld.nl', 'DK.Voorbeeld.nl', true],
	['dns', 'dk.voorbeeld.nl', 'a.dk.voorbeeld.nl', false],
	['dns', 'dk.voorbeeld.nl', 'voorbeeld.nl', false],
	['dns', '*.voorbeeld.nl', 'dk.voorbeeld.nl', true],
	['dns', '*.voorbeeld.nl', 'voorbeeld.nl', false],
	['dns', '*.voorbeeld.nl', 'a.b.voorbeeld.nl', false],
	['dns', 'xn--gemeente-sdwest-vzb.nl', 'xn--gemeente-sdwest-vzb.nl', true],
	['dns', '192.0.2.1', '192.0.2.1', false],
	['ip', '192.0.2.1', '192.0.2.1', true],
	['ip', '192.0.2.1', '192.0.2.2', false],
	['ip', '192.0.2.1', 'dk.voorbeeld.nl', false],
];

describe('The host of a certificate', () => {
	for (const [type, value, host, fits] of rows) {
		it(`${host} ${fits ? 'fits' : 'does not fit'} the ${type} name ${value}, as Node says too`, () => {
			const names: readonly GeneralName[] = [{ type, value }];
			const leaf = g1.leaf({ subjectAlternativeNames: names });
			assert.equal(found(judge([leaf], { host }), 'certificate.host-mismatch').length === 0, fits);
			const other = new X509Certificate(leaf.der);
			const isAddress = /^[\d.]+$/.test(host);
			const answer = isAddress ? other.checkIP(host) : other.checkHost(host, { subject: 'never' });
			assert.equal(answer !== undefined, fits);
		});
	}

	it('is found by its name in letters with accents', () => {
		const leaf = g1.leaf({ subjectAlternativeNames: [{ type: 'dns', value: 'xn--caf-dma.nl' }] });
		assert.deepEqual(found(judge([leaf], { host: 'Café.nl' }), 'certificate.host-mismatch'), []);
	});
});
