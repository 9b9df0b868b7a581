import { commands, Disposable, env, Uri, workspace, type Webview } from 'vscode';
import { toBase64 } from '../../certificates/exportCertificate';
import type { CommandId } from '../commands';
import { explanationAddress } from '../explanationAddress';
import { askPassword } from './askPassword';
import { certificateHappening } from './certificateHappening';
import type { CertificateServices } from './certificateServices';
import { fetchLists } from './fetchLists';
import { manageTrust } from '../trust';
import { frameFor, resourceRoots } from '../webView/frameFor';
import { html } from '../webView/html';
import { writePage } from '../webView/writePage';
import { createInspectionSession, type InspectionSubject } from './inspectionSession';
import { saveCertificates } from './saveCertificates';
import type { MessageFromView, MessageToView } from './view/messages';
import type { Action } from './view/model';

/** A web view that shows the certificates of one subject. */
export interface CertificateView {
	/** Inspects and shows it again. */
	readonly refresh: () => void;
	/** Shows one of its certificates, by its SHA-256. */
	readonly select: (sha256: string) => void;
	readonly dispose: () => void;
}

export function showCertificates(
	webview: Webview,
	subject: InspectionSubject,
	services: CertificateServices,
): CertificateView {
	const { t, config, faults, happenings } = services;
	const session = createInspectionSession(subject, services);
	let isReady = false;
	let selected: string | undefined;
	/** Counts the inspections, so that one that was overtaken is not shown. */
	let newest = 0;

	const post = (message: MessageToView): void => {
		void webview.postMessage(message);
	};

	async function show(): Promise<void> {
		const turn = ++newest;
		post({ type: 'busy', text: t('The certificate is being read') });
		const model = await session.inspect();
		if (turn !== newest) {
			return;
		}
		post({ type: 'model', model });
		post({ type: 'busy', text: '' });
		if (selected !== undefined) {
			post({ type: 'select', id: selected });
			selected = undefined;
		}
	}

	async function unlock(): Promise<void> {
		if (!workspace.isTrusted) {
			return;
		}
		const tryPassword = async (value: string): Promise<boolean> => {
			session.usePassword(value);
			await show();
			const isRight = !session.isLocked();
			if (!isRight) {
				session.usePassword(undefined);
			}
			return isRight;
		};
		await askPassword(subject.name, tryPassword, t);
	}

	async function start({ restored, judging }: Extract<MessageFromView, { type: 'ready' }>): Promise<void> {
		isReady = true;
		if (subject.kept !== undefined) {
			post({ type: 'keep', kept: subject.kept });
		}
		if (judging !== null) {
			session.judge(judging);
		}
		await show();
		// When VS Code starts again with this view open, nobody asked for it: then there is a button.
		if (restored) {
			return;
		}
		if (session.isLocked()) {
			await unlock();
		}
		tellOnboarding();
	}

	function tellOnboarding(): void {
		const judged = session.judged();
		if (subject.file !== undefined && judged !== undefined) {
			happenings.report(certificateHappening(subject.file, judged));
		}
	}

	async function checkRevocation(): Promise<void> {
		const lists = workspace.isTrusted ? await fetchLists(session.crlAddresses(), t) : undefined;
		if (lists !== undefined) {
			session.useDownloads(lists);
			await show();
		}
	}

	async function act(action: Action, id: string): Promise<void> {
		switch (action) {
			case 'useInSpecification':
				await commands.executeCommand(
					'lopendeZaken._useInSpecification' satisfies CommandId,
					session.judged(id),
				);
				break;
			case 'checkRevocation':
				await checkRevocation();
				break;
			case 'rememberPassword':
				await session.rememberPassword();
				await show();
				break;
			case 'openAsText':
				await commands.executeCommand('vscode.openWith', subject.file, 'default');
				break;
			case 'fetchAuthorities':
				await commands.executeCommand('lopendeZaken.fetchAuthorities' satisfies CommandId);
		}
	}

	async function copy(text: string, label: string): Promise<void> {
		await env.clipboard.writeText(text);
		post({ type: 'say', text: t('Copied: {0}', label) });
	}

	async function receive(message: MessageFromView): Promise<void> {
		switch (message.type) {
			case 'ready':
				await start(message);
				break;
			case 'unlock':
				await (workspace.isTrusted ? unlock() : commands.executeCommand(manageTrust));
				break;
			case 'judge':
				session.judge(message.judging);
				await show();
				break;
			case 'copy':
				await copy(message.text, message.label);
				break;
			case 'copyBase64': {
				const certificate = session.certificate(message.id);
				await (certificate && copy(toBase64(certificate), 'base64'));
				break;
			}
			case 'export': {
				const { id, format } = message;
				await saveCertificates(session.withIssuers(id), format, folderOf(subject.file), t);
				break;
			}
			case 'explain':
				await commands.executeCommand('vscode.open', explanationAddress(message.code));
				break;
			case 'action':
				await act(message.action, message.id);
		}
	}

	const refresh = (): void => {
		if (isReady) {
			faults.watch(show());
		}
	};
	webview.options = { enableScripts: true, localResourceRoots: resourceRoots(services.extensionUri) };
	const subscriptions = Disposable.from(
		webview.onDidReceiveMessage((message: MessageFromView) => {
			faults.watch(receive(message));
		}),
		services.onDidChangeJudgement(refresh),
		workspace.onDidGrantWorkspaceTrust(refresh),
	);
	webview.html = writePage(
		subject.name,
		emptyPage,
		frameFor(webview, services.extensionUri, config.language(), {
			script: 'dist/certificateView.js',
			styles: ['media/certificates/view.css'],
		}),
	);
	return {
		refresh,
		select(sha256) {
			if (isReady) {
				post({ type: 'select', id: sha256 });
			} else {
				selected = sha256;
			}
		},
		dispose() {
			newest++;
			subscriptions.dispose();
		},
	};
}

/** Empty places that the script of the page fills. */
const emptyPage = html`<p id="busy" role="status"></p>
	<main id="view"></main>
	<p id="spoken" class="spoken-only" role="status"></p>`;

function folderOf(file: Uri | undefined): Uri | undefined {
	return file === undefined ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(file, '..');
}
