import type { ExtensionContext, TreeView, WebviewPanel } from 'vscode';
import type { Language } from '../../text';
import type { Survey } from '../certificates/survey';
import type { Services } from '../services';
import type { Projects } from './projects';
import type { Proposals } from './proposals';
import type { Drafts } from './reports/drafts';
import type { TaskFilter, TreeNode } from './tree/nodes';
import type { TaskTree } from './tree/taskTree';

/** What the commands of the onboarding work with. It is made when the view shows or a command runs. */
export interface Onboarding extends Pick<Services, 't' | 'faults' | 'results' | 'pool' | 'log'> {
	readonly projects: Projects;
	readonly proposals: Proposals;
	readonly tree: TaskTree;
	readonly view: TreeView<TreeNode>;
	readonly filter: () => TaskFilter;
	readonly setFilter: (filter: TaskFilter) => Promise<void>;
	readonly language: () => Language;
	/** The pages that are open, each once: by folder and task, or by folder for the planning. */
	readonly pages: Map<string, WebviewPanel>;
	readonly drafts: Drafts;
	/** The certificates of the workspace; undefined when they could not be looked for. */
	readonly surveyCertificates: () => Promise<Survey | undefined>;
	readonly extensionUri: ExtensionContext['extensionUri'];
	/** Shows a sentence, and does not wait until it is read. */
	readonly tell: (sentence: string) => void;
	readonly dispose: () => void;
}
