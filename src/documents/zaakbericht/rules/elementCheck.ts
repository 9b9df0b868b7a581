import type { Finding } from '../../../finding';
import type { XmlElement } from '../../../xml/tree';
import { walkElements } from '../../walk';
import type { CaseMessage } from '../caseMessage';

/** Where in a message an element stands, as far as it matters to what may be asked of it. */
export interface ElementPlace {
	readonly type: CaseMessage['type'];
	/**
	 * - `old`: in the first object of a change or correction, whose content may be what is corrected.
	 * - `asked-for`: in `scope` or `start` of a question, which name elements without giving values.
	 * - `current`: anywhere else.
	 */
	readonly state: 'current' | 'old' | 'asked-for';
}

/** A check of a single element, wherever it stands. */
export type ElementCheck = (element: XmlElement, place: ElementPlace) => Finding | undefined;

/** Holds every element of a message against some checks, in one walk. */
export function checkElements(message: CaseMessage, checks: readonly ElementCheck[]): readonly Finding[] {
	const old = new Set(message.objects.filter(({ state }) => state === 'old').map(({ element }) => element));
	const findings: Finding[] = [];
	for (const part of message.root.children) {
		if (part.kind !== 'element') {
			continue;
		}
		const place: ElementPlace = {
			type: message.type,
			state: old.has(part) ? 'old' : isAskedFor(part, message) ? 'asked-for' : 'current',
		};
		walkElements(part, (element) => {
			for (const check of checks) {
				const finding = check(element, place);
				if (finding !== undefined) {
					findings.push(finding);
				}
			}
			return true;
		});
	}
	return findings;
}

function isAskedFor(part: XmlElement, { type }: CaseMessage): boolean {
	return type === 'question' && (part.localName === 'scope' || part.localName === 'start');
}
