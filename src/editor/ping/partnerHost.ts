import { join } from 'node:path';
import {
	commands,
	ProgressLocation,
	QuickPickItemKind,
	StatusBarAlignment,
	ThemeColor,
	ThemeIcon,
	Uri,
	window,
	workspace,
	type OutputChannel,
	type QuickPickItem,
} from 'vscode';
import { documentCheck } from '../../ebms/partner/documentCheck';
import type { PartnerEntry } from '../../ebms/partner/entry';
import { entryInWords } from '../../ebms/partner/entryWords';
import { modeInWords, replyInWords } from '../../ebms/partner/modeWords';
import { partnerModes, replyModes, type PartnerMode, type ReplyMode } from '../../ebms/partner/modes';
import { problemInWords } from '../../ebms/partner/problem';
import { startPartner, type Partner } from '../../ebms/partner/startPartner';
import type { CommandId } from '../commands';
import { baseFolder } from '../config';
import type { Services } from '../services';
import { saveConnection, type ConfiguredConnection } from './configuredConnection';
import { readCpaFile } from './cpaFiles';
import { partnerPort } from './pingSettings';
import { exists } from '../exists';

/** The local partner in this window: at most one. */
export interface PartnerHost {
	/** @returns Whether it runs now. */
	readonly start: () => Promise<boolean>;
	readonly stop: () => Promise<void>;
	/** Asks how it must behave; what is known needs no question. */
	readonly choose: (behaviour?: PartnerMode | ReplyMode) => Promise<void>;
	readonly showLog: () => void;
	/** As long as it runs. */
	readonly state: () => PartnerState | undefined;
	readonly dispose: () => void;
}

/** The partner as the view shows it. */
export interface PartnerState {
	/** The way to it. */
	readonly connection: ConfiguredConnection;
	readonly mode: PartnerMode;
	/** What came in, the newest first. */
	readonly entries: readonly PartnerEntry[];
}

/** Where its CPA comes in the workspace. */
const workspaceFolder = 'ebms-partner';

/** The context of `when` clauses in package.json that says whether there is one. */
const runsContext = 'lopendeZaken.partnerRuns';

