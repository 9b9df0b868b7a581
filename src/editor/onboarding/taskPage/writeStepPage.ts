import { roleIds, roleTexts, type RoleId } from '../../../onboarding/catalogue/roles';
import { periodInWords, stepTitle } from '../../../onboarding/words';
import type { Translate } from '../../../text';
import { concerning, type StepNode } from '../tree/nodes';
import { standing } from '../tree/tooltips';
import { commandAddress, escaped } from '../webPage';
import { contact, documents, documentTexts, factList, remarks, section, termList } from './pageParts';

/** What links of the page may run. */
export const stepPageCommands = ['lopendeZaken.openTask'] as const;

/** A step as HTML: what its chapter of the manual says about all its tasks together. */
export function writeStepPage(node: StepNode, t: Translate): string {
	const { step, counts } = node.view;
	const { overview, planning } = node.connection;
	const { situation } = overview;
	const attention = concerning(step.attention, situation);
	const dates =
		planning.kind === 'plan' ? planning.steps.find(({ number }) => number === step.number) : undefined;
	return `<main>
<h1>${escaped(stepTitle(step.number, t))}</h1>
<p class="lead">${escaped(step.summary(t))}</p>
${factList([
	...(counts.total === 0 ? [] : [[t('Progress'), t('{0} of {1} done.', counts.done, counts.total)] as const]),
	[t('Lead time in Bijlage 1'), step.leadTime(t)],
	...(dates === undefined ? [] : [[t('Planning'), periodInWords(dates, t)] as const]),
	...(step.paragraphs.length === 0
		? []
		: [[t('In the manual'), step.paragraphs.map((paragraph) => `§${paragraph}`).join(', ')] as const]),
])}
${section(t('Tasks'), tasks(node, t))}
${section(t('What must be there'), remarks(concerning(step.means, situation), 'ul', t))}
${section(t('Documents'), documents(step.documents, t))}
${section(t('Who does what'), people(node, t))}
${attention.length === 0 ? '' : `<section class="box attention"><h2>${escaped(t('Points of attention'))}</h2>${remarks(attention, 'ul', t)}</section>`}
${section(t('Result'), remarks(concerning(step.result, situation), 'ul', t))}
${termList(textsOf(node, t), t)}
${contact(t)}
</main>`;
}

/** All that the page says of its own. */
function textsOf({ view, connection }: StepNode, t: Translate): readonly string[] {
	const { step, tasks: views } = view;
	const remarksHere = concerning(
		[...step.means, ...step.attention, ...step.result],
		connection.overview.situation,
	);
	return [
		step.summary(t),
		...views.map(({ task }) => task.title(t)),
		...remarksHere.map(({ text }) => text(t)),
		...documentTexts(step.documents, t),
	];
}

function tasks({ view, connection, folder }: StepNode, t: Translate): string {
	const items = view.tasks.map((task) => {
		const address = commandAddress('lopendeZaken.openTask', { folder, task: task.task.id });
		return `<li><a href="${escaped(address)}">${escaped(task.task.title(t))}</a> <span class="faint">(${escaped(standing(task, connection.overview, t))})</span></li>`;
	});
	return `<ol>${items.join('')}</ol>`;
}

/** The table of roles of the step: each role with its name and its tasks. */
function people({ view, connection }: StepNode, t: Translate): string {
	const { roles } = connection.overview.situation;
	const tasksOf = (role: RoleId): readonly string[] =>
		view.tasks
			.filter(({ status, task }) => status !== 'not-applicable' && task.roles.includes(role))
			.map(({ task }) => task.title(t));
	const items = roleIds
		.map((role) => ({ role, titles: tasksOf(role) }))
		.filter(({ titles }) => titles.length > 0)
		.map(
			({ role, titles }) =>
				`<li><strong>${escaped(roleTexts[role].name(t))}</strong>: ${escaped(roles[role] ?? t('nobody named yet'))}<br><span class="faint">${escaped(roleTexts[role].about(t))}</span><ul>${titles.map((title) => `<li>${escaped(title)}</li>`).join('')}</ul></li>`,
		);
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}
