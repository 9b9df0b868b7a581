import { roleTexts } from '../../../onboarding/catalogue/roles';
import { evidenceFiles } from '../../../onboarding/evidence/evidenceFiles';
import type { TaskView } from '../../../onboarding/overview';
import type { Evidence } from '../../../onboarding/progress/progress';
import { leadTimeOfTask, placeInManual, stepTitle } from '../../../onboarding/words';
import type { Translate } from '../../../text';
import { actionsOf } from '../taskActions';
import { allows } from '../taskDecisions';
import { concerning, type TaskNode } from '../tree/nodes';
import { planningLines, standing } from '../tree/tooltips';
import { commandAddress, commandButton, escaped } from '../webPage';
import { contact, documents, documentTexts, factList, remarks, section, termList } from './pageParts';

/** What buttons and links of the page may run. */
export const taskPageCommands = [
	'lopendeZaken.addTaskNote',
	'lopendeZaken.checkWus',
	'lopendeZaken.checkWorkspace',
	'lopendeZaken.chooseSchemaFolder',
	'lopendeZaken.compareCpa',
	'lopendeZaken.decideProposal',
	'lopendeZaken.inspectCertificate',
	'lopendeZaken.makeReport',
	'lopendeZaken.markTaskBegun',
	'lopendeZaken.markTaskDone',
	'lopendeZaken.openEvidence',
	'lopendeZaken.openStep',
	'lopendeZaken.openTask',
	'lopendeZaken.reopenTask',
	'lopendeZaken.sendPing',
	'lopendeZaken.setUpOnboarding',
	'lopendeZaken.showPlanning',
	'lopendeZaken.startPartner',
	'lopendeZaken.waitForLogius',
] as const;

/** A task as HTML: what to do, with whom, with what, what was done, and buttons for what can be done from here. */
export function writeTaskPage(node: TaskNode, t: Translate): string {
	const { view, connection, proposals } = node;
	const { task } = view;
	const { situation } = connection.overview;
	const attention = concerning(task.attention, situation);
	return `<main>
<p><a href="${escaped(commandAddress('lopendeZaken.openStep', { folder: node.folder, step: task.step }))}">${escaped(stepTitle(task.step, t))}</a></p>
<h1>${escaped(task.title(t))}</h1>
<p class="state ${view.status}">${escaped(standing(view, connection.overview, t))}</p>
<p class="lead">${escaped(task.summary(t))}</p>
${proposals.map(({ why, remains }) => `<div class="box"><h2>${escaped(t('Proposal'))}</h2><p>${escaped(why)}</p>${remains === null ? '' : `<p>${escaped(remains)}</p>`}${commandButton('lopendeZaken.decideProposal', addressOf(node), t('Decide'), 'primary')}</div>`).join('')}
${buttons(node, t)}
${facts(node, t)}
${section(t('What to do'), remarks(concerning(task.activities, situation), 'ol', t))}
${attention.length === 0 ? '' : `<section class="box attention"><h2>${escaped(t('Points of attention'))}</h2>${remarks(attention, 'ul', t)}</section>`}
${section(t('Documents'), documents(task.documents, t))}
${section(t('Who'), people(node, t))}
${section(t('Waits for'), waits(node, t))}
${section(t('Evidence'), evidence(node, t))}
${section(t('Notes'), notes(node))}
${termList(textsOf(node, t), t)}
${contact(t)}
</main>`;
}

/** All that the page says of its own. */
function textsOf({ view, connection }: TaskNode, t: Translate): readonly string[] {
	const { task } = view;
	const remarksHere = concerning([...task.activities, ...task.attention], connection.overview.situation);
	return [
		task.title(t),
		task.summary(t),
		task.result(t),
		...remarksHere.map(({ text }) => text(t)),
		...documentTexts(task.documents, t),
	];
}

function addressOf({ folder, task }: TaskNode): { readonly folder: string; readonly task: string } {
	return { folder, task };
}

