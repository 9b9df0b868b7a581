import { join } from 'node:path';
import { readStoredAuthorities } from '../../certificates/authorityStore';
import { readContainer } from '../../certificates/containers/readContainer';
import type { TrustAnchor, TrustOrigin } from './trustAnchor';

/** The certificates in the bytes of a file to trust; empty when there is none that can be read. */
export function readTrustFile(file: string, bytes: Uint8Array, origin: TrustOrigin): readonly TrustAnchor[] {
	const container = readContainer(bytes);
	const isDer = !Buffer.from(bytes).includes('-----BEGIN');
	return container.state === 'read'
		? container.entries.map(({ certificate }) => ({ certificate, origin, file, isDer }))
		: [];
}

/** The CA certificates of PKIoverheid that were fetched on this machine. */
export function readFetchedAuthorities(folder: string): readonly TrustAnchor[] {
	return readStoredAuthorities(folder).map((certificate) => ({
		certificate,
		origin: 'pkioverheid',
		file: join(folder, `${certificate.sha256}.cer`),
		isDer: true,
	}));
}
