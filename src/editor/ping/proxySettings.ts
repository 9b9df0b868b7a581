import { workspace } from 'vscode';
import type { Proxy } from '../../ebms/transport/connect';
import { isLoopback, readEndpoint } from '../../ebms/transport/endpoint';
import { readProxy, withoutPassword } from '../../ebms/transport/readProxy';
import type { Translate } from '../../text';

/** The proxy that VS Code's settings ask for; `null` without one. */
export function proxyFor(url: string): Proxy | null {
	return readProxy(proxyUrl(url)) ?? null;
}

/** Why that proxy cannot be used; `null` when it can, or when there is none. Going round it in silence would be another connection. */
export function complainOfProxy(url: string, t: Translate): string | null {
	const proxy = proxyUrl(url);
	return proxy === '' || readProxy(proxy) !== undefined
		? null
		: t(
				'The proxy {0} of the settings of VS Code cannot be used: only one whose address begins with http:// can.',
				withoutPassword(proxy),
			);
}

/** The proxy that VS Code's settings ask for, to be shown; `null` without one. */
export function proxyInWords(url: string): string | null {
	const proxy = proxyUrl(url);
	return proxy === '' ? null : withoutPassword(proxy);
}

/** As VS Code does it: not for this machine itself, nor for hosts of `http.noProxy`. */
function proxyUrl(url: string): string {
	const endpoint = readEndpoint(url);
	const http = workspace.getConfiguration('http');
	if ('fault' in endpoint || isLoopback(endpoint.host) || http.get('proxySupport') === 'off') {
		return '';
	}
	const { host } = endpoint;
	const isExcepted = (http.get<readonly string[]>('noProxy') ?? []).some((name) => {
		const domain = name
			.trim()
			.toLowerCase()
			.replace(/^\*?\./, '');
		return domain !== '' && (host.toLowerCase() === domain || host.toLowerCase().endsWith(`.${domain}`));
	});
	return isExcepted ? '' : (http.get<string>('proxy') ?? '');
}
