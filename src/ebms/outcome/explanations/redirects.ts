import type { Translate } from '../../../text';
import type { RedirectTarget } from '../outcome';
import type { Explainers } from './explanation';
import type { RequestWords } from './requestWords';

export const redirectExplainers: Explainers<'redirected'> = {
	redirected: ({ status, location, target }, t, words) => ({
		summary:
			location === null
				? t('The server answered with a redirect (HTTP {0}) that does not say where to.', status)
				: t('The server refers to another address (HTTP {0}): {1}', status, location),
		meaning: words.noRedirects(t),
		causes: redirectCauses(target, t, words),
		next: [words.checkUrl(t), words.askNewUrl(t)],
	}),
};

/** Why a server may refer to another address, the likeliest first. */
function redirectCauses(target: RedirectTarget | null, t: Translate, words: RequestWords): readonly string[] {
	const incomplete = t('The URL is not complete: a path or a slash at the end is missing.');
	const portal = t('A portal or login page stands before the endpoint.');
	switch (target) {
		case 'slash':
			return [incomplete];
		case 'same':
			return [
				t(
					'The server wants to set a cookie first, or to have somebody log in: it refers to the address that was asked.',
				),
				portal,
			];
		case 'plain-http':
			return [
				t(
					'The server behind the load balancer does not know that the outside is HTTPS, and writes its own address wrong.',
				),
				incomplete,
				portal,
			];
		case 'host':
			return [portal, words.moved(t), incomplete];
		case 'path':
		case null:
			return [incomplete, portal, words.moved(t)];
	}
}
