import { ProgressLocation, window } from 'vscode';
import { fetchBytes, type Fetched } from '../../certificates/revocation/fetchBytes';
import type { Translate } from '../../text';
import { editorFetch } from './editorFetch';

/**
 * Fetches revocation lists, with progress that can be stopped. Here and not in the worker, as VS Code only has
 * this thread follow the proxy of the user.
 *
 * @returns `undefined` when the user stopped it.
 */
export async function fetchLists(
	addresses: readonly string[],
	t: Translate,
): Promise<ReadonlyMap<string, Fetched> | undefined> {
	const stop = new AbortController();
	return window.withProgress(
		{
			location: ProgressLocation.Notification,
			title: t('Checking revocation'),
			cancellable: true,
		},
		async (progress, token) => {
			token.onCancellationRequested(() => {
				stop.abort();
			});
			const fetchOne = async (url: string): Promise<readonly [string, Fetched]> => {
				const fetched = await fetchBytes(url, { fetch: editorFetch, signal: stop.signal });
				progress.report({ message: url, increment: 100 / addresses.length });
				return [url, fetched];
			};
			try {
				return new Map(await Promise.all(addresses.map(fetchOne)));
			} catch (error) {
				if (stop.signal.aborted) {
					return undefined;
				}
				throw error;
			}
		},
	);
}
