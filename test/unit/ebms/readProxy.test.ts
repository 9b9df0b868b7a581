import assert from 'node:assert/strict';
import { readProxy, withoutPassword } from '../../../src/ebms/transport/readProxy';

const basic = (secret: string): string => `Basic ${Buffer.from(secret).toString('base64')}`;

describe('The URL of a proxy', () => {
	const cases: readonly (readonly [string, ReturnType<typeof readProxy>])[] = [
		['http://proxy.example.org:3128', { host: 'proxy.example.org', port: 3128, authorization: null }],
		['http://proxy.example.org/', { host: 'proxy.example.org', port: 80, authorization: null }],
		['http://[::1]:3128', { host: '::1', port: 3128, authorization: null }],
		['http://jan:p%40ss@proxy:1', { host: 'proxy', port: 1, authorization: basic('jan:p@ss') }],
		['http://jan:100%@proxy:1', { host: 'proxy', port: 1, authorization: basic('jan:100%') }],
		['https://proxy.example.org', undefined],
		['socks5://proxy.example.org', undefined],
		['proxy.example.org:3128', undefined],
	];
	for (const [text, expected] of cases) {
		it(`is read: ${text}`, () => {
			assert.deepEqual(readProxy(text), expected);
		});
	}

	for (const secret of ['jan:geheim', 'jan:ge@heim', 'jan:ge/heim', 'jan@gemeente:geheim']) {
		it(`is shown without ${secret}`, () => {
			assert.equal(withoutPassword(`http://${secret}@proxy:3128/`), 'http://proxy:3128/');
		});
	}
});
