import { join } from 'node:path';
import {
	commands,
	ProgressLocation,
	StatusBarAlignment,
	ThemeColor,
	Uri,
	window,
	workspace,
	type OutputChannel,
} from 'vscode';
import { documentCheck } from '../../ebms/partner/documentCheck';
import { entryInWords } from '../../ebms/partner/entryWords';
import { modeInWords } from '../../ebms/partner/modeWords';
import { partnerModes, type PartnerMode } from '../../ebms/partner/modes';
import { problemInWords } from '../../ebms/partner/problem';
import { startPartner, type Partner } from '../../ebms/partner/startPartner';
import type { CommandId } from '../commands';
import { baseFolder } from '../config';
import type { Services } from '../services';
import { saveConnection, type Connection } from './connection';
import { readCpaFile } from './cpaFiles';

/** The local partner in this window: at most one. */
export interface PartnerHost {
	/** @returns Whether it runs now. */
	readonly start: () => Promise<boolean>;
	readonly stop: () => Promise<void>;
	/** Asks how it must behave; a known mode needs no question. */
	readonly chooseMode: (mode?: PartnerMode) => Promise<void>;
	readonly showLog: () => void;
	/** The way to it as long as it runs. */
	readonly connection: () => Connection | undefined;
	readonly dispose: () => void;
}

const usualPort = 8443;

/** Where its CPA comes in the workspace. */
const workspaceFolder = 'ebms-partner';

/** The context of `when` clauses in package.json that says whether there is one. */
const runsContext = 'lopendeZaken.partnerRuns';

