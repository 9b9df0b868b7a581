import type { Overview, TaskView } from '../overview';
import { dateInWords, milestoneWords, monthAbbreviation, stepTitle, statusInWords } from '../words';
import type { Translate } from '../../text';
import { dayNumberOf, isoDateOf, type DayNumber } from './isoDate';
import type { Plan, PlannedTask } from './plan';

/** Sizes in pixels of the picture. */
const size = { labels: 330, chart: 720, row: 24, head: 44, bar: 14, margin: 14 } as const;

/** Colours of the theme, with what shows where there is none: dark on white, which also prints well. */
const style = `
.lz-timeline { background: var(--vscode-editor-background, #ffffff); font: 12px var(--vscode-font-family, "Segoe UI", system-ui, sans-serif); }
.lz-timeline text { fill: var(--vscode-foreground, #1f1f1f); }
.lz-timeline .back { fill: var(--vscode-editor-background, #ffffff); }
.lz-timeline .faint { fill: var(--vscode-descriptionForeground, #5f5f5f); }
.lz-timeline .step { font-weight: 600; }
.lz-timeline .grid { stroke: var(--vscode-widget-border, #d0d0d0); stroke-width: 1; }
.lz-timeline .bar { fill: var(--vscode-charts-blue, #1a6fb5); stroke: none; }
.lz-timeline .bar.done { fill: var(--vscode-charts-green, #2e7d32); }
.lz-timeline .bar.waiting { fill: var(--vscode-charts-yellow, #b58900); }
.lz-timeline .bar.critical { stroke: var(--vscode-charts-red, #c62828); stroke-width: 2; }
.lz-timeline .bar.whole { fill: var(--vscode-descriptionForeground, #5f5f5f); opacity: 0.45; }
.lz-timeline .slack { stroke: var(--vscode-descriptionForeground, #5f5f5f); stroke-dasharray: 2 3; }
.lz-timeline .today { stroke: var(--vscode-charts-red, #c62828); stroke-width: 2; }
.lz-timeline .today-label { fill: var(--vscode-charts-red, #c62828); }
.lz-timeline .milestone { fill: var(--vscode-charts-purple, #652d90); }
@media (forced-colors: active) { .lz-timeline .bar { fill: Highlight; } .lz-timeline .grid { stroke: GrayText; } }
`;

/** Where a day lies in the picture. */
interface Scale {
	readonly first: DayNumber;
	/** Exclusive. */
	readonly last: DayNumber;
	readonly x: (day: DayNumber) => number;
}

/**
 * Draws the plan as an SVG picture: a bar for each step and task, a line for today, a diamond for each milestone. The critical path has a
 * red border, so that it does not depend on telling colours apart.
 */
export function timelineSvg(overview: Overview, plan: Plan, t: Translate): string {
	const planned = new Map(plan.tasks.map((task) => [task.id, task]));
	const rows = plan.steps.flatMap((step) => [
		{ kind: 'step', step } as const,
		...overview.tasks.flatMap((view) => {
			const task = planned.get(view.task.id);
			return view.task.step === step.number && task !== undefined
				? [{ kind: 'task', view, task } as const]
				: [];
		}),
	]);
	const scale = scaleOf(plan);
	const width = size.margin * 2 + size.labels + size.chart;
	const bottom = size.head + (rows.length + (plan.milestones.length > 0 ? 1 : 0)) * size.row;
	const height = bottom + size.row + size.margin;
	const body = rows.map((row, index) => {
		const y = size.head + index * size.row;
		return row.kind === 'step'
			? stepRow(stepTitle(row.step.number, t), row.step.start, row.step.end, y, scale, t)
			: taskRow(row.view, row.task, y, scale, t);
	});
	const title = t('Planning of the connection to Lopende zaken');
	const description = t(
		'From {0} to {1}; today is {2}.',
		dateInWords(plan.start, t),
		dateInWords(plan.end, t),
		dateInWords(plan.today, t),
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" class="lz-timeline" role="img" aria-labelledby="lz-title lz-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
		`<title id="lz-title">${xml(title)}</title>`,
		`<desc id="lz-desc">${xml(description)}</desc>`,
		`<style>${style}</style>`,
		`<rect class="back" width="${width}" height="${height}"/>`,
		...months(scale, bottom, t),
		...body,
		...milestones(plan, bottom - size.row, scale, t),
		...today(plan, bottom, scale, t),
		...legend(bottom + size.row, t),
		'</svg>',
		'',
	].join('\n');
}

function scaleOf(plan: Plan): Scale {
	const worked = plan.tasks.flatMap((task) =>
		task.worked === null ? [] : [task.worked.start, task.worked.end],
	);
	const days = [plan.start, plan.end, plan.today, plan.expectedEnd, ...worked].map(dayNumberOf);
	// Today, or what was done, may lie far from the plan; then it is not drawn, rather than that the bars become hair-thin.
	const from = dayNumberOf(plan.start);
	const to = dayNumberOf(plan.end);
	const reach = (to - from) / 2 + 31;
	const near = days.filter((day) => day >= from - reach && day <= to + reach);
	const first = Math.min(...near) - 1;
	const last = Math.max(...near) + 2;
	const x = (day: DayNumber): number =>
		round(size.margin + size.labels + ((day - first) / (last - first)) * size.chart);
	return { first, last, x };
}

