import type { Finding } from '../../../finding';
import { trimmedTextSpan } from '../../../xml/navigate';
import { mostSimilar } from '../../../schema/similarNames';
import type { XmlElement } from '../../../xml/tree';
import { namespaces } from '../../namespaces';
import { readValue } from '../../value';
import { eb, partsNamed, type EbmsMessage } from '../message';
import { ebmsFinding } from '../texts';
import type { SignalAction } from '../vocabulary';
import type { EbmsRule } from './ebmsRule';

/** What makes a message the signal that its action says it is. */
interface SignalForm {
	/** What it has to hold, and where. */
	readonly part: { readonly name: string; readonly place: 'Header' | 'Body' } | null;
	/** Whether it answers a message: `usually` when that message may not be known. */
	readonly answers: 'always' | 'usually' | 'never';
	/** Whether it must not ask for an acknowledgment. */
	readonly isFinal: boolean;
}

/** ebMS 2.0 §4.2 (errors), §6.3.2 (acknowledgments), §7.1 (status), §8 (Ping and Pong). */
const forms: Readonly<Record<SignalAction, SignalForm>> = {
	Ping: { part: null, answers: 'never', isFinal: false },
	Pong: { part: null, answers: 'always', isFinal: false },
	Acknowledgment: {
		part: { name: 'Acknowledgment', place: 'Header' },
		answers: 'always',
		isFinal: true,
	},
	MessageError: { part: { name: 'ErrorList', place: 'Header' }, answers: 'usually', isFinal: true },
	StatusRequest: { part: { name: 'StatusRequest', place: 'Body' }, answers: 'never', isFinal: false },
	StatusResponse: { part: { name: 'StatusResponse', place: 'Body' }, answers: 'always', isFinal: false },
};

export const signals: EbmsRule = ({ message, whole }) => {
	const { signal } = message;
	if (signal === undefined) {
		return [];
	}
	const form = forms[signal];
	return [
		...checkPayload(message, signal, form),
		...(whole ? [...checkPart(message, signal, form), ...checkReference(message, signal, form)] : []),
		...(form.isFinal
			? partsNamed(message.headerParts, 'AckRequested').map(({ nameSpan }) =>
					ebmsFinding('ebms-bericht.ack-requested', nameSpan, { action: signal }),
				)
			: []),
	];
};

function checkPayload(message: EbmsMessage, signal: SignalAction, { part }: SignalForm): readonly Finding[] {
	return message.bodyParts
		.filter(({ localName }) => localName === 'Manifest' || part?.place !== 'Body')
		.filter(isPayload)
		.map(({ name, nameSpan }) =>
			ebmsFinding('ebms-bericht.payload-in-signal', nameSpan, { action: signal, part: name }),
		);
}

const bodyParts: ReadonlySet<string> = new Set(['Manifest', 'StatusRequest', 'StatusResponse']);

/** Parts of ebMS that are misspelt or belong in the Header are told as that. */
function isPayload({ localName, namespace }: XmlElement): boolean {
	return namespace !== namespaces.eb || bodyParts.has(localName);
}

function checkPart(message: EbmsMessage, signal: SignalAction, { part }: SignalForm): readonly Finding[] {
	if (part === null) {
		return [];
	}
	// One in the wrong place or with a misspelt name is told as that.
	const parts = [...message.headerParts, ...message.bodyParts];
	const isThere = parts.some(({ localName }) => mostSimilar(localName, [part.name]) !== undefined);
	const action = eb(message.messageHeader, 'Action');
	return isThere || action === undefined
		? []
		: [
				ebmsFinding('ebms-bericht.part-missing', trimmedTextSpan(action), {
					action: signal,
					part: part.name,
					place: part.place,
				}),
			];
}

function checkReference(
	{ messageHeader }: EbmsMessage,
	signal: SignalAction,
	{ answers }: SignalForm,
): readonly Finding[] {
	const data = eb(messageHeader, 'MessageData');
	if (answers === 'never' || data === undefined) {
		return [];
	}
	// An empty one is the schema's finding when it is quite empty; white space is not.
	const value = readValue(eb(data, 'RefToMessageId'));
	if (value.kind !== 'absent') {
		return [];
	}
	return answers === 'always'
		? [ebmsFinding('ebms-bericht.reference-missing', data.nameSpan, { action: signal })]
		: [ebmsFinding('ebms-bericht.error-reference-missing', data.nameSpan, {})];
}
