import assert from 'node:assert/strict';
import type { CpaTerms, PingTarget } from '../../../src/ebms/connection';
import type { Identity } from '../../../src/ebms/credentials/readIdentity';
import { readIdentity } from '../../../src/ebms/credentials/readIdentity';
import type { PingRequest } from '../../../src/ebms/ping/pingRequest';
import { warningsBefore } from '../../../src/ebms/ping/warnings';
import { createTranslate } from '../../../src/text';
import { explain } from '../../../src/validation/explain';
import { clientIdentity, hierarchy, pingTo, pki } from './pingTesting';

const now = new Date('2026-11-24T12:00:00Z');
const url = 'https://msh.example.org/ebms';

const known = (others: Identity['chain'][number][]): typeof others => others;
const client = clientIdentity({}, hierarchy, known([hierarchy.root.certificate]));
const terms: CpaTerms = {
	status: 'agreed',
	start: new Date('2026-01-01'),
	end: new Date('2028-01-01'),
	endpoint: url,
	clientCertificate: client.certificate.sha256,
	serverCertificate: null,
};

type Overrides = Partial<Omit<PingRequest, 'target'>> & {
	readonly target?: Partial<PingTarget>;
	readonly cpa?: Partial<CpaTerms>;
};

function codesOf({ cpa, target, ...rest }: Overrides): readonly string[] {
	const request = pingTo(url, {
		identity: client,
		...rest,
		target: { cpa: { ...terms, ...cpa }, syncReplyMode: 'none', ...target },
	});
	return warningsBefore(request, now).map((finding) => {
		const { message } = explain(
			finding,
			createTranslate(() => 'nl'),
		);
		assert.doesNotMatch(message, /\{\d\}|undefined/);
		assert.equal(finding.severity, 'warning');
		return finding.code;
	});
}

const bare = ((): Identity => {
	const leaf = hierarchy.leaf();
	const identity = readIdentity({
		certificate: Buffer.from(leaf.pem),
		key: Buffer.from(leaf.keyPem),
		others: [],
	});
	assert.ok(!('fault' in identity));
	return identity;
})();

const production = clientIdentity({}, pki.g1, known([pki.g1.root.certificate]));
const oin = { value: '00000003999999910000', type: 'urn:osb:oin' };

const cases: readonly (readonly [string, Overrides, readonly string[]])[] = [
	['a connection as it should be', {}, []],
	[
		'an endpoint that is only written differently',
		{ cpa: { endpoint: ' HTTPS://MSH.example.org:443/ebms' } },
		[],
	],
	['a CPA that is proposed', { cpa: { status: 'proposed' } }, ['ping.cpa-not-agreed']],
	['a CPA without status', { cpa: { status: null } }, ['ping.cpa-not-agreed']],
	['a CPA that starts later', { cpa: { start: new Date('2027-01-01') } }, ['ping.cpa-not-started']],
	['a CPA that has ended', { cpa: { end: new Date('2026-02-01') } }, ['ping.cpa-expired']],
	['another endpoint than that of the CPA', { cpa: { endpoint: `${url}/2` } }, ['ping.endpoint-differs']],
	[
		'another port',
		{ target: { url: 'https://msh.example.org:8443/' }, cpa: { endpoint: null } },
		['ping.port'],
	],
	[
		'another port of this machine',
		{ target: { url: 'https://localhost:8443/' }, cpa: { endpoint: null } },
		[],
	],
	['plain HTTP', { target: { url: 'http://localhost/' }, cpa: { endpoint: null } }, ['ping.plain-http']],
	['a PartyId without type', { target: { to: { value: '1', type: null } } }, ['ping.party-type']],
	['a PartyId that is a URI', { target: { to: { value: 'urn:a', type: null } } }, []],
	['the type of the manual', { target: { to: { value: '1', type: 'string' } } }, ['ping.party-type']],
	[
		'a test party in production',
		{ target: { environment: 'production' } },
		['ping.party-suffix', 'ping.party-suffix', 'ping.test-certificate'],
	],
	['SyncReply against the CPA', { sync: 'always' }, ['ping.sync-differs']],
	[
		'no SyncReply against the CPA',
		{ sync: 'never', target: { syncReplyMode: 'signalsOnly' } },
		['ping.sync-differs'],
	],
	['no client certificate', { identity: null }, ['ping.no-client-certificate']],
	['another client certificate', { cpa: { clientCertificate: 'ab' } }, ['ping.client-certificate-differs']],
	['another OIN', { target: { from: { ...oin, value: '00000099000000011000_OTA' } } }, ['ping.oin-differs']],
	[
		'no OIN in the certificate',
		{
			identity: clientIdentity({ subject: [['CN', 'a']] }, hierarchy, [hierarchy.root.certificate]),
			cpa: { clientCertificate: null },
		},
		['ping.oin-differs'],
	],
	[
		'a certificate without its issuers',
		{ identity: bare, cpa: { clientCertificate: null } },
		['ping.chain-incomplete'],
	],
	[
		'a certificate of production in a test',
		{ identity: production, cpa: { clientCertificate: null }, target: { environment: 'test', from: oin } },
		['ping.production-certificate'],
	],
	[
		'a certificate of production in pre-production',
		{
			identity: production,
			cpa: { clientCertificate: null },
			target: { environment: 'preproduction', from: oin },
		},
		[],
	],
	[
		'a certificate of production in production',
		{
			identity: production,
			cpa: { clientCertificate: null },
			target: { environment: 'production', from: oin, to: oin },
		},
		[],
	],
];

describe('The warnings before a Ping', () => {
	for (const [name, overrides, expected] of cases) {
		it(`are ${expected.length === 0 ? 'none' : expected.join(' and ')} for ${name}`, () => {
			assert.deepEqual(codesOf(overrides), expected);
		});
	}
});
