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
import type * as onboardingPages from './onboardingPages';
import { noFilter } from './tree/nodes';

type OnboardingCommand = (argument: unknown, onboarding: Onboarding) => Promise<void>;

/** A command whose code the tree can do without: it is loaded when it is first asked for. */
function onUse(name: keyof typeof onboardingPages): OnboardingCommand {
	return async (argument, onboarding) => (await import('./onboardingPages'))[name](argument, onboarding);
}

/** What each command of the onboarding does, by its name in `CommandId`. */
export const onboardingCommands = {
	'lopendeZaken.setUpOnboarding': onUse('setUp'),
	'lopendeZaken.showNextTask': showNextTask,
	'lopendeZaken.openTask': onUse('openTask'),
	'lopendeZaken.openStep': onUse('openStep'),
	'lopendeZaken.startTask': startTask,
	'lopendeZaken.addTaskNote': addNote,
	'lopendeZaken.markTaskBegun': begin,
	'lopendeZaken.markTaskDone': markDone,
	'lopendeZaken.reopenTask': reopen,
	'lopendeZaken.markTaskNotApplicable': markNotApplicable,
	'lopendeZaken.waitForLogius': waitForLogius,
	'lopendeZaken.setTaskLeadTime': setLeadTime,
	'lopendeZaken.decideProposal': decideProposal,
	'lopendeZaken.openEvidence': onUse('openEvidence'),
	'lopendeZaken.filterTasks': (_argument, onboarding) => filterTasks(onboarding),
	'lopendeZaken.clearTaskFilter': (_argument, { setFilter }) => setFilter(noFilter),
	'lopendeZaken.openProgressFile': openFile,
	'lopendeZaken.repairProgressFile': repairFile,
	'lopendeZaken.showPlanning': onUse('showPlanning'),
	'lopendeZaken.exportPlanning': onUse('exportPlanning'),
	'lopendeZaken.makeReport': onUse('makeReport'),
} as const satisfies Readonly<Record<string, OnboardingCommand>>;

export type OnboardingCommandId = keyof typeof onboardingCommands;
