import type { Overview } from '../../../onboarding/overview';
import { urgentTimeliness, type Plan } from '../../../onboarding/planning/plan';
import { timelineSvg } from '../../../onboarding/planning/timeline';
import { lateness } from '../../../onboarding/reports/statusReport';
import { dateInWords, milestoneWords, statusInWords, timelinessWords } from '../../../onboarding/words';
import type { Translate } from '../../../text';
import { chooseProject, isConnected } from '../chooseProject';
import { openFollowingPage } from '../followingPage';
import type { Onboarding } from '../onboarding';
import type { Connection } from '../projects';
import { commandAddress, commandButton, escaped } from '../webPage';

const planningCommands = [
	'lopendeZaken.exportPlanning',
	'lopendeZaken.makeReport',
	'lopendeZaken.openTask',
	'lopendeZaken.setUpOnboarding',
] as const;

/** Opens the planning as a picture with what must happen first, or brings it to the front. */
export async function showPlanning(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t, projects } = onboarding;
	const project = await chooseProject(argument, onboarding, isConnected);
	if (project === undefined) {
		return;
	}
	const folder = project.folder.uri.toString();
	openFollowingPage(
		{
			key: folder,
			type: 'lopendeZaken.planning',
			icon: 'planning.svg',
			commandIds: planningCommands,
			content: () => {
				const now = projects.loaded().find((each) => each.folder.uri.toString() === folder)?.connection;
				return now ? { title: t('Planning'), body: writePlanning(folder, now, t) } : undefined;
			},
		},
		onboarding,
	);
}

function writePlanning(folder: string, { overview, planning }: Connection, t: Translate): string {
	const title = `<h1>${escaped(t('Planning of the connection to Lopende zaken'))}</h1>`;
	if (planning.kind !== 'plan') {
		return `<main>${title}<p>${escaped(
			t('Give a start date or a production date in the situation to get a planning.'),
		)}</p><div class="actions">${commandButton('lopendeZaken.setUpOnboarding', { folder }, t('Change the situation'), 'primary')}</div></main>`;
	}
	const titles = new Map(overview.tasks.map(({ task }) => [task.id, task.title(t)]));
	return `${title}
<p class="lead">${escaped(t('Planning: {0} to {1}.', dateInWords(planning.start, t), dateInWords(planning.end, t)))} ${escaped(lateness(planning, t))}</p>
<div class="actions">
${commandButton('lopendeZaken.exportPlanning', { folder, format: 'ics' }, t('Export to a calendar (.ics)'))}
${commandButton('lopendeZaken.exportPlanning', { folder, format: 'svg' }, t('Export as a picture (.svg)'))}
${commandButton('lopendeZaken.makeReport', { folder, report: 'status' }, t('Make the status report'))}
${commandButton('lopendeZaken.setUpOnboarding', { folder }, t('Change the situation'))}
</div>
<div class="picture" tabindex="0">${timelineSvg(overview, planning, t)}</div>
<main>
${urgentTasks(folder, planning, titles, t)}
<h2>${escaped(t('Milestones'))}</h2>
<ul>${planning.milestones.map(({ id, date, done }) => `<li>${escaped(`${milestoneWords[id](t)}: ${dateInWords(date, t)}`)}${done ? ` <span class="faint">(${escaped(t('done'))})</span>` : ''}</li>`).join('')}</ul>
<h2>${escaped(t('Critical path'))}</h2>
<p class="faint">${escaped(t('Delay of one of these tasks moves the end.'))}</p>
<ol>${planning.criticalPath.map((id) => `<li>${taskLink(folder, id, titles)}</li>`).join('')}</ol>
${datesTable(folder, overview, planning, titles, t)}
</main>`;
}

/** What cannot wait, worst first. */
function urgentTasks(folder: string, plan: Plan, titles: ReadonlyMap<string, string>, t: Translate): string {
	const items = urgentTimeliness.flatMap((timeliness) =>
		plan.tasks
			.filter((task) => task.timeliness === timeliness)
			.map(
				({ id, latestEnd }) =>
					`<li>${taskLink(folder, id, titles)}: ${escaped(timelinessWords[timeliness](t))} <span class="faint">(${escaped(t('by {0}', dateInWords(latestEnd, t)))})</span></li>`,
			),
	);
	return items.length === 0
		? ''
		: `<section class="box"><h2>${escaped(t('Cannot wait'))}</h2><ul>${items.join('')}</ul></section>`;
}

/** What the picture shows, for who cannot see it or wants to copy it. */
function datesTable(
	folder: string,
	overview: Overview,
	plan: Plan,
	titles: ReadonlyMap<string, string>,
	t: Translate,
): string {
	const views = new Map(overview.tasks.map((view) => [view.task.id, view]));
	const heads = [t('Task'), t('First day'), t('Last day'), t('At the latest'), t('Status'), t('In time?')];
	const rows = plan.tasks.map((task) => {
		const { id, latestEnd, timeliness } = task;
		const { start, end } = task.worked ?? task;
		const view = views.get(id);
		return [
			taskLink(folder, id, titles),
			...[
				dateInWords(start, t),
				dateInWords(end, t),
				dateInWords(latestEnd, t),
				view === undefined ? '' : statusInWords(view, t),
				timeliness === 'done' ? '' : timelinessWords[timeliness](t),
			].map(escaped),
		];
	});
	const cells = (row: readonly string[]): string =>
		row.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
	return `<details><summary><h2>${escaped(t('All tasks with their dates'))}</h2></summary>
<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></details>`;
}

function taskLink(folder: string, task: string, titles: ReadonlyMap<string, string>): string {
	const address = commandAddress('lopendeZaken.openTask', { folder, task });
	return `<a href="${escaped(address)}">${escaped(titles.get(task) ?? task)}</a>`;
}
