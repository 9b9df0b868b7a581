import { window } from 'vscode';
import type { Connection, Project } from './projects';
import type { Onboarding } from './onboarding';

/** A project whose connection is set up. */
export type ConnectedProject = Project & { readonly connection: Connection };

/**
 * The folder that a command is about: the one in its argument, the only one, or the one that is picked. Tells the user when there is
 * none.
 */
export async function chooseProject<Kind extends Project>(
	argument: unknown,
	{ projects, t, tell }: Onboarding,
	isMeant: ((project: Project) => project is Kind) | ((project: Project) => boolean),
): Promise<Kind | undefined> {
	const all = await projects.all();
	const folder = folderOf(argument);
	const meant = all.filter((project): project is Kind => isMeant(project));
	const named = meant.find((project) => project.folder.uri.toString() === folder);
	if (named !== undefined || meant.length === 1) {
		return named ?? meant[0];
	}
	if (meant.length === 0) {
		tell(
			all.length === 0
				? t('Open the folder of your project first: the progress is kept in it.')
				: t('The connection has not been set up yet.'),
		);
		return undefined;
	}
	const chosen = await window.showQuickPick(
		meant.map((project) => ({ label: project.folder.name, description: project.folder.uri.fsPath, project })),
		{ title: t('Of which folder?') },
	);
	return chosen?.project;
}

export function isConnected(project: Project): project is ConnectedProject {
	return project.connection !== null;
}

/** The folder that an argument names: of a row of the tree, of a link, of another command. */
export function folderOf(argument: unknown): string | undefined {
	return partOf(argument, 'folder');
}

/** The task that an argument names. */
export function taskOf(argument: unknown): string | undefined {
	return partOf(argument, 'task');
}

function partOf(argument: unknown, key: 'folder' | 'task'): string | undefined {
	const value: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, key) : undefined;
	return typeof value === 'string' ? value : undefined;
}
