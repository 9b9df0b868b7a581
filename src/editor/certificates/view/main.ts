/** The script of the web view that shows certificates. It shows what the extension tells it, and tells what the reader asks. */
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { render } from 'lit';
import type { MessageFromView, MessageToView } from './messages';
import type { ViewModel } from './model';
import { view } from './view';
import { initialState, type ViewState } from './viewState';

declare function acquireVsCodeApi(): {
	readonly postMessage: (message: MessageFromView) => void;
	readonly getState: () => ViewState | undefined;
	readonly setState: (state: ViewState) => void;
};

const vscode = acquireVsCodeApi();
const place = element('view');
const busy = element('busy');
const spoken = element('spoken');

start(vscode.getState());

function start(restored: ViewState | undefined): void {
	let state = restored ?? initialState;
	let model: ViewModel | undefined;

	const keep = (choice: Partial<ViewState>): void => {
		state = { ...state, ...choice };
		vscode.setState(state);
	};
	const draw = (): void => {
		if (model !== undefined) {
			render(view(model, state, { send: vscode.postMessage, choose }), place);
		}
	};
	const choose = (choice: Partial<ViewState>): void => {
		keep(choice);
		draw();
	};

	window.addEventListener('message', ({ data }: MessageEvent<MessageToView>) => {
		switch (data.type) {
			case 'model': {
				const isFirst = model === undefined;
				({ model } = data);
				draw();
				if (isFirst) {
					window.scrollTo({ top: state.scroll });
					keep({});
				}
				break;
			}
			case 'busy':
				busy.textContent = data.text;
				break;
			case 'say':
				spoken.textContent = data.text;
				break;
			case 'select':
				choose({ subject: data.id, shown: null });
				break;
			case 'keep':
				keep({ kept: data.kept });
		}
	});
	window.addEventListener('scrollend', () => {
		keep({ scroll: window.scrollY });
	});
	vscode.postMessage({ type: 'ready', restored: restored !== undefined, judging: state.judging });
}

function element(id: string): HTMLElement {
	const found = document.getElementById(id);
	if (found === null) {
		throw new Error(`The page has no element ${id}`);
	}
	return found;
}
