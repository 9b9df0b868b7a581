import assert from 'node:assert/strict';
import { createTranslate } from '../../../../src/text';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import {
	inspect,
	type InspectedCertificate,
	type InspectedRequest,
} from '../../../../src/certificates/inspect';
import { requestVerdictWords, verdictWords } from '../../../../src/certificates/verdictWords';
import { explain } from '../../../../src/validation/explain';
import { issue } from '../pki/issue';
import { makePki } from '../pki/makePki';
import { certificateRequest, type RequestSpec } from '../pki/request';
import { inspectFile, inspectOptions, judge, judgeLeaf } from './judging';

const { g1, g1Test, g4, g4Trial } = makePki();

const codesOf = ({ findings }: InspectedCertificate): readonly string[] =>
	findings.map(({ code, severity }) => `${severity} ${code.replace('certificate.', '')}`);

const t = createTranslate(() => 'nl');

function wordsOf({ verdict }: InspectedCertificate): string {
	assert.ok(verdict !== null);
	return verdictWords(verdict, (finding) => explain(finding, t).problem, t);
}

describe('All that is said of a certificate', () => {
	const rows: readonly {
		readonly about: string;
		readonly judged: () => InspectedCertificate;
		readonly codes: readonly string[];
		readonly verdict: string;
	}[] = [
		{
			about: 'of G4 with its whole chain',
			judged: () => judgeLeaf(g4),
			codes: ['info revocation-unchecked', 'info own-trust', 'info common-name-not-host', 'info no-ocsp'],
			verdict: 'Geschikt voor Digikoppeling als client en server',
		},
		{
			about: 'of G1 with its whole chain, as a client',
			judged: () => judgeLeaf(g1, {}, { purpose: 'client' }),
			codes: ['warning g1-ending', 'info revocation-unchecked', 'info own-trust'],
			verdict:
				'Let op: Dit certificaat is van hiërarchie G1, die op 12 november 2028 stopt; vanaf november 2027 zijn G1-certificaten hoogstens één jaar geldig.',
		},
		{
			about: 'of G4 TRIAL with its whole chain',
			judged: () => judgeLeaf(g4Trial, {}, { purpose: 'server' }),
			codes: [
				'info revocation-unchecked',
				'info oin-test',
				'info test-hierarchy',
				'info common-name-not-host',
				'info no-ocsp',
			],
			verdict: 'Geschikt voor tests met Digikoppeling als server, niet voor productie',
		},
		{
			about: 'of G1 TEST with its whole chain that nobody trusts',
			judged: () => judge([g1Test.leaf(), ...g1Test.authorities]),
			codes: ['info revocation-unchecked', 'info chain-untrusted', 'info oin-test', 'info test-hierarchy'],
			verdict: 'Geschikt voor tests met Digikoppeling als client en server, niet voor productie',
		},
		{
			about: 'that expired, as one fault and not as an expired chain too',
			judged: () => judgeLeaf(g4, {}, { moment: new Date('2040-01-01T00:00:00Z') }),
			codes: [
				'error expired',
				'info revocation-unchecked',
				'info own-trust',
				'info common-name-not-host',
				'info no-ocsp',
			],
			verdict:
				'Niet geschikt voor Digikoppeling: Dit certificaat is verlopen op 2028-05-31: de andere kant zal de verbinding weigeren.',
		},
		{
			about: 'that signed itself, as one fault and not as one of policy or trust too',
			judged: () => judge([issue('self', { ...g1.leaf().spec, policies: null }, 'rsa-sha256')]),
			codes: ['error self-signed'],
			verdict:
				'Niet geschikt voor Digikoppeling: Dit certificaat is door zichzelf ondertekend (self-signed): het is geen PKIoverheid-certificaat.',
		},
		{
			about: 'with two faults: the verdict tells the first and counts the others',
			judged: () => judgeLeaf(g4, { keyUsage: null }, { host: 'x.nl' }),
			codes: [
				'error host-mismatch',
				'error key-usage',
				'info revocation-unchecked',
				'info own-trust',
				'info common-name-not-host',
				'info no-ocsp',
			],
			verdict:
				'Niet geschikt voor Digikoppeling: Het certificaat is niet voor `x.nl`, maar voor: digikoppeling.voorbeeld.nl. (en nog 1)',
		},
	];
	for (const { about, judged, codes, verdict } of rows) {
		it(`is told once: ${about}`, () => {
			const inspected = judged();
			assert.deepEqual(codesOf(inspected), codes);
			assert.equal(wordsOf(inspected), verdict);
		});
	}

	it('is the same at any time for one moment', () => {
		const leaf = g4.leaf();
		const moment = new Date('2027-01-01T00:00:00Z');
		assert.deepEqual(judge([leaf], { moment }), judge([leaf], { moment }));
	});

	it('stands where the certificate stands in the file', () => {
		const { certificates } = inspectFile([g4.tsp.certificate, g4.leaf().certificate]);
		assert.deepEqual(
			certificates.map(({ findings }) => [...new Set(findings.map(({ span }) => span.start))]),
			[[], [100]],
		);
	});
});

