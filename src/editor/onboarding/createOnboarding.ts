import { commands, Disposable, window, type ExtensionContext, type TreeView } from 'vscode';
import { roleIds, roleTexts } from '../../onboarding/catalogue/roles';
import { readyFor } from '../../onboarding/overview';
import { latenessInShort, progressLine } from '../../onboarding/reports/statusReport';
import type { Services } from '../services';
import type { Onboarding } from './onboarding';
import { createProjects, type Connection } from './projects';
import { createProposals } from './proposals';
import { createDrafts } from './reports/drafts';
import { isFiltering, noFilter, type TaskFilter, type TreeNode } from './tree/nodes';
import { createTaskTree } from './tree/taskTree';

const filterKey = 'onboarding.filter';

/** Makes what the commands work with, and keeps the view up to date: message, badge, next task, context keys. */
export function createOnboarding(
	services: Services,
	context: ExtensionContext,
	view: TreeView<TreeNode>,
	surveyCertificates: Onboarding['surveyCertificates'],
): Onboarding {
	const { t, faults, results, pool, log, config } = services;
	const projects = createProjects();
	const proposals = createProposals(context.workspaceState, services);
	const drafts = createDrafts();
	let filter = storedFilter(context.workspaceState.get(filterKey));
	const tree = createTaskTree(projects, proposals, () => filter, t);

	const showState = async (): Promise<void> => {
		const all = await projects.all();
		const connections = all.flatMap(({ connection }) => connection ?? []);
		const single = all.length === 1 ? all[0] : undefined;
		view.message = single?.connection ? messageFor(single.connection, filter, services) : '';
		const open = connections.flatMap(({ overview }) => readyFor(overview, filter.role ?? undefined));
		view.badge =
			open.length === 0
				? undefined
				: {
						value: open.length,
						tooltip: badgeWords(open.length, filter, services),
					};
		await Promise.all([
			setContext('isSetUp', connections.length > 0),
			setContext(
				'isDamaged',
				all.some(({ reading }) => reading.kind === 'damaged' || reading.kind === 'unreadable'),
			),
			setContext('tasksFiltered', isFiltering(filter)),
		]);
	};
	const refresh = (): void => {
		tree.refresh();
		faults.watch(showState());
	};
	const revealNext = async (): Promise<void> => {
		await projects.all();
		const next = tree.next();
		if (view.visible && next !== undefined && view.selection.length === 0) {
			await view.reveal(next, { select: true, focus: false, expand: false });
		}
	};
	const isConnected = (): boolean => projects.loaded().some(({ connection }) => connection !== null);
	let wasConnected = false;
	/** A connection that appears (set up, or merged from a colleague) begins at its next task. */
	const changed = (): void => {
		refresh();
		if (isConnected() && !wasConnected) {
			faults.watch(revealNext());
		}
		wasConnected = isConnected();
	};
	const opened = (): void => {
		if (view.visible) {
			faults.watch(revealNext());
		}
	};
	/** VS Code asks for the rows itself, of which nothing has changed since. */
	const begin = async (): Promise<void> => {
		await projects.all();
		wasConnected = isConnected();
		await Promise.all([showState(), revealNext()]);
	};
	const listeners = [
		projects,
		proposals,
		drafts,
		projects.onDidChange(changed),
		proposals.onDidChange(refresh),
		view.onDidChangeVisibility(opened),
		config.onDidChange(['language'], refresh),
	];
	faults.watch(begin());

	return {
		t,
		faults,
		results,
		pool,
		log,
		projects,
		proposals,
		tree,
		view,
		filter: () => filter,
		async setFilter(wanted) {
			filter = wanted;
			await context.workspaceState.update(filterKey, wanted);
			refresh();
		},
		language: config.language,
		pages: new Map(),
		drafts,
		surveyCertificates,
		extensionUri: context.extensionUri,
		tell: (sentence) => {
			faults.watch(window.showInformationMessage(sentence));
		},
		dispose: () => {
			Disposable.from(...listeners).dispose();
		},
	};
}

function badgeWords(count: number, { role }: TaskFilter, { t }: Pick<Services, 't'>): string {
	if (role === null) {
		return count === 1 ? t('1 task can be done now') : t('{0} tasks can be done now', count);
	}
	const name = roleTexts[role].name(t);
	return count === 1
		? t('1 task can be done now by: {0}', name)
		: t('{0} tasks can be done now by: {1}', count, name);
}

function messageFor(
	{ overview, planning, file }: Connection,
	filter: TaskFilter,
	{ t }: Pick<Services, 't'>,
): string {
	const { counts, next } = overview;
	const state =
		file.kind === 'damaged'
			? [
					t(
						'The progress file is damaged: {0} Nothing can be changed until it is repaired.',
						file.problems[0]?.message(t) ?? '',
					),
				]
			: file.kind === 'newer'
				? [t('The progress file is of a newer version of Lopende Zaken: it can only be looked at.')]
				: [];
	const role = filter.role === null ? [] : [roleTexts[filter.role].name(t)];
	const shown = [...(filter.openOnly ? [t('open tasks only')] : []), ...role];
	return [
		...state,
		progressLine(counts.done, counts.total, next, t),
		...(planning.kind === 'plan' ? [latenessInShort(planning, t)] : []),
		...(shown.length === 0 ? [] : [t('Filter: {0}.', shown.join(', '))]),
	].join(' ');
}

function storedFilter(stored: unknown): TaskFilter {
	if (typeof stored !== 'object' || stored === null) {
		return noFilter;
	}
	const role: unknown = Reflect.get(stored, 'role');
	return {
		openOnly: Reflect.get(stored, 'openOnly') === true,
		role: roleIds.find((id) => id === role) ?? null,
	};
}

async function setContext(key: string, value: boolean): Promise<void> {
	await commands.executeCommand('setContext', `lopendeZaken.${key}`, value);
}
