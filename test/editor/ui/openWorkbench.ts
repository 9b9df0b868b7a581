import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium, type Locator, type Page } from 'playwright-core';

/** VS Code in a browser, as a person sees it. */
export interface Workbench {
	readonly page: Page;
	/** The version of VS Code. */
	readonly version: string;
	/** The folder that is open, or the first: a copy of the sample workspace unless another was asked for. */
	readonly folder: string;
	/** Runs a command from the command palette, by the title that stands there. */
	readonly runCommand: (title: string) => Promise<void>;
	/** Opens a file of the folder, by its name. */
	readonly openFile: (name: string) => Promise<void>;
	/** Closes all editors, and waits until they are gone: VS Code would close one that is opened meanwhile too. */
	readonly closeEditors: () => Promise<void>;
	/** Saves a picture in a temporary folder and gives its path. */
	readonly screenshot: (name: string) => Promise<string>;
	readonly close: () => Promise<void>;
}

/** What to open. */
export interface WorkbenchOptions {
	/** Absolute; a fresh copy of `test/workspace` when absent. */
	readonly folder?: string;
	/** Names of folders, each a fresh copy of `test/workspace`, in one workspace; with none, nothing is open. */
	readonly folders?: readonly string[];
	/** Of the window, in pixels. */
	readonly size?: { readonly width: number; readonly height: number };
}

/**
 * Opens a workbench of the VS Code server that `test/editor/run.mjs` has started, with the extension installed from its
 * VSIX. Settings and state of earlier workbenches are gone: each has a browser profile of its own.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const scratch = mkdtempSync(join(tmpdir(), 'lopende-zaken-ui-'));
	const names = options.folders ?? ['workspace'];
	const folder = options.folder ?? join(scratch, names[0] ?? 'nothing');
	if (options.folder === undefined) {
		for (const name of names) {
			cpSync(join(process.cwd(), 'test', 'workspace'), join(scratch, name), { recursive: true });
		}
	}
	const browser = await chromium.connect(variable('LOPENDE_ZAKEN_TEST_BROWSER'));
	const page = await browser.newPage({ viewport: options.size ?? { width: 1400, height: 900 } });
	const close = async () => {
		await browser.close();
		rmSync(scratch, { recursive: true, force: true });
	};
	try {
		const address = new URL(variable('LOPENDE_ZAKEN_TEST_SERVER'));
		for (const [name, value] of openedBy(scratch, folder, options)) {
			address.searchParams.set(name, value);
		}
		address.searchParams.set(
			'payload',
			JSON.stringify([
				['skipWelcome', 'true'],
				['skipReleaseNotes', 'true'],
			]),
		);
		const isEmpty = options.folders?.length === 0;
		const shown = page
			.locator(isEmpty ? '.part.activitybar' : '.explorer-folders-view .monaco-list-row')
			.first();
		await page.goto(address.href);
		// VS Code now and then starts without its explorer: then it is opened once more.
		await shown.waitFor({ timeout: 15_000 }).catch(async () => {
			await page.goto(address.href);
			await shown.waitFor();
		});
	} catch (error) {
		await close();
		throw error;
	}

	// A notification or a view that takes the focus at the same moment closes the palette again: then it is opened once more.
	const pick = async (text: string, tries = 4): Promise<void> => {
		try {
			const input = await openPalette(page);
			await input.fill(text, { timeout: 6000 });
			const first = page.locator('.quick-input-widget .monaco-list-row').first();
			await first.filter({ hasText: text.replace(/^>/, '') }).waitFor({ timeout: 6000 });
		} catch (error) {
			if (tries <= 1) {
				throw error;
			}
			await page.keyboard.press('Escape');
			await pick(text, tries - 1);
			return;
		}
		await page.keyboard.press('Enter');
	};
	return {
		page,
		version: variable('LOPENDE_ZAKEN_TEST_VSCODE'),
		folder,
		runCommand: (title) => pick(`>${title}`),
		openFile: async (name) => {
			await pick(name);
			await page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
		},
		closeEditors: async () => {
			const tab = page.locator('.tabs-container .tab').first();
			for (let tries = 1; ; tries++) {
				await pick('>View: Close All Editors');
				try {
					await tab.waitFor({ state: 'detached', timeout: 5000 });
					return;
				} catch (error) {
					// An editor that was still being opened comes after the others are closed.
					if (tries === 3) {
						throw error;
					}
				}
			}
		},
		screenshot: async (name) => {
			const path = join(mkdtempSync(join(tmpdir(), 'lopende-zaken-screenshot-')), `${name}.png`);
			await page.screenshot({ path });
			return path;
		},
		close,
	};
}

/** What the address says of what is to be opened. */
function openedBy(
	scratch: string,
	folder: string,
	{ folders }: WorkbenchOptions,
): readonly (readonly [name: string, value: string])[] {
	if (folders === undefined) {
		return [['folder', folder]];
	}
	if (folders.length === 0) {
		return [['ew', 'true']];
	}
	const file = join(scratch, 'samen.code-workspace');
	writeFileSync(file, JSON.stringify({ folders: folders.map((path) => ({ path })) }));
	return [['workspace', file]];
}

/**
 * A suite in one workbench, which is opened before its first test and closed after its last. A test that fails leaves a
 * screenshot, whose path is printed, and ends the suite.
 *
 * @param tests Declares the tests; gets a function that gives the workbench to a running test.
 */
export function describeInWorkbench(
	title: string,
	tests: (workbench: () => Workbench) => void,
	options: WorkbenchOptions = {},
): void {
	describe(title, function () {
		let opened: Workbench | undefined;
		let failed: string | undefined;
		before(async () => {
			opened = await openWorkbench(options);
		});
		beforeEach(() => {
			// Each test goes on where the one before it stopped: the others would only wait for what cannot come.
			assert.equal(failed, undefined, 'The tests after one that failed in a workbench do not run.');
		});
		afterEach(async function () {
			if (opened && this.currentTest?.state === 'failed') {
				failed = this.currentTest.title;
				console.log(`      screenshot: ${await opened.screenshot('failed')}`);
			}
		});
		after(() => opened?.close());
		tests(() => {
			if (!opened) {
				throw new Error('The workbench is there while a test runs, not before.');
			}
			return opened;
		});
	});
}

/**
 * Opens the command palette and gives its input. A web view that has the focus may keep the key for itself: then the focus
 * is taken from it.
 */
async function openPalette(page: Page): Promise<Locator> {
	const input = page.locator('.quick-input-widget input[type=text]').first();
	for (let attempt = 1; ; attempt += 1) {
		await page.keyboard.press('F1');
		try {
			await input.waitFor({ timeout: 5000 });
			return input;
		} catch (error) {
			if (attempt === 4) {
				throw error;
			}
			await page.locator('.part.sidebar .composite.title').click();
		}
	}
}

function variable(name: string): string {
	const value = process.env[name];
	if (value === undefined) {
		throw new Error(`${name} is not set: these tests are started by test/editor/run.mjs.`);
	}
	return value;
}