export function createPartnerHost(
	{ t, faults, pool }: Services,
	globalStorage: Uri,
	onDidChange: () => void,
): PartnerHost {
	const folder = Uri.joinPath(globalStorage, workspaceFolder).fsPath;
	let partner: Partner | undefined;
	let isStarting = false;
	let channel: OutputChannel | undefined;
	const status = window.createStatusBarItem('lopendeZaken.partner', StatusBarAlignment.Left);
	status.name = t('Local ebMS partner');
	status.command = 'lopendeZaken.choosePartnerMode' satisfies CommandId;

	const logChannel = (): OutputChannel => (channel ??= window.createOutputChannel(t('Local ebMS partner')));

	function showStatus(): void {
		if (partner === undefined) {
			status.hide();
		} else {
			const mode = partner.mode();
			const { label } = modeInWords(mode, t);
			status.text = `$(radio-tower) ${mode === 'normal' ? t('ebMS partner') : t('ebMS partner: {0}', label)}`;
			status.tooltip = t(
				'The local ebMS partner listens at {0}. Choose how it answers.',
				partner.connection.url,
			);
			status.backgroundColor =
				mode === 'normal' ? undefined : new ThemeColor('statusBarItem.warningBackground');
			status.show();
		}
		faults.watch(commands.executeCommand('setContext', runsContext, partner !== undefined));
		onDidChange();
	}

	async function listen(port: number): ReturnType<typeof startPartner> {
		return startPartner({
			folder,
			port,
			reply: 'sync',
			mode: 'normal',
			usEndpoint: null,
			check: documentCheck(pool),
			onEntry: (entry) => {
				logChannel().appendLine(entryInWords(entry, t));
			},
			onFault: faults.report,
		});
	}

	/** A CPA names its port: another one is only taken when it has to be. */
	async function listenSomewhere(): ReturnType<typeof startPartner> {
		const usual = await listen(usualPort);
		return 'problem' in usual && usual.problem.kind === 'port-in-use' ? listen(0) : usual;
	}

	async function stop(): Promise<void> {
		const running = partner;
		partner = undefined;
		await running?.close();
		if (running !== undefined) {
			showStatus();
		}
	}

	return {
		async start() {
			if (!workspace.isTrusted) {
				faults.watch(
					window.showErrorMessage(t('The local ebMS partner only runs in a workspace that you trust.')),
				);
				return false;
			}
			if (partner !== undefined || isStarting) {
				faults.watch(window.showInformationMessage(t('The local ebMS partner runs already.')));
				return partner !== undefined;
			}
			isStarting = true;
			try {
				const plan = await askPlan();
				if (plan === undefined) {
					return false;
				}
				const started = await window.withProgress(
					{
						location: ProgressLocation.Notification,
						title: t('Starting the local ebMS partner; the first time it makes its certificates'),
					},
					listenSomewhere,
				);
				if ('problem' in started) {
					faults.watch(window.showErrorMessage(problemInWords(started.problem, t)));
					return false;
				}
				partner = started;
				logChannel().appendLine(t('The partner listens at {0}.', started.connection.url));
				showStatus();
				if (plan === 'write') {
					await writeIntoWorkspace(started);
				}
				faults.watch(tellStarted());
				return true;
			} finally {
				isStarting = false;
			}
		},
		stop,
		async chooseMode(mode) {
			if (partner === undefined) {
				return;
			}
			const chosen = mode ?? (await askMode(partner.mode()));
			if (chosen === 'stop') {
				await stop();
			} else if (chosen === 'log') {
				logChannel().show(true);
			} else if (chosen !== undefined) {
				partner.setMode(chosen);
				logChannel().appendLine(t('From now on: {0}.', modeInWords(chosen, t).label));
				showStatus();
			}
		},
		showLog() {
			logChannel().show(true);
		},
		connection() {
			return partner && connectionTo(partner, t('Local ebMS partner'));
		},
		dispose() {
			const running = partner;
			partner = undefined;
			faults.watch(Promise.resolve(running?.close()));
			status.dispose();
			channel?.dispose();
		},
	};

	/** Nothing comes into the workspace without being asked for. */
	async function askPlan(): Promise<'write' | 'start' | undefined> {
		const base = baseFolder();
		if (base === undefined) {
			return 'start';
		}
		const item = await window.showQuickPick(
			[
				{
					label: t('Start, and put the connection in this workspace'),
					detail: t(
						'Writes the CPA to {0} and the connection to the settings of the workspace.',
						`${workspaceFolder}/cpa.xml`,
					),
					plan: 'write' as const,
				},
				{
					label: t('Only start'),
					detail: t('The connection is there as long as the partner runs; the workspace stays as it is.'),
					plan: 'start' as const,
				},
			],
			{ title: t('Start the local ebMS partner'), ignoreFocusOut: true },
		);
		return item?.plan;
	}

	async function writeIntoWorkspace({ connection }: Partner): Promise<void> {
		const base = baseFolder();
		if (base === undefined) {
			return;
		}
		const target = Uri.joinPath(base.uri, workspaceFolder, 'cpa.xml');
		const present = await readCpaFile(target.fsPath);
		const isForeign =
			present === undefined ? await exists(target) : present.cpaId?.value !== connection.cpaId;
		if (isForeign) {
			faults.watch(
				window.showWarningMessage(
					t('{0} is not of the local ebMS partner, and stays as it is.', target.fsPath),
				),
			);
			return;
		}
		await workspace.fs.copy(Uri.file(connection.cpa), target, { overwrite: true });
		await saveConnection({
			name: t('Local ebMS partner'),
			environment: 'local',
			cpa: `${workspaceFolder}/cpa.xml`,
			as: connection.us,
			certificate: connection.cert,
			key: connection.key,
			trust: [connection.trust],
		});
	}

	async function tellStarted(): Promise<void> {
		const ping = t('Send a Ping');
		const choice = await window.showInformationMessage(
			t('The local ebMS partner listens at {0}.', partner?.connection.url ?? ''),
			ping,
		);
		if (choice === ping) {
			await commands.executeCommand('lopendeZaken.sendPing' satisfies CommandId, t('Local ebMS partner'));
		}
	}

	async function askMode(current: PartnerMode): Promise<PartnerMode | 'stop' | 'log' | undefined> {
		const item = await window.showQuickPick(
			[
				...partnerModes.map((mode) => {
					const { label, detail } = modeInWords(mode, t);
					return { label: `${mode === current ? '$(check)' : '$(blank)'} ${label}`, detail, chosen: mode };
				}),
				{ label: `$(output) ${t('Show what came in')}`, detail: '', chosen: 'log' as const },
				{ label: `$(debug-stop) ${t('Stop the partner')}`, detail: '', chosen: 'stop' as const },
			],
			{ title: t('How the local ebMS partner answers'), matchOnDetail: true },
		);
		return item?.chosen;
	}
}

function connectionTo({ connection }: Partner, name: string): Connection {
	return {
		name,
		environment: 'local',
		source: { kind: 'cpa', file: join(connection.cpa), as: connection.us, url: null },
		certificate: connection.cert,
		key: connection.key,
		trust: [connection.trust],
		sync: 'cpa',
		listen: null,
	};
}

async function exists(file: Uri): Promise<boolean> {
	try {
		await workspace.fs.stat(file);
		return true;
	} catch {
		return false;
	}
}
