import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorityFolder } from '../../../../src/certificates/authorityFolder';
import { readStoredAuthorities, storeAuthorities } from '../../../../src/certificates/authorityStore';
import { createPool } from '../../../../src/certificates/certificatePool';
import { buildChain } from '../../../../src/certificates/chain';
import { fetchHierarchy } from '../../../../src/certificates/fetchHierarchy';
import { authorities, type Authority } from '../../../../src/certificates/pkioverheid';
import { makePki } from '../pki/makePki';
import { temporaryFolder } from '../pki/tools';
import { startListServer } from './listServer';

const { g4 } = makePki();

describe('The CA certificates of PKIoverheid', () => {
	it('are asked at their published addresses, and another certificate is not kept', async () => {
		const server = await startListServer();
		server.answer('/KPNG4PKIoPrivGTLSSYS2025.cer', g4.tsp.der);
		server.answer('/PrivateRootCA-G1.cer', Buffer.from('no certificate'));
		const { certificates, failures } = await fetchHierarchy({ fetch: server.fetch });
		await server.close();
		assert.deepEqual(certificates, []);
		assert.deepEqual(
			failures.map(({ authority, reason }) => [authority.download?.split('/').at(-1), reason]),
			[
				['PrivateRootCA-G1.cer', 'other'],
				['DomPrivateServicesCA-G1.cer', 'status'],
				['StaatderNederlandenG4RootPrivGTLS2024.cer', 'status'],
				['StaatderNederlandenG4IntmPrivGTLSSYS2024.cer', 'status'],
				['KPNG4PKIoPrivGTLSSYS2025.cer', 'other'],
				['DigidentityG4PKIoPrivGTLSSYS2025.cer', 'status'],
				['DigiCertG4PKIoPrivGTLSSYS2025.cer', 'status'],
				['UZIServerG4PKIoPrivGTLSSYS2025.cer', 'status'],
			],
		);
		assert.equal(server.requests.length, authorities.filter(({ download }) => download !== null).length);
	});

	it('are kept when they are those of the table, and complete a chain from then on', async () => {
		const table: readonly Authority[] = g4.authorities.map(({ certificate }, index) => ({
			commonName: `CA ${index}`,
			branch: 'G4',
			layer: 'tsp',
			sha256: certificate.sha256,
			download: `http://cert.example.org/${index}.cer`,
		}));
		const server = await startListServer();
		g4.authorities.forEach(({ der }, index) => {
			server.answer(`/${index}.cer`, der);
		});
		const { certificates, failures } = await fetchHierarchy({ fetch: server.fetch }, table);
		await server.close();
		assert.deepEqual(failures, []);
		const folder = join(temporaryFolder(), 'fetched');
		storeAuthorities(folder, certificates);
		const known = readStoredAuthorities(folder, table);
		assert.deepEqual(
			known.map(({ sha256 }) => sha256),
			table.map(({ sha256 }) => sha256).toSorted(),
		);
		const leaf = g4.leaf().certificate;
		const chain = buildChain(
			{ certificate: leaf, origin: 'file' },
			createPool(known.map((certificate) => ({ certificate, origin: 'known' }))),
		);
		assert.deepEqual(
			chain.steps.map(({ certificate, origin }) => [certificate.sha256, origin]),
			[[leaf.sha256, 'file'], ...g4.authorities.map(({ certificate }) => [certificate.sha256, 'known'])],
		);
		assert.deepEqual(readStoredAuthorities(folder), [], 'the table of the product knows none of them');
	});

	it('are kept in files of their own, and only those of the table come out again', () => {
		const folder = join(temporaryFolder(), 'deep', 'pkioverheid');
		assert.deepEqual(readStoredAuthorities(folder), []);
		storeAuthorities(folder, [g4.root.certificate]);
		writeFileSync(join(folder, 'damaged.cer'), 'x');
		mkdirSync(join(folder, 'folder.cer'));
		assert.deepEqual(readdirSync(folder).toSorted(), [
			...[`${g4.root.certificate.sha256}.cer`, 'damaged.cer', 'folder.cer'].toSorted(),
		]);
		assert.deepEqual(readStoredAuthorities(folder), []);
	});

	for (const [platform, env, expected] of [
		['linux', { HOME: '/home/a' }, '/home/a/.local/share/lopende-zaken/pkioverheid'],
		['linux', { HOME: '/home/a', XDG_DATA_HOME: '/data' }, '/data/lopende-zaken/pkioverheid'],
		['linux', { HOME: '/home/a', XDG_DATA_HOME: '' }, '/home/a/.local/share/lopende-zaken/pkioverheid'],
		['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Application Support/lopende-zaken/pkioverheid'],
		['win32', { LOCALAPPDATA: '/local' }, '/local/lopende-zaken/pkioverheid'],
	] as const) {
		it(`are kept in ${expected} on ${platform}`, () => {
			assert.equal(authorityFolder(env, platform), expected);
		});
	}
});
