import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { CertificateCircumstances } from '../../../src/documents/judgeCertificates';
import { createLibxmlEngine, type LibxmlEngine } from '../../../src/schema/libxmlEngine';
import { checkText } from '../../../src/validation/check';
import { completeReport } from '../../../src/validation/completeReport';
import { withFailure } from '../../../src/validation/failure';
import type { DocumentReport, LocatedFinding } from '../../../src/validation/report';
import { createSchemas } from '../../../src/validation/schemas';
import { zaakbericht } from '../../bench/corpus';
import { specification } from '../../editor/certificates/specification';
import type { Issued } from '../certificates/pki/issue';
import { makePki } from '../certificates/pki/makePki';
import { agreement } from '../documents/cpa/agreement';
import { expandSnippets } from '../snippets/expand';

const bundled = fileURLToPath(new URL('../../../schemas', import.meta.url));

describe('A report, completed with what is wrong with certificates', () => {
	let engine: LibxmlEngine;
	const schemas = createSchemas(bundled, []);
	const moment = new Date('2026-11-24T12:00:00Z');
	const { g4 } = makePki();
	const valid = {
		notBefore: new Date('2026-10-01T00:00:00Z'),
		notAfter: new Date('2028-10-01T00:00:00Z'),
	};
	const good = g4.leaf(valid);
	const expired = g4.leaf({ ...valid, notAfter: new Date('2026-11-12T00:00:00Z') });
	const circumstances: CertificateCircumstances = {
		moment,
		warnDays: 60,
		trust: [g4.root.certificate],
		workspace: [],
		known: [],
	};

	before(async () => {
		engine = await createLibxmlEngine();
	});
	after(() => {
		engine.dispose();
	});

	async function check(
		text: string,
		changes: Partial<CertificateCircumstances> & { readonly maxFindings?: number } = {},
	): Promise<DocumentReport> {
		const { maxFindings = 200, ...changed } = changes;
		const report = await checkText(text, { engine, schemas, maxFindings, now: moment });
		return completeReport(report, { text }, { ...circumstances, ...changed }, maxFindings);
	}
	const codesIn = ({ findings }: DocumentReport): readonly string[] => findings.map(({ code }) => code);
	const base64 = ({ der }: Issued): string => Buffer.from(der).toString('base64');

	/** The text that a finding is about, and where a reader is told that it stands. */
	function placeOf(text: string, { span, range, path }: LocatedFinding): readonly unknown[] {
		const line = text.slice(0, span.start).split('\n').length - 1;
		assert.equal(range.start.line, line);
		return [text.slice(span.start, span.end), path?.replace(/.*\/parameters/, '')];
	}

	it('says of each certificate, at its own place, what does not fit the document that it is in', async () => {
		const text = specification({ client: good, server: expired, endpoint: 'https://elders.voorbeeld.nl/' });
		const { findings, truncated } = await check(text);
		assert.deepEqual(
			findings.map(({ code, severity }) => `${code} ${severity}`),
			['certificate.expired error', 'certificate.host-mismatch error'],
		);
		assert.deepEqual(
			findings.map((finding) => placeOf(text, finding)),
			findings.map(() => [base64(expired), '/parameter[6]/ds:KeyInfo/ds:X509Data/ds:X509Certificate']),
		);
		assert.equal(truncated, false);
	});

	it('leaves out what a reader need not act on and what is usual in a document', async () => {
		assert.deepEqual(codesIn(await check(specification({ client: good, server: good }))), []);
	});

	it('says the same as for a moment and the days of a warning that are asked', async () => {
		const text = specification({ client: good, server: good });
		const later = new Date('2029-01-01T00:00:00Z');
		assert.deepEqual(codesIn(await check(text, { moment: later })), [
			'certificate.expired',
			'certificate.expired',
		]);
		assert.deepEqual(codesIn(await check(text, { warnDays: 1000 })), [
			'certificate.expires-soon',
			'certificate.expires-soon',
		]);
	});

	it('goes by what is trusted, also through certificates from elsewhere', async () => {
		const text = specification({ client: good, server: good });
		const workspace = [g4.tsp, g4.domain, g4.root].map(({ certificate }) => certificate);
		assert.deepEqual(codesIn(await check(text, { workspace })), []);
		assert.deepEqual(codesIn(await check(text, { workspace, trust: [] })), [
			'certificate.chain-untrusted',
			'certificate.chain-untrusted',
		]);
	});

	it('says once what the rules of the document say as well', async () => {
		const unreadable = specification({ client: good, server: good }).replace(base64(good), 'AAAA');
		assert.deepEqual(codesIn(await check(unreadable)), ['consumerspecificatie.certificate-unreadable']);
		const ends = new Date('2036-11-24T12:00:00Z');
		const codes = codesIn(await check(agreement, { moment: ends }));
		assert.deepEqual(
			codes.filter((code) => /expired|oin-m/.test(code)),
			[],
		);
		assert.ok(codes.includes('certificate.key-type'));
	});

	it('keeps the order of the document and the heaviest findings', async () => {
		const text = specification({ client: expired, server: expired }).replace('PartyRef', 'PartyKef');
		const all = await check(text);
		assert.deepEqual(codesIn(all), [
			'consumerspecificatie.parameter-unknown',
			'certificate.expired',
			'certificate.expired',
		]);
		assert.equal(all.truncated, false);
		const first = await check(text, { maxFindings: 2 });
		assert.equal(first.findings.length, 2);
		assert.equal(first.truncated, true);
	});

	describe('in a message with a security header', () => {
		const inEnvelope = (token: string): string =>
			`<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>
<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">
<wsse:BinarySecurityToken>${token}</wsse:BinarySecurityToken></wsse:Security></soap:Header>
<soap:Body>${zaakbericht(4000, 7).replace(/^<\?xml[^>]*>\s*/, '')}</soap:Body></soap:Envelope>`;

		it('judges the certificate with which it was signed', async () => {
			assert.deepEqual(codesIn(await check(inEnvelope(base64(good)))), []);
			assert.deepEqual(codesIn(await check(inEnvelope(base64(expired)))), ['certificate.expired']);
		});

		it('says that it cannot be read, since no rule does', async () => {
			assert.deepEqual(codesIn(await check(inEnvelope('?'))), ['certificate.container-base64']);
		});

		it('does not say so where the text breaks off', async () => {
			const text = inEnvelope(base64(good));
			const codes = codesIn(await check(text.slice(0, text.indexOf('</wsse:Bin') - 100)));
			assert.deepEqual(
				codes.filter((code) => code.startsWith('certificate.')),
				[],
			);
			assert.ok(codes.includes('xml.unclosed-element'));
		});
	});

	it('finds nothing in what the snippets expand to', async () => {
		for (const { prefix, body } of expandSnippets(moment)) {
			const { findings } = await check(body, { trust: [] });
			assert.deepEqual(
				findings.filter(({ severity }) => severity !== 'info'),
				[],
				prefix,
			);
		}
	});

	it('keeps what was found when the certificates cannot be judged, and says so', async () => {
		const text = specification({ client: good, server: good }).replace('PartyRef', 'PartyKef');
		const report = await checkText(text, { engine, schemas, maxFindings: 200 });
		const told = withFailure(report, { kind: 'timed-out', seconds: 30 });
		assert.deepEqual(codesIn(told), ['check.timed-out', 'consumerspecificatie.parameter-unknown']);
		assert.equal(told.kind, 'consumerspecificatie');
	});

	it('is the same report for what holds no certificate, is no document that we know, or cannot be read any more', async () => {
		const certificate = `<ds:X509Certificate xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${base64(expired)}</ds:X509Certificate>`;
		for (const text of [zaakbericht(4000, 7), `<a>${certificate}</a>`, '', '<']) {
			const report = await checkText(text, { engine, schemas, maxFindings: 200 });
			assert.equal(report.holdsCertificates, false);
			assert.equal(completeReport(report, { text }, circumstances, 200), report);
		}
		const text = specification({ client: expired, server: expired });
		const report = await checkText(text, { engine, schemas, maxFindings: 200 });
		assert.equal(report.holdsCertificates, true);
		assert.equal(completeReport(report, { file: '/nowhere/weg.xml' }, circumstances, 200), report);
	});
});
