import type { Finding } from '../finding';
import { findingsOf } from '../finding';
import { findIllegalCharacters, skipWhiteSpace } from './characters';
import type { ParseState } from './parseState';
import { maxFaults } from './parseState';
import type { XmlFindings } from './texts';
import { xmlTexts } from './texts';

const createFinding = findingsOf(xmlTexts);

/** All faults of a document that has been read, each once, in the order of the document. */
export function collectFaults(state: ParseState, hasRoot: boolean): readonly Finding[] {
	if (!hasRoot) {
		reportMissingRoot(state);
	}
	reportUnboundPrefixes(state);
	const illegal: Finding[] = [];
	findIllegalCharacters(state.text, maxFaults, (start, end) => {
		illegal.push(createIllegalCharacter(state.text, start, end));
	});
	return [...withoutEchoes(state.faults, illegal), ...illegal]
		.sort((one, other) => one.span.start - other.span.start)
		.slice(0, maxFaults);
}

/** A document without element: what is wrong with the text in it does not matter then. */
function reportMissingRoot(state: ParseState): void {
	const { text } = state;
	const stray = state.faults.find((fault) => fault.code === 'xml.text-outside-root');
	if (stray !== undefined) {
		state.faults.length = 0;
		state.report('xml.root-missing', stray.span.start, stray.span.end, {});
	} else if (skipWhiteSpace(text, 0) === text.length) {
		state.report('xml.empty', 0, 0, {});
	} else if (state.faults.length === 0) {
		state.report('xml.root-missing', text.length, text.length, {});
	}
}

function reportUnboundPrefixes(state: ParseState): void {
	if (state.areDeclarationsDoubtful) {
		return;
	}
	for (const [prefix, { start, otherUses }] of state.namespaces.takeUnbound()) {
		const related = otherUses.length > 0 ? otherUses : undefined;
		state.report('xml.unbound-prefix', start, start + prefix.length, { prefix }, related);
	}
}

/** Codes that say that something does not belong where it stands. */
const debrisCodes: ReadonlySet<string> = new Set<keyof XmlFindings>([
	'xml.attribute-quotes-missing',
	'xml.declaration-syntax',
	'xml.declaration-value',
	'xml.invalid-end-tag',
]);

/** Leaves out what is only said because of another fault: a character that XML forbids, or text before a declaration. */
function withoutEchoes(faults: readonly Finding[], illegal: readonly Finding[]): readonly Finding[] {
	const strayText = faults.find((fault) => fault.code === 'xml.text-outside-root');
	return faults.filter(({ code, span }) => {
		if (code === 'xml.declaration-not-first') {
			return strayText === undefined || strayText.span.start > span.start;
		}
		return !(
			debrisCodes.has(code) &&
			illegal.some((other) => other.span.start >= span.start && other.span.end <= span.end)
		);
	});
}

function createIllegalCharacter(text: string, start: number, end: number): Finding {
	const number = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
	return createFinding('xml.illegal-character', { start, end }, { character: `U+${number}` });
}
