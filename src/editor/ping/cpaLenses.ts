import { CodeLens, languages, Range, workspace, type Disposable, type TextDocument } from 'vscode';
import type { Translate } from '../../text';
import type { CommandId } from '../commands';

/** What the lens tells the command. */
export interface PingAs {
	readonly file: string;
	readonly as: string;
}

/** UTF-16 units of a document that is read for lenses; a CPA with its certificates has some tens of thousands. */
const largest = 2 * 1024 * 1024;

/** Above each party of a CPA: send a Ping as this party. */
export function registerCpaLenses(t: Translate): Disposable {
	return languages.registerCodeLensProvider(
		{ language: 'xml', scheme: 'file' },
		{
			async provideCodeLenses(document) {
				const text = document.getText();
				return workspace.isTrusted &&
					text.length <= largest &&
					text.includes('CollaborationProtocolAgreement')
					? lensesOf(document, text, t)
					: [];
			},
		},
	);
}

/** What reads a CPA is only loaded for a document that may be one. */
async function lensesOf(document: TextDocument, text: string, t: Translate): Promise<CodeLens[]> {
	const [{ findCpa }, { mainPartyId }, { parseXml }] = await Promise.all([
		import('../../documents/cpa/findCpa'),
		import('../../documents/cpa/mainPartyId'),
		import('../../xml/parse'),
	]);
	const parties = findCpa(parseXml(text))?.parties ?? [];
	return parties.flatMap((party) => {
		const { name, nameSpan } = party;
		const own = mainPartyId(party);
		if (own === undefined) {
			return [];
		}
		const place = new Range(document.positionAt(nameSpan.start), document.positionAt(nameSpan.end));
		const pingAs: PingAs = { file: document.uri.fsPath, as: own.value };
		return [
			new CodeLens(place, {
				title: `$(radio-tower) ${t('Ping as {0}', name ?? own.value)}`,
				command: 'lopendeZaken._pingAs' satisfies CommandId,
				arguments: [pingAs],
			}),
		];
	});
}

/** Arguments of commands come from outside. */
export function pingAsIn(argument: unknown): PingAs | undefined {
	return typeof argument === 'object' &&
		argument !== null &&
		'file' in argument &&
		typeof argument.file === 'string' &&
		'as' in argument &&
		typeof argument.as === 'string'
		? { file: argument.file, as: argument.as }
		: undefined;
}
