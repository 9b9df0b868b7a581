import { CodeLens, languages, Range, type Disposable, type TextDocument } from 'vscode';
import type { Translate } from '../../text';
import type { CommandId } from '../commands';

/** UTF-16 units of a document that is read for lenses. */
const largest = 2 * 1024 * 1024;

interface Action {
	readonly title: string;
	readonly command: CommandId;
}

/** Above the root of a CPA, or of a Consumerspecificatie: what can be done with it. */
export function registerCpaLens(t: Translate): Disposable {
	const ofCpa = (): readonly Action[] => [
		{ title: `$(open-preview) ${t('Show CPA')}`, command: 'lopendeZaken.showCpa' },
		{ title: `$(diff) ${t('Compare with a Consumerspecificatie…')}`, command: 'lopendeZaken.compareCpa' },
		{ title: `$(new-file) ${t('New message…')}`, command: 'lopendeZaken.newEbmsMessage' },
	];
	const ofSpecification = (): readonly Action[] => [
		{ title: `$(diff) ${t('Compare with a CPA…')}`, command: 'lopendeZaken.compareCpa' },
	];
	return languages.registerCodeLensProvider(
		{ language: 'xml' },
		{
			provideCodeLenses(document) {
				const text = document.getText();
				if (text.length > largest) {
					return [];
				}
				if (text.includes('CollaborationProtocolAgreement')) {
					return lensesOf(document, text, 'CollaborationProtocolAgreement', ofCpa());
				}
				return text.includes('osb-ebms-service-specificatie')
					? lensesOf(document, text, 'osb-ebms-service-specificatie', ofSpecification())
					: [];
			},
		},
	);
}

/** What reads XML is only loaded for a document that may have lenses. */
async function lensesOf(
	document: TextDocument,
	text: string,
	rootName: string,
	actions: readonly Action[],
): Promise<CodeLens[]> {
	const { parseXml } = await import('../../xml/parse');
	const { root } = parseXml(text);
	if (root?.localName !== rootName) {
		return [];
	}
	const { start, end } = root.nameSpan;
	const place = new Range(document.positionAt(start), document.positionAt(end));
	return actions.map(
		({ title, command }) => new CodeLens(place, { title, command, arguments: [document.uri] }),
	);
}
