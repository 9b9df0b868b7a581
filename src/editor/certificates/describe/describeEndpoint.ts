import { displayNameOf } from '../../../certificates/displayName';
import type { DistinguishedName } from '../../../certificates/certificate';
import type { EndpointInspection } from '../../../ebms/inspection/inspectEndpoint';
import { explainOutcome } from '../../../ebms/outcome/explainOutcome';
import type { Endpoint } from '../../../ebms/transport/endpoint';
import type { Translate } from '../../../text';
import type { FindingModel, RowModel } from '../view/model';

/** More accepted CAs than are named one by one. */
const mostNamed = 10;

/** `host:port`, an address of IPv6 in brackets. */
export function nameOf({ url, port }: Pick<Endpoint, 'url' | 'port'>): string {
	return `${url.hostname}:${port}`;
}

/** What a server told in the handshake, in words. */
export function describeEndpoint(
	endpoint: Endpoint,
	{ tls, failure }: EndpointInspection,
	t: Translate,
): { readonly facts: readonly RowModel[]; readonly findings: readonly FindingModel[] } {
	const facts: RowModel[] = [row(t('Server'), nameOf(endpoint))];
	if (tls !== null) {
		const { protocol, cipher, chain, clientCertificateRequested, acceptedAuthorities, clientCertificate } =
			tls;
		facts.push(
			row(t('Protocol'), protocol ?? t('none was agreed on'), protocolNote(protocol, t)),
			...(cipher === null ? [] : [row(t('Cipher'), cipher)]),
			row(
				t('Sent chain'),
				chain.length === 0 ? t('not seen') : chain.map(({ subject }) => displayNameOf(subject)).join(' → '),
			),
			row(t('Asks for a client certificate'), askedWords(clientCertificateRequested, t)),
			...(clientCertificateRequested === true && acceptedAuthorities !== null
				? [row(t('Accepted CAs'), authorityWords(acceptedAuthorities, t))]
				: []),
			...(clientCertificate === null
				? []
				: [
						row(
							t('Shown client certificate'),
							displayNameOf(clientCertificate.subject),
							failure === null && clientCertificateRequested === true ? t('not refused by the server') : null,
						),
					]),
		);
	}
	if (failure === null) {
		return { facts, findings: [] };
	}
	const { summary, meaning, causes } = explainOutcome(failure, t);
	return {
		facts,
		findings: [
			{
				code: null,
				severity: 'error',
				problem: summary,
				cure: [meaning, ...causes].join(' '),
				source: t('the handshake of TLS'),
			},
		],
	};
}

function row(label: string, value: string, note: string | null = null): RowModel {
	return { label, value, note, isCode: false };
}

/** Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1 TLS003, TLS004. */
function protocolNote(protocol: string | null, t: Translate): string | null {
	switch (protocol) {
		case 'TLSv1.3':
			return t('recommended for Digikoppeling');
		case 'TLSv1.2':
			return t('good enough for Digikoppeling; TLS 1.3 is recommended');
		case null:
			return null;
		default:
			return t('forbidden for Digikoppeling');
	}
}

function askedWords(isRequested: boolean | null, t: Translate): string {
	if (isRequested === null) {
		return t('not seen');
	}
	return isRequested ? t('yes') : t('no: Digikoppeling wants TLS on both sides');
}

function authorityWords(names: readonly DistinguishedName[], t: Translate): string {
	if (names.length === 0) {
		return t('not named');
	}
	const named = names.slice(0, mostNamed).map(displayNameOf).join(', ');
	return names.length > mostNamed ? t('{0} and {1} more', named, names.length - mostNamed) : named;
}
