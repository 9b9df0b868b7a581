import { Selection, window, workspace } from 'vscode';
import type { CpaParty } from '../../documents/cpa/agreement';
import { cpaProblemWords } from '../../ebms/cpaProblemWords';
import { cpaMessageKinds, messageFromCpa, type CpaMessageKind } from '../../ebms/message/messageFromCpa';
import type { Translate } from '../../text';
import { askCpa } from './askCpa';
import { askParty, nameOf } from './askParty';

/** Asks a CPA, what to write and from whom, and opens the message as a new document. */
export async function newMessage(argument: unknown, t: Translate): Promise<void> {
	const title = t('New ebMS message of a CPA');
	const opened = await askCpa(argument, title, t);
	const kind = opened && (await askKind(title, t));
	if (opened === undefined || kind === undefined) {
		return;
	}
	const { cpa } = opened;
	const direction = (party: CpaParty): string => {
		const to = cpa.parties.find((one) => one !== party);
		return t('From {0} to {1}', nameOf(party), to === undefined ? '?' : nameOf(to));
	};
	const from = await askParty(cpa, title, t('In which direction?'), direction);
	if (from === undefined) {
		return;
	}
	const message = messageFromCpa(kind, cpa, from, new Date());
	if (message.kind === 'problem') {
		void window.showErrorMessage(cpaProblemWords(message.problem, t));
		return;
	}
	const document = await workspace.openTextDocument({ language: 'xml', content: message.text });
	const editor = await window.showTextDocument(document, { preview: false });
	if (message.standIn !== null) {
		// Made up: what stands there in a real exchange, the user can type over it at once, everywhere.
		const { standIn, text } = message;
		editor.selections = [...text.matchAll(new RegExp(escapePattern(standIn), 'g'))].map(
			({ index }) => new Selection(document.positionAt(index), document.positionAt(index + standIn.length)),
		);
		void window.showInformationMessage(
			t('The MessageId that is selected is made up: replace it by that of the message that is meant.'),
		);
	}
}

async function askKind(title: string, t: Translate): Promise<CpaMessageKind | undefined> {
	const about: Readonly<Record<CpaMessageKind, string>> = {
		Ping: t('asks whether the other side can be reached'),
		Pong: t('answers a Ping'),
		Acknowledgment: t('confirms that a message was received'),
		MessageError: t('tells what was wrong with a message'),
		StatusRequest: t('asks what became of a message that you sent'),
		'ping-opdracht': t('a MessageMetadataDocument, by which an adapter sends a Ping'),
	};
	const items = cpaMessageKinds.map((kind) => ({
		label: kind === 'ping-opdracht' ? t('Ping document') : kind,
		description: about[kind],
		message: kind,
	}));
	const item = await window.showQuickPick(items, {
		title,
		placeHolder: t('Which message?'),
		matchOnDescription: true,
	});
	return item?.message;
}

function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
