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
import { openEvidence } from './openEvidence';
import { exportPlanning } from './planning/exportPlanning';
import { showPlanning } from './planning/planningView';
import { makeReport } from './reports/makeReport';
import { setUp } from './setUp';
import { openStep } from './taskPage/stepPage';
import { openTask } from './taskPage/taskPage';
import { noFilter } from './tree/nodes';

type OnboardingCommand = (argument: unknown, onboarding: Onboarding) => Promise<void>;

/** What each command of the onboarding does, by its name in `CommandId`. */
export const onboardingCommands = {
	'lopendeZaken.setUpOnboarding': setUp,
	'lopendeZaken.showNextTask': showNextTask,
	'lopendeZaken.openTask': openTask,
	'lopendeZaken.openStep': openStep,
	'lopendeZaken.startTask': startTask,
	'lopendeZaken.addTaskNote': addNote,
	'lopendeZaken.markTaskBegun': begin,
	'lopendeZaken.markTaskDone': markDone,
	'lopendeZaken.reopenTask': reopen,
	'lopendeZaken.markTaskNotApplicable': markNotApplicable,
	'lopendeZaken.waitForLogius': waitForLogius,
	'lopendeZaken.setTaskLeadTime': setLeadTime,
	'lopendeZaken.decideProposal': decideProposal,
	'lopendeZaken.openEvidence': openEvidence,
	'lopendeZaken.filterTasks': (_argument, onboarding) => filterTasks(onboarding),
	'lopendeZaken.clearTaskFilter': (_argument, { setFilter }) => setFilter(noFilter),
	'lopendeZaken.openProgressFile': openFile,
	'lopendeZaken.repairProgressFile': repairFile,
	'lopendeZaken.showPlanning': showPlanning,
	'lopendeZaken.exportPlanning': exportPlanning,
	'lopendeZaken.makeReport': makeReport,
} as const satisfies Readonly<Record<string, OnboardingCommand>>;

export type OnboardingCommandId = keyof typeof onboardingCommands;
