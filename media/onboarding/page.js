/* global acquireVsCodeApi, document, window */
// The script of the pages of the onboarding. A page is written anew when something has changed; what is open in it stays open then, and
// who was at a link is there still. VS Code keeps the place to which it was scrolled.
const vscode = acquireVsCodeApi();
const before = vscode.getState() ?? { open: [], at: null };
const foldable = [...document.querySelectorAll('details')];
const places = [...document.querySelectorAll('a[href], summary, [tabindex]')];
let at = before.at;

function keep() {
	vscode.setState({ open: foldable.map(({ open }) => open), at });
}

/** The same link, or what stands in the place of one that has gone. */
function placeBefore() {
	return (
		places.find((place) => at?.href !== null && place.getAttribute('href') === at?.href) ?? places[at?.index]
	);
}

foldable.forEach((element, index) => {
	element.open = before.open[index] === true;
});
document.addEventListener('toggle', keep, { capture: true });
// VS Code gives the focus to the new page when the old one had it: only then is there something to restore.
window.addEventListener('focus', () => placeBefore()?.focus({ preventScroll: true }), { once: true });
document.addEventListener('focusin', ({ target }) => {
	at = { index: places.indexOf(target), href: target.getAttribute('href') };
	keep();
});
