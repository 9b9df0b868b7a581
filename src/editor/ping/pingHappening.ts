import { workspace, Uri } from 'vscode';
import { provenEnvironment } from '../../ebms/ping/provenEnvironment';
import type { PingRecord } from '../../ebms/ping/pingRecord';
import { baseFolder } from '../config';
import type { HappeningTeller } from '../onboarding/happenings';
import type { ConfiguredConnection } from './configuredConnection';

/** What a Ping shows of the tasks of the onboarding: told to the folder that the connection belongs to. */
export function pingHappening(
	{ connection, environment, url, at, report }: PingRecord,
	{ source }: ConfiguredConnection,
): HappeningTeller {
	return (folder) => {
		const own =
			(source.kind === 'cpa' ? workspace.getWorkspaceFolder(Uri.file(source.file)) : undefined) ??
			baseFolder();
		return Promise.resolve(
			own?.uri.toString() === folder.uri.toString()
				? [
						{
							kind: 'ping',
							when: at,
							environment: provenEnvironment(environment, url),
							outcome: report.outcome,
							connection,
						},
					]
				: [],
		);
	};
}
