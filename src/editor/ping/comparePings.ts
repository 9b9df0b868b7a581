import { commands, window, workspace, Uri, Disposable } from 'vscode';
import { comparableText } from '../../ebms/ping/comparableText';
import type { PingRecord } from '../../ebms/ping/pingRecord';
import type { Services } from '../services';
import { localTime } from './moment';
import type { PastPing } from './pastPing';
import type { PingHistory } from './pingHistory';

/** Lays Pings over the same connection side by side, in the diff editor. */
export interface PingComparison {
	/** Compares a Ping with the one before it. */
	readonly withPrevious: (ping: Pick<PastPing, 'connection' | 'at'>) => Promise<boolean>;
	readonly dispose: () => void;
}

const scheme = 'lopende-zaken-ping-compare';

export function createPingComparison({ t, faults }: Services, history: PingHistory): PingComparison {
	/** Of the comparisons that are open. */
	const texts = new Map<string, string>();
	const owned = Disposable.from(
		workspace.registerTextDocumentContentProvider(scheme, {
			provideTextDocumentContent: (address) => texts.get(address.toString()),
		}),
		workspace.onDidCloseTextDocument(({ uri }) => {
			texts.delete(uri.toString());
		}),
	);
	const addressOf = (record: PingRecord): Uri => {
		const address = Uri.from({
			scheme,
			path: `/${record.connection.replace(/[\\/]/g, '-')}.md`,
			query: record.at,
		});
		texts.set(address.toString(), comparableText(record, t));
		return address;
	};
	const tell = (sentence: string): false => {
		faults.watch(window.showInformationMessage(sentence));
		return false;
	};
	return {
		async withPrevious({ connection, at }) {
			const past = history.find(connection, at);
			const previous = history.before({ connection, at });
			if (past === undefined || previous === undefined) {
				return tell(t('There is no earlier Ping over {0} to compare with.', connection));
			}
			const [old, recent] = await Promise.all([history.open(previous), history.open(past)]);
			if (old === undefined || recent === undefined) {
				return tell(t('That Ping is not kept any more.'));
			}
			const [from, to] = [old, recent].map((record) => localTime(new Date(record.at)));
			await commands.executeCommand(
				'vscode.diff',
				addressOf(old),
				addressOf(recent),
				t('{0}: {1} and {2}', connection, from ?? '', to ?? ''),
				{ preview: true },
			);
			return true;
		},
		dispose() {
			owned.dispose();
		},
	};
}
