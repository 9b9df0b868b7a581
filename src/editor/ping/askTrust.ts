import { window } from 'vscode';
import { authorityFolder } from '../../certificates/authorityFolder';
import type { ConnectionEnvironment } from '../../ebms/connection';
import { gatherTrust } from '../../ebms/trust/gatherTrust';
import { readFetchedAuthorities } from '../../ebms/trust/readTrustFile';
import type { Translate } from '../../text';

/** By what the other side is trusted: only a question when there is a choice. */
export async function askTrust(
	title: string,
	environment: ConnectionEnvironment,
	t: Translate,
): Promise<'fetched' | 'files' | undefined> {
	const pkioverheid = readFetchedAuthorities(authorityFolder(process.env));
	const fetched = gatherTrust(environment, { connection: [], setting: [], pkioverheid });
	if (fetched.length === 0) {
		return 'files';
	}
	const item = await window.showQuickPick(
		[
			{
				label: t('The fetched CA certificates of PKIoverheid'),
				detail: t('Enough when the other side has a certificate of PKIoverheid (G1 or G4).'),
				value: 'fetched' as const,
			},
			{
				label: t('Roots from files…'),
				detail: t('For any other certificate; the fetched ones count too.'),
				value: 'files' as const,
			},
		],
		{ title, ignoreFocusOut: true, placeHolder: t('By what is the other side trusted?') },
	);
	return item?.value;
}
