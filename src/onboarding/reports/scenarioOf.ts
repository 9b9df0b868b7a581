import { childByLocalName, childrenByLocalName } from '../../documents/byLocalName';
import { recognise } from '../../documents/registry';
import { readValue, textOf } from '../../documents/value';
import { walkElements } from '../../xml/walk';
import { readCaseMessage } from '../../documents/zaakbericht/caseMessage';
import type { Translate } from '../../text';
import { parseXml } from '../../xml/parse';
import type { XmlElement } from '../../xml/tree';
import type { TestScenario } from './facts';

/**
 * The scenario of the chain test that a message is for: who must see what in the portal.
 *
 * @param file Relative to the folder, with `/`.
 * @returns Null for what is no message that is sent: neither a kennisgeving nor a question.
 */
export function scenarioOf(file: string, text: string, t: Translate): TestScenario | null {
	const document = parseXml(text);
	const recognised = recognise(document);
	if (recognised?.kind.id !== 'zaakbericht') {
		return null;
	}
	const { root } = recognised;
	const { type, objects } = readCaseMessage({ document, root, now: new Date(0) });
	if (type === 'answer') {
		return null;
	}
	const current = objects.find(({ state }) => state === 'current')?.element;
	return {
		name: (file.split('/').at(-1) ?? file).replace(/\.xml$/i, ''),
		message: file,
		...optional('bsn', bsnIn(root)),
		...optional('expected', current === undefined ? undefined : expectation(current, t)),
	};
}

function bsnIn(root: XmlElement): string | undefined {
	let found: string | undefined;
	walkElements(root, (element) => {
		if (found === undefined && element.localName === 'inp.bsn') {
			found = textIn(element);
		}
		return found === undefined;
	});
	return found;
}

/** What the citizen should read: the case and the status that the message gives it. */
function expectation(object: XmlElement, t: Translate): string | undefined {
	const name = textIn(childByLocalName(object, 'omschrijving'));
	const number = textIn(childByLocalName(object, 'identificatie'));
	const subject = name ?? number;
	const [status] = childrenByLocalName(object, 'heeft').flatMap(
		(relation) => textIn(childByLocalName(childByLocalName(relation, 'gerelateerde'), 'omschrijving')) ?? [],
	);
	if (subject === undefined) {
		return undefined;
	}
	return status === undefined
		? t('the case "{0}" is shown', subject)
		: t('the case "{0}" is shown with the status "{1}"', subject, status);
}

function textIn(element: XmlElement | undefined): string | undefined {
	const text = textOf(readValue(element));
	return text === '' ? undefined : text;
}

function optional<Key extends 'bsn' | 'expected'>(
	key: Key,
	value: string | undefined,
): Partial<Record<Key, string>> {
	return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}
