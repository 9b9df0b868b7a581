import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { createPool } from '../../../../src/certificates/certificatePool';
import { buildChain, type Chain } from '../../../../src/certificates/chain';
import { checkRevocation } from '../../../../src/certificates/revocation/checkRevocation';
import type { RevocationStatus } from '../../../../src/certificates/revocation/status';
import { createTranslate } from '../../../../src/text';
import { explain } from '../../../../src/validation/explain';
import { pem } from '../pki/derWriter';
import { issue, type Issued } from '../pki/issue';
import { makePki, type Hierarchy } from '../pki/makePki';
import { revocationList, type RevocationListSpec } from '../pki/revocationList';
import { isPresent, temporaryFolder } from '../pki/tools';
import { found, judge } from '../profile/judging';
import { startListServer, type ListServer } from './listServer';
import { opensslList } from './opensslList';

const { g1, g4 } = makePki();
const moment = new Date('2026-11-24T12:00:00Z');
const leafList = 'http://crl.example.org/leaf.crl';

/** A leaf whose list is at `/leaf.crl`. */
const leafOf = (hierarchy: Hierarchy): Issued => hierarchy.leaf({ crlDistributionPoints: [leafList] });

/** The chain of a leaf directly under its TSP CA, which the user trusts: one list to fetch. */
function chainOf(leaf: Issued, issuers: readonly Issued[]): Chain {
	const pool = [leaf, ...issuers].map(({ certificate }) => ({ certificate, origin: 'file' as const }));
	return buildChain({ certificate: leaf.certificate, origin: 'file' }, createPool(pool));
}

const times: Pick<RevocationListSpec, 'thisUpdate' | 'nextUpdate'> = {
	thisUpdate: new Date('2026-11-24T00:00:00Z'),
	nextUpdate: new Date('2026-11-26T00:00:00Z'),
};

/** The list as if its RSASSA-PSS had SHA-512 and, in its mask function, SHA-256: no library verifies that. */
function withMixedHashes(list: Uint8Array): Uint8Array {
	const bytes = Buffer.from(list);
	const sha512 = Buffer.from('608648016503040203', 'hex');
	let count = 0;
	for (let at = bytes.indexOf(sha512); at !== -1; at = bytes.indexOf(sha512, at + 1)) {
		count++;
		// In each AlgorithmIdentifier the hash comes first, then that of the mask function.
		bytes.writeUInt8(count % 2 === 0 ? 1 : 3, at + sha512.length - 1);
	}
	return bytes;
}

function* endless(): Iterable<Uint8Array> {
	for (;;) {
		yield Buffer.alloc(64 * 1024);
	}
}

