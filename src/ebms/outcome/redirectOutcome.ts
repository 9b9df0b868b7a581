import type { Endpoint } from '../transport/endpoint';
import type { HttpResponse } from '../transport/sendRequest';
import type { Outcome, RedirectTarget } from './outcome';

/** What a redirect says; `undefined` when the response is none. */
export function redirectOutcome(
	{ status, headers }: HttpResponse,
	{ url }: Endpoint,
): (Outcome & { readonly kind: 'redirected' }) | undefined {
	if (status < 300 || status > 399) {
		return undefined;
	}
	const location = headers['location']?.trim() ?? '';
	return location === ''
		? { kind: 'redirected', status, location: null, target: null }
		: { kind: 'redirected', status, location, target: targetOf(location, url) };
}

function targetOf(location: string, asked: URL): RedirectTarget | null {
	if (!URL.canParse(location, asked.href)) {
		return null;
	}
	const target = new URL(location, asked);
	if (target.protocol === 'http:' && asked.protocol !== 'http:') {
		return 'plain-http';
	}
	if (target.origin !== asked.origin) {
		return 'host';
	}
	switch (target.pathname) {
		case asked.pathname:
			return 'same';
		case `${asked.pathname}/`:
			return 'slash';
		default:
			return 'path';
	}
}
