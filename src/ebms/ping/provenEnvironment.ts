import type { ConnectionEnvironment } from '../connection';
import { isLoopback, readEndpoint } from '../transport/endpoint';

/**
 * What an answer from an endpoint says something about: the environment that the connection is said to be of, but whatever it is said to be, what
 * never left this machine proves nothing about another.
 */
export function provenEnvironment(environment: ConnectionEnvironment, url: string): ConnectionEnvironment {
	const endpoint = readEndpoint(url);
	return 'fault' in endpoint || isLoopback(endpoint.host) ? 'local' : environment;
}
