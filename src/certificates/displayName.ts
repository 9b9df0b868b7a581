import { printable } from '../printable';
import type { DistinguishedName } from './certificate';
import { commonNameOf } from './pkioverheid';

/** How people call who has a name: by the common name, or by the whole name when there is none. Fit to show, see {@link printable}. */
export function displayNameOf(name: DistinguishedName): string {
	const commonName = commonNameOf(name)?.trim() ?? '';
	return printable(commonName === '' ? name.text : commonName);
}
