import { workspace, type ExtensionContext } from 'vscode';
import { createMemoryFiles, memoryScheme } from './memoryFiles';

/** Gives the tests files that are not on disk; a folder of them can be opened as a workspace. */
export function activate({ subscriptions }: ExtensionContext): void {
	subscriptions.push(workspace.registerFileSystemProvider(memoryScheme, createMemoryFiles()));
}
