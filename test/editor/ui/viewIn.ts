import type { FrameLocator, Page } from 'playwright-core';

/** The page inside the web view that is in front. */
export function viewIn(page: Page): FrameLocator {
	return page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
}
