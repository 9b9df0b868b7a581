import { isLoopback } from '../ebms/transport/endpoint';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, as curl and most programs do it: `http_proxy`, `https_proxy` and `all_proxy`, in
 * small letters or capitals, but not for the hosts of `no_proxy`. This machine itself is never reached by a proxy, as in VS Code.
 *
 * @returns What the variable says; `undefined` when there is to be no proxy.
 */
export function environmentProxy({ protocol, hostname, port }: URL, env: Variables): string | undefined {
	const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
	const portNumber = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
	const named = variable(`${protocol.slice(0, -1)}_proxy`, env) ?? variable('all_proxy', env);
	if (named === undefined || isLoopback(host)) {
		return undefined;
	}
	const exceptions = (variable('no_proxy', env) ?? '').split(/[\s,]+/);
	return exceptions.some((exception) => isExcepted(host, portNumber, exception)) ? undefined : named;
}

/** What is set to nothing counts as not set. */
function variable(name: string, env: Variables): string | undefined {
	return [env[name], env[name.toUpperCase()]].find((value) => value !== undefined && value !== '');
}

/** An exception is `*`, or a host or domain, with a dot or `*.` in front or without, for all ports or one. */
function isExcepted(host: string, port: string, exception: string): boolean {
	const parts = /^(?:\[(?<address>[^\]]*)\]|(?<name>[^:]*))(?::(?<port>\d+))?$/.exec(exception)?.groups;
	// What does not fit is an IPv6 address without brackets.
	const name = parts?.['address'] ?? parts?.['name'] ?? exception;
	const onlyPort = parts?.['port'] ?? port;
	const domain = name.toLowerCase().replace(/^\*?\./, '');
	return (
		domain !== '' && onlyPort === port && (domain === '*' || host === domain || host.endsWith(`.${domain}`))
	);
}