describe('The CA certificates of a file', () => {
	const leaf = g4.leaf().certificate;
	const [tsp, domain, root] = g4.authorities.map(({ certificate }) => certificate);
	assert.ok(tsp && domain && root);
	const verdicts = (
		certificates: Parameters<typeof inspectFile>[0],
		role?: Parameters<typeof inspectFile>[2],
	): readonly (string | undefined)[] =>
		inspectFile(certificates, {}, role).certificates.map(({ verdict }) => verdict?.kind);

	it('are not judged when they issued another certificate of it, in any order', () => {
		assert.deepEqual(verdicts([root, leaf, domain, tsp]), [undefined, 'unsuitable', undefined, undefined]);
	});

	it('are not judged beside the certificate of an organisation, even when they did not issue it', () => {
		assert.deepEqual(verdicts([g1.leaf().certificate, tsp]), ['attention', undefined]);
	});

	it('are judged as a CA when there is nothing else, the lowest only', () => {
		const { certificates } = inspectFile([root, tsp, domain]);
		assert.deepEqual(certificates.map(codesOf), [[], ['error is-ca'], []]);
	});

	it('are not judged in a trust store', () => {
		assert.deepEqual(verdicts([root, tsp], 'trusted'), [undefined, undefined]);
	});

	it('are told once when the file has them twice', () => {
		assert.equal(inspectFile([leaf, tsp, tsp, leaf]).certificates.length, 2);
	});

	it('are used for the certificates of other files', () => {
		const files = [leaf, tsp, domain, root].map((certificate, index) => ({
			file: `${index}.cer`,
			container: readContainer(certificate.der),
		}));
		assert.deepEqual(
			inspect(files, inspectOptions({ trust: [root] })).map(({ file, certificates }) => [
				file,
				certificates.map(({ verdict, chain }) => [
					verdict?.kind,
					chain.steps.map(({ origin }) => origin).join(' '),
				]),
			]),
			[
				['0.cer', [['suitable', 'file workspace workspace trust']]],
				['1.cer', [[undefined, 'file workspace trust']]],
				['2.cer', [[undefined, 'file trust']]],
				['3.cer', [[undefined, 'file']]],
			],
		);
	});
});

