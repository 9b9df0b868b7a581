import assert from 'node:assert/strict';
import { describeAnswer, type Occasion } from '../../../../src/editor/certificates/describe/describeAnswer';
import { answerQuestion } from '../../../../src/editor/certificates/worker/answerQuestion';
import { createContainerFiles } from '../../../../src/editor/certificates/worker/containerFiles';
import type { CertificateSource, InspectAnswer } from '../../../../src/editor/certificates/worker/protocol';
import type { ViewModel } from '../../../../src/editor/certificates/view/model';
import { createTranslate } from '../../../../src/text';
import { specification } from '../../../editor/certificates/specification';
import { makePki } from '../../certificates/pki/makePki';
import { pkcs12 } from '../../certificates/pki/pkcs12Writer';
import { certificateRequest } from '../../certificates/pki/request';

const { g4 } = makePki();
const leaf = g4.leaf();
const moment = new Date('2026-11-24T00:00:00Z');
const words = { t: createTranslate(() => 'nl'), language: 'nl', moment } as const;

const occasion: Occasion = {
	name: 'bestand.pem',
	isFile: true,
	facts: [],
	findings: [],
	judging: { purpose: 'both', host: '' },
	password: 'none',
	isTrusted: true,
};

async function answerTo(source: CertificateSource, asUsed = false): Promise<InspectAnswer> {
	const answer = await answerQuestion(
		{
			kind: 'inspect',
			source,
			name: 'bestand',
			conditions: { purpose: 'both', host: null, moment, expectedOin: null, warnDays: 60 },
			asUsed,
			neighbourhood: { trust: [], workspace: [], authorities: '' },
			downloads: null,
		},
		createContainerFiles(),
	);
	assert.equal(answer.kind, 'inspect');
	return answer;
}

async function modelOf(source: CertificateSource, changed: Partial<Occasion> = {}): Promise<ViewModel> {
	const seen = { ...occasion, ...changed };
	return describeAnswer(await answerTo(source, seen.judging.purpose === 'document'), seen, words);
}

const pemOf = (...issued: readonly { readonly pem: string }[]): string =>
	issued.map(({ pem }) => pem).join('');