describe('The revocation of a certificate', () => {
	let server: ListServer;

	beforeEach(async () => {
		server = await startListServer();
	});
	afterEach(async () => {
		await server.close();
	});

	async function statusOf(
		leaf: Issued,
		issuers: readonly Issued[],
		timeout?: number,
	): Promise<RevocationStatus | undefined> {
		const outcomes = await checkRevocation([chainOf(leaf, issuers)], {
			fetch: server.fetch,
			moment,
			...(timeout === undefined ? {} : { timeout }),
		});
		return outcomes.get(leaf.certificate.sha256);
	}

	for (const [name, hierarchy] of [
		['G1 (PKCS#1)', g1],
		['G4 (RSASSA-PSS)', g4],
	] as const) {
		describe(`of ${name}`, () => {
			const { tsp } = hierarchy;

			it('is good when its list does not have it', async () => {
				const [leaf, other] = [leafOf(hierarchy), leafOf(hierarchy)];
				const at = new Date('2026-11-01T00:00:00Z');
				server.answer(
					'/leaf.crl',
					revocationList(tsp, { ...times, revoked: [{ serialNumber: other.spec.serialNumber, at }] }),
				);
				assert.deepEqual(await statusOf(leaf, [tsp]), {
					state: 'good',
					url: leafList,
					nextUpdate: times.nextUpdate,
				});
			});

			it('is revoked when its list has it, also when the list is stale', async () => {
				const leaf = leafOf(hierarchy);
				const at = new Date('2026-11-01T10:11:12Z');
				for (const nextUpdate of [times.nextUpdate, new Date('2026-11-24T11:00:00Z')]) {
					server.answer(
						'/leaf.crl',
						revocationList(tsp, {
							...times,
							nextUpdate,
							revoked: [{ serialNumber: leaf.spec.serialNumber, at }],
						}),
					);
					assert.deepEqual(await statusOf(leaf, [tsp]), {
						state: 'revoked',
						url: leafList,
						at,
						reason: null,
					});
				}
			});

			it('is not told by a list that should have been renewed a second ago', async () => {
				const leaf = leafOf(hierarchy);
				const nextUpdate = new Date('2026-11-24T11:59:59Z');
				server.answer('/leaf.crl', revocationList(tsp, { ...times, nextUpdate, revoked: [] }));
				assert.deepEqual(await statusOf(leaf, [tsp]), { state: 'stale', url: leafList, nextUpdate });
			});

			it('is told by a list that must be renewed this very second', async () => {
				server.answer('/leaf.crl', revocationList(tsp, { ...times, nextUpdate: moment, revoked: [] }));
				assert.equal((await statusOf(leafOf(hierarchy), [tsp]))?.state, 'good');
			});

			it('is not told by a list with a damaged signature, or of another CA', async () => {
				const leaf = leafOf(hierarchy);
				const other = issue(hierarchy.domain, { ...tsp.spec, key: 'rsa-2048-7' }, tsp.signs);
				for (const list of [
					revocationList(tsp, { ...times, revoked: [], signatureDamaged: true }),
					revocationList(hierarchy.domain, { ...times, revoked: [] }),
					revocationList(other, { ...times, revoked: [] }),
				]) {
					server.answer('/leaf.crl', list);
					assert.deepEqual(await statusOf(leaf, [tsp]), {
						state: 'unverifiable',
						url: leafList,
						reason: 'signature',
					});
				}
			});
		});
	}

	it('is checked for the whole chain but its root, with each list fetched once', async () => {
		const path = '/g4.crl';
		const leaves = [g4.leaf(), g4.leaf()];
		server.answer(path, revocationList(g4.tsp, { ...times, revoked: [] }));
		const outcomes = await checkRevocation(
			leaves.map((leaf) => chainOf(leaf, g4.authorities)),
			{ fetch: server.fetch, moment },
		);
		// In the test hierarchy all certificates name the same list, which is that of the TSP CA.
		assert.deepEqual(
			[...leaves, ...g4.authorities].map(({ certificate }) => outcomes.get(certificate.sha256)?.state),
			['good', 'good', 'unverifiable', 'unverifiable', undefined],
		);
		assert.deepEqual(server.requests, [path]);
	});

	it('is not told by a list whose signature this machine cannot verify', async () => {
		server.answer('/leaf.crl', withMixedHashes(revocationList(g4.tsp, { ...times, revoked: [] })));
		assert.deepEqual(await statusOf(leafOf(g4), [g4.tsp]), {
			state: 'unverifiable',
			url: leafList,
			reason: 'algorithm',
		});
	});

	it('is told by the second address when the first gives no answer', async () => {
		const leaf = g1.leaf({
			crlDistributionPoints: ['ldap://x/y', 'http://crl.example.org/gone.crl', leafList],
		});
		server.answer('/leaf.crl', revocationList(g1.tsp, { ...times, revoked: [] }));
		assert.equal((await statusOf(leaf, [g1.tsp]))?.state, 'good');
		assert.deepEqual(server.requests, ['/gone.crl', '/leaf.crl']);
	});

	it('is told by a list in PEM', async () => {
		const list = pem('X509 CRL', revocationList(g4.tsp, { ...times, revoked: [] }));
		server.answer('/leaf.crl', Buffer.from(list));
		assert.equal((await statusOf(leafOf(g4), [g4.tsp]))?.state, 'good');
	});

	it('is not told without the issuer, and nothing is fetched then', async () => {
		assert.deepEqual(await statusOf(leafOf(g4), []), {
			state: 'unverifiable',
			url: leafList,
			reason: 'issuer-missing',
		});
		assert.deepEqual(server.requests, []);
	});

	it('is not told when the certificate names no list over HTTP', async () => {
		const leaf = g4.leaf({ crlDistributionPoints: ['ldap://example.org/cn=x'] });
		assert.deepEqual(await statusOf(leaf, [g4.tsp]), { state: 'no-address' });
	});

	it('is not told by something that is no list', async () => {
		for (const bytes of [Buffer.from('<html>'), Buffer.alloc(0), g4.tsp.der]) {
			server.answer('/leaf.crl', bytes);
			assert.deepEqual(await statusOf(leafOf(g4), [g4.tsp]), {
				state: 'unverifiable',
				url: leafList,
				reason: 'unreadable',
			});
		}
	});

	const unreachable: readonly (readonly [about: string, prepare: () => void, reason: string])[] = [
		['the server has no list', () => undefined, 'status'],
		[
			'the server hangs',
			() => {
				server.answer('/leaf.crl', () => undefined);
			},
			'timeout',
		],
		[
			'the list never ends',
			() => {
				server.answer('/leaf.crl', (response) => {
					Readable.from(endless())
						.on('error', () => undefined)
						.pipe(response);
				});
			},
			'too-large',
		],
		[
			'the server hangs up',
			() => {
				server.answer('/leaf.crl', (response) => response.destroy());
			},
			'network',
		],
		[
			'the server sends elsewhere for ever',
			() => {
				server.answer('/leaf.crl', (response) => response.writeHead(302, { Location: '/leaf.crl' }).end());
			},
			'status',
		],
		[
			'the server sends to a file',
			() => {
				server.answer('/leaf.crl', (response) =>
					response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
				);
			},
			'status',
		],
	];
	for (const [about, prepare, reason] of unreachable) {
		it(`cannot be reached when ${about}`, async () => {
			prepare();
			// What is not about time must not run out of it on a busy machine.
			const timeout = reason === 'timeout' ? 500 : 15_000;
			assert.deepEqual(await statusOf(leafOf(g4), [g4.tsp], timeout), {
				state: 'unreachable',
				url: leafList,
				reason,
			});
		});
	}

	it('is told by a list to which the server redirects', async () => {
		server.answer('/leaf.crl', (response) => response.writeHead(301, { Location: '/new.crl' }).end());
		server.answer('/new.crl', revocationList(g4.tsp, { ...times, revoked: [] }));
		assert.equal((await statusOf(leafOf(g4), [g4.tsp]))?.state, 'good');
	});

	it('is not fetched over HTTP when HTTPS redirects there', async () => {
		const leaf = g4.leaf({ crlDistributionPoints: ['https://crl.example.org/leaf.crl'] });
		server.answer('/leaf.crl', (response) =>
			response.writeHead(301, { Location: 'http://crl.example.org/new.crl' }).end(),
		);
		assert.deepEqual(await statusOf(leaf, [g4.tsp]), {
			state: 'unreachable',
			url: 'https://crl.example.org/leaf.crl',
			reason: 'status',
		});
		assert.deepEqual(server.requests, ['/leaf.crl']);
	});

	it('stops when the user does', async () => {
		const stop = new AbortController();
		server.answer('/leaf.crl', () => {
			stop.abort(new Error('stopped'));
		});
		const chain = chainOf(leafOf(g4), [g4.tsp]);
		await assert.rejects(
			checkRevocation([chain], { fetch: server.fetch, moment, signal: stop.signal }),
			/stopped/,
		);
	});
});

