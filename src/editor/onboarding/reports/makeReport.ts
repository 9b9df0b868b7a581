import { commands, FileSystemError, Uri, window, workspace } from 'vscode';
import { handover } from '../../../onboarding/reports/handover';
import { networkOverview } from '../../../onboarding/reports/networkOverview';
import { planOfApproach } from '../../../onboarding/reports/planOfApproach';
import { statusReport } from '../../../onboarding/reports/statusReport';
import { testReport } from '../../../onboarding/reports/testReport';
import type { Phrase } from '../../../onboarding/phrase';
import type { Translate } from '../../../text';
import { chooseProject, isConnected, type ConnectedProject } from '../chooseProject';
import type { Onboarding } from '../onboarding';
import { today } from '../today';
import { certificateFacts } from './certificateFacts';
import { connectionFacts } from './connectionFacts';
import { testScenarios } from './testScenarios';

interface Report {
	readonly name: Phrase;
	readonly about: Phrase;
	/** In the folder of the project, in the language of the people it is for. */
	readonly file: string;
	readonly write: (
		project: ConnectedProject,
		onboarding: Onboarding,
		t: Translate,
	) => Promise<string> | string;
}

const reports = {
	status: {
		name: (t) => t('Status report'),
		about: (t) => t('For the project leader: what is done, what is late, what waits.'),
		file: 'rapporten/stand-van-zaken.md',
		write: ({ connection }, _onboarding, t) =>
			statusReport(connection.overview, connection.planning, today(), t),
	},
	'plan-of-approach': {
		name: (t) => t('Plan of approach'),
		about: (t) => t('The invoeringsplan of §3.3.6.'),
		file: 'rapporten/invoeringsplan.md',
		write: ({ connection }, _onboarding, t) => planOfApproach(connection.overview, connection.planning, t),
	},
	'network-overview': {
		name: (t) => t('Network overview'),
		about: (t) => t('Every message flow with systems and addresses (§4.4.2).'),
		file: 'rapporten/netwerkoverzicht.md',
		write: async ({ connection, folder }, _onboarding, t) =>
			networkOverview(connection.overview.situation, await connectionFacts(folder, t), t),
	},
	'test-report': {
		name: (t) => t('Test report'),
		about: (t) => t('The scenarios of the chain test and their outcome (§5.3.4).'),
		file: 'rapporten/testrapport.md',
		write: async ({ connection, folder }, onboarding, t) => {
			const [scenarios, connections] = await Promise.all([
				testScenarios(folder, onboarding),
				connectionFacts(folder, t),
			]);
			const own = connections.find(({ environment }) => environment === 'preproduction') ?? connections[0];
			return testReport(connection.overview, scenarios, own ?? {}, today(), t);
		},
	},
	handover: {
		name: (t) => t('Handover to management'),
		about: (t) => t('What the administrators need (§6.3.5).'),
		file: 'rapporten/beheerdocumentatie.md',
		write: async ({ connection, folder }, { surveyCertificates }, t) => {
			const [connections, survey] = await Promise.all([connectionFacts(folder, t), surveyCertificates()]);
			const certificates = survey === undefined ? [] : certificateFacts(survey, folder);
			return handover(connection.overview, connections, certificates, today(), t);
		},
	},
} as const satisfies Readonly<Record<string, Report>>;

type ReportId = keyof typeof reports;

/**
 * Writes a report into the workspace and opens it. A report that is there already is compared with the new one, or replaced, as the user
 * wants it.
 *
 * @param argument `{ folder, report }`: what is absent is asked.
 */
export async function makeReport(argument: unknown, onboarding: Onboarding): Promise<void> {
	const { t, drafts } = onboarding;
	const project = await chooseProject(argument, onboarding, isConnected);
	if (project === undefined) {
		return;
	}
	const id = reportOf(argument) ?? (await askReport(t));
	if (id === undefined) {
		return;
	}
	const report: Report = reports[id];
	const file = Uri.joinPath(project.folder.uri, ...report.file.split('/'));
	const text = await report.write(project, onboarding, t);
	switch ((await isThere(file)) ? await askWhatNow(file, t) : 'write') {
		case 'write':
			await workspace.fs.writeFile(file, new TextEncoder().encode(text));
			await commands.executeCommand('vscode.open', file);
			return;
		case 'compare':
			await compare(drafts.show(report.file, text), file, t);
			return;
		case 'open':
			await commands.executeCommand('vscode.open', file);
	}
}

function reportOf(argument: unknown): ReportId | undefined {
	const id: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'report') : undefined;
	return typeof id === 'string' && Object.hasOwn(reports, id) ? (id as ReportId) : undefined;
}

async function askReport(t: Translate): Promise<ReportId | undefined> {
	const ids = Object.keys(reports) as ReportId[];
	const chosen = await window.showQuickPick(
		ids.map((id) => ({
			label: reports[id].name(t),
			detail: reports[id].about(t),
			description: reports[id].file,
			id,
		})),
		{ title: t('Which report do you want to make?') },
	);
	return chosen?.id;
}

async function isThere(file: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(file);
		return true;
	} catch (error) {
		if (error instanceof FileSystemError && error.code === 'FileNotFound') {
			return false;
		}
		throw error;
	}
}

/** What is filled in by hand must not be lost, and not keep the user from what is known anew. */
async function askWhatNow(file: Uri, t: Translate): Promise<'write' | 'compare' | 'open'> {
	const compareThem = t('Compare');
	const replace = t('Replace');
	const pressed = await window.showWarningMessage(
		t('{0} is there already.', workspace.asRelativePath(file)),
		{
			modal: true,
			detail: t(
				'Compare it with the new report to take over what has changed, or replace it: what you have filled in yourself is lost then.',
			),
		},
		compareThem,
		replace,
	);
	return pressed === replace ? 'write' : pressed === compareThem ? 'compare' : 'open';
}

/** The new report on the left, the file on the right: from there changes can be taken over. */
async function compare(draft: Uri, file: Uri, t: Translate): Promise<void> {
	const title = t('{0}: new report and file', workspace.asRelativePath(file));
	await commands.executeCommand('vscode.diff', draft, file, title);
}
