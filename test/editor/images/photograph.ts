import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describeInWorkbench, type Workbench } from '../ui/openWorkbench';

/** As wide as a page about the product shows it without making it smaller. */
const size = { width: 1240, height: 780 };

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;

export type Theme = keyof typeof themes;

/** What is open while pictures are taken. */
export interface Scene extends Workbench {
	/** Takes a picture in each theme, as `NAME-THEME.png`; as `NAME.png` in the light one alone when no theme is given. */
	readonly photograph: (name: string, ...inThemes: readonly Theme[]) => Promise<void>;
}

/**
 * Pictures of a workbench that shows the sample workspace, in a folder with a name of its own.
 *
 * @param prepare Adds to the folder what the samples do not have.
 * @param take Brings in sight what is to be seen, and photographs it.
 */
export function pictures(
	title: string,
	prepare: (folder: string) => void,
	take: (scene: Scene) => Promise<void>,
): void {
	const scratch = mkdtempSync(join(tmpdir(), 'lopende-zaken-images-'));
	const folder = join(scratch, 'voorbeeldstad');
	describe('images', () => {
		before(() => {
			cpSync(join(process.cwd(), 'test', 'workspace'), folder, { recursive: true });
			prepare(folder);
			setTheme(folder, 'light');
		});
		after(() => {
			rmSync(scratch, { recursive: true, force: true });
		});
		describeInWorkbench(
			title,
			(workbench) => {
				it('are taken', async () => {
					const open = workbench();
					await take({ ...open, photograph: (name, ...chosen) => photograph(open, name, chosen) });
				}).timeout(180_000);
			},
			{ folder, size },
		);
	});
}

async function photograph(workbench: Workbench, name: string, inThemes: readonly Theme[]): Promise<void> {
	const { page, folder } = workbench;
	const target = process.env['LOPENDE_ZAKEN_TEST_PICTURES'] ?? folder;
	mkdirSync(target, { recursive: true });
	for (const theme of inThemes.length === 0 ? (['light'] as const) : inThemes) {
		setTheme(folder, theme);
		await page.locator(theme === 'light' ? '.monaco-workbench.vs' : '.monaco-workbench.vs-dark').waitFor();
		// Nothing is under the pointer, no message of VS Code is in the way, and what moves has come to rest.
		await page.mouse.move(size.width / 2, size.height - 2);
		await page.locator('.workbench-hover-container').first().waitFor({ state: 'hidden' });
		await page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
		await page.locator('.monaco-progress-container.active').first().waitFor({ state: 'hidden' });
		const file = join(target, `${inThemes.length === 0 ? name : `${name}-${theme}`}.png`);
		await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
	}
	setTheme(folder, 'light');
}

function setTheme(folder: string, theme: Theme): void {
	const file = join(folder, '.vscode', 'settings.json');
	const settings = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
	writeFileSync(
		file,
		JSON.stringify({ ...settings, 'workbench.colorTheme': themes[theme] }, undefined, '\t'),
	);
}
