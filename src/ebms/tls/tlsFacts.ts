import type { TLSSocket } from 'node:tls';
import { readAsn1 } from '../../certificates/asn1/read';
import type { Certificate, DistinguishedName } from '../../certificates/certificate';
import { isReadable, readCertificate } from '../../certificates/readCertificate';
import { readName } from '../../certificates/readName';
import type { Handshake } from './readHandshake';

/** What is known of a TLS connection, also of one that failed. Plain data. */
export interface TlsFacts {
	/** `TLSv1.3`; `null` when none was agreed on. */
	readonly protocol: string | null;
	/** The name that IANA gives it. */
	readonly cipher: string | null;
	/** The name that was asked for (SNI); `null` for an address. */
	readonly serverName: string | null;
	/** As the server sent it, its own certificate first; empty when it was not seen. */
	readonly chain: readonly Certificate[];
	/** `null` when it could not be seen. */
	readonly clientCertificateRequested: boolean | null;
	/** The CAs whose certificates the server says it takes, empty for any; `null` when that is not known. */
	readonly acceptedAuthorities: readonly DistinguishedName[] | null;
	/** The certificate that we have for it; `null` when none was configured. It is only shown to a server that asks. */
	readonly clientCertificate: Certificate | null;
	/** It and its issuers, as they are sent; empty without one. */
	readonly clientChain: readonly Certificate[];
	/** The alert with which the server broke off. */
	readonly alert: number | null;
}

/** What both sides agreed on. */
export type AgreedTls = Pick<TlsFacts, 'protocol' | 'cipher'>;

/** To be asked while the connection is there. */
export function agreedIn({ socket }: { readonly socket: TLSSocket }): AgreedTls {
	// Neither is there any more when the server has hung up at once.
	const cipher = socket.getCipher() as { readonly standardName: string } | null | undefined;
	return { protocol: socket.getProtocol(), cipher: cipher?.standardName ?? null };
}

/** Gathers the facts. `agreed` is `null` when the handshake failed. */
export function tlsFactsOf(
	handshake: Handshake,
	agreed: AgreedTls | null,
	known: Pick<TlsFacts, 'serverName' | 'clientCertificate' | 'clientChain'>,
): TlsFacts {
	return {
		protocol: agreed?.protocol ?? handshake.version,
		cipher: agreed?.cipher ?? null,
		chain: certificatesIn(handshake.chain ?? []),
		clientCertificateRequested: handshake.clientCertificateRequested,
		acceptedAuthorities: handshake.acceptedAuthorities?.flatMap(nameIn) ?? null,
		alert: handshake.alert,
		...known,
	};
}

/** Those of a chain that can be read. */
export function certificatesIn(chain: readonly Uint8Array[]): readonly Certificate[] {
	return chain.map(readCertificate).filter(isReadable);
}

function nameIn(der: Uint8Array): readonly DistinguishedName[] {
	const element = readAsn1(der);
	const name = typeof element === 'string' ? undefined : readName(element);
	return name === undefined ? [] : [name];
}
