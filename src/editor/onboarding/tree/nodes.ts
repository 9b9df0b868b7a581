import type { Condition } from '../../../onboarding/catalogue/condition';
import { neededDocuments, type DocumentId } from '../../../onboarding/catalogue/documents';
import type { RoleId } from '../../../onboarding/catalogue/roles';
import type { Remark, StepNumber } from '../../../onboarding/catalogue/task';
import type { Proposal } from '../../../onboarding/evidence/propose';
import type { StepView, TaskView } from '../../../onboarding/overview';
import type { Evidence, Note } from '../../../onboarding/progress/progress';
import type { Situation } from '../../../onboarding/situation';
import type { Connection, Project } from '../projects';

/** What hangs below a task. */
export type Part =
	| { readonly kind: 'proposal'; readonly proposal: Proposal }
	| { readonly kind: 'attention'; readonly remark: Remark }
	| { readonly kind: 'document'; readonly document: DocumentId }
	| { readonly kind: 'evidence'; readonly evidence: Evidence }
	| { readonly kind: 'note'; readonly note: Note };

export interface FolderNode {
	readonly kind: 'folder';
	readonly folder: string;
	readonly project: Project;
}

export interface StepNode {
	readonly kind: 'step';
	readonly folder: string;
	/** What commands take. */
	readonly step: StepNumber;
	readonly parent: FolderNode | undefined;
	readonly connection: Connection;
	readonly view: StepView;
}

/** `folder` and `task` are what commands take, from the tree as well as from a link. */
export interface TaskNode {
	readonly kind: 'task';
	readonly folder: string;
	readonly task: string;
	readonly parent: StepNode;
	readonly connection: Connection;
	readonly view: TaskView;
	readonly proposals: readonly Proposal[];
}

export interface PartNode {
	readonly kind: 'part';
	readonly folder: string;
	readonly task: string;
	readonly parent: TaskNode;
	readonly part: Part;
	/** Among the parts of its kind. */
	readonly index: number;
}

export type TreeNode = FolderNode | StepNode | TaskNode | PartNode;

/** Which tasks are shown. */
export interface TaskFilter {
	/** Tasks that are done or do not apply are left out. */
	readonly openOnly: boolean;
	/** Null for all roles. */
	readonly role: RoleId | null;
}

export const noFilter: TaskFilter = { openOnly: false, role: null };

export function isFiltering({ openOnly, role }: TaskFilter): boolean {
	return openOnly || role !== null;
}

export function isShown({ status, task }: TaskView, { openOnly, role }: TaskFilter): boolean {
	return (
		(!openOnly || (status !== 'done' && status !== 'not-applicable')) &&
		(role === null || task.roles.includes(role))
	);
}

/** What hangs below a task, for this organisation. */
export function partsOf({ view, proposals, connection }: TaskNode): readonly Part[] {
	const { task, record } = view;
	return [
		...proposals.map((proposal): Part => ({ kind: 'proposal', proposal })),
		...concerning(task.attention, connection.overview.situation).map((remark): Part => ({
			kind: 'attention',
			remark,
		})),
		...task.documents.map((document): Part => ({ kind: 'document', document })),
		...record.evidence.map((evidence): Part => ({ kind: 'evidence', evidence })),
		...record.notes.map((note): Part => ({ kind: 'note', note })),
	];
}

/** The remarks that concern this organisation. */
export function concerning(remarks: readonly Remark[], situation: Situation): readonly Remark[] {
	const holds = (when: Condition | undefined): boolean => when === undefined || when(situation);
	return remarks.filter(({ when }) => holds(when));
}

/** Stays the same as long as the thing is the same, so that VS Code keeps what is open and selected. */
export function idOf(node: TreeNode): string {
	switch (node.kind) {
		case 'folder':
			// Another row when it is set up: VS Code would keep it closed, as it was without children.
			return node.project.connection === null ? `${node.folder}#not-set-up` : node.folder;
		case 'step':
			return `${node.folder}#step-${node.view.step.number}`;
		case 'task':
			return `${node.folder}#${node.task}`;
		case 'part':
			return `${node.folder}#${node.task}/${node.part.kind}/${
				node.part.kind === 'document' ? node.part.document : node.index
			}`;
	}
}

/** The internet address of a document. */
export function addressOf(document: DocumentId): string | undefined {
	return neededDocuments[document].address?.url;
}
