import type { Onboarding } from './onboarding';
import { openWebPage } from './webPage';

/** A page about something of a project. */
export interface FollowingPage {
	/** What it is about: there is one page of each. */
	readonly key: string;
	/** The kind of web view. */
	readonly type: string;
	/** The name of a picture in `media/onboarding`. */
	readonly icon: string;
	/** The only commands that links of the page may run. */
	readonly commandIds: readonly string[];
	/** The page as it is now, its texts escaped; `undefined` when it is not there any more: then what was shown stays. */
	readonly content: () => { readonly title: string; readonly body: string } | undefined;
}

/** Opens a page, or brings it to the front. It follows the progress file and the language. */
export function openFollowingPage(
	{ key, type, icon, commandIds, content }: FollowingPage,
	onboarding: Onboarding,
): void {
	const { tree, pages } = onboarding;
	const open = pages.get(key);
	if (open !== undefined) {
		open.reveal();
		return;
	}
	const first = content();
	if (first === undefined) {
		return;
	}
	const page = openWebPage(type, first.title, icon, onboarding, commandIds);
	page.show(first.title, first.body);
	const listener = tree.onDidChangeTreeData(() => {
		const now = content();
		if (now !== undefined) {
			page.show(now.title, now.body);
		}
	});
	pages.set(key, page.panel);
	page.panel.onDidDispose(() => {
		listener.dispose();
		pages.delete(key);
	});
}
