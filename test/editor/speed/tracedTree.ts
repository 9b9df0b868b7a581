import Module from 'node:module';
import { TreeItemCollapsibleState, type TreeDataProvider, type TreeItem } from 'vscode';
import type * as vscode from 'vscode';

/** From when to when something of ours was at work, in milliseconds of `performance.now()`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The extension as it runs, looked at where VS Code calls it. */
export interface TracedTree {
	/** Loading the code and running `activate`; undefined as long as it is not active. */
	readonly activation: () => Span | undefined;
	/** The tree itself, for questions that are not traced. */
	readonly provider: () => TreeDataProvider<unknown>;
	/** Each question of VS Code that has been answered. */
	readonly answers: () => readonly Span[];
	/** Waits until VS Code has all rows that it shows: those of the root, and of all that is open below it. */
	readonly untilShown: () => Promise<void>;
}

type Load = (
	this: unknown,
	request: string,
	parent: { readonly filename?: string } | undefined,
	isMain: boolean,
) => unknown;

/**
 * Stands between VS Code and an extension that has not been loaded yet. What the extension gets when it asks for `vscode` is the API of
 * VS Code, but for one function: it hands the tree to VS Code by way of us. Nothing of the extension is another thing than it is for a user.
 *
 * @param folder Of the extension.
 * @param main The file of it that VS Code loads.
 * @param viewId The view with the tree.
 */
export function traceTree(folder: string, main: string, viewId: string): TracedTree {
	const loader = Module as unknown as { _load: Load };
	const load = loader._load;
	const answers: Span[] = [];
	const children = new Map<unknown, readonly unknown[]>();
	const rows = new Map<unknown, TreeItem>();
	const looking = new Set<() => void>();
	let activation: Span | undefined;
	let provider: TreeDataProvider<unknown> | undefined;

	const timed = async <Answer>(
		question: () => Answer,
		keep: (answer: Awaited<Answer>) => void,
	): Promise<Awaited<Answer>> => {
		const start = performance.now();
		const answer = await question();
		answers.push({ start, end: performance.now() });
		keep(answer);
		looking.forEach((look) => {
			look();
		});
		return answer;
	};
	const traced = (inner: TreeDataProvider<unknown>): TreeDataProvider<unknown> => ({
		...inner,
		getChildren: (node) =>
			timed(
				() => inner.getChildren(node),
				(found) => children.set(node, found ?? []),
			),
		getTreeItem: (node) =>
			timed(
				() => inner.getTreeItem(node),
				(item) => rows.set(node, item),
			),
	});
	const withTracedTree = (api: typeof vscode): typeof vscode => {
		const createTreeView: typeof vscode.window.createTreeView = (id, options) => {
			if (id !== viewId) {
				return api.window.createTreeView(id, options);
			}
			provider = options.treeDataProvider;
			return api.window.createTreeView(id, { ...options, treeDataProvider: traced(provider) as never });
		};
		const window: unknown = Object.create(api.window, { createTreeView: { value: createTreeView } });
		return Object.create(api, { window: { value: window } }) as typeof vscode;
	};
	loader._load = function (request, parent, isMain) {
		const start = performance.now();
		const loaded = load.call(this, request, parent, isMain);
		if (request === 'vscode' && parent?.filename?.startsWith(folder)) {
			return withTracedTree(loaded as typeof vscode);
		}
		if (request !== main) {
			return loaded;
		}
		const { activate } = loaded as { readonly activate: (context: unknown) => Promise<unknown> };
		return {
			activate: async (context: unknown) => {
				const result = await activate(context);
				activation = { start, end: performance.now() };
				return result;
			},
		};
	};

	/** All rows below a node are there, as far as they are in sight. */
	const isShown = (node: unknown): boolean =>
		children.get(node)?.every((child) => {
			const state = rows.get(child)?.collapsibleState;
			return rows.has(child) && (state !== TreeItemCollapsibleState.Expanded || isShown(child));
		}) ?? false;
	return {
		activation: () => activation,
		provider: () => {
			if (provider === undefined) {
				throw new Error('The extension has not made its tree yet.');
			}
			return provider;
		},
		answers: () => answers,
		untilShown: () =>
			new Promise((resolve) => {
				const look = (): void => {
					if (isShown(undefined)) {
						looking.delete(look);
						resolve();
					}
				};
				looking.add(look);
				look();
			}),
	};
}
