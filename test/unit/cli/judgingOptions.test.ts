import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue } from '../certificates/pki/issue';
import { makePki } from '../certificates/pki/makePki';
import { temporaryFolder } from '../certificates/pki/tools';
import { productRoot, runHere, type Outcome } from './console';

interface Found {
	readonly code: string;
}

/** Its certificates end on 1 January 2044, it does itself on 31 December 2035. */
const sample = join(productRoot, 'test/workspace/koppeling/cpa.xml');

describe('The options that every judgement of certificates has', () => {
	const folder = temporaryFolder();
	const env = { HOME: join(folder, 'home') };

	before(() => {
		mkdirSync(join(folder, 'map'));
		copyFileSync(sample, join(folder, 'cpa.xml'));
		copyFileSync(sample, join(folder, 'map/een.xml'));
		copyFileSync(sample, join(folder, 'map/twee.xml'));
		const { g4 } = makePki();
		const own = issue(
			'self',
			{
				...g4.root.spec,
				subject: [
					['O', 'Voorbeeld'],
					['CN', 'Eigen CA'],
				],
			},
			'rsa-sha256',
		);
		const leaf = issue(own, g4.leaf().spec, 'rsa-sha256');
		writeFileSync(join(folder, 'root.pem'), own.pem);
		writeFileSync(
			join(folder, 'eigen.xml'),
			readFileSync(sample, 'utf8').replace(
				/(?<=<ds:X509Certificate>)[^<]*/,
				Buffer.from(leaf.der).toString('base64'),
			),
		);
	});

	const run = (...args: readonly string[]): Promise<Outcome> => runHere(args, { env, workingFolder: folder });

	/** The codes of what weighs, in all that a command gives as JSON; each once. */
	async function told(...args: readonly string[]): Promise<string> {
		const { stdout, stderr } = await run(...args, '--format', 'json');
		assert.equal(stderr, '');
		const codes: string[] = [];
		JSON.parse(stdout, (_key, value: unknown) => {
			if (typeof value === 'object' && value !== null && 'severity' in value && value.severity !== 'info') {
				codes.push((value as unknown as Found).code);
			}
			return value;
		});
		return [...new Set(codes)].join(' ');
	}

	const moments: readonly (readonly [
		at: string,
		warnDays: string,
		inDocument: string,
		ofCertificate: string,
	])[] = [
		['2035-12-31', '60', '', ''],
		['2036-01-02', '60', 'cpa.expired', ''],
		['2043-11-02', '59', 'cpa.expired', ''],
		['2043-11-02T00:00:00Z', '60', 'cpa.expired certificate.expires-soon', 'certificate.expires-soon'],
		['2043-11-02', '0', 'cpa.expired', ''],
		['2043-12-31T23:30:00-01:00', '0', 'cpa.expired cpa.certificate-expired', 'certificate.expired'],
		['2025-12-31', '1000', 'cpa.not-started', ''],
	];
	for (const [at, warnDays, inDocument, ofCertificate] of moments) {
		it(`give the same verdict at any time: at ${at}, with ${warnDays} days`, async () => {
			const options = ['--at', at, '--warn-days', warnDays];
			assert.equal(await told('validate', 'cpa.xml', ...options), inDocument);
			assert.equal(await told('validate', 'map', ...options), inDocument);
			assert.equal(await told('cpa', 'cpa.xml', ...options), inDocument);
			assert.equal(await told('certificate', 'cpa.xml', ...options), ofCertificate);
		});
	}

	it('have `cpa` count its days from that moment', async () => {
		const { stdout } = await run('cpa', 'cpa.xml', '--at', '2035-12-01');
		assert.match(stdout, /2026-01-01 t\/m 2035-12-31 \(nog 30 dagen\)/);
	});

	for (const command of ['validate', 'cpa', 'certificate']) {
		it(`have \`${command}\` trust what it is told to, and nothing else`, async () => {
			const at = ['--at', '2026-11-24'];
			assert.match(await told(command, 'eigen.xml', ...at), /certificate\.chain-untrusted/);
			const trusting = await told(command, 'eigen.xml', ...at, '--trust', 'cpa.xml', '--trust', 'root.pem');
			assert.doesNotMatch(trusting, /certificate\.chain-untrusted/);
			const absent = await run(command, 'eigen.xml', '--trust', 'weg.pem');
			assert.equal(absent.status, 2);
			assert.equal(
				absent.stderr,
				'De te vertrouwen certificaten zijn niet te lezen uit weg.pem: Dit bestand kan niet worden gelezen: het bestaat niet (meer).\n',
			);
		});

		const refused: readonly (readonly [option: string, value: string, rule: string])[] = [
			['--at', '2043-02-30', 'Geef een datum als 2028-11-12, of 2028-11-12T23:00:00Z.'],
			// Another moment on each machine.
			['--at', '2043-02-03T12:00', 'Geef een datum als 2028-11-12, of 2028-11-12T23:00:00Z.'],
			['--at', 'morgen', 'Geef een datum als 2028-11-12, of 2028-11-12T23:00:00Z.'],
			['--warn-days', '-1', 'Geef een geheel getal van 0 tot en met 1000.'],
			['--warn-days', '1001', 'Geef een geheel getal van 0 tot en met 1000.'],
			['--warn-days', '6e1', 'Geef een geheel getal van 0 tot en met 1000.'],
		];
		it(`are refused by \`${command}\` when they make no sense`, async () => {
			for (const [option, value, rule] of refused) {
				const { status, stderr } = await run(command, 'cpa.xml', option, value);
				assert.equal(status, 2);
				assert.ok(stderr.includes(`kan niet "${value}" zijn. ${rule}`), stderr);
			}
		});

		it(`stand in the help of \`${command}\` in the same words`, async () => {
			const { stdout } = await run(command, '--help');
			for (const words of [
				/ --trust <file> +Bestand met CA-certificaten die u vertrouwt; mag vaker/,
				/ --at <date> +Moment van beoordeling, zoals 2028-11-12; standaard nu\./,
				/ --warn-days <number> +Aantal dagen voor het einde van een certificaat vanaf/,
			]) {
				assert.match(stdout, words);
			}
		});
	}
});
