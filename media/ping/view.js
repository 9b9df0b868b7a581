/* global acquireVsCodeApi, document, window */
// The script of the view of a Ping: tells the extension which button was pressed, and says what it answers.
const vscode = acquireVsCodeApi();

for (const button of document.querySelectorAll('button')) {
	button.addEventListener('click', () => {
		const { action, code } = button.dataset;
		vscode.postMessage({ action, code });
	});
}

window.addEventListener('message', ({ data }) => {
	document.getElementById('spoken').textContent = data;
});