describe('A certificate request', () => {
	const right: RequestSpec = {
		subject: [
			['C', 'NL'],
			['O', 'Gemeente Voorbeeld'],
			['serialNumber', '00000003999999910000'],
			['CN', 'Gemeente Voorbeeld'],
		],
		key: 'rsa-3072-0',
		signature: 'rsa-sha256',
		subjectAlternativeNames: [{ type: 'dns', value: 'digikoppeling.voorbeeld.nl' }],
	};

	function judgeRequest(
		changes: Partial<RequestSpec>,
		options: Parameters<typeof inspectOptions>[0] = {},
	): InspectedRequest {
		const der = certificateRequest({ ...right, ...changes });
		const [inspection] = inspect([{ file: 'a.csr', container: readContainer(der) }], inspectOptions(options));
		const request = inspection?.requests[0];
		assert.ok(request);
		return request;
	}

	const codes = (...given: Parameters<typeof judgeRequest>): readonly string[] =>
		judgeRequest(...given).findings.map(({ code }) => code);

	const named = (...names: readonly string[]): Partial<RequestSpec> => ({
		subjectAlternativeNames: names.map((value) => ({ type: 'dns', value })),
	});
	const usages = (...asked: readonly string[]): Partial<RequestSpec> => ({
		keyUsage: { critical: true, usages: asked },
	});

	it('that is right has no findings, also when it asks for all usages', () => {
		assert.deepEqual(codes({}), []);
		assert.deepEqual(
			codes({
				...usages('digitalSignature', 'keyEncipherment'),
				basicConstraints: { critical: true, ca: false, pathLength: null },
				extendedKeyUsage: { critical: false, usages: ['clientAuth', 'serverAuth'] },
				...named(...Array.from({ length: 100 }, (_, index) => `server${index}.voorbeeld.nl`)),
			}),
			[],
		);
	});

	for (const [about, changes, expected] of [
		['without OIN', { subject: [['C', 'NL']] }, ['certificate.oin-missing']],
		['without domain names', { subjectAlternativeNames: null }, ['certificate.san-missing']],
		['with a key of 2048 bits', { key: 'rsa-2048-3' }, ['certificate.key-too-small']],
		['with a key on a curve', { key: 'p256-0', signature: 'ecdsa-sha256' }, ['certificate.key-type']],
		['signed with SHA-1', { signature: 'rsa-sha1' }, ['certificate.weak-signature']],
		['that another key signed', { signatureDamaged: true }, ['certificate.request-signature']],
		['with an OU', { subject: [...right.subject, ['OU', 'Team']] }, ['certificate.organizational-unit']],
		['with a wildcard', named('*.voorbeeld.nl'), ['certificate.wildcard']],
		['with a name of the own network', named('msh', 'msh.voorbeeld.nl'), ['certificate.request-names']],
		['with a name of Tor', named('abc.onion'), ['certificate.request-names']],
		['with a name that is none', named('a_b.voorbeeld.nl'), ['certificate.request-names']],
		[
			'with more than 100 names',
			named(...Array.from({ length: 101 }, (_, index) => `server${index}.voorbeeld.nl`)),
			['certificate.request-names'],
		],
		[
			'with an IP address',
			{
				subjectAlternativeNames: [
					{ type: 'dns', value: 'a.voorbeeld.nl' },
					{ type: 'ip', value: '10.0.0.1' },
				],
			},
			['certificate.san-ip-address'],
		],
		['without key encipherment', usages('digitalSignature'), ['certificate.key-usage']],
		[
			'with a usage too many',
			usages('digitalSignature', 'keyEncipherment', 'keyAgreement'),
			['certificate.key-usage-extra'],
		],
		[
			'for servers only',
			{ extendedKeyUsage: { critical: false, usages: ['serverAuth'] } },
			['certificate.extended-key-usage'],
		],
		['for a CA', { basicConstraints: { critical: true, ca: true, pathLength: null } }, ['certificate.is-ca']],
	] satisfies readonly (readonly [string, Partial<RequestSpec>, readonly string[]])[]) {
		it(`${about} is told so before it is sent`, () => {
			assert.deepEqual(codes(changes), expected);
			for (const finding of judgeRequest(changes).findings) {
				const { problem, cure } = explain(finding, t);
				assert.doesNotMatch(problem, /dit certificaat|het certificaat (?:heeft|is)/i);
				assert.doesNotMatch(cure, /nieuw certificaat aan|certificaat aan met|volgende vernieuwing/);
			}
		});
	}

	for (const [changes, kind, words] of [
		[{}, 'suitable', 'Deze aanvraag kan naar uw certificaatverstrekker'],
		[
			{ ...named('*.voorbeeld.nl'), ...usages('digitalSignature') },
			'attention',
			'Let op: Deze aanvraag vraagt om een key usage zonder keyEncipherment; voor Digikoppeling is dat nodig. (en nog 1)',
		],
		[
			{ subject: [['C', 'NL']], key: 'rsa-2048-3' },
			'unsuitable',
			'Verstuur deze aanvraag nog niet: Bij de houder in deze aanvraag staat geen serialNumber; het certificaat zou dus geen OIN of HRN hebben. (en nog 1)',
		],
	] satisfies readonly (readonly [Partial<RequestSpec>, string, string])[]) {
		it(`is ${kind}: ${words}`, () => {
			const { verdict } = judgeRequest(changes);
			assert.equal(verdict.kind, kind);
			assert.equal(
				requestVerdictWords(verdict, (finding) => explain(finding, t).problem, t),
				words,
			);
		});
	}

	it('is held against the host and the OIN that are asked for', () => {
		assert.deepEqual(codes({}, { host: 'x.nl', expectedOin: '00000001002220647000' }), [
			'certificate.oin-mismatch',
			'certificate.host-mismatch',
		]);
	});
});
