import { Disposable, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { Services } from '../services';
import { showComparisonPage, type ComparisonSubject } from './comparisonPage';
import { showCpaPage } from './cpaPage';
import { viewTypes } from './viewTypes';

/** The pages about CPAs: one for each CPA, and one for each comparison. */
export interface CpaPanels {
	readonly showCpa: (uri: Uri) => void;
	readonly showComparison: (subject: ComparisonSubject) => void;
	/** Fills a panel that VS Code brought back, by what it kept; closes one of which that cannot be known. */
	readonly restore: (panel: WebviewPanel, state: unknown) => void;
	readonly dispose: () => void;
}

export function createCpaPanels(services: Services, extensionUri: Uri): CpaPanels {
	const { t } = services;
	const panels = new Map<string, WebviewPanel>();

	function adopt(key: string, panel: WebviewPanel): void {
		panels.set(key, panel);
		panel.onDidDispose(() => {
			panels.delete(key);
		});
	}

	/** Brings a page to the front, or has a new one filled. */
	function open(key: string, viewType: string, title: string, fill: (panel: WebviewPanel) => void): void {
		const known = panels.get(key);
		if (known !== undefined) {
			known.reveal();
			return;
		}
		const panel = window.createWebviewPanel(viewType, title, ViewColumn.Active, { enableFindWidget: true });
		adopt(key, panel);
		fill(panel);
	}

	function showComparison(subject: ComparisonSubject): void {
		open(keyOf(subject), viewTypes.comparison, t('Compare'), (panel) => {
			fillComparison(panel, subject);
		});
	}

	function fillComparison(panel: WebviewPanel, subject: ComparisonSubject): void {
		showComparisonPage(panel, subject, services, extensionUri, (other) => {
			showComparison(other);
			panel.dispose();
		});
	}

	return {
		showCpa(uri) {
			open(uri.toString(), viewTypes.cpa, 'CPA', (panel) => {
				showCpaPage(panel, uri, services, extensionUri);
			});
		},
		showComparison,
		restore(panel, state) {
			const { specification, cpa, party } = stateOf(state);
			if (cpa === undefined) {
				panel.dispose();
			} else if (specification === undefined) {
				adopt(cpa.toString(), panel);
				showCpaPage(panel, cpa, services, extensionUri);
			} else {
				const subject = { specification, cpa, party };
				adopt(keyOf(subject), panel);
				fillComparison(panel, subject);
			}
		},
		dispose() {
			Disposable.from(...panels.values()).dispose();
		},
	};
}

function keyOf({ specification, cpa, party }: ComparisonSubject): string {
	return [specification, cpa, party].join(' ');
}

/** What a page kept comes from outside. */
function stateOf(state: unknown): Partial<ComparisonSubject> & { readonly party: number } {
	const { specification, cpa, party } = (state ?? {}) as Readonly<Record<string, unknown>>;
	return {
		...(typeof specification === 'string' ? { specification: Uri.parse(specification) } : {}),
		...(typeof cpa === 'string' ? { cpa: Uri.parse(cpa) } : {}),
		party: party === 1 ? 1 : 0,
	};
}
