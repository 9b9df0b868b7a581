import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Certificate } from '../../certificates/certificate';
import { createPool, type PooledCertificate } from '../../certificates/certificatePool';
import { buildChain, type Chain } from '../../certificates/chain';
import { keystoreFormat } from '../../certificates/containers/keystore';
import { readContainer } from '../../certificates/containers/readContainer';
import { readPrivateKeys, type PrivateKeyFault } from './privateKeys';

/** A certificate with its key: what a party shows that it is. The key is in memory only as long as this is. */
export interface Identity {
	readonly certificate: Certificate;
	/** What is sent: the certificate, then its issuers as far as they are at hand, without the root. */
	readonly chain: readonly [Certificate, ...Certificate[]];
	/** The same with its root, as far as it is known, and why it goes no further. */
	readonly path: Chain;
	readonly privateKey: KeyObject;
}

/**
 * Why there is no identity.
 * - `certificate-missing`: there is no certificate in the file, or none that can be read.
 * - `key-missing`: there is no private key.
 * - `java-keystore`: the key should stand in a JKS or JCEKS, of which only certificates are read.
 * - `key-mismatch`: none of the private keys is that of a certificate.
 * - `too-weak`: the TLS library of this machine does not take it, as its key or signature is too weak.
 */
export type IdentityFault =
	PrivateKeyFault | 'certificate-missing' | 'key-missing' | 'java-keystore' | 'key-mismatch' | 'too-weak';

export interface IdentityFiles {
	/** PEM, DER, PKCS#7 or PKCS#12. */
	readonly certificate: Uint8Array;
	/** Where the key stands; `null` when it is in the same file. */
	readonly key: Uint8Array | null;
	/** Of a PKCS#12 or an encrypted key; not kept. */
	readonly passphrase?: string | undefined;
	/** Certificates from which a chain that is not complete in the file is completed. */
	readonly others: readonly Certificate[];
}

/** Reads a client certificate with its private key and chain. Costs time: up to some seconds for a PKCS#12. Never throws. */
export function readIdentity(files: IdentityFiles): Identity | { readonly fault: IdentityFault } {
	const { passphrase } = files;
	const container = readContainer(
		files.certificate,
		passphrase === undefined ? {} : { password: passphrase },
	);
	if (container.state === 'locked') {
		return { fault: container.reason === 'password-needed' ? 'passphrase-needed' : 'passphrase-wrong' };
	}
	const certificates = container.state === 'read' ? container.entries.map((entry) => entry.certificate) : [];
	if (certificates.length === 0) {
		return { fault: 'certificate-missing' };
	}
	const keyFile = files.key ?? files.certificate;
	if (keystoreFormat(keyFile) !== undefined) {
		return { fault: 'java-keystore' };
	}
	const read = readPrivateKeys(keyFile, passphrase);
	if ('fault' in read) {
		return read;
	}
	if (read.keys.length === 0) {
		return { fault: 'key-missing' };
	}
	for (const privateKey of read.keys) {
		const certificate = certificates.find((one) => belongsTo(one, privateKey));
		if (certificate !== undefined) {
			return { certificate, privateKey, ...chainOf(certificate, certificates, files.others) };
		}
	}
	return { fault: 'key-mismatch' };
}

/** Compared as bytes: what the TLS library says of a mismatch differs between libraries. */
function belongsTo({ publicKeyDer }: Certificate, privateKey: KeyObject): boolean {
	return createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).equals(publicKeyDer);
}

function chainOf(
	certificate: Certificate,
	own: readonly Certificate[],
	others: readonly Certificate[],
): Pick<Identity, 'chain' | 'path'> {
	const pooled = (certificates: readonly Certificate[], origin: 'file' | 'trust'): PooledCertificate[] =>
		certificates.map((one) => ({ certificate: one, origin }));
	const pool = createPool([...pooled(others, 'trust'), ...pooled(own, 'file')]);
	const path = buildChain({ certificate, origin: 'file' }, pool);
	const issuers = path.steps.slice(1).map((step) => step.certificate);
	// The other side must have the root itself: sending it is of no use.
	const sent = path.end.state === 'root' ? issuers.slice(0, -1) : issuers;
	return { chain: [certificate, ...sent], path };
}
