import { Hover, languages, MarkdownString, type Disposable, type Position, type TextDocument } from 'vscode';
import { explainCode } from '../documents/stuf-antwoord/codes';
import type { StufAntwoordFindings } from '../documents/stuf-antwoord/texts';
import type { Translate } from '../text';
import type { Services } from './services';

/** A code of StUF where it stands as the value of an element `code`. */
const codeElement = /<(?:[\w.-]+:)?code(?:\s[^<>]*)?>\s*(StUF\d{3})/g;

/** The finding that says of a code what the hover says. */
const explained = 'stuf-antwoord.code-explained' satisfies keyof StufAntwoordFindings;

/** Explains the fault code of a Fo message when the mouse rests on it. */
export function registerFoCodeHover({ results, t }: Services): Disposable {
	return languages.registerHoverProvider(
		{ language: 'xml' },
		{
			provideHover(document, position) {
				const kind = results.get(document.uri)?.report.kind ?? guessKind(document);
				// A finding that explains the code is in the hover already.
				const isExplained = results
					.shown(document.uri)
					.some(({ code, range }) => code === explained && range.start.line === position.line);
				return kind === 'stuf-antwoord' && !isExplained ? hoverAt(document, position, t) : undefined;
			},
		},
	);
}

/** Before the first check, or when nothing is checked by itself: the name of the root element will do. */
function guessKind(document: TextDocument): 'stuf-antwoord' | 'unknown' {
	return /<(?:[\w.-]+:)?Fo0[123]Bericht\b/.test(document.getText().slice(0, headLength))
		? 'stuf-antwoord'
		: 'unknown';
}

/** Enough to see the message in a SOAP envelope; in UTF-16 units. */
const headLength = 20_000;

function hoverAt(document: TextDocument, position: Position, t: Translate): Hover | undefined {
	const range = document.getWordRangeAtPosition(position, /StUF\d{3}/);
	if (range === undefined) {
		return undefined;
	}
	const line = document.lineAt(position).text;
	const stands = [...line.matchAll(codeElement)].some(
		({ index, 0: { length } }) => index + length === range.end.character,
	);
	const code = document.getText(range);
	const explanation = stands ? explainCode(code, t) : undefined;
	if (explanation === undefined) {
		return undefined;
	}
	const { meaning, fault, resend } = explanation;
	return new Hover(new MarkdownString(`**${code}**: ${meaning}\n\n${fault}\n\n${resend}`), range);
}
