import dutchAbout from '../../l10n/nl/about.json';
import type { Severity } from '../finding';
import { translationIn, type Language, type Translate } from '../text';
import { allTexts } from '../validation/explain';

/** What `docs/findings.md` says of a code, in the reader's language. */
export function writeExplanation(code: string, language: Language, t: Translate): string {
	const texts = allTexts.get(code);
	if (texts === undefined) {
		return `# ${code}\n\n${t('Lopende Zaken does not know this code.')}\n`;
	}
	const weights: Readonly<Record<Severity, string>> = {
		error: t('Error: the document is not valid as long as this stands.'),
		warning: t('Warning: the document is valid, but this will probably go wrong.'),
		info: t('Remark: nothing is wrong, but it is good to know.'),
	};
	const about = language === 'nl' ? (translationIn(dutchAbout, texts.about) ?? texts.about) : texts.about;
	return `${[`# ${code}`, `**${weights[texts.severity]}**`, about, `${t('Source')}: ${texts.source}`].join(
		'\n\n',
	)}\n`;
}
