import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContainer } from '../../../src/certificates/containers/readContainer';
import { inspect } from '../../../src/certificates/inspect';
import {
	checkDomainName,
	requestCommands,
	writeRequestConfiguration,
	type RequestParts,
} from '../../../src/certificates/requestConfiguration';
import { createTranslate } from '../../../src/text';
import { keyNamed } from './pki/keys';
import { isPresent, run, temporaryFolder } from './pki/tools';

const t = createTranslate(() => 'nl');

const parts: RequestParts = {
	organisation: 'Gemeente Voorbeeld',
	kvkNumber: '99999991',
	oin: '00000003999999910000',
	domainNames: ['digikoppeling.voorbeeld.nl', 'ebms.voorbeeld.nl'],
};

describe('A configuration for a certificate request', () => {
	it('has the subject and the names of the profile, and nothing else', () => {
		const text = writeRequestConfiguration(parts, 'aanvraag', t);
		const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
		assert.deepEqual(lines, [
			'[ req ]',
			'prompt = no',
			'utf8 = yes',
			'string_mask = utf8only',
			'distinguished_name = subject',
			'req_extensions = extensions',
			'[ subject ]',
			'countryName = "NL"',
			'organizationName = "Gemeente Voorbeeld"',
			'organizationIdentifier = "NTRNL-99999991"',
			'serialNumber = "00000003999999910000"',
			'commonName = "Gemeente Voorbeeld"',
			'[ extensions ]',
			'basicConstraints = critical, CA:FALSE',
			'keyUsage = critical, digitalSignature, keyEncipherment',
			'extendedKeyUsage = serverAuth, clientAuth',
			'subjectAltName = @names',
			'[ names ]',
			'DNS.1 = digikoppeling.voorbeeld.nl',
			'DNS.2 = ebms.voorbeeld.nl',
		]);
	});

	it('says the commands to run, and holds no key', () => {
		const text = writeRequestConfiguration(parts, 'aanvraag', t);
		for (const command of requestCommands('aanvraag')) {
			assert.ok(text.includes(`#   ${command}\n`), command);
		}
		assert.doesNotMatch(text, /PRIVATE KEY/);
	});

	if (isPresent('openssl')) {
		const organisations = [
			'Gemeente Voorbeeld',
			'Müller & Zn. "De Łódź"',
			'A $HOME ${PATH} # B \\ C; D=E',
			" it's 100%, `x` ",
			'x'.repeat(64),
		];
		for (const organisation of organisations) {
			it(`gives OpenSSL a request without findings for ${JSON.stringify(organisation)}`, () => {
				const folder = temporaryFolder();
				writeFileSync(
					join(folder, 'aanvraag.key'),
					keyNamed('rsa-3072-0').privateKey.export({ type: 'pkcs8', format: 'pem' }),
				);
				writeFileSync(
					join(folder, 'aanvraag.cnf'),
					writeRequestConfiguration({ ...parts, organisation }, 'aanvraag', t),
				);
				// As the commands of the configuration, but for the key, which is there.
				const [, request = '', show = ''] = requestCommands('aanvraag');
				run('openssl', folder, ...request.split(' ').slice(1));
				run('openssl', folder, ...show.split(' ').slice(1));
				const container = readContainer(readFileSync(join(folder, 'aanvraag.csr')));
				const [inspection] = inspect([{ file: 'aanvraag.csr', container }], {
					purpose: 'both',
					host: 'ebms.voorbeeld.nl',
					moment: new Date('2026-11-24T00:00:00Z'),
					expectedOin: parts.oin,
					warnDays: 60,
					revocation: null,
					trust: [],
					workspace: [],
					known: [],
				});
				assert.deepEqual(inspection?.container.findings, []);
				const [{ entry, findings } = assert.fail('No request')] = inspection.requests;
				assert.deepEqual(
					findings.map(({ code }) => code),
					[],
				);
				const { subject, signature, keyUsage, subjectAlternativeNames } = entry.request;
				assert.deepEqual(
					subject.attributes.map(({ name, value }) => [name, value]),
					[
						['C', 'NL'],
						['O', organisation],
						['organizationIdentifier', 'NTRNL-99999991'],
						['serialNumber', parts.oin],
						['CN', organisation],
					],
				);
				assert.deepEqual(
					[signature.name, signature.hash, signature.saltLength, signature.maskHash],
					['RSASSA-PSS', 'sha512', 64, 'sha512'],
				);
				assert.deepEqual(keyUsage, { critical: true, usages: ['digitalSignature', 'keyEncipherment'] });
				assert.deepEqual(
					subjectAlternativeNames?.map(({ value }) => value),
					parts.domainNames,
				);
			});
		}
	}

	it('writes names with other letters as they stand in certificates', () => {
		assert.match(
			writeRequestConfiguration({ ...parts, domainNames: ['Coördinatie.Voorbeeld.nl'] }, 'a', t),
			/^DNS\.1 = xn--cordinatie-fcb\.voorbeeld\.nl$/m,
		);
	});

	const domainNames: readonly (readonly [name: string, fault: string | undefined])[] = [
		['ebms.voorbeeld.nl', undefined],
		['coördinatie.voorbeeld.nl', undefined],
		['a-1.b-2.nl', undefined],
		['', 'empty'],
		['*.voorbeeld.nl', 'wildcard'],
		['192.0.2.1', 'address'],
		['2001:db8::1', 'address'],
		['[2001:db8::1]', 'address'],
		['localhost', 'not-qualified'],
		['a b.nl', 'characters'],
		['a_b.voorbeeld.nl', 'characters'],
		['-a.voorbeeld.nl', 'characters'],
		['a..nl', 'characters'],
		['voorbeeld.nl.', 'characters'],
		[`${'a'.repeat(64)}.nl`, 'characters'],
		['https://voorbeeld.nl', 'characters'],
		['voorbeeldvoorbeeld.onion', 'onion'],
	];
	for (const [name, fault] of domainNames) {
		it(`${fault === undefined ? 'takes' : `refuses (${fault})`} the domain name "${name}"`, () => {
			assert.equal(checkDomainName(name), fault);
		});
	}
});
