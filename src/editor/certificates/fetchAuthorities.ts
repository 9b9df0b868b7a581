import { ProgressLocation, window, workspace } from 'vscode';
import { storeAuthorities } from '../../certificates/authorityStore';
import { fetchHierarchy, type FetchedHierarchy } from '../../certificates/fetchHierarchy';
import { fetchFailureWords } from '../../certificates/fetchWords';
import type { Translate } from '../../text';
import type { CertificateServices } from './certificateServices';

/** Downloads the CA certificates of PKIoverheid, keeps them on this machine and says how that went. */
export async function fetchAuthorities(services: CertificateServices): Promise<void> {
	const { faults, log, t } = services;
	if (!workspace.isTrusted) {
		faults.watch(
			window.showInformationMessage(t('Certificates are only fetched in a workspace that you trust.')),
		);
		return;
	}
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
	storeAuthorities(services.authorities, fetched.certificates);
	services.changeJudgement();
	const { failures } = fetched;
	if (failures.length === 0) {
		faults.watch(window.showInformationMessage(outcomeWords(fetched, t)));
		return;
	}
	for (const failure of failures) {
		log.warn(fetchFailureWords(failure, t));
	}
	const showLog = t('Show log');
	faults.watch(
		window.showWarningMessage(outcomeWords(fetched, t), showLog).then((choice) => {
			if (choice === showLog) {
				log.show();
			}
		}),
	);
}

function outcomeWords({ certificates, failures }: FetchedHierarchy, t: Translate): string {
	const [first] = failures;
	if (first === undefined) {
		return t('{0} CA certificates of PKIoverheid are now on this machine.', certificates.length);
	}
	return certificates.length === 0
		? t(
				'None of the CA certificates of PKIoverheid could be fetched. {0} The log tells it of each.',
				fetchFailureWords(first, t),
			)
		: t(
				'{0} CA certificates of PKIoverheid are fetched, {1} are not; the log tells why.',
				certificates.length,
				failures.length,
			);
}

/** @returns `undefined` when the user stopped it. */
async function download(signal: AbortSignal): Promise<FetchedHierarchy | undefined> {
	try {
		return await fetchHierarchy({ fetch, signal });
	} catch (error) {
		if (signal.aborted) {
			return undefined;
		}
		throw error;
	}
}
