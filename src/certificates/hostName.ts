import { isIP } from 'node:net';

/** The host in what people give for one: a name or address as it is, but also `name:port` and the whole address of an endpoint. */
export function hostNameIn(text: string): string {
	const given = text.trim();
	if (isIP(given) !== 0 || !/[:/]/.test(given)) {
		return given;
	}
	const address = given.includes('://') ? given : `https://${given}`;
	const host = URL.canParse(address) ? new URL(address).hostname : '';
	return host === '' ? given : host.replace(/^\[|\]$/g, '');
}