describe('What the view shows of certificates', () => {
	it('is one subject with its chain, of which the issuers are no subjects of their own', async () => {
		const { summary, subjects, details } = await modelOf({ text: pemOf(leaf, ...g4.authorities) });
		assert.equal(summary, 'PEM, 4 certificaten');
		assert.deepEqual(
			subjects.map(({ id, chain }) => [id, chain.map(({ title, tone }) => `${title}: ${tone}`)]),
			[
				[
					leaf.certificate.sha256,
					[
						'Gemeente Voorbeeld: good',
						'KPN - G4 PKIo Priv G-TLS SYS - 2025: good',
						'Staat der Nederlanden - G4 Intm Priv G-TLS SYS - 2024: good',
						// It has the name of the root of PKIoverheid, but is not that one.
						'Staat der Nederlanden - G4 Root Priv G-TLS - 2024: attention',
					],
				],
			],
		);
		assert.equal(Object.keys(details).length, 4);
	});

	it('is at a glance whose a certificate is, how long it is valid and for which servers', async () => {
		const names = ['a', 'b', 'c', 'd', 'e'].map(
			(name) => ({ type: 'dns', value: `${name}.example.nl` }) as const,
		);
		const { subjects, nothing } = await modelOf({ text: g4.leaf({ subjectAlternativeNames: names }).pem });
		assert.deepEqual(subjects[0]?.glance, [
			'OIN/HRN 00000003999999910000',
			'nog 554 dagen',
			'a.example.nl, b.example.nl, c.example.nl en nog 2',
		]);
		assert.equal(nothing, null);
	});

	it('is that nothing can be read, where nothing can', async () => {
		assert.equal(
			(await modelOf({ text: 'geen certificaat' })).nothing,
			'Uit dit bestand is geen certificaat te lezen',
		);
		assert.equal(
			(await modelOf({ text: '' }, { isFile: false })).nothing,
			'De server toonde geen certificaat',
		);
	});

	it('is of a root that nobody knows that it is not trusted', async () => {
		const { subjects } = await modelOf({ text: pemOf(leaf, ...g4.authorities) });
		assert.equal(subjects[0]?.chain.at(-1)?.notes.at(-1), 'niet bekend en niet vertrouwd');
	});

	it('names what is missing of a chain, and offers to fetch it when that can be done', async () => {
		const { subjects } = await modelOf({ text: pemOf(leaf, g4.tsp, g4.domain) });
		assert.deepEqual(subjects[0]?.chain.at(-1), {
			id: null,
			title: 'Staat der Nederlanden - G4 Root Priv G-TLS - 2024',
			tone: 'attention',
			notes: ['ontbreekt', 'bekend aan de vingerafdruk, maar niet op deze computer'],
			canFetch: true,
		});
	});

	it('offers the chain to export where there are CA certificates to send along', async () => {
		const { details } = await modelOf({ text: pemOf(leaf, g4.tsp, g4.domain, g4.root) });
		const alone = ['pem', 'der'];
		assert.deepEqual(
			[leaf, g4.tsp, g4.domain, g4.root].map(({ certificate }) => details[certificate.sha256]?.exportFormats),
			[[...alone, 'chain'], [...alone, 'chain'], alone, alone],
		);
	});

	it('says of an expired certificate since when', async () => {
		const expired = g4.leaf({ notAfter: new Date('2026-11-12T10:00:00Z') });
		const { subjects, details } = await modelOf({ text: pemOf(expired, ...g4.authorities) });
		const [subject] = subjects;
		assert.equal(subject?.tone, 'bad');
		assert.deepEqual(subject.chain[0]?.notes, ['verlopen op 12 november 2026', 'handtekening klopt']);
		const rows = details[subject.id]?.groups.flatMap((group) => group.rows) ?? [];
		assert.deepEqual(
			rows.find(({ label }) => label === 'Geldig tot en met'),
			{
				label: 'Geldig tot en met',
				value: '12 november 2026 om 10:00:00 UTC',
				note: 'verlopen',
				isCode: false,
			},
		);
	});

	it('explains the parts of an OIN and the meaning of a policy', async () => {
		const { details } = await modelOf({ text: leaf.pem });
		const rows = details[leaf.certificate.sha256]?.groups.flatMap((group) => group.rows) ?? [];
		const noteOf = (value: string): string | null | undefined =>
			rows.find((row) => row.value === value)?.note;
		assert.equal(
			noteOf('00000003999999910000'),
			'OIN of HRN: prefix 00000003 (KVK-nummer, Handelsregister), hoofdnummer 99999991, suffix 0000.',
		);
		assert.match(noteOf('2.16.528.1.1003.1.2.44.15.35.11') ?? '', /TLS/);
	});

	const locked = pkcs12({
		certificates: [{ der: leaf.der }],
		password: 'geheim',
		encryption: 'pbes2',
		mac: 'sha256',
		iterations: 10,
	});

	it('is judged as the document uses it, which can be changed; what is no document as client and server', async () => {
		const judging = { purpose: 'document', host: '' } as const;
		const text = specification({ client: leaf, server: leaf, oin: '00000001002220647000' });
		const seen = await modelOf({ text }, { judging });
		assert.deepEqual(
			[seen.judging.purpose, seen.purposes],
			['document', ['document', 'both', 'client', 'server']],
		);
		const faults = seen.subjects[0]?.findings.map(({ code }) => code);
		assert.ok(faults?.includes('certificate.oin-mismatch'));
		const plain = await modelOf({ text: leaf.pem }, { judging });
		assert.deepEqual([plain.judging.purpose, plain.purposes], ['both', ['both', 'client', 'server']]);
	});

	it('asks for the password of a locked file, but not in a workspace that is not trusted', async () => {
		assert.deepEqual((await modelOf({ bytes: locked })).lock, {
			text: 'Het kan alleen met het wachtwoord worden gelezen.',
			button: 'Geef het wachtwoord',
		});
		assert.deepEqual((await modelOf({ bytes: locked, password: 'fout' })).lock, {
			text: 'Het opgegeven wachtwoord is niet het wachtwoord van dit bestand.',
			button: 'Geef het wachtwoord',
		});
		assert.deepEqual((await modelOf({ bytes: locked }, { isTrusted: false })).lock, {
			text: 'Het kan alleen met het wachtwoord worden gelezen, en daarom wordt alleen gevraagd in een werkruimte die u vertrouwt.',
			button: 'Vertrouwen beheren',
		});
	});

	it('offers what can be done, and nothing over the network in a workspace that is not trusted', async () => {
		const source = { text: leaf.pem };
		assert.deepEqual((await modelOf(source)).actions, [
			'useInSpecification',
			'checkRevocation',
			'openAsText',
		]);
		assert.deepEqual((await modelOf(source, { isTrusted: false })).actions, [
			'useInSpecification',
			'openAsText',
		]);
		assert.deepEqual((await modelOf(source, { isFile: false })).actions, ['checkRevocation']);
		const unlocked = { bytes: locked, password: 'geheim' };
		assert.deepEqual((await modelOf(unlocked, { password: 'given' })).actions, [
			'useInSpecification',
			'checkRevocation',
			'rememberPassword',
		]);
		assert.deepEqual((await modelOf(unlocked, { password: 'remembered' })).actions, [
			'useInSpecification',
			'checkRevocation',
		]);
	});

	it('tells of a private key that it is there, and nothing of it', async () => {
		const model = await modelOf({ text: leaf.pem + leaf.keyPem });
		assert.equal(model.summary, 'PEM, 1 certificaat, 1 privésleutel (wordt nooit getoond)');
		const key = leaf.keyPem.replace(/-----[A-Z ]+-----|\s/g, '');
		const shown = JSON.stringify(model);
		for (let start = 0; start + 24 <= key.length; start += 24) {
			assert.ok(!shown.includes(key.slice(start, start + 24)));
		}
	});

	it('says of a request whether it can be sent', async () => {
		const request = certificateRequest({
			subject: [
				['C', 'NL'],
				['O', 'Gemeente Voorbeeld'],
				['CN', 'Gemeente Voorbeeld'],
			],
			key: 'rsa-3072-0',
			signature: 'pss-sha512',
			subjectAlternativeNames: [{ type: 'dns', value: 'ebms.voorbeeld.nl' }],
		});
		const [subject] = (await modelOf({ bytes: request })).subjects;
		assert.match(subject?.verdict ?? '', /^Verstuur deze aanvraag nog niet: .*OIN/);
		assert.deepEqual([subject?.tone, subject?.chain, subject?.isOwn], ['bad', [], false]);
	});

	it('says of a server what it does not send along', async () => {
		const answer = await answerQuestion(
			{
				kind: 'inspect',
				source: { text: pemOf(leaf) },
				name: 'server',
				conditions: { purpose: 'server', host: null, moment, expectedOin: null, warnDays: 60 },
				asUsed: false,
				neighbourhood: { trust: [], workspace: [], authorities: '' },
				downloads: null,
			},
			createContainerFiles(),
		);
		assert.equal(answer.kind, 'inspect');
		const { summary } = describeAnswer(answer, { ...occasion, isFile: false }, words);
		assert.equal(summary, '1 certificaat, zoals de server het stuurt');
	});
});
