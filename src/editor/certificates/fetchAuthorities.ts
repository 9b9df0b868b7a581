import { ProgressLocation, window, workspace } from 'vscode';
import { storeAuthorities } from '../../certificates/authorityStore';
import { fetchHierarchy, type FetchedHierarchy } from '../../certificates/fetchHierarchy';
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
	const { certificates, failures } = fetched;
	storeAuthorities(services.authorities, certificates);
	services.changeJudgement();
	for (const { authority, reason } of failures) {
		log.warn(`${authority.commonName}: ${authority.download ?? ''}: ${reason}`);
	}
	const show = failures.length === 0 ? window.showInformationMessage : window.showWarningMessage;
	const showLog = t('Show log');
	const sentence =
		failures.length === 0
			? t('{0} CA certificates of PKIoverheid are now on this machine.', certificates.length)
			: t(
					'{0} CA certificates of PKIoverheid are now on this machine; {1} could not be fetched.',
					certificates.length,
					failures.length,
				);
	faults.watch(
		show(sentence, ...(failures.length === 0 ? [] : [showLog])).then((choice) => {
			if (choice === showLog) {
				log.show();
			}
		}),
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