describe('What the check of revocation makes of a certificate', () => {
	const leaf = leafOf(g4);
	const url = leafList;
	const finding = (status: RevocationStatus): readonly string[] => {
		const inspected = judge([leaf, ...g4.authorities], {
			trust: [g4.root.certificate],
			revocation: new Map([[leaf.certificate.sha256, status]]),
		});
		return inspected.findings
			.filter(({ code }) => /revo|crl/.test(code))
			.map(({ code, severity, data }) => `${severity} ${code} ${JSON.stringify(data)}`);
	};
	const rows: readonly (readonly [RevocationStatus, readonly string[]])[] = [
		[{ state: 'good', url, nextUpdate: moment }, []],
		[
			{ state: 'revoked', url, at: moment, reason: 'keyCompromise' },
			['error certificate.revoked {"authority":"","date":"2026-11-24","reason":"keyCompromise"}'],
		],
		[
			{ state: 'stale', url, nextUpdate: moment },
			[
				`warning certificate.crl-stale {"authority":"Gemeente Voorbeeld","url":"${url}","nextUpdate":"2026-11-24"}`,
			],
		],
		[
			{ state: 'unreachable', url, reason: 'timeout' },
			[
				`warning certificate.crl-unavailable {"authority":"Gemeente Voorbeeld","url":"${url}","reason":"timeout"}`,
			],
		],
		[
			{ state: 'no-address' },
			[
				'warning certificate.crl-unavailable {"authority":"Gemeente Voorbeeld","url":"","reason":"no-address"}',
			],
		],
		[
			{ state: 'unverifiable', url, reason: 'scope' },
			[
				`warning certificate.crl-unavailable {"authority":"Gemeente Voorbeeld","url":"${url}","reason":"scope"}`,
			],
		],
	];
	for (const [status, expected] of rows) {
		it(`is ${expected[0]?.split(' ', 2).join(' ') ?? 'nothing'} when it is ${status.state}`, () => {
			assert.deepEqual(finding(status), expected);
		});
	}

	for (const [status, words] of [
		[
			{ state: 'stale', url, nextUpdate: null },
			/staat niet tot wanneer ze geldt; of het certificaat sindsdien is ingetrokken, blijkt er dus niet uit\. /,
		],
		[{ state: 'no-address' }, / Vraag uw certificaatverstrekker waar de lijst staat; /],
		[
			{ state: 'unverifiable', url, reason: 'issuer-missing' },
			/ Voeg de CA-certificaten toe aan het bestand, /,
		],
		[
			{ state: 'unverifiable', url, reason: 'unreadable' },
			/ misschien gaf een proxy of een aanmeldpagina antwoord /,
		],
		[{ state: 'unverifiable', url, reason: 'signature' }, / Controleer of dit de juiste CA-certificaten /],
		[
			{ state: 'unverifiable', url, reason: 'algorithm' },
			/ is op deze computer niet te controleren; .*OpenSSL\./,
		],
		[
			{ state: 'unreachable', url, reason: 'timeout' },
			/ Zorg dat het adres van de CRL vanaf hier bereikbaar is; /,
		],
	] satisfies readonly (readonly [RevocationStatus, RegExp])[]) {
		it(`says what to do when it is ${status.state}${'reason' in status ? ` (${status.reason})` : ''}`, () => {
			const { findings } = judge([leaf, ...g4.authorities], {
				trust: [g4.root.certificate],
				revocation: new Map([[leaf.certificate.sha256, status]]),
			});
			const told = findings.find(({ code }) => code.startsWith('certificate.crl-'));
			assert.ok(told);
			assert.match(
				explain(
					told,
					createTranslate(() => 'nl'),
				).message,
				words,
			);
		});
	}

	it('names the CA that was revoked', () => {
		const inspected = judge([leaf, ...g4.authorities], {
			trust: [g4.root.certificate],
			revocation: new Map([[g4.tsp.certificate.sha256, { state: 'revoked', url, at: moment, reason: null }]]),
		});
		assert.deepEqual(found(inspected, 'certificate.revoked')[0]?.data, {
			authority: 'KPN - G4 PKIo Priv G-TLS SYS - 2025',
			date: '2026-11-24',
			reason: '',
		});
	});

	it('names a CA that was revoked once, also when its name says that it was', () => {
		const tsp = issue(
			g4.domain,
			{ ...g4.tsp.spec, subject: [['CN', 'KPN - G4 PKIo Priv G-TLS SYS - 2024']] },
			'pss-sha512',
		);
		const under = issue(tsp, leaf.spec, 'pss-sha512');
		const told = (status: RevocationStatus): readonly string[] =>
			judge([under, tsp, g4.domain, g4.root], {
				trust: [g4.root.certificate],
				revocation: new Map([[tsp.certificate.sha256, status]]),
			})
				.findings.map(({ code }) => code)
				.filter((code) => code.endsWith('revoked'));
		assert.deepEqual(told({ state: 'revoked', url, at: moment, reason: null }), ['certificate.revoked']);
		assert.deepEqual(told({ state: 'no-address' }), ['certificate.issuer-revoked']);
	});

	it('is a chain that cannot be verified when this machine does not know the algorithm', () => {
		const signature = { name: '1.2.3', oid: '1.2.3', hash: null, saltLength: null, maskHash: null };
		const inspected = judge([{ ...leaf, certificate: { ...leaf.certificate, signature } }, g4.tsp]);
		assert.deepEqual(
			found(inspected, 'certificate.chain-unverifiable').map(({ severity, data }) => [severity, data]),
			[['warning', { certificate: 'Gemeente Voorbeeld', algorithm: '1.2.3' }]],
		);
	});
});

