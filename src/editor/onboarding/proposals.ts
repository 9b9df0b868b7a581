import { EventEmitter, type Event, type Memento } from 'vscode';
import { propose, type Happening, type Proposal } from '../../onboarding/evidence/propose';
import { evidenceJson } from '../../onboarding/progress/formatProgress';
import type { Evidence } from '../../onboarding/progress/progress';
import type { Services } from '../services';
import type { Project } from './projects';

/** What may be ticked, until the user decides: also after the window was closed. */
export interface Proposals {
	readonly onDidChange: Event<void>;
	/** As they were made; the task may have been ticked since. */
	readonly of: (folder: string, task: string) => readonly Proposal[];
	/** Takes in what happened. @returns What is proposed anew. */
	readonly take: (project: Project, happenings: readonly Happening[]) => readonly Proposal[];
	/** Forgets the proposals for a task. With `declined`, the same evidence is not proposed again in this workspace. */
	readonly settle: (folder: string, task: string, how: 'accepted' | 'declined') => Promise<void>;
	readonly dispose: () => void;
}

const declinedKey = 'onboarding.declinedProposals';
const pendingKey = 'onboarding.pendingProposals';

/** By task: the last ones. More are no help to anybody. */
const mostPerTask = 2;

export function createProposals(memory: Memento, { t, faults }: Pick<Services, 't' | 'faults'>): Proposals {
	const changed = new EventEmitter<void>();
	const pending = new Map(memory.get<readonly (readonly [string, readonly Proposal[]])[]>(pendingKey, []));
	const keep = (): Thenable<void> => memory.update(pendingKey, [...pending]);
	const declined = (): readonly string[] => memory.get<readonly string[]>(declinedKey, []);

	return {
		onDidChange: changed.event,
		of: (folder, task) => pending.get(keyOf(folder, task)) ?? [],
		take({ folder, connection }, happenings) {
			if (connection?.file.kind !== 'sound') {
				return [];
			}
			const address = folder.uri.toString();
			const fresh = happenings
				.flatMap((happening) => propose(connection.overview, happening, t))
				.filter(
					(proposal) =>
						!declined().includes(printOf(address, proposal)) &&
						!(pending.get(keyOf(address, proposal.task)) ?? []).some(
							({ evidence }) => factsOf(evidence) === factsOf(proposal.evidence),
						),
				);
			for (const proposal of fresh) {
				const key = keyOf(address, proposal.task);
				pending.set(key, [...(pending.get(key) ?? []), proposal].slice(-mostPerTask));
			}
			if (fresh.length > 0) {
				changed.fire();
				faults.watch(keep());
			}
			return fresh;
		},
		async settle(folder, task, how) {
			const key = keyOf(folder, task);
			const settled = pending.get(key) ?? [];
			pending.delete(key);
			changed.fire();
			await keep();
			if (how === 'declined') {
				const prints = settled.map((proposal) => printOf(folder, proposal));
				await memory.update(declinedKey, [...new Set([...declined(), ...prints])]);
			}
		},
		dispose: () => {
			changed.dispose();
		},
	};
}

function keyOf(folder: string, task: string): string {
	return `${folder}#${task}`;
}

function printOf(folder: string, { task, evidence }: Proposal): string {
	return `${keyOf(folder, task)} ${factsOf(evidence)}`;
}

/** A file with the same content says the same whenever it is looked at; a connection is tried again and again. */
function factsOf(evidence: Evidence): string {
	const when = evidence.file === undefined && evidence.kind !== 'validation' ? evidence.when : '';
	return JSON.stringify(evidenceJson({ ...evidence, when, summary: '' }));
}
