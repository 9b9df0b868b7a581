import assert from 'node:assert/strict';
import { environmentProxy } from '../../../src/cli/environmentProxy';

type Environment = Readonly<Record<string, string>>;

const proxy = 'http://proxy.example:3128';

describe('The proxy of the environment', () => {
	const rows: readonly (readonly [
		about: string,
		url: string,
		env: Environment,
		expected: string | undefined,
	])[] = [
		['none without a variable', 'http://a.example/', {}, undefined],
		['that of http', 'http://a.example/', { HTTP_PROXY: proxy }, proxy],
		[
			'that of http in small letters before capitals',
			'http://a.example/',
			{ http_proxy: proxy, HTTP_PROXY: 'x' },
			proxy,
		],
		['not that of http for https', 'https://a.example/', { HTTP_PROXY: proxy }, undefined],
		['that of https', 'https://a.example/', { HTTPS_PROXY: proxy }, proxy],
		[
			'that of all when there is none of its own',
			'https://a.example/',
			{ ALL_PROXY: proxy, HTTP_PROXY: 'x' },
			proxy,
		],
		['none when the variable is empty', 'http://a.example/', { http_proxy: '', HTTP_PROXY: '' }, undefined],
		['none for this machine', 'http://localhost:8080/', { HTTP_PROXY: proxy }, undefined],
		['none for this machine by its address', 'http://[::1]:8080/', { HTTP_PROXY: proxy }, undefined],
	];
	for (const [about, url, env, expected] of rows) {
		it(`is ${about}`, () => {
			assert.equal(environmentProxy(new URL(url), env), expected);
		});
	}

	const exceptions: readonly (readonly [exceptions: string, url: string, isExcepted: boolean])[] = [
		['*', 'http://a.example/', true],
		['a.example', 'http://a.example/', true],
		['A.Example', 'http://a.example/', true],
		['a.example', 'http://www.a.example/', true],
		['a.example', 'http://aa.example/', false],
		['.a.example', 'http://www.a.example/', true],
		['*.a.example', 'http://www.a.example/', true],
		['b.example, a.example', 'http://a.example/', true],
		['b.example a.example', 'http://a.example/', true],
		['a.example:80', 'http://a.example/', true],
		['a.example:443', 'https://a.example/', true],
		['a.example:8080', 'http://a.example/', false],
		['192.0.2.1', 'http://192.0.2.1/', true],
		['2001:db8::1', 'http://[2001:db8::1]/', true],
		['[2001:db8::1]:80', 'http://[2001:db8::1]/', true],
		['[2001:db8::1]:81', 'http://[2001:db8::1]/', false],
		[',', 'http://a.example/', false],
	];
	for (const [list, url, isExcepted] of exceptions) {
		it(`is ${isExcepted ? 'not ' : ''}used for ${url} when no_proxy is "${list}"`, () => {
			const env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
			const expected = isExcepted ? undefined : proxy;
			assert.equal(environmentProxy(new URL(url), { ...env, NO_PROXY: list }), expected);
			assert.equal(environmentProxy(new URL(url), { ...env, no_proxy: list }), expected);
		});
	}
});
