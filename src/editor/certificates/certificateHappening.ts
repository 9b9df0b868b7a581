import { workspace, type Uri } from 'vscode';
import type { InspectedCertificate } from '../../certificates/inspect';
import { fingerprint } from '../onboarding/fingerprint';
import type { HappeningTeller } from '../onboarding/happenings';

/** What the inspection of a certificate in a file shows of the tasks of the onboarding. */
export function certificateHappening(file: Uri, { verdict, oin }: InspectedCertificate): HappeningTeller {
	return async (folder) =>
		workspace.getWorkspaceFolder(file)?.uri.toString() === folder.uri.toString() && verdict !== null
			? [
					{
						kind: 'certificate',
						when: new Date().toISOString(),
						suitable: verdict.kind !== 'unsuitable',
						test: verdict.environment === 'test',
						oin: oin?.parsed.kind === 'oin' ? oin.value : null,
						file: workspace.asRelativePath(file, false),
						sha256: await fingerprint(file),
					},
				]
			: [];
}
