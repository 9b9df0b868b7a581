import { commands, ThemeIcon, Uri, window } from 'vscode';
import { evidenceFiles, type EvidenceFile } from '../../onboarding/evidence/evidenceFiles';
import type { Evidence } from '../../onboarding/progress/progress';
import type { Translate } from '../../text';
import type { PingCommandId } from '../ping/pingCommands';
import { fingerprint } from './fingerprint';
import type { Onboarding } from './onboarding';
import { findTask } from './findTask';

/**
 * Opens what a piece of evidence is about: its file, one of its files, its Ping. Says what it says when there is nothing to open.
 *
 * @param argument `{ folder, task, index }`
 */
export async function openEvidence(argument: unknown, onboarding: Onboarding): Promise<void> {
	const node = await findTask(argument, onboarding, onboarding.t('Evidence'));
	const index: unknown =
		typeof argument === 'object' && argument !== null ? Reflect.get(argument, 'index') : 0;
	const evidence = node?.view.record.evidence[typeof index === 'number' ? index : 0];
	if (node === undefined || evidence === undefined) {
		return;
	}
	const files = evidenceFiles(evidence);
	const folder = Uri.parse(node.folder);
	const file = files.length > 1 ? await askFile(files, folder, evidence.summary, onboarding.t) : files[0];
	if (file !== undefined) {
		await openAsKept(file, folder, onboarding);
		return;
	}
	const isOpened = files.length > 0 || (evidence.kind === 'ping' && (await openPing(evidence)));
	if (!isOpened) {
		onboarding.tell(evidence.summary);
	}
}

/** @returns Whether it is kept still. */
async function openPing({ when, rest }: Evidence): Promise<boolean | undefined> {
	const ping = { connection: rest['connection'], at: when };
	return commands.executeCommand<boolean>('lopendeZaken.openPing' satisfies PingCommandId, ping);
}

/** How a file is, held against what it was. */
type FileChange = 'same' | 'changed' | 'gone';

async function changeOf({ file, sha256 }: EvidenceFile, folder: Uri): Promise<FileChange> {
	const now = await fingerprint(addressOf(file, folder)).catch(() => undefined);
	if (now === undefined) {
		return 'gone';
	}
	return sha256 === undefined || sha256 === now ? 'same' : 'changed';
}

function addressOf(file: string, folder: Uri): Uri {
	return Uri.joinPath(folder, ...file.split('/'));
}

/** Lists the files, those that are no longer what they were first. */
async function askFile(
	files: readonly EvidenceFile[],
	folder: Uri,
	title: string,
	t: Translate,
): Promise<EvidenceFile | undefined> {
	const words: Readonly<Record<FileChange, string>> = {
		gone: t('is not there any more'),
		changed: t('has changed since'),
		same: t('unchanged'),
	};
	const order = Object.keys(words);
	const items = Promise.all(
		files.map(async (file) => {
			const change = await changeOf(file, folder);
			return {
				label: file.file,
				description: words[change],
				iconPath: new ThemeIcon(change === 'same' ? 'check' : 'warning'),
				change,
				file,
			};
		}),
	).then((all) => all.sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change)));
	const chosen = await window.showQuickPick(items, { title, matchOnDescription: true });
	return chosen?.file;
}

/** Opens the file, and tells when it is not the one that was seen then. */
async function openAsKept(kept: EvidenceFile, folder: Uri, { t, tell }: Onboarding): Promise<void> {
	const change = await changeOf(kept, folder);
	if (change === 'gone') {
		tell(t('{0}, which was kept as evidence, is not there any more.', kept.file));
		return;
	}
	if (change === 'changed') {
		tell(t('{0} has changed since it was kept as evidence.', kept.file));
	}
	await commands.executeCommand('vscode.open', addressOf(kept.file, folder));
}
