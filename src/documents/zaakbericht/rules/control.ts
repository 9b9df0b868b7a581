import type { Finding } from '../../../finding';
import { parseOin } from '../../../identifiers/oin';
import { childByLocalName } from '../../byLocalName';
import { readValue, textOf, type Value } from '../../value';
import { mutatesTwo, type CaseMessage, type StufSystem } from '../caseMessage';
import { zaakFinding } from '../texts';

/** A rule over a zaakbericht as a whole. */
export type CaseRule = (message: CaseMessage) => readonly Finding[];

/**
 * StUF 03.01 §4.3: sender and referentienummer together are unique, so the number of a kennisgeving cannot be empty. In
 * questions and answers, which are synchronous, it may even be left out.
 */
export const checkReference: CaseRule = ({ type, reference }) =>
	type === 'mutation' && reference.kind === 'empty'
		? [zaakFinding('zaakbericht.reference-empty', reference.element.nameSpan, {})]
		: [];

/** StUF 03.01 §4.2: sender and receiver differ in organisatie, applicatie and administratie. */
export const checkSystemsDiffer: CaseRule = ({ sender, receiver }) => {
	if (sender === undefined || receiver === undefined) {
		return [];
	}
	const parts = identityOf(receiver);
	if (
		parts.some(({ kind }) => kind === 'unclear') ||
		textOf(receiver.application) === '' ||
		identityOf(sender).some((value, index) => {
			const other = parts[index];
			return value.kind === 'unclear' || other === undefined || textOf(value) !== textOf(other);
		})
	) {
		return [];
	}
	return [
		zaakFinding(
			'zaakbericht.sender-equals-receiver',
			receiver.element.nameSpan,
			{ system: nameOf(receiver) },
			[{ span: sender.element.nameSpan }],
		),
	];
};

/**
 * Protocolbindingen voor StUF §5.2: over Digikoppeling the organisatie of the sender is the OIN of its CPA. StUF itself lets
 * it be absent or something else, so only a message to Lopende zaken is judged.
 */
export const checkSender: CaseRule = ({ sender, isForLopendeZaken, isWhole }) => {
	if (sender === undefined || !isForLopendeZaken) {
		return [];
	}
	const { organisation } = sender;
	switch (organisation.kind) {
		case 'absent':
			return isWhole
				? [zaakFinding('zaakbericht.sender-organisation-missing', sender.element.nameSpan, {})]
				: [];
		case 'empty':
			return [zaakFinding('zaakbericht.sender-organisation-missing', organisation.element.nameSpan, {})];
		case 'unclear':
			return [];
		case 'text': {
			const oin = parseOin(organisation.text);
			const reason = oin.kind === 'oin' ? oin.remarks[0] : oin.reason;
			return reason === undefined
				? []
				: [
						zaakFinding('zaakbericht.sender-oin', organisation.span, {
							value: organisation.text,
							reason,
						}),
					];
		}
	}
};

/** Says once that the rules of Lopende zaken were not applied, and why. */
export const checkReceiver: CaseRule = ({ type, receiver, isForLopendeZaken }) => {
	if (type !== 'mutation' || receiver === undefined || isForLopendeZaken) {
		return [];
	}
	const name = [receiver.application, receiver.organisation].find(({ kind }) => kind === 'text');
	if (name?.kind !== 'text' || identityOf(receiver).some(({ kind }) => kind === 'unclear')) {
		return [];
	}
	return [zaakFinding('zaakbericht.receiver-unexpected', name.span, { receiver: nameOf(receiver) })];
};

/** The schema fills in V for an empty indicatorOvername; a sender that writes none does not know what it asks. */
export const checkIndicator: CaseRule = ({ type, parameters }) => {
	const indicator = readValue(childByLocalName(parameters, 'indicatorOvername'));
	return type === 'mutation' && indicator.kind === 'empty'
		? [zaakFinding('zaakbericht.indicator-empty', indicator.element.nameSpan, {})]
		: [];
};

/**
 * StUF 03.01 §5.2: an addition or removal has one object, a change or correction two. None at all, or more than two, is the
 * schema's finding.
 */
export const checkObjectCount: CaseRule = ({ type, mutation, objects, isWhole }) => {
	if (
		!isWhole ||
		type !== 'mutation' ||
		mutation.kind !== 'text' ||
		objects.length < 1 ||
		objects.length > 2
	) {
		return [];
	}
	const takesOne = mutation.text === 'T' || mutation.text === 'V';
	if (takesOne ? objects.length === 1 : objects.length === 2 || !mutatesTwo(mutation.text)) {
		return [];
	}
	return [
		zaakFinding(
			'zaakbericht.mutation-object-count',
			mutation.span,
			{ mutation: mutation.text, count: objects.length },
			objects.map(({ element }) => ({ span: element.nameSpan })),
		),
	];
};

function identityOf({ organisation, application, administration }: StufSystem): readonly Value[] {
	return [organisation, application, administration];
}

function nameOf(system: StufSystem): string {
	return identityOf(system)
		.map(textOf)
		.filter((part) => part !== '')
		.join(', ');
}
