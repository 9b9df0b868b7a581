import { ProgressLocation, window } from 'vscode';
import { storeAuthorities } from '../../certificates/authorityStore';
import { fetchHierarchy, type FetchedHierarchy } from '../../certificates/fetchHierarchy';
import { fetchFailureWords } from '../../certificates/fetchWords';
import type { Translate } from '../../text';
import type { CertificateServices } from './certificateServices';
import { editorFetch } from './editorFetch';

/** Downloads the CA certificates of PKIoverheid, keeps them on this machine and says how that went. */
export async function fetchAuthorities(services: CertificateServices): Promise<void> {
	const { faults, t } = services;
	const fetched = await window.withProgress(
		{
			location: ProgressLocation.Notification,
			title: t('Fetching the CA certificates of PKIoverheid'),
			cancellable: true,
		},
		async (_, token) => {
			const stop = new AbortController();
			token.onCancellationRequested(() => {
				stop.abort();
			});
			return download(stop.signal);
		},
	);
	if (fetched === undefined) {
		return;
	}
	const { certificates, failures } = fetched;
	const unwritable = storeAuthorities(services.authorities, certificates);
	if (unwritable !== null) {
		const sentence = t(
			'{0} CA certificates of PKIoverheid were downloaded, but cannot be kept in {1}: {2}.',
			certificates.length,
			services.authorities,
			unwritable,
		);
		faults.watch(window.showErrorMessage(sentence));
		return;
	}
	services.changeJudgement();
	if (failures.length === 0) {
		faults.watch(window.showInformationMessage(outcomeWords(fetched, t)));
		return;
	}
	const details = t('Details');
	faults.watch(
		window.showWarningMessage(outcomeWords(fetched, t), details).then(async (choice) => {
			if (choice === details) {
				const detail = failures.map((failure) => fetchFailureWords(failure, t)).join('\n');
				await window.showWarningMessage(outcomeWords(fetched, t), { modal: true, detail });
			}
		}),
	);
}

function outcomeWords({ certificates, failures }: FetchedHierarchy, t: Translate): string {
	if (failures.length === 0) {
		return t('{0} CA certificates of PKIoverheid are now on this machine.', certificates.length);
	}
	return certificates.length === 0
		? t('None of the CA certificates of PKIoverheid could be fetched.')
		: t('{0} CA certificates of PKIoverheid are fetched, {1} are not.', certificates.length, failures.length);
}

/** @returns `undefined` when the user stopped it. */
async function download(signal: AbortSignal): Promise<FetchedHierarchy | undefined> {
	try {
		return await fetchHierarchy({ fetch: editorFetch, signal });
	} catch (error) {
		if (signal.aborted) {
			return undefined;
		}
		throw error;
	}
}
