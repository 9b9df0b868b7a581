import certificates from '../l10n/nl/certificates.json';
import certificatesEditor from '../l10n/nl/certificatesEditor.json';
import cpa from '../l10n/nl/cpa.json';
import cpaEditor from '../l10n/nl/cpaEditor.json';
import documents from '../l10n/nl/documents.json';
import ebms from '../l10n/nl/ebms.json';
import editor from '../l10n/nl/editor.json';
import cli from '../l10n/nl/cli.json';
import onboarding from '../l10n/nl/onboarding.json';
import onboardingEditor from '../l10n/nl/onboardingEditor.json';
import partner from '../l10n/nl/partner.json';
import pingEditor from '../l10n/nl/pingEditor.json';
import repairs from '../l10n/nl/repairs.json';
import schema from '../l10n/nl/schema.json';
import validation from '../l10n/nl/validation.json';
import ways from '../l10n/nl/ways.json';
import wus from '../l10n/nl/wus.json';
import xml from '../l10n/nl/xml.json';
import { textKey } from './textKey';

/** The languages that people read. */
export type Language = 'nl' | 'en';

/** What fills a place in a text. Numbers are written as they are, without grouping. */
export type TextArgument = string | number;

/**
 * Turns an English text into the reader's language. Every sentence that a person reads passes here.
 *
 * The text must be a literal at the call, so that a test can find each one and prove that it has a Dutch
 * translation in `l10n/nl/`. Places are written `{0}`, `{1}`, …
 */
export interface Translate {
	(text: string, ...args: readonly TextArgument[]): string;
	/** Where the reader is. What is done otherwise there, `ways.ts` names. */
	readonly place: Place;
}

/** Where a text is read, and so what its reader has at hand: buttons, commands and settings, or the options of the command line. */
export type Place = 'editor' | 'command-line';

/** By English text or, in the package, by its {@link textKey}. */
const dutch: ReadonlyMap<string, string> = new Map(
	[
		certificates,
		certificatesEditor,
		cli,
		cpa,
		cpaEditor,
		documents,
		ebms,
		editor,
		onboarding,
		onboardingEditor,
		partner,
		pingEditor,
		repairs,
		schema,
		validation,
		ways,
		wus,
		xml,
	].flatMap((bundle) => Object.entries(bundle)),
);

/**
 * Makes a {@link Translate}.
 *
 * @param language Asked at each call, so that a changed setting takes effect at once.
 * @param place Where the reader is: the editor, unless told.
 */
export function createTranslate(language: () => Language, place: Place = 'editor'): Translate {
	const translate = (text: string, ...args: readonly TextArgument[]): string => {
		const sentence = language() === 'nl' ? (dutch.get(textKey(text)) ?? dutch.get(text) ?? text) : text;
		return sentence.replace(/\{(\d+)\}/g, (whole, index: string) => {
			const value = args[Number(index)];
			return value === undefined ? whole : String(value);
		});
	};
	return Object.assign(translate, { place });
}

/** Finds a text in translations that are loaded apart from those of {@link createTranslate}; `undefined` when it is not there. */
export function translationIn(
	translations: Readonly<Record<string, string>>,
	text: string,
): string | undefined {
	return translations[textKey(text)] ?? translations[text];
}
