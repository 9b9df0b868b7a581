import type { ActionId, Task } from '../../onboarding/catalogue/task';
import type { Phrase } from '../../onboarding/phrase';

/** The command that does something for a task, with how a button calls it. */
export interface TaskAction {
	readonly command: string;
	/** What the command takes besides the folder. */
	readonly argument?: Readonly<Record<string, string>>;
	readonly label: Phrase;
}

/** What the editor can do now; an action without a line has no command yet and is not offered. */
const actions: Readonly<Partial<Record<ActionId, TaskAction>>> = {
	'set-situation': { command: 'lopendeZaken.setUpOnboarding', label: (t) => t('Record in the situation') },
	'make-plan-of-approach': {
		command: 'lopendeZaken.makeReport',
		argument: { report: 'plan-of-approach' },
		label: (t) => t('Make the plan of approach'),
	},
	'show-planning': { command: 'lopendeZaken.showPlanning', label: (t) => t('Show the planning') },
	'choose-schema-folder': {
		command: 'lopendeZaken.chooseSchemaFolder',
		label: (t) => t('Choose the schema folder'),
	},
	'validate-workspace': {
		command: 'lopendeZaken.checkWorkspace',
		label: (t) => t('Check all messages in the workspace'),
	},
	'inspect-certificate': {
		command: 'lopendeZaken.inspectCertificate',
		label: (t) => t('Inspect a certificate'),
	},
	'check-consumerspecificatie': {
		command: 'lopendeZaken.checkWorkspace',
		label: (t) => t('Check the Consumerspecificatie'),
	},
	'compare-cpa': {
		command: 'lopendeZaken.compareCpa',
		label: (t) => t('Compare the Consumerspecificatie with the CPA'),
	},
	'ping-preproduction': {
		command: 'lopendeZaken.sendPing',
		argument: { environment: 'preproduction' },
		label: (t) => t('Ping pre-production'),
	},
	'ping-production': {
		command: 'lopendeZaken.sendPing',
		argument: { environment: 'production' },
		label: (t) => t('Ping production'),
	},
	'check-wus': { command: 'lopendeZaken.checkWus', label: (t) => t('Check the Profielservice (WUS)') },
	'start-partner': {
		command: 'lopendeZaken.startPartner',
		label: (t) => t('Practise with the local partner'),
	},
	'make-network-overview': {
		command: 'lopendeZaken.makeReport',
		argument: { report: 'network-overview' },
		label: (t) => t('Make the network overview'),
	},
	'make-test-report': {
		command: 'lopendeZaken.makeReport',
		argument: { report: 'test-report' },
		label: (t) => t('Make the test report'),
	},
	'make-handover': {
		command: 'lopendeZaken.makeReport',
		argument: { report: 'handover' },
		label: (t) => t('Make the handover'),
	},
};

/** The actions of a task that there are commands for, the main one first. */
export function actionsOf({ actions: ids }: Task): readonly TaskAction[] {
	return ids.flatMap((id) => actions[id] ?? []);
}

/** What Start does. */
export function startActionOf(task: Task): TaskAction | undefined {
	return actionsOf(task)[0];
}