/** @param onDidChange Told when it starts, stops, behaves otherwise, or something came in. */
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
			status.accessibilityInformation = { label: `${t('Local ebMS partner')}: ${label}` };
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
				onDidChange();
			},
			onFault: faults.report,
		});
	}

	/** A CPA names its port: another one is only taken when it has to be. */
	async function listenSomewhere(): ReturnType<typeof startPartner> {
		const usual = await listen(partnerPort());
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
				try {
					if (plan === 'write') {
						await writeIntoWorkspace(started);
					}
				} finally {
					// It is only said to run once what belongs to it can be used.
					showStatus();
				}
				faults.watch(tellStarted());
				return true;
			} finally {
				isStarting = false;
			}
		},
		stop,
		async choose(behaviour) {
			if (partner === undefined) {
				return;
			}
			const chosen = behaviour ?? (await askBehaviour(partner));
			if (chosen === undefined) {
				return;
			}
			if (chosen === 'stop') {
				await stop();
			} else if (chosen === 'log') {
				logChannel().show(true);
			} else if (isReplyMode(chosen)) {
				await setReply(partner, chosen);
			} else {
				partner.setMode(chosen);
				logChannel().appendLine(t('From now on: {0}.', modeInWords(chosen, t).label));
				showStatus();
			}
		},
		showLog() {
			logChannel().show(true);
		},
		state() {
			return (
				partner && {
					connection: connectionTo(partner, t('Local ebMS partner')),
					mode: partner.mode(),
					entries: partner.entries().toReversed(),
				}
			);
		},
		dispose() {
			const running = partner;
			partner = undefined;
			faults.watch(Promise.resolve(running?.close()));
			status.dispose();
			channel?.dispose();
		},
	};

	/** A CPA that came into the workspace, and the connection beside it, follow. */
	async function setReply(running: Partner, reply: ReplyMode): Promise<void> {
		const problem = await running.setReply(reply);
		if (problem !== undefined) {
			faults.watch(window.showErrorMessage(problemInWords(problem, t)));
			return;
		}
		const { label } = replyInWords(reply, running.usEndpoint, t);
		logChannel().appendLine(t('From now on: {0}.', label));
		if ((await cpaInWorkspace(running)) === 'ours') {
			await writeIntoWorkspace(running);
		}
		showStatus();
	}

	/** Whose the CPA is that stands where that of the partner would. */
	async function cpaInWorkspace({ connection }: Partner): Promise<'ours' | 'foreign' | 'none'> {
		const target = workspaceCpa();
		if (target === undefined) {
			return 'none';
		}
		const present = await readCpaFile(target.fsPath);
		if (present !== undefined) {
			return present.cpaId?.value === connection.cpaId ? 'ours' : 'foreign';
		}
		return (await exists(target)) ? 'foreign' : 'none';
	}

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

	async function writeIntoWorkspace(running: Partner): Promise<void> {
		const target = workspaceCpa();
		if (target === undefined) {
			return;
		}
		if ((await cpaInWorkspace(running)) === 'foreign') {
			faults.watch(
				window.showWarningMessage(
					t('{0} is not of the local ebMS partner, and stays as it is.', target.fsPath),
				),
			);
			return;
		}
		const { connection } = running;
		await workspace.fs.copy(Uri.file(connection.cpa), target, { overwrite: true });
		const listen = listenAddressFor(running);
		await saveConnection({
			name: t('Local ebMS partner'),
			environment: 'local',
			cpa: `${workspaceFolder}/cpa.xml`,
			as: connection.us,
			certificate: connection.cert,
			key: connection.key,
			trust: [connection.trust],
			...(listen === null ? {} : { listen }),
		});
	}

	async function tellStarted(): Promise<void> {
		const ping = t('Send a Ping');
		const url = partner?.connection.url ?? '';
		const port = partnerPort();
		const choice = await window.showInformationMessage(
			url.includes(`:${port}/`)
				? t('The local ebMS partner listens at {0}.', url)
				: t('The local ebMS partner listens at {0}, as port {1} is in use by another program.', url, port),
			ping,
		);
		if (choice === ping) {
			await commands.executeCommand('lopendeZaken.sendPing' satisfies CommandId, t('Local ebMS partner'));
		}
	}

	async function askBehaviour(
		running: Partner,
	): Promise<PartnerMode | ReplyMode | 'stop' | 'log' | undefined> {
		/** The current one has a tick to see and a word to hear. */
		const marked = (isCurrent: boolean): Pick<QuickPickItem, 'iconPath' | 'description'> => ({
			iconPath: new ThemeIcon(isCurrent ? 'check' : 'blank'),
			...(isCurrent ? { description: t('now') } : {}),
		});
		const reply = running.reply();
		const mode = running.mode();
		const other = replyModes.filter((one) => one !== reply);
		const item = await window.showQuickPick(
			[
				...partnerModes.map((one) => {
					const { label, detail } = modeInWords(one, t);
					return { label, detail, ...marked(one === mode), chosen: one };
				}),
				separator(t('Where the answer goes')),
				...[reply, ...other].map((one) => {
					const { label, detail } = replyInWords(one, running.usEndpoint, t);
					return { label, detail, ...marked(one === reply), chosen: one };
				}),
				separator(''),
				{
					label: t('Show what came in'),
					detail: '',
					iconPath: new ThemeIcon('output'),
					chosen: 'log' as const,
				},
				{
					label: t('Stop the partner'),
					detail: '',
					iconPath: new ThemeIcon('debug-stop'),
					chosen: 'stop' as const,
				},
			],
			{ title: t('How the local ebMS partner answers'), matchOnDetail: true },
		);
		return item?.chosen;
	}
}

function separator(label: string): QuickPickItem & { readonly chosen: undefined; readonly detail: string } {
	return { label, kind: QuickPickItemKind.Separator, chosen: undefined, detail: '' };
}

function isReplyMode(behaviour: PartnerMode | ReplyMode): behaviour is ReplyMode {
	return replyModes.some((reply) => reply === behaviour);
}

function workspaceCpa(): Uri | undefined {
	const base = baseFolder();
	return base && Uri.joinPath(base.uri, workspaceFolder, 'cpa.xml');
}

/** Where the Pong of an asynchronous partner comes in; `null` when it comes in the response. */
function listenAddressFor(running: Partner): string | null {
	return running.reply() === 'sync' ? null : new URL(running.usEndpoint).host;
}

function connectionTo(running: Partner, name: string): ConfiguredConnection {
	const { connection } = running;
	return {
		name,
		environment: 'local',
		source: { kind: 'cpa', file: join(connection.cpa), as: connection.us, url: null },
		certificate: connection.cert,
		key: connection.key,
		trust: [connection.trust],
		sync: 'cpa',
		listen: listenAddressFor(running),
	};
}