if (isPresent('openssl')) {
	describe('A revocation list that OpenSSL made', () => {
		let folder: string;
		let server: ListServer;

		before(async () => {
			folder = temporaryFolder();
			server = await startListServer();
		});
		after(async () => {
			await server.close();
		});

		const updates = { lastUpdate: '261124000000Z', nextUpdate: '261126000000Z' };

		for (const [name, hierarchy, pss] of [
			['PKCS#1', g1, false],
			['RSASSA-PSS', g4, true],
		] as const) {
			it(`is read and verified with ${name}: date, reason and who is not in it`, async () => {
				const [revoked, good] = [leafOf(hierarchy), leafOf(hierarchy)];
				server.answer(
					'/leaf.crl',
					opensslList(folder, hierarchy.tsp, {
						...updates,
						pss,
						revoked: [
							{ certificate: leafOf(hierarchy), at: '261001000000Z' },
							{ certificate: revoked, at: '261101101112Z', reason: 'keyCompromise' },
						],
					}),
				);
				const chains = [revoked, good].map((leaf) => chainOf(leaf, [hierarchy.tsp]));
				const outcomes = await checkRevocation(chains, { fetch: server.fetch, moment });
				assert.deepEqual(outcomes.get(revoked.certificate.sha256), {
					state: 'revoked',
					url: leafList,
					at: new Date('2026-11-01T10:11:12Z'),
					reason: 'keyCompromise',
				});
				assert.deepEqual(outcomes.get(good.certificate.sha256), {
					state: 'good',
					url: leafList,
					nextUpdate: new Date('2026-11-26T00:00:00Z'),
				});
			});
		}

		for (const [extensions, state] of [
			[['issuingDistributionPoint = critical, @idp', '[idp]', 'onlyuser = TRUE'], 'good'],
			[['issuingDistributionPoint = critical, @idp', '[idp]', 'onlyCA = TRUE'], 'unverifiable'],
			[
				['issuingDistributionPoint = critical, @idp', '[idp]', 'onlysomereasons = keyCompromise'],
				'unverifiable',
			],
			[['issuingDistributionPoint = critical, @idp', '[idp]', 'indirectCRL = TRUE'], 'unverifiable'],
			[['issuingDistributionPoint = critical, @idp', '[idp]', `fullname = URI:${leafList}`], 'good'],
			[
				[
					'issuingDistributionPoint = critical, @idp',
					'[idp]',
					'fullname = URI:http://crl.example.org/other.crl',
				],
				'unverifiable',
			],
			[['1.2.3.4 = critical, DER:0500'], 'unverifiable'],
			[['1.2.3.4 = DER:0500'], 'good'],
		] as const) {
			it(`makes a certificate ${state} with ${extensions.at(-1) ?? ''}`, async () => {
				server.answer(
					'/leaf.crl',
					opensslList(folder, g1.tsp, { ...updates, pss: false, revoked: [], extensions }),
				);
				const leaf = leafOf(g1);
				const outcomes = await checkRevocation([chainOf(leaf, [g1.tsp])], { fetch: server.fetch, moment });
				assert.equal(outcomes.get(leaf.certificate.sha256)?.state, state);
			});
		}
	});
}