function months({ first, last, x }: Scale, bottom: number, t: Translate): readonly string[] {
	const starts: DayNumber[] = [];
	for (let day = first; day < last; day++) {
		if (isoDateOf(day).endsWith('-01')) {
			starts.push(day);
		}
	}
	const every = Math.ceil(starts.length / 14);
	return starts.flatMap((day, index) => {
		const [year = '', month = ''] = isoDateOf(day).split('-');
		const line = `<line class="grid" x1="${x(day)}" y1="${size.head - 8}" x2="${x(day)}" y2="${bottom}"/>`;
		const name = monthAbbreviation(Number(month), t);
		const label = month === '01' || index === 0 ? `${name} ${year}` : name;
		return index % every === 0
			? [line, `<text class="faint" x="${x(day) + 3}" y="${size.head - 12}">${xml(label)}</text>`]
			: [line];
	});
}

function label(text: string, y: number, indent: number, className: string): string {
	const most = Math.floor((size.labels - indent) / 6.4);
	const shown = text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
	return `<text class="${className}" x="${size.margin + indent}" y="${y + size.row / 2 + 4}">${xml(shown)}</text>`;
}

function bar(start: DayNumber, end: DayNumber, y: number, scale: Scale, className: string): string {
	const within = (day: DayNumber): DayNumber => Math.min(Math.max(day, scale.first), scale.last);
	const left = scale.x(within(start));
	const width = round(scale.x(within(end + 1)) - left);
	const top = y + (size.row - size.bar) / 2;
	return `<rect class="${className}" x="${left}" y="${top}" width="${width}" height="${size.bar}" rx="2"/>`;
}

function stepRow(title: string, start: string, end: string, y: number, scale: Scale, t: Translate): string {
	const words = t('{0}: {1} to {2}', title, dateInWords(start, t), dateInWords(end, t));
	return [
		`<g><title>${xml(words)}</title>`,
		label(title, y, 0, 'step'),
		bar(dayNumberOf(start), dayNumberOf(end), y, scale, 'bar whole'),
		'</g>',
	].join('');
}

function taskRow(view: TaskView, task: PlannedTask, y: number, scale: Scale, t: Translate): string {
	const { start, end: last } = task.worked ?? task;
	const end = dayNumberOf(last);
	const latestEnd = dayNumberOf(task.latestEnd);
	const middle = y + size.row / 2;
	const isByLogius = view.status === 'waiting' || view.actors.every((actor) => actor === 'logius');
	const className = [
		'bar',
		...(view.status === 'done' ? ['done'] : isByLogius ? ['waiting'] : []),
		...(task.critical && view.status !== 'done' ? ['critical'] : []),
	].join(' ');
	const title = view.task.title(t);
	const words = [
		t('{0}: {1} to {2}', title, dateInWords(start, t), dateInWords(last, t)),
		statusInWords(view, t),
		...(task.critical ? [t('critical path')] : []),
	].join('; ');
	return [
		`<g><title>${xml(words)}</title>`,
		label(title, y, 14, 'task'),
		latestEnd > end && view.status !== 'done'
			? `<line class="slack" x1="${scale.x(end + 1)}" y1="${middle}" x2="${scale.x(latestEnd + 1)}" y2="${middle}"/>`
			: '',
		bar(dayNumberOf(start), end, y, scale, className),
		'</g>',
	].join('');
}

function milestones(plan: Plan, y: number, scale: Scale, t: Translate): readonly string[] {
	if (plan.milestones.length === 0) {
		return [];
	}
	const middle = y + size.row / 2;
	const half = size.bar / 2;
	return [
		label(t('Milestones'), y, 0, 'step'),
		...plan.milestones.map(({ id, date }) => {
			const x = scale.x(dayNumberOf(date) + 1);
			const words = `${milestoneWords[id](t)}: ${dateInWords(date, t)}`;
			return `<path class="milestone" d="M${x} ${middle - half}l${half} ${half}l-${half} ${half}l-${half} -${half}z"><title>${xml(words)}</title></path>`;
		}),
	];
}

function today(plan: Plan, bottom: number, { first, last, x }: Scale, t: Translate): readonly string[] {
	const day = dayNumberOf(plan.today);
	if (day < first || day >= last) {
		return [];
	}
	const at = round(x(day + 0.5));
	return [
		`<line class="today" x1="${at}" y1="${size.head - 26}" x2="${at}" y2="${bottom}"/>`,
		`<text class="today-label" x="${at + 4}" y="${size.head - 28}">${xml(t('today'))}</text>`,
	];
}

function legend(y: number, t: Translate): readonly string[] {
	const entries = [
		['bar', t('to do')],
		['bar waiting', t('Logius acts')],
		['bar done', t('done')],
		['bar critical', t('critical path')],
	] as const;
	return entries.map(([className, words], index) => {
		const x = size.margin + index * 150;
		return `<rect class="${className}" x="${x}" y="${y - 10}" width="16" height="10" rx="2"/><text x="${x + 22}" y="${y}">${xml(words)}</text>`;
	});
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function xml(text: string): string {
	const references: Readonly<Record<string, string>> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
	};
	return text
		.replace(/(?![\t\n\r])\p{Cc}/gu, '')
		.replace(/[&<>"]/g, (character) => references[character] ?? character);
}
