import { ViewColumn, window, type WebviewPanel } from 'vscode';
import type { CertificateServices } from '../certificateServices';
import { showCertificates } from '../certificateView';
import { endpointViewType } from '../fileTypes';
import type { FindingModel, RowModel } from '../view/model';
import type { ViewState } from '../view/viewState';

/** What was seen of a server. JSON: it is kept with the view. */
export interface SeenEndpoint {
	/** `host:port` */
	readonly name: string;
	readonly host: string;
	/** The certificates that it sent, in that order. */
	readonly pem: string;
	readonly facts: readonly RowModel[];
	readonly findings: readonly FindingModel[];
}

/** Shows what was seen of a server, in a view of its own. */
export function showEndpoint(seen: SeenEndpoint, services: CertificateServices): void {
	fill(window.createWebviewPanel(endpointViewType, seen.name, ViewColumn.Active), seen, services);
}

/** Shows it again when VS Code starts anew: as it was, for no connection is made that nobody asked for. */
export function restoreEndpoint(
	panel: WebviewPanel,
	state: ViewState | undefined,
	services: CertificateServices,
): void {
	if (state === undefined || state.kept === '') {
		panel.dispose();
	} else {
		fill(panel, JSON.parse(state.kept) as SeenEndpoint, services);
	}
}

function fill(panel: WebviewPanel, seen: SeenEndpoint, services: CertificateServices): void {
	const { name, host, pem, facts, findings } = seen;
	const view = showCertificates(
		panel.webview,
		{
			name,
			file: undefined,
			read: () => Promise.resolve(pem === '' ? undefined : { text: pem }),
			facts,
			findings,
			judging: { purpose: 'server', host },
			kept: JSON.stringify(seen),
		},
		services,
	);
	panel.onDidDispose(() => {
		view.dispose();
	});
}
