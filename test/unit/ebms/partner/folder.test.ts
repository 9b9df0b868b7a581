import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { inspect } from '../../../../src/certificates/inspect';
import type { PartnerPki } from '../../../../src/ebms/partner/pki/makePki';
import { openPartnerFolder } from '../../../../src/ebms/partner/pki/partnerFolder';
import { problemInWords, type PartnerProblem } from '../../../../src/ebms/partner/problem';
import { startPartner } from '../../../../src/ebms/partner/startPartner';
import { createTranslate } from '../../../../src/text';
import { runFolder } from '../../certificates/pki/runFolder';
import { certificatesOf, nothingWrong, partnerFolder, practise } from './practice';

const newFolder = (): string => mkdtempSync(join(runFolder(), 'partner-'));

async function open(folder: string, now = new Date()): Promise<PartnerPki> {
	const opened = await openPartnerFolder(folder, now);
	assert.ok(!('problem' in opened), JSON.stringify(opened));
	return opened;
}

async function start(folder: string, port = 0): Promise<PartnerProblem> {
	const started = await startPartner({
		folder,
		port,
		reply: 'sync',
		mode: 'normal',
		usEndpoint: null,
		check: nothingWrong,
		onEntry: () => undefined,
		onFault: () => undefined,
	});
	assert.ok('problem' in started);
	return started.problem;
}

/** The mode of a file for the eyes of the user only. Windows has no modes, and Node tells one that allows all. */
const forUserOnly = process.platform === 'win32' ? 0o666 : 0o600;

describe('The folder of a partner', function () {
	this.timeout(120_000);

	before(async () => {
		await using practice = await practise();
		assert.equal(practice.connection.cpa, join(partnerFolder(), 'cpa.xml'));
	});

	it('holds the files that the connection names, for the eyes of the user only', () => {
		const folder = partnerFolder();
		const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
		assert.deepEqual(Object.fromEntries(modes), {
			'.gitignore': forUserOnly,
			'connection.json': forUserOnly,
			'cpa.xml': forUserOnly,
			'them-expired.pem': forUserOnly,
			'them-unknown-ca.pem': forUserOnly,
			'them-wrong-host.pem': forUserOnly,
			'them.key': forUserOnly,
			'them.pem': forUserOnly,
			'trust.pem': forUserOnly,
			'unknown-ca.pem': forUserOnly,
			'us.key': forUserOnly,
			'us.pem': forUserOnly,
		});
		if (process.platform !== 'win32') {
			assert.equal(statSync(folder).mode & 0o777, 0o700);
		}
		assert.ok(readFileSync(join(folder, '.gitignore'), 'utf8').split('\n').includes('/us.key'));
	});

	it('holds certificates that are right by the profile of PKIoverheid G4, for a test', () => {
		const folder = partnerFolder();
		const trust = certificatesOf(join(folder, 'trust.pem'));
		const files = ['us.pem', 'them.pem'].map((file) => ({
			file,
			container: readContainer(readFileSync(join(folder, file)), {}),
		}));
		const inspections = inspect(files, {
			purpose: 'both',
			host: 'localhost',
			moment: new Date(),
			expectedOin: null,
			warnDays: 60,
			revocation: null,
			trust,
			workspace: [],
			known: [],
		});
		const leafs = inspections.map(({ certificates }) => certificates[0]);
		assert.deepEqual(
			leafs.map((leaf) => [leaf?.hierarchy, leaf?.oin?.value, leaf?.verdict?.kind, leaf?.chain.steps.length]),
			[
				['TRIAL', '00000099000000011000', 'suitable', 4],
				['TRIAL', '00000099000000022000', 'suitable', 4],
			],
		);
		assert.deepEqual(
			leafs.map((leaf) => leaf?.entry.certificate.key),
			[3072, 3072].map((bits) => ({ type: 'rsa', bits, exponent: '65537' })),
		);
	});

	it('is used again, whatever else stands in it', async () => {
		const folder = newFolder();
		cpSync(partnerFolder(), folder, { recursive: true });
		writeFileSync(join(folder, 'notitie.txt'), 'van mij');
		chmodSync(join(folder, 'us.key'), 0o644);
		const first = readFileSync(join(folder, 'us.pem'), 'utf8');
		assert.equal((await open(folder)).us, first);
		assert.equal(statSync(join(folder, 'us.key')).mode & 0o777, forUserOnly);
		assert.equal(readFileSync(join(folder, 'notitie.txt'), 'utf8'), 'van mij');
	});

	it('gets new certificates when those in it end within a day, or a file is damaged or gone', async () => {
		const folder = newFolder();
		cpSync(partnerFolder(), folder, { recursive: true });
		const end = new Date(new X509Certificate(readFileSync(join(folder, 'us.pem'))).validTo);
		const later = await open(folder, new Date(end.getTime() - 80_000_000));
		assert.ok(new Date(new X509Certificate(later.us).validTo) > end);

		writeFileSync(join(folder, 'them.pem'), later.us);
		const repaired = await open(folder);
		assert.notEqual(repaired.us, later.us);
		assert.equal(readFileSync(join(folder, 'them.pem'), 'utf8'), repaired.them);
	});

	it('that holds files of another under the same names is left alone', async () => {
		const folder = newFolder();
		writeFileSync(join(folder, 'trust.pem'), 'van mij');
		assert.deepEqual(await start(folder), { kind: 'foreign-file', file: join(folder, 'trust.pem') });
		assert.deepEqual(readdirSync(folder), ['trust.pem']);
	});

	it('that is a file, or stands in one, cannot be used', async () => {
		const file = join(newFolder(), 'bestand');
		writeFileSync(file, '');
		assert.deepEqual(await start(file), { kind: 'folder-unusable', folder: file, code: 'EEXIST' });
		const below = join(file, 'map');
		assert.deepEqual(await start(below), { kind: 'folder-unusable', folder: below, code: 'ENOTDIR' });
	});

	it('whose file cannot be replaced leaves no partner behind', async () => {
		const blocked = newFolder();
		for (const name of readdirSync(partnerFolder()).filter((one) => one !== 'cpa.xml')) {
			cpSync(join(partnerFolder(), name), join(blocked, name));
		}
		mkdirSync(join(blocked, 'cpa.xml', 'bezet'), { recursive: true });
		const problem = await start(blocked);
		assert.equal(problem.kind, 'folder-unusable');
		assert.deepEqual(
			readdirSync(blocked).filter((name) => name.endsWith('.new')),
			[],
		);
	});

	it('and the port are told of in a sentence', async () => {
		const taken = createServer().listen(0, '127.0.0.1');
		await once(taken, 'listening');
		const { port } = taken.address() as AddressInfo;
		const problem = await start(partnerFolder(), port);
		taken.close();
		assert.deepEqual(problem, { kind: 'port-in-use', port });
		assert.equal(
			problemInWords(
				problem,
				createTranslate(() => 'nl'),
			),
			`Poort ${port} van deze computer is in gebruik door een ander programma: kies een andere poort, of 0 voor een willekeurige vrije.`,
		);
		assert.equal(existsSync(join(partnerFolder(), 'us.pem')), true);
	});
});
