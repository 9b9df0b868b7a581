import type * as http from 'node:http';
import { createRequire } from 'node:module';
import type { Fetch } from '../../certificates/revocation/fetchBytes';
import { responseTo } from '../../certificates/revocation/responseTo';

/**
 * Asks with the `http` and `https` that VS Code gives to extensions: those follow the proxy of the user, whatever kind it is, and trust the
 * certificates of the system. They only come by `require`, under names without `node:`. `fetch` follows the proxy as well, but has it make
 * a tunnel for plain HTTP too, which most proxies refuse.
 */
export const editorFetch: Fetch = (url, { signal }) => {
	const load = createRequire(import.meta.url);
	const { request } = load(url.protocol === 'https:' ? 'https' : 'http') as typeof http;
	return responseTo(request(url, { signal }).end());
};
