import { basename } from 'node:path';
import { Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { Cpa } from '../../documents/cpa/agreement';
import { findCpa } from '../../documents/cpa/findCpa';
import type { Translate } from '../../text';
import { parseXml } from '../../xml/parse';
import { findCpaFiles } from '../ping/cpaFiles';
import { readXmlText } from './xmlText';

/** A CPA in an editor or a file. */
export interface OpenedCpa {
	readonly uri: Uri;
	readonly cpa: Cpa;
}

/** The CPA in a document; `undefined` when it is none. */
export async function readCpaAt(uri: Uri): Promise<OpenedCpa | undefined> {
	const read = await readXmlText(uri);
	const cpa =
		read?.text.includes('CollaborationProtocolAgreement') === true ? findCpa(parseXml(read.text)) : undefined;
	return cpa && { uri, cpa };
}

/**
 * The CPA that a command is about: the one that a menu named, the one in the editor in front, the only one of the workspace, else the one
 * that the user chooses. Says so when there is none.
 */
export async function askCpa(argument: unknown, title: string, t: Translate): Promise<OpenedCpa | undefined> {
	if (argument instanceof Uri) {
		const named = await readCpaAt(argument);
		if (named === undefined) {
			const name = basename(argument.path);
			void window.showErrorMessage(
				t('{0} is no CPA: its root element is no CollaborationProtocolAgreement.', name),
			);
		}
		return named;
	}
	const active = window.activeTextEditor && (await readCpaAt(window.activeTextEditor.document.uri));
	return active ?? chooseCpa(title, t, () => 0);
}

interface Item extends QuickPickItem {
	readonly opened?: OpenedCpa;
}

/** @param rank What goes first: the higher, the earlier. */
export async function chooseCpa(
	title: string,
	t: Translate,
	rank: (cpa: Cpa) => number,
): Promise<OpenedCpa | undefined> {
	const files = await findCpaFiles();
	const [only] = files;
	if (files.length === 1 && only !== undefined) {
		return { uri: Uri.file(only.path), cpa: only.cpa };
	}
	const ids = files.map(({ cpa }) => cpa.cpaId?.value ?? '');
	const items = files
		.toSorted((one, other) => rank(other.cpa) - rank(one.cpa))
		.map(({ path, cpa }): Item => {
			const id = cpa.cpaId?.value ?? '';
			const isTwice = id !== '' && ids.filter((one) => one === id).length > 1;
			return {
				label: `$(file-code) ${basename(path)}`,
				description: id,
				detail: isTwice
					? `${workspace.asRelativePath(path)} · $(warning) ${t('another file has the same CPA-id')}`
					: workspace.asRelativePath(path),
				opened: { uri: Uri.file(path), cpa },
			};
		});
	const other: Item = { label: `$(folder-opened) ${t('Another file…')}` };
	const item = await window.showQuickPick([...items, other], {
		title,
		placeHolder: files.length === 0 ? t('There is no CPA in this workspace') : t('Which CPA?'),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return item === other ? askFile(title, t) : item?.opened;
}

async function askFile(title: string, t: Translate): Promise<OpenedCpa | undefined> {
	const [file] = (await window.showOpenDialog({ title, filters: { XML: ['xml'] } })) ?? [];
	return file && askCpa(file, title, t);
}
