/* global acquireVsCodeApi, CSS, document, window */
// The script of the pages about CPAs: shows what the extension hands over, and tells it which button was pressed.
const vscode = acquireVsCodeApi();
const view = document.getElementById('view');
const said = document.getElementById('said');

/** What the page was like when it was last in front. */
const before = vscode.getState();
let isFirst = true;

function keep() {
	vscode.setState({ ...JSON.parse(view.dataset.state), top: window.scrollY });
}

/** The attributes that tell one button from another. */
function selectorOf(element) {
	return Object.entries(element.dataset)
		.map(([name, value]) => `[data-${name}="${CSS.escape(value)}"]`)
		.join('');
}

window.addEventListener('message', ({ data }) => {
	const focused = view.contains(document.activeElement) ? selectorOf(document.activeElement) : '';
	// Written by the extension, which escapes what comes from a document; the policy of the page runs no script in it.
	view.innerHTML = data.body;
	if (focused !== '') {
		view.querySelector(focused)?.focus({ preventScroll: true });
	}
	if (isFirst && before !== undefined) {
		window.scrollTo(0, before.top ?? 0);
	}
	isFirst = false;
	said.textContent = data.said;
	keep();
});

view.addEventListener('click', ({ target }) => {
	const button = target.closest('button');
	if (button !== null) {
		vscode.postMessage({ ...button.dataset });
	}
});

window.addEventListener('scroll', keep, { passive: true });
keep();
vscode.postMessage({ action: 'ready' });
