import type { Translate } from '../../text';
import type { TrustOrigin } from './trustAnchor';

/** Says who said that a root may be trusted. `file`: where it stands. */
export function trustInWords(origin: TrustOrigin, file: string, t: Translate): string {
	switch (origin) {
		case 'connection':
			return t('named with the connection: {0}', file);
		case 'setting':
			return t('in the setting {0}: {1}', 'lopendeZaken.certificates.trust', file);
		case 'pkioverheid':
			return t('of the fetched CA certificates of PKIoverheid');
	}
}