function buttons(node: TaskNode, t: Translate): string {
	const { view, connection, folder } = node;
	const { status, excluded, task } = view;
	const address = addressOf(node);
	const actions = actionsOf(task).map(({ command, argument, label }, index) =>
		commandButton(command, { folder, ...argument }, label(t), index === 0 ? 'primary' : 'secondary'),
	);
	const decisions =
		connection.file.kind !== 'sound' || excluded
			? []
			: [
					...(allows.finish(view)
						? [commandButton('lopendeZaken.markTaskDone', address, t('Mark as done'))]
						: []),
					...(allows.begin(view)
						? [commandButton('lopendeZaken.markTaskBegun', address, t('We have begun'))]
						: []),
					...(allows.handOver(view) && view.actors.includes('logius')
						? [
								commandButton(
									'lopendeZaken.waitForLogius',
									address,
									t('Our part is done, waiting for Logius'),
								),
							]
						: []),
					...(allows.reopen(view)
						? [commandButton('lopendeZaken.reopenTask', address, reopenWords(view, t))]
						: []),
					commandButton('lopendeZaken.addTaskNote', address, t('Add a note')),
				];
	const all = [...(status === 'not-applicable' ? [] : actions), ...decisions];
	return all.length === 0 ? '' : `<div class="actions">${all.join('')}</div>`;
}

/** What taking the last decision back is called: a task that is open still is not opened again. */
function reopenWords({ record }: TaskView, t: Translate): string {
	return record.state !== 'open'
		? t('Open again')
		: record.waitingSince !== undefined
			? t('No longer waiting for Logius')
			: t('We have not begun');
}

function facts({ view, connection }: TaskNode, t: Translate): string {
	const rows: readonly (readonly [string, string])[] = [
		[t('Lead time'), leadTimeOfTask(view)(t)],
		...planningLines(view, connection, t).map((words) => [t('Planning'), words] as const),
		[t('Result'), view.task.result(t)],
		...(placeInManual(view) === '' ? [] : [[t('In the manual'), placeInManual(view)] as const]),
	];
	return factList(rows);
}

function people({ view }: TaskNode, t: Translate): string {
	const items = view.task.roles.map((role) => {
		const name = view.people.find((person) => person.role === role)?.name;
		const who = name ?? t('nobody named yet');
		return `<li><strong>${escaped(roleTexts[role].name(t))}</strong>: ${escaped(who)}<br><span class="faint">${escaped(roleTexts[role].about(t))}</span></li>`;
	});
	return `<ul>${items.join('')}</ul>`;
}

function waits({ view, connection, folder }: TaskNode, t: Translate): string {
	const items = view.waitsFor.flatMap((id) => {
		const before = connection.overview.tasks.find(({ task }) => task.id === id);
		return before === undefined
			? []
			: `<li><a href="${escaped(commandAddress('lopendeZaken.openTask', { folder, task: id }))}">${escaped(before.task.title(t))}</a></li>`;
	});
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

function evidence({ view, folder, task }: TaskNode, t: Translate): string {
	const items = view.record.evidence.map((item, index) => {
		const { summary, when, sha256, outcome } = item;
		const label = openLabel(item, t);
		const link =
			label === null
				? ''
				: ` <a href="${escaped(commandAddress('lopendeZaken.openEvidence', { folder, task, index }))}">${escaped(label)}</a>`;
		const details = [when, outcome, ...(sha256 === undefined ? [] : [`SHA-256 ${sha256}`])].join(' · ');
		return `<li>${escaped(summary)}${link}<br><code class="faint">${escaped(details)}</code></li>`;
	});
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

/** What its link says; null when there is nothing to open. */
function openLabel(item: Evidence, t: Translate): string | null {
	const [file, ...others] = evidenceFiles(item);
	if (file === undefined) {
		return item.kind === 'ping' ? t('Open this Ping') : null;
	}
	return others.length === 0 ? t('Open {0}', file.file) : t('Show the {0} files', others.length + 1);
}

function notes({ view }: TaskNode): string {
	const items = view.record.notes.map(
		({ text, when, by }) =>
			`<li>${escaped(text)} <span class="faint">(${escaped(by === undefined ? when : `${when}, ${by}`)})</span></li>`,
	);
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}
