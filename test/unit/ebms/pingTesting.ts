import type { Certificate } from '../../../src/certificates/certificate';
import type { PingTarget } from '../../../src/ebms/connection';
import { readIdentity, type Identity } from '../../../src/ebms/credentials/readIdentity';
import { createReplyHeader } from '../../../src/ebms/message/createHeader';
import type { MessageHeader, SignalAction } from '../../../src/ebms/message/message';
import { readMessage } from '../../../src/ebms/message/readMessage';
import { sendPing, type PingResult } from '../../../src/ebms/ping/sendPing';
import type { PingRequest } from '../../../src/ebms/ping/pingRequest';
import type { TrustAnchor } from '../../../src/ebms/trust/trustAnchor';
import type { CertificateSpec, Issued } from '../certificates/pki/issue';
import { makePki, type Hierarchy } from '../certificates/pki/makePki';

export const pki = makePki();

/** The hierarchy of both parties, unless a test says otherwise. */
export const hierarchy = pki.g4Trial;

/** Names under which the servers of the tests are reached. */
export const loopbackNames = [
	{ type: 'dns', value: 'localhost' },
	{ type: 'ip', value: '127.0.0.1' },
] as const;

/** A certificate with its issuers, without the root, as PEM. */
export function chainPem(leaf: Issued, { tsp, domain }: Hierarchy = hierarchy): string {
	return [leaf, tsp, domain].map(({ pem }) => pem).join('');
}

/** A certificate and key as a server takes them. */
export function serverCertificate(
	overrides: Partial<CertificateSpec> = {},
	of: Hierarchy = hierarchy,
): { readonly cert: string; readonly key: string } {
	const leaf = of.leaf({ subjectAlternativeNames: loopbackNames, ...overrides });
	return { cert: chainPem(leaf, of), key: leaf.keyPem };
}

/** What we show that we are. */
export function clientIdentity(
	overrides: Partial<CertificateSpec> = {},
	of: Hierarchy = hierarchy,
	others: readonly Certificate[] = [],
): Identity {
	const leaf = of.leaf({ subjectAlternativeNames: loopbackNames, ...overrides });
	const identity = readIdentity({
		certificate: Buffer.from(chainPem(leaf, of)),
		key: Buffer.from(leaf.keyPem),
		others,
	});
	if ('fault' in identity) {
		throw new Error(`The test made an identity that cannot be read: ${identity.fault}`);
	}
	return identity;
}

const target: PingTarget = {
	url: '',
	cpaId: 'Voorbeeld & <Co>_1',
	from: { value: '00000099999999910000_T', type: 'urn:osb:oin' },
	to: { value: '00000099999999920000_T', type: 'urn:osb:oin' },
	syncReplyMode: null,
	pongEndpoint: null,
	environment: null,
	cpa: null,
};

const client = clientIdentity();

/** A certificate as the connection names it. */
export function anchor(certificate: Certificate): TrustAnchor {
	return { certificate, origin: 'connection', file: 'root.pem', isDer: false };
}

/** A request that is right in all respects, but for what is given. */
export function pingTo(
	url: string,
	overrides: Partial<Omit<PingRequest, 'target'>> & { readonly target?: Partial<PingTarget> } = {},
): PingRequest {
	return {
		sync: 'cpa',
		identity: client,
		trust: [anchor(hierarchy.root.certificate)],
		proxy: null,
		listen: null,
		timeout: 10,
		...overrides,
		target: { ...target, url, ...overrides.target },
	};
}

export function send(request: PingRequest, signal = new AbortController().signal): Promise<PingResult> {
	return sendPing(request, { signal });
}

/** The header of a message that came in. */
export function headerOf(body: string): MessageHeader {
	const message = readMessage(Buffer.from(body));
	if (message.kind !== 'message') {
		throw new Error(`No message but ${message.kind}: ${body}`);
	}
	return message.header;
}

/** The header of an answer to a Ping, with what is other than it should be. */
export function replyTo(
	body: string,
	action: SignalAction,
	overrides: Partial<MessageHeader> = {},
): MessageHeader {
	return { ...createReplyHeader(headerOf(body), action, 'msh-b.example.org', new Date()), ...overrides };
}
