import {
	addNote,
	begin,
	filterTasks,
	markDone,
	markNotApplicable,
	openFile,
	reopen,
	repairFile,
	setLeadTime,
	showNextTask,
	startTask,
	waitForLogius,
} from './taskCommands';
import { decideProposal } from './decideProposal';
import type { Onboarding } from './onboarding';
import { noFilter } from './tree/nodes';

type OnboardingCommand = (argument: unknown, onboarding: Onboarding) => Promise<void>;

/** A command whose code the tree can do without: it is loaded when it is first asked for. */
function onUse(load: () => Promise<OnboardingCommand>): OnboardingCommand {
	return async (argument, onboarding) => (await load())(argument, onboarding);
}

/** What each command of the onboarding does, by its name in `CommandId`. */
export const onboardingCommands = {
	'lopendeZaken.setUpOnboarding': onUse(async () => (await import('./setUp')).setUp),
	'lopendeZaken.showNextTask': showNextTask,
	'lopendeZaken.openTask': onUse(async () => (await import('./taskPage/taskPage')).openTask),
	'lopendeZaken.openStep': onUse(async () => (await import('./taskPage/stepPage')).openStep),
	'lopendeZaken.startTask': startTask,
	'lopendeZaken.addTaskNote': addNote,
	'lopendeZaken.markTaskBegun': begin,
	'lopendeZaken.markTaskDone': markDone,
	'lopendeZaken.reopenTask': reopen,
	'lopendeZaken.markTaskNotApplicable': markNotApplicable,
	'lopendeZaken.waitForLogius': waitForLogius,
	'lopendeZaken.setTaskLeadTime': setLeadTime,
	'lopendeZaken.decideProposal': decideProposal,
	'lopendeZaken.openEvidence': onUse(async () => (await import('./openEvidence')).openEvidence),
	'lopendeZaken.filterTasks': (_argument, onboarding) => filterTasks(onboarding),
	'lopendeZaken.clearTaskFilter': (_argument, { setFilter }) => setFilter(noFilter),
	'lopendeZaken.openProgressFile': openFile,
	'lopendeZaken.repairProgressFile': repairFile,
	'lopendeZaken.showPlanning': onUse(async () => (await import('./planning/planningView')).showPlanning),
	'lopendeZaken.exportPlanning': onUse(
		async () => (await import('./planning/exportPlanning')).exportPlanning,
	),
	'lopendeZaken.makeReport': onUse(async () => (await import('./reports/makeReport')).makeReport),
} as const satisfies Readonly<Record<string, OnboardingCommand>>;

export type OnboardingCommandId = keyof typeof onboardingCommands;
